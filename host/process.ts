// The host in a process of its own, with the link and the loop and nothing else on its thread. The
// console that started it speaks to it over the process channel; when the console goes, the pen is
// stopped first and then the process ends. It takes no signals from the terminal: whoever started
// it decides how it ends.

import { type FromHost, type HostStart, type ToHost, toHostSchema } from './api.ts';
import { today } from './cli/today.ts';
import { nodeWorld } from './journal/index.ts';
import { openCarrier } from './link/open-carrier.ts';
import { sayOpenRefusal } from './link/open-refusal-words.ts';
import { parsePenAddress } from './link/pen-address.ts';
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
  const begin = async (start: HostStart): Promise<void> => {
    const begun = await beginRun(start);
    if (typeof begun === 'object' && 'request' in begun) run = begun;
    else say({ kind: 'not-admitted', sentences: begun });
  };
  const leave = async (): Promise<void> => {
    await run?.leave();
    process.exit(0);
  };
  return {
    hear: async (message) => {
      switch (message.kind) {
        case 'start':
          return begin(message.start);
        case 'request':
          run?.request(message.request);
          return;
        case 'leave':
          return leave();
      }
    },
  };
}

async function beginRun(start: HostStart): Promise<Run | readonly string[]> {
  const wish = loadWish(start, today());
  if (!wish.ok) return wish.error;
  const address = parsePenAddress(start.pen);
  if (!address.ok) return [sayOpenRefusal(address.error)];
  const { value: where } = address;
  if (where.kind === 'sim') return ['A host process opens a port; start the simulator first.'];
  const run = await startRun({
    dataDir: start.dataDir,
    wish: wish.value,
    world: nodeWorld(HOST_VERSION),
    openPort: () => openCarrier(where),
    say,
  });
  return run.ok ? run.value : run.error;
}

const host = createProcess();
process.on('message', (raw) => {
  const message = toHostSchema.safeParse(raw);
  if (message.success) void host.hear(message.data);
  else say({ kind: 'notice', sentence: 'The host was sent something that it does not know.' });
});
process.on('disconnect', () => void host.hear({ kind: 'leave' }));
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void host.hear({ kind: 'leave' }));
