// A desk without a page, a pen or a socket: a window is a carrier in the same process. For what is
// asked of a desk that needs no treatment.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CareRefusal } from '../../../ui/contract/care-refusal.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import type { Ask } from '../../../ui/contract/request.ts';
import type { Answer, DeskSays, Reply } from '../../../ui/contract/says.ts';
import { type Desk, openDesk } from '../../../ui/desk/desk.ts';
import { makeInstallation } from '../../../ui/desk/journal-side.ts';

/** A desk that is open, and its one window. */
export interface DeskAlone {
  readonly desk: Desk;
  readonly dataDir: string;
  readonly state: () => DeskState;
  readonly ask: (ask: Ask) => Promise<Reply>;
  /** Asks for something that has to be done; the answer to it. */
  readonly done: (ask: Ask) => Promise<Answer | undefined>;
  /** Asks for something that is refused by a rule of care; the reasons as `topic:code`. */
  readonly refused: (ask: Ask) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const isSays = (said: unknown): said is DeskSays =>
  typeof said === 'object' && said !== null && 'kind' in said;

/** A fresh folder. */
export const freshFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'corium-alone-'));

/** Makes an installation, and opens a desk at it. */
export async function openDeskAlone(folder?: string): Promise<DeskAlone> {
  const dataDir = folder ?? path.join(freshFolder(), 'clinic');
  if (folder === undefined) makeInstallation(dataDir);
  const desk = await openDesk({ dataDir, pen: 'serial:/dev/no-such-pen' });
  if (!desk.ok) throw new Error(desk.error);
  let state: DeskState | undefined;
  let lastId = 0;
  const open = new Map<number, (reply: Reply) => void>();
  let hear = (_text: string): void => undefined;
  desk.value.join({
    send: (text) => {
      const said: unknown = JSON.parse(text);
      if (!isSays(said)) return;
      if (said.kind === 'state') ({ state } = said);
      if (said.kind === 'reply') open.get(said.id)?.(said.reply);
    },
    waitingBytes: () => 0,
    onMessage: (listener) => {
      hear = listener;
    },
    onClose: () => undefined,
    close: () => undefined,
  });
  const ask = async (asked: Ask): Promise<Reply> => {
    lastId += 1;
    const id = lastId;
    const reply = new Promise<Reply>((resolve) => open.set(id, resolve));
    hear(JSON.stringify({ id, ask: asked }));
    const said = await reply;
    await new Promise((settled) => setImmediate(() => setImmediate(settled)));
    return said;
  };
  return {
    desk: desk.value,
    dataDir,
    ask,
    state: () => {
      if (state === undefined) throw new Error('the desk has not spoken');
      return state;
    },
    done: async (asked) => {
      const reply = await ask(asked);
      if (!reply.ok) throw new Error(`${asked.kind}: ${JSON.stringify(reply.refusals)}`);
      return reply.answer;
    },
    refused: async (asked) => {
      const reply = await ask(asked);
      if (reply.ok) throw new Error(`${asked.kind} was done`);
      return reply.refusals.map(({ code, care }) => (care === undefined ? code : nameOf(care)));
    },
    close: () => desk.value.close(),
  };
}

const nameOf = ({ topic, code }: CareRefusal): string => `${topic}:${code}`;
