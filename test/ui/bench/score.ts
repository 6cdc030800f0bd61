// A treatment in which everything moves, as the desk would tell it: every number of the snapshot
// and of the trace is another one at every instant. It is a score and no simulation.

import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { TraceSample } from '../../../host/core/trace.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import type { DeskSays } from '../../../ui/contract/says.ts';
import {
  areaSnapshot, deskState, penSnapshot, runningSnapshot, treatingState,
} from '../support/desk-fixture.ts';

const PERIOD_MS = 5;
const STROKES_ALL = 3_750;

const swing = (ms: number, periodMs: number, middle: number, by: number): number =>
  Math.round(middle + by * Math.sin((2 * Math.PI * ms) / periodMs));

/** What the pen measured within a time, at two hundred samples a second. */
export function samplesBetween(fromMs: number, toMs: number): readonly TraceSample[] {
  const count = Math.floor(toMs / PERIOD_MS) - Math.floor(fromMs / PERIOD_MS);
  return Array.from({ length: count }, (_, index) => {
    const penMs = (Math.floor(fromMs / PERIOD_MS) + index + 1) * PERIOD_MS;
    return {
      penMs, phase: 'running', commandedUm: 650, commandedCentiHz: 9_000,
      depthUm: swing(penMs, 233, 640, 60), rateCentiHz: swing(penMs, 3_140, 9_000, 700),
      forceMn: swing(penMs, 1_450, 900, 350), tiltDeg: swing(penMs, 5_650, 10, 7),
      glideMmS: swing(penMs, 2_200, 35, 20), strokes: Math.floor(penMs * 0.09),
      contact: true, trigger: true,
    };
  });
}

/** How the treatment stands after so long; an area is done and another one begun in its turn. */
export function snapshotAt(ms: number): Snapshot {
  const strokes = Math.floor(ms * 0.09) % STROKES_ALL;
  const { areas } = runningSnapshot();
  return runningSnapshot({
    areas: areas.map((area, index) =>
      index === 1
        ? areaSnapshot({
            state: 'active', passesDone: Math.floor(strokes / 1_250),
            passStrokes: strokes % 1_250, strokes, puncturesPerCm2: Math.round(strokes * 0.4),
            contactMs: ms % 60_000,
          })
        : area),
    pen: penSnapshot({
      phase: 'running', trigger: true, contact: true, retracted: false,
      depthUm: swing(ms, 233, 640, 60), rateCentiHz: swing(ms, 3_140, 9_000, 700),
      forceMn: swing(ms, 1_450, 900, 350), tiltDeg: swing(ms, 5_650, 10, 7),
      glideMmS: swing(ms, 2_200, 35, 20), ageMs: ms % 10, roundTripMs: 3 + (ms % 3),
    }),
    needleOnMs: ms, punctures: strokes * 12,
  });
}

/** The desk while that treatment is under way. */
export const treating = (): DeskState => treatingState();

const MINUTES_10 = 600_000;
const AFTER_MS = 30_000;
const ALARM_EVERY_MS = 60_000;
const ALARM_MS = 3_000;

const ended = (): DeskState =>
  deskState({
    operator: 'Anna Keller',
    treatment: { kind: 'ended', treatmentId: 't-fixture', outcome: 'completed' },
  });

/** All that the desk says in one step of hours of treatments, ten minutes each. */
export function sayingsOf(fromMs: number, toMs: number): readonly DeskSays[] {
  const says: DeskSays[] = [];
  const [from, to] = [fromMs % MINUTES_10, toMs % MINUTES_10];
  const passed = (at: number): boolean => (from < at && at <= to) || (to < from && at <= to);
  if (passed(0) || fromMs === 0) says.push({ kind: 'state', state: treating() });
  if (passed(MINUTES_10 - 2 * AFTER_MS)) says.push({ kind: 'state', state: ended() });
  if (passed(MINUTES_10 - AFTER_MS)) says.push({ kind: 'state', state: deskState() });
  if (to >= MINUTES_10 - 2 * AFTER_MS) return says;
  says.push({ kind: 'trace', samples: samplesBetween(fromMs, toMs) });
  const alarmed = to % ALARM_EVERY_MS < ALARM_MS;
  const alarms = alarmed
    ? [{ alarm: 'tilt', priority: 'low', ageMs: to % ALARM_EVERY_MS }] as const
    : [];
  says.push({ kind: 'snapshot', snapshot: { ...snapshotAt(toMs), alarms } });
  return says;
}
