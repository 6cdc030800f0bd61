/**
 * All checkers together, as every story and every seed is judged by. A world whose judges found
 * nothing to say at all would be suspicious too, so each of them has a test in which it complains.
 */
import type { Entry } from '../../../host/journal/index.ts';
import type { World } from '../world.ts';
import { ceilingChecker } from './ceiling.ts';
import { type Allowance, type Checker, type Evidence, NO_ALLOWANCE } from './checker.ts';
import { depthChecker } from './depth.ts';
import { doseChecker } from './dose.ts';
import { humanChecker } from './human.ts';
import type { Measure } from './measure.ts';
import { orderChecker } from './order.ts';
import { permissionChecker } from './permission.ts';
import { reservationChecker } from './reservation.ts';
import { retractionChecker } from './retraction.ts';
import { freshSkin, type Skin } from './skin.ts';
import { stopBoundChecker } from './stop-bound.ts';
import { listen, type Testimony } from './testimony.ts';
import { timeChecker } from './time.ts';
import { journalChecker, ledgerChecker, totalsChecker } from './totals.ts';

const CHECKERS = {
  ceiling: ceilingChecker,
  depth: depthChecker,
  permission: permissionChecker,
  retraction: retractionChecker,
  order: orderChecker,
  'stop-bound': stopBoundChecker,
  dose: doseChecker,
  time: timeChecker,
  human: humanChecker,
  reservation: reservationChecker,
  totals: totalsChecker,
  ledger: ledgerChecker,
  journal: journalChecker,
} as const satisfies Readonly<Record<string, Checker>>;

/** The name of a checker. */
export type CheckerName = keyof typeof CHECKERS;

/** The names of all checkers. */
export const CHECKER_NAMES: readonly CheckerName[] = Object.keys(CHECKERS).filter(isCheckerName);

/** Whether there is a checker of this name. */
export function isCheckerName(name: string): name is CheckerName {
  return Object.hasOwn(CHECKERS, name);
}

/** The judges of one world. */
export interface Court {
  readonly testimony: Testimony;
  /** Every complaint so far, each once, with the checker's name in front; at most a few of each. */
  readonly complaints: readonly string[];
  /** Closes the case: totals are compared, and all complaints given. */
  readonly close: () => readonly string[];
}

const COMPLAINTS_EACH_MAX = 3;

/** What a story wants of its judges. */
export interface Sitting {
  /** Checkers whose promise this very fault takes away; the story says what holds instead. */
  readonly excused?: readonly CheckerName[];
  /** Skin that other worlds have needled as well. */
  readonly skin?: Skin;
  /** Takes note of how near to its limits the world came. */
  readonly measure?: Measure;
  /** What faults add to bounds, by publication. */
  readonly allowance?: Allowance;
  /** Checkers beside those that are always there, for faults with bounds of their own. */
  readonly beside?: Readonly<Record<string, Checker>>;
  /** Alters what the journal tells before judges read it, to see whether they notice. */
  readonly retell?: (entry: Entry) => Entry;
}

/** Lets all checkers look on at a world, but those that a story excuses. */
export function judge(world: World, sitting: Sitting = {}): Court {
  const { excused = [], beside = {}, retell } = sitting;
  const complaints: string[] = [];
  const testimony = listen(world);
  const evidence: Evidence = {
    world,
    testimony,
    skin: sitting.skin ?? freshSkin(),
    profile: world.parts.wish.profile.profile,
    entries: () => (retell === undefined ? world.entries : world.entries.map(retell)),
    measure: sitting.measure ?? (() => undefined),
    allowance: sitting.allowance ?? NO_ALLOWANCE,
  };
  const atEnd: (() => void)[] = [];
  for (const [name, checker] of Object.entries({ ...CHECKERS, ...beside })) {
    if (excused.some((one) => one === name)) continue;
    let said = 0;
    const complain = (what: string): void => {
      said += 1;
      if (said <= COMPLAINTS_EACH_MAX) complaints.push(`${name}: at ${world.nowMs()} ms ${what}`);
    };
    const finish = checker(evidence, complain);
    if (finish !== undefined) atEnd.push(finish);
  }
  return {
    testimony,
    complaints,
    close: () => {
      for (const finish of atEnd.splice(0)) finish();
      return complaints;
    },
  };
}
