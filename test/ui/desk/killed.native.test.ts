// A desk that is killed while the needles move: the host process notices the end of the channel,
// stops the pen, writes down that it stood, and ends by itself.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { journalSide } from '../../../ui/desk/journal-side.ts';

const CHILD = fileURLToPath(new URL('desk-child.ts', import.meta.url));
/** No bound of a promise: how long a busy machine may need. */
const PATIENCE_MS = 25_000;

test('a desk that is killed in the middle of a stroke leaves a pen that stands', async () => {
  const child = fork(CHILD, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const told: readonly unknown[] = await once(child, 'message');
  const [said] = told;
  const dataDir = String(Reflect.get(Object(said), 'dataDir'));
  child.kill('SIGKILL');
  await once(child, 'close');
  const journal = journalSide(dataDir);
  const kinds = (): readonly string[] => {
    journal.refresh();
    return journal.lines().map(({ kind }) => kind);
  };
  await expect.poll(kinds, { timeout: PATIENCE_MS, interval: 100 }).toContain('stop');
  const stop = journal.lines().find(({ kind }) => kind === 'stop');
  expect(stop).toMatchObject({ reason: 'host-shutting-down' });
  await expect.poll(
    () => {
      journal.refresh();
      return journal.lines().findLast(({ kind }) => kind === 'settled');
    },
    { timeout: PATIENCE_MS, interval: 100 },
  ).toMatchObject({ outcome: 'known', retracted: true });
});
