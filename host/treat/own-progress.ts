// How far a treatment had got when its host stopped: a fold over its own lines of the journal. A
// restarted host resumes budgets and passes from here; it never starts them anew.

import { ms, strokes } from '../../protocol/units.ts';
import { booked, UNTOUCHED } from '../core/control/account.ts';
import type { AreaTask, Progress } from '../core/control/task.ts';
import { createTallies, type Tally } from '../journal/account.ts';
import type { Entry } from '../journal/index.ts';

/** The lines before a treatment was opened, and its own lines. */
export function splitAt(
  entries: readonly Entry[],
  treatmentId: string,
): { readonly before: readonly Entry[]; readonly own: readonly Entry[] } {
  const index = entries.findIndex(
    (entry) => entry.kind === 'treatment-opened' && entry.treatmentId === treatmentId,
  );
  const at = index < 0 ? entries.length : index;
  return { before: entries.slice(0, at), own: entries.slice(at) };
}

/** The progress of every area; reservations whose end is not known count whole. */
export function ownProgress(
  own: readonly Entry[],
  treatmentId: string,
  tasks: readonly AreaTask[],
  rest: (task: AreaTask) => number,
): readonly Progress[] {
  const tallies = createTallies();
  const ended = own.flatMap((entry) => tallies.take(entry) ?? []).filter(({ open }) => !open);
  // S-24: a restart goes on from what was spent; what has no end counts whole.
  const all = [...ended, ...tallies.open()].filter(
    ({ reservation }) => reservation.treatmentId === treatmentId,
  );
  return tasks.map((task) => all.filter((tally) => isOf(tally, task)).reduce(
    (progress, tally) => after(task, progress, tally, rest(task)),
    UNTOUCHED,
  ));
}

const isOf = ({ reservation }: Tally, task: AreaTask): boolean =>
  reservation.area === task.area && reservation.side === task.side;

const after = (task: AreaTask, progress: Progress, tally: Tally, rest: number): Progress =>
  booked(
    task,
    progress,
    ms(tally.countedContactMs),
    {
      strokes: strokes(tally.countedStrokes),
      counted: tally.encoderStrokes ?? 0,
      known: tally.outcome === 'known',
      ...(tally.energy === undefined
        ? {}
        : { energy: { pulses: tally.energy.countedPulses, known: !tally.open } }),
    },
    rest,
  );

/** The highest arming id that the treatment has used. */
export const lastArmingId = (own: readonly Entry[]): number =>
  own.reduce(
    (highest, entry) =>
      entry.kind === 'reservation' ? Math.max(highest, entry.armingId) : highest,
    0,
  );

/**
 * How long before its newest line the treatment was stopped, each time that a person did not do it.
 * It is added up by the hosts' own clocks, which only go forward; one that began anew with its
 * computer tells less than what passed. So it is at most how long ago the stop was: a lock that was
 * on is on again, and for no less.
 */
export function stopAges(own: readonly Entry[]): readonly number[] {
  let agesMs: readonly number[] = [];
  let beforeMs = own.at(0)?.ms ?? 0;
  for (const entry of own) {
    // S-28: a wall clock that is set ahead takes no lock off.
    const passedMs = Math.max(0, entry.ms - beforeMs);
    agesMs = agesMs.map((ageMs) => ageMs + passedMs);
    if (entry.kind === 'stop' && entry.reason !== 'operator') agesMs = [...agesMs, 0];
    beforeMs = entry.ms;
  }
  return agesMs;
}
