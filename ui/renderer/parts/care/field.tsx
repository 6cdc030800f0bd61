// A field with its label: one line of text, or a few lines. What is typed lives here until it is
// sent, and nothing is filled in beforehand.

import { createUniqueId, type JSX } from 'solid-js';

/** A field. */
export function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'password' | 'search';
  readonly name?: string;
  readonly inputmode?: 'text' | 'decimal' | 'numeric';
  readonly maxlength?: number;
}): JSX.Element {
  const id = createUniqueId();
  return (
    <label class="field" for={id}>
      {props.label}
      <input
        id={id}
        type={props.type ?? 'text'}
        data-field={props.name}
        value={props.value}
        inputmode={props.inputmode ?? 'text'}
        maxlength={props.maxlength ?? 200}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}
