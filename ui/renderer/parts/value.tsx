// One measured or counted value: its label, the number large enough to be read from a metre away,
// its unit, and a line that says what it is. A value that is not known shows a dash and says why.

import { type JSX, Show } from 'solid-js';

/** A value with its label. */
export function Value(props: {
  readonly label: string;
  /** Undefined is not known, and is never shown as nought. */
  readonly value: string | undefined;
  readonly unit?: string | undefined;
  readonly note?: string | undefined;
  readonly name: string;
  readonly sign?: JSX.Element;
  /** A picture of the value, below it. */
  readonly children?: JSX.Element;
}): JSX.Element {
  return (
    <div class="value-box" data-value-box={props.name}>
      <span class="value-label">{props.sign} {props.label}</span>
      <span class="value-line">
        <span class="value-number">
          <span class="value" data-value={props.name}>{props.value ?? '–'}</span>
          <Show when={props.unit !== undefined && props.value !== undefined}>
            <span class="value-unit">{props.unit}</span>
          </Show>
        </span>
        <Show when={props.note}>
          <span class="value-note">{props.note}</span>
        </Show>
      </span>
      {props.children}
    </div>
  );
}
