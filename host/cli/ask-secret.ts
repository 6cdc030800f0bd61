// Asks for a secret: at a terminal without showing it, otherwise one line of standard input for
// each, of which not a byte more is taken, since what follows may be for the command itself. A
// secret is never an argument of a command, where every process of the machine sees it.

import fs from 'node:fs';
import process from 'node:process';
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { isatty } from 'node:tty';

/** Somebody who asks for secrets. */
export interface Asker {
  /** What was typed; undefined when there is no more input. */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly close: () => void;
}

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

const INPUT = 0;
const NEWLINE = 10;
const RETRY_MS = 5;
const LINE_BYTES_MAX = 4_096;

/** Makes one that reads from the terminal or the pipe of this process. */
export function openAsker(): Asker {
  return isatty(INPUT) ? terminalAsker() : { ask: () => lineOf(INPUT), close: () => undefined };
}

function terminalAsker(): Asker {
  const { stdin, stderr } = process;
  let lines: Interface | undefined;
  let each: AsyncIterator<string> | undefined;
  return {
    ask: async (prompt) => {
      lines ??= createInterface({ input: stdin, output: silent(), terminal: true });
      each ??= lines[Symbol.asyncIterator]();
      stderr.write(prompt);
      const next = await each.next();
      stderr.write('\n');
      return next.done === true ? undefined : next.value;
    },
    close: () => {
      lines?.close();
      lines = undefined;
      each = undefined;
    },
  };
}

/** The next line of an input, byte by byte. */
export async function lineOf(input: number): Promise<string | undefined> {
  const bytes: number[] = [];
  for (;;) {
    const byte = await byteOf(input);
    const isEnd = byte === undefined || byte === NEWLINE || bytes.length >= LINE_BYTES_MAX;
    if (isEnd && byte === undefined && bytes.length === 0) return undefined;
    if (isEnd) return Buffer.from(bytes).toString('utf8').replace(/\r$/, '');
    bytes.push(byte);
  }
}

async function byteOf(input: number): Promise<number | undefined> {
  const byte = Buffer.alloc(1);
  for (;;) {
    try {
      return fs.readSync(input, byte, 0, 1, null) === 0 ? undefined : byte[0];
    } catch (failure) {
      const code = failure instanceof Error && 'code' in failure ? failure.code : '';
      if (code === 'EOF') return undefined;
      if (code !== 'EAGAIN') throw failure;
      await wait(RETRY_MS);
    }
  }
}
