// A console without a window: a desk on a fresh installation behind its real server, and windows
// that are plain sockets. Everything else is real: the host process, the simulated pen on its
// pseudo-terminal, the journal on disk.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { openDesk, type Desk } from '../../ui/desk/desk.ts';
import type { DeskOptions } from '../../ui/desk/given.ts';
import type { BenchMoving } from '../../ui/contract/bench-state.ts';
import type { DeskState } from '../../ui/contract/desk-state.ts';
import type { Ask } from '../../ui/contract/request.ts';
import type { DeskSays, Reply } from '../../ui/contract/says.ts';
import { pageFiles } from '../../ui/serve/page-files.ts';
import { startServer, type PageServer } from '../../ui/serve/server.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import type { TraceSample } from '../../host/core/trace.ts';

/** A console that is open. */
export interface ConsoleRig {
  readonly desk: Desk;
  readonly server: PageServer;
  readonly close: () => Promise<void>;
}

/** Opens a console; its page is one line. */
export async function openConsole(options: DeskOptions = {}): Promise<ConsoleRig> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-page-'));
  fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Corium</title>');
  fs.mkdirSync(path.join(folder, 'assets'));
  fs.writeFileSync(path.join(folder, 'assets', 'main.js'), 'void 0;');
  const desk = await openDesk(options);
  if (!desk.ok) throw new Error(desk.error);
  const { join } = desk.value;
  const server = await startServer({ files: pageFiles(folder), join, port: 0 });
  if (!server.ok) throw new Error(server.error);
  return {
    desk: desk.value,
    server: server.value,
    close: async () => {
      await desk.value.close();
      await server.value.close();
    },
  };
}

/** A window without a picture. */
export interface PlainWindow {
  readonly state: () => DeskState;
  readonly snapshot: () => Snapshot | undefined;
  readonly bench: () => BenchMoving | undefined;
  readonly trace: readonly TraceSample[];
  readonly notices: readonly DeskSays[];
  /** Every reply, whatever it answers. */
  readonly replies: readonly Reply[];
  readonly ask: (ask: Ask) => Promise<Reply>;
  /** Sends a text as it is. */
  readonly sendRaw: (text: string) => void;
  readonly raw: WebSocket;
  /** Waits until something holds of what it was told. */
  readonly until: (holds: () => boolean, what: string, withinMs?: number) => Promise<void>;
  readonly close: () => void;
}

interface Knock {
  readonly origin?: string;
  readonly host?: string;
  readonly token?: string;
}

/** Opens a socket to the desk as a window would, or as somebody else would. */
export function knock(address: string, { origin, host, token }: Knock = {}): WebSocket {
  const url = new URL(address);
  const given = token ?? url.searchParams.get('token') ?? '';
  const socket = new WebSocket(`ws://${url.host}/desk`, ['corium', given], {
    origin: origin ?? url.origin,
    ...(host === undefined ? {} : { headers: { host } }),
  });
  socket.on('error', () => undefined); // what came of it is looked at by who knocked
  return socket;
}

const isSays = (said: unknown): said is DeskSays =>
  typeof said === 'object' && said !== null && 'kind' in said;

/** Opens a window, and waits until it was told how things stand. */
export async function openWindow(address: string): Promise<PlainWindow> {
  const raw = knock(address);
  const open = new Map<number, (reply: Reply) => void>();
  const trace: TraceSample[] = [];
  const notices: DeskSays[] = [];
  const replies: Reply[] = [];
  const waits = new Set<() => void>();
  let state: DeskState | undefined;
  let snapshot: Snapshot | undefined;
  let moving: BenchMoving | undefined;
  let lastId = 0;
  const hear = (said: DeskSays): void => {
    if (said.kind === 'state') ({ state } = said);
    else if (said.kind === 'snapshot') ({ snapshot } = said);
    else if (said.kind === 'trace') trace.push(...said.samples);
    else if (said.kind === 'bench') ({ moving } = said);
    else if (said.kind === 'notice') notices.push(said);
    else {
      replies.push(said.reply);
      open.get(said.id)?.(said.reply);
    }
    for (const look of [...waits]) look();
  };
  raw.on('message', (data: Buffer) => {
    const said: unknown = JSON.parse(data.toString());
    if (isSays(said)) hear(said);
  });
  const until: PlainWindow['until'] = (holds, what, withinMs = 45_000) =>
    new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(late);
        waits.delete(look);
        end();
      };
      const late = setTimeout(() => {
        const { notices: said, treatment } = state ?? {};
        const now = JSON.stringify([snapshot?.phase, snapshot?.cause, said, treatment]);
        settle(() => reject(new Error(`${what} did not come about: ${now}`)));
      }, withinMs);
      const look = (): void => {
        if (holds()) settle(resolve);
      };
      waits.add(look);
      look();
    });
  await until(() => state !== undefined, 'a first state');
  return {
    state: () => {
      if (state === undefined) throw new Error('the desk has not spoken');
      return state;
    },
    snapshot: () => snapshot,
    bench: () => moving,
    trace,
    notices,
    replies,
    ask: (ask) => {
      lastId += 1;
      const id = lastId;
      raw.send(JSON.stringify({ id, ask }));
      return new Promise((answer) => open.set(id, answer));
    },
    sendRaw: (text) => raw.send(text),
    raw,
    until,
    close: () => raw.close(),
  };
}
