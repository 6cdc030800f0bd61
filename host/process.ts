// The host in a process of its own, with the link and the loop and nothing else on its thread. The
// console that started it speaks to it over the process channel; when the console goes, the pen is
// stopped first and then the process ends. It takes no signals from the terminal: whoever started
// it decides how it ends.

import { refuse, type Result } from '../protocol/result.ts';
import {
  type FromHost,
  type HostStart,
  type ToHost,
  toHostSchema,
  type TurnedAway,
  type TurnedAwayBy,
} from './api.ts';
import { today } from './cli/today.ts';
import { nodeWorld } from './journal/index.ts';
import {
  loadHid,
  openCarrier,
  openPedalReader,
  parsePenAddress,
  sayOpenRefusal,
} from './link/index.ts';
import { askForPriority } from './link/priority.ts';
import { loadWish } from './treat/load-wish.ts';
import { type Run, startRun } from './treat/run.ts';
import { HOST_VERSION } from './version.ts';

const say = (message: FromHost): void => {
  // A console that is gone hears nothing; the channel's end is what stops the pen.
  if (process.connected) process.send?.(message);
};

/** Holds the one treatment of this process. */
function createProcess(): { readonly hear: (message: ToHost) => Promise<void> } {
  let run: Run | undefined;
  let beginning: Promise<void> = Promise.resolve();
  const begin = async (start: HostStart): Promise<void> => {
    const begun = await beginRun(start);
    if (begun.ok) run = begun.value;
    else say({ kind: 'not-admitted', ...begun.error });
  };
  const leave = async (): Promise<void> => {
    await beginning; // a port that is being opened is let go of, and why it was not is still said
    await run?.leave();
    process.exit(0);
  };
  return {
    hear: async (message) => {
      switch (message.kind) {
        case 'start':
          beginning = begin(message.start);
          return beginning;
        case 'request':
          run?.request(message.request);
          return;
        case 'leave':
          return leave();
      }
    },
  };
}

const away = (by: TurnedAwayBy, sentences: readonly string[]): Result<never, TurnedAway> =>
  refuse({ by, sentences });

async function beginRun(start: HostStart): Promise<Result<Run, TurnedAway>> {
  const wish = loadWish(start, today());
  if (!wish.ok) return away('plan', wish.error);
  const address = parsePenAddress(start.pen);
  if (!address.ok) return away('pen', [sayOpenRefusal(address.error)]);
  const { value: where } = address;
  if (where.kind === 'sim') {
    return away('pen', ['A host process opens a port; start the simulator first.']);
  }
  const hid = start.pedal ? await loadHid() : undefined;
  if (hid?.ok === false) return away('pen', [sayOpenRefusal(hid.error)]);
  return startRun({
    dataDir: start.dataDir,
    wish: wish.value,
    world: nodeWorld(HOST_VERSION),
    openPort: () => openCarrier(where),
    pedal: hid && openPedalReader(hid.value),
    say,
  });
}

askForPriority();
const host = createProcess();
process.on('message', (raw) => {
  const message = toHostSchema.safeParse(raw);
  if (message.success) void host.hear(message.data);
  else say({ kind: 'notice', sentence: 'The host was sent something that it does not know.' });
});
process.on('disconnect', () => void host.hear({ kind: 'leave' }));
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void host.hear({ kind: 'leave' }));
