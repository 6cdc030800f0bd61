// The keys of a terminal, or the lines of whatever stands in for one. A terminal is put into raw
// mode and is given back as it was, whatever happens in between.

import process from 'node:process';
import { createInterface } from 'node:readline';

/** Something that can be let go of. */
export interface Listening {
  readonly close: () => void;
}

/** The keys in a piece of input: escape sequences whole, everything else one by one. */
export const keysIn = (input: string): readonly string[] =>
  input.match(/\u001b\[[0-9;]*[A-Za-z~]|[\s\S]/gu) ?? [];

/** Hears every key of the terminal. */
export function hearKeys(hear: (key: string) => void): Listening {
  const { stdin } = process;
  const listener = (input: Buffer | string): void => {
    for (const key of keysIn(String(input))) hear(key);
  };
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.on('data', listener);
  stdin.resume();
  const giveBack = (): void => void stdin.setRawMode(false);
  process.once('exit', giveBack);
  return {
    close: () => {
      stdin.off('data', listener);
      stdin.pause();
      process.off('exit', giveBack);
      giveBack();
    },
  };
}

/** Hears every line of the input, and its end. */
export function hearLines(hear: (line: string) => void, ended: () => void): Listening {
  const lines = createInterface({ input: process.stdin });
  let wanted = true;
  lines.on('line', hear);
  lines.on('close', () => {
    if (wanted) ended();
  });
  return {
    close: () => {
      wanted = false;
      lines.close();
      process.stdin.destroy();
    },
  };
}
