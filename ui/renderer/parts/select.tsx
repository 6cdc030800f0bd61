// A choice among a few: a button that opens a list, by touch and by keyboard.

import { Select as Kobalte } from '@kobalte/core/select';
import type { JSX } from 'solid-js';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A choice with its label. */
export function Select(props: {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}): JSX.Element {
  const chosen = (): Option =>
    props.options.find(({ value }) => value === props.value)
    ?? { value: props.value, label: props.value };
  return (
    <Kobalte<Option>
      class="field"
      options={[...props.options]}
      optionValue="value"
      optionTextValue="label"
      value={chosen()}
      onChange={(option) => {
        if (option !== null && option.value !== props.value) props.onChoose(option.value);
      }}
      itemComponent={(of) => (
        <Kobalte.Item item={of.item} class="select-item">
          <Kobalte.ItemLabel>{of.item.rawValue.label}</Kobalte.ItemLabel>
          <Kobalte.ItemIndicator>✓</Kobalte.ItemIndicator>
        </Kobalte.Item>
      )}
    >
      <Kobalte.Label>{props.label}</Kobalte.Label>
      <Kobalte.Trigger class="select-trigger">
        <Kobalte.Value<Option>>{(state) => state.selectedOption().label}</Kobalte.Value>
        <Kobalte.Icon>
          <svg width="14" height="14" viewBox="0 0 14 14">
            <path d="M2 5l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" />
          </svg>
        </Kobalte.Icon>
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class="select-content">
          <Kobalte.Listbox class="select-list" />
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  );
}
