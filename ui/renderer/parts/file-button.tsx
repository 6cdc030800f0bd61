// A button that reads one small text file and hands it on with its name; what is in it is judged
// by the desk.

import { createUniqueId, type JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { readSmallFile } from './read-file.ts';

/** A button for choosing a file. */
export function FileButton(props: {
  readonly label: string;
  readonly onFile: (fileName: string, text: string) => void;
}): JSX.Element {
  const desk = useDesk();
  const id = createUniqueId();
  const read = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file !== undefined) {
      const read = await readSmallFile(file);
      if (read.ok) props.onFile(read.fileName, read.text);
      else desk.show(read.refusal);
    }
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
