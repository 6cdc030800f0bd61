/**
 * What each kind of trouble takes away from the promises, and what is judged in its place. Most
 * take nothing away. Where a fault strikes the very thing that counts or measures, the checker that
 * rests on it is set aside and a published detection bound is judged instead (README.md has the
 * derivation of each); a row that names no bound does not excuse.
 */
import { WATCHDOG_MS } from '../../sim/pen.ts';
import type { CheckerName } from '../world/checkers/all.ts';
import { type Allowance, NO_ALLOWANCE } from '../world/checkers/checker.ts';
import type { BoundName } from './bounds.ts';
import { deeperBySpeedUm, timesOrdered } from './by-speed.ts';
import { modelOf } from './case.ts';
import type { Scenario, Trouble } from './scenario.ts';

/** What one kind of trouble changes for the judges. */
interface Change {
  readonly excused?: readonly CheckerName[];
  readonly bounds?: readonly BoundName[];
  readonly allowance?: Allowance;
}

const CHANGES: Partial<Record<Trouble['kind'], Change>> = {
  // A motor that nobody commands: needles are drawn behind the rim while it runs on.
  'motor-runaway': {
    // What it debits is over what was reserved, and verification has to say so.
    excused: [
      'permission', 'ceiling', 'stop-bound', 'dose', 'human', 'time', 'ledger', 'journal',
    ],
    bounds: ['withdrawn in time'],
  },
  overspeed: {
    excused: ['permission', 'ceiling', 'stop-bound', 'dose', 'time'],
    bounds: ['withdrawn in time', 'overspeed noticed', 'deep by speed'],
  },
  // The pen's certificate does not hold any more; what is armed does not bound the peak.
  'depth-creep': {
    excused: ['depth', 'retraction', 'human'],
    bounds: ['too deep noticed'],
  },
  'outside-certificate': {
    excused: ['depth', 'retraction', 'human'],
    bounds: ['too deep noticed'],
  },
  'loose-cartridge': {
    excused: ['depth', 'retraction', 'human'],
    bounds: ['too deep noticed', 'motor stands in time'],
  },
  // Needles that do not come in: the motor stands, and the spring parks the cam inward.
  'depth-stop-jam': {
    excused: ['retraction', 'human', 'depth'],
    bounds: ['motor stands in time', 'too deep noticed'],
  },
  // A pen that is told too early that its needles are in lets the next press begin too early.
  'stuck-retract-switch': {
    excused: ['retraction'],
    bounds: ['motor stands in time'],
  },
  // The debit runs by time, and silence of the counter ends the train.
  'stuck-encoder': { bounds: ['silence noticed'] },
  // A trigger that reads held is held, as far as any pen can tell: one press, its longest time.
  'stuck-trigger': { excused: ['permission', 'retraction', 'human'], bounds: ['one press'] },
  // A sensor that tells of no contact, or of motion, hides time from the meter; strokes bound it.
  'false-contact': { excused: ['time'], bounds: ['one press'] },
  'frozen-motion': { excused: ['time'], bounds: ['one press'] },
  // Firmware that stands still is ended by the watchdog, with the motor as it was told last.
  'pen-hang': {
    allowance: {
      tailMs: WATCHDOG_MS + 2,
      strokes: Math.ceil((150 * 1.2 * WATCHDOG_MS) / 1_000) + 1,
      deeperUm: 0,
    },
  },
  // Another ledger is another count: what was made is kept by skin, not by the counter.
  'ledger-loss': { excused: ['ceiling', 'ledger'], bounds: ['not armed on a lost ledger'] },
};

/** What is judged otherwise in a scenario, all its troubles taken together. */
export interface Ruling {
  readonly excused: readonly CheckerName[];
  readonly bounds: readonly BoundName[];
  readonly allowance: Allowance;
}

/** The ruling for a scenario. */
export function rulingFor(scenario: Scenario): Ruling {
  const { faults, mishaps } = scenario;
  const model = modelOf(scenario);
  const changes = [...faults, ...mishaps].map(({ kind }) => CHANGES[kind] ?? {});
  const allowances = changes.map(({ allowance = NO_ALLOWANCE }) => allowance);
  return {
    excused: [...new Set(changes.flatMap(({ excused = [] }) => excused))],
    bounds: [...new Set(changes.flatMap(({ bounds = [] }) => bounds))],
    allowance: {
      tailMs: Math.max(0, ...allowances.map(({ tailMs }) => tailMs)),
      strokes: Math.max(0, ...allowances.map(({ strokes }) => strokes)),
      // Certificates are for what a pen lets pass; till it has noticed more, inertia adds to depth.
      deeperUm: deeperBySpeedUm(model, model.rateCentiHzMax, timesOrdered(scenario)),
    },
  };
}
