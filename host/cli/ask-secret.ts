// Asks for a secret: at a terminal without showing it, otherwise one line of standard input for
// each. A secret is never an argument of a command, where every process of the machine sees it.

import process from 'node:process';
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';

/** Somebody who asks for secrets. */
export interface Asker {
  /** What was typed; undefined when there is no more input. */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly close: () => void;
}

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

/** Makes one that reads from the terminal or the pipe of this process. */
export function openAsker(): Asker {
  const { stdin, stderr } = process;
  const atTerminal = stdin.isTTY;
  let lines: Interface | undefined;
  let each: AsyncIterator<string> | undefined;
  return {
    ask: async (prompt) => {
      lines ??= atTerminal
        ? createInterface({ input: stdin, output: silent(), terminal: true })
        : createInterface({ input: stdin });
      each ??= lines[Symbol.asyncIterator]();
      if (atTerminal) stderr.write(prompt);
      const next = await each.next();
      if (atTerminal) stderr.write('\n');
      return next.done === true ? undefined : next.value;
    },
    close: () => {
      lines?.close();
    },
  };
}
