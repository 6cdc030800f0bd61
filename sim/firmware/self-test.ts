// The pen looks at itself in service mode, by its sensors alone: nothing is switched on, nothing
// moves, and nothing is changed by the outcome. It finds what would keep the pen from being armed.

import { WRAP_GUARD } from '../../protocol/timing.ts';
import type { Sensed } from '../plant/types.ts';
import { RESERVE_PERCENT } from './figures.ts';
import type { Firmware } from './state.ts';

/** What the test found: a line for each check, and how many failed. */
export interface SelfTest {
  readonly lines: readonly string[];
  readonly failed: number;
}

type Check = readonly [name: string, passed: (state: Firmware, sensed: Sensed) => boolean];

const CHECKS: readonly Check[] = [
  ['needles retracted', ({ seen }) => seen.retracted],
  ['encoder still', ({ ledger }) => ledger.creep === 0],
  ['ledger stored', ({ ledger }) => ledger.storedMark === ledger.mark],
  ['calibration table whole', ({ calibrated }) => calibrated.table.class !== 'none'],
  ['battery above reserve', ({ seen }) => seen.percent >= RESERVE_PERCENT],
  ['temperature', ({ seen }) => !seen.hot],
  ['contact answers', ({ make }, { contact }) => !make.sensors.contact || contact !== undefined],
  ['force answers', ({ make }, { forceMn }) => !make.sensors.force || forceMn !== undefined],
  ['tilt answers', ({ make }, { tiltDeg }) => !make.sensors.tilt || tiltDeg !== undefined],
  ['glide answers', ({ make }, { glideMmS }) => !make.sensors.motion || glideMmS !== undefined],
  ['counter and clock far from their end', ({ ledger, ages }) =>
    ledger.strokes <= WRAP_GUARD && ages.penMs <= WRAP_GUARD],
  ['nothing latched', ({ latch }) => latch.reason === 'none'],
];

/** Looks at everything that can be looked at without moving. */
export function selfTest(state: Firmware, sensed: Sensed): SelfTest {
  const found = CHECKS.map(([name, passed]) => ({ name, passed: passed(state, sensed) }));
  return {
    lines: found.map(({ name, passed }) => `${passed ? 'pass' : 'FAIL'} ${name}`),
    failed: found.filter(({ passed }) => !passed).length,
  };
}
