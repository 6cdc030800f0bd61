// Who types at a service console: a person at a prompt with history, or lines from a pipe. Lines
// are taken one at a time, so that a long file waits and is not kept in memory.

import process from 'node:process';
import { createInterface } from 'node:readline';
import type { Listening } from './console/keyboard.ts';
import type { Terminal } from './terminal.ts';

/** What somebody at a console can do. */
export interface Typist {
  /** Called with one line after the other; the next comes when this one is dealt with. */
  readonly line: (text: string) => Promise<void>;
  readonly ended: () => void;
  readonly interrupt: () => void;
}

/** A typist who is being listened to. */
export interface Typing extends Listening {
  /** Says something in between: the line that is being typed makes room, and comes back. */
  readonly aside: (say: () => void) => void;
}

const PROMPT = 'pen> ';
/** To the beginning of the line, and nothing left in it. */
const ANEW = '\r\u001b[K';

/** Listens to whoever types until there is no more, or until it is closed. */
export function hearTyping(terminal: Terminal, json: boolean, typist: Typist): Typing {
  const { stdin, stdout } = process;
  const atPrompt = terminal.interactive && !json;
  const lines = createInterface(
    atPrompt ? { input: stdin, output: stdout, prompt: PROMPT } : { input: stdin },
  );
  let wanted = true;
  const prompt = (): void => {
    if (atPrompt && wanted) lines.prompt(true);
  };
  const makeRoom = (): void => {
    if (atPrompt && wanted) terminal.raw(ANEW);
  };
  lines.on('SIGINT', typist.interrupt);
  const take = async (): Promise<void> => {
    prompt();
    for await (const text of lines) {
      if (text.trim() !== '') await typist.line(text);
      if (!wanted) return;
      prompt();
    }
    if (wanted) typist.ended();
  };
  void take();
  return {
    aside: (say) => {
      makeRoom();
      say();
      prompt();
    },
    close: () => {
      makeRoom();
      wanted = false;
      lines.close();
      stdin.destroy();
    },
  };
}
