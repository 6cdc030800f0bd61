// A bench process from its first message to its end. It is a process of its own, so that a busy
// console never makes permission run out under a finger. When the console goes, the needles come in
// first, what was measured is in the journal, and then the process ends.

import process from 'node:process';
import type { Day } from '../../core/day.ts';
import { type FromBench, type ToBench, toBenchSchema } from './api.ts';
import { beginBench, type WindowBench } from './run.ts';

/** How long a pen may take to be let go of before the process ends all the same. */
const LEAVE_MS_MAX = 1_500;

/** Serves the console that started this process, until it leaves or is gone. */
export function serveBench(today: () => Day): void {
  let bench: WindowBench | undefined;
  let isOver = false;
  const say = (message: FromBench): void => {
    if (process.connected) process.send?.(message);
  };
  const end = (): never => process.exit(0);
  const leave = (): void => {
    bench?.hear({ kind: 'stop' });
    setTimeout(end, bench === undefined || isOver ? 0 : LEAVE_MS_MAX);
  };
  const hear = (message: ToBench): void => {
    if (message.kind !== 'start') return bench?.hear(message);
    if (bench !== undefined) return;
    bench = beginBench(message.start, today(), say);
    void bench.over.then(() => {
      isOver = true;
      // What was said last leaves before the channel is let go of.
      if (process.connected) process.disconnect();
      else end();
    });
  };
  process.on('message', (raw) => {
    const message = toBenchSchema.safeParse(raw);
    if (message.success) hear(message.data);
    else say({ kind: 'said', sentence: 'The bench was sent something that it does not know.' });
  });
  process.on('disconnect', leave);
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', leave);
}
