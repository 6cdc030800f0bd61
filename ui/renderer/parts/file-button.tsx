// A button that reads one small text file and hands it on with its name; what is in it is judged
// by the desk.

import { createUniqueId, type JSX } from 'solid-js';

/** A button for choosing a file. */
export function FileButton(props: {
  readonly label: string;
  readonly onFile: (fileName: string, text: string) => void;
}): JSX.Element {
  const id = createUniqueId();
  const read = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file !== undefined) props.onFile(file.name, await file.text());
    input.value = '';
  };
  return (
    <span class="file-button">
      <input
        class="sr-only"
        id={id}
        type="file"
        accept=".json,application/json"
        onChange={(event) => void read(event.currentTarget)}
      />
      <label class="button" for={id}>{props.label}</label>
    </span>
  );
}
