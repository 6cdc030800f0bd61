/**
 * All checkers together, as every story and every seed is judged by. A world whose judges found
 * nothing to say at all would be suspicious too, so each of them has a test in which it complains.
 */
import type { Entry } from '../../../host/journal/index.ts';
import { BASE } from '../../support/limit-world.ts';
import type { World } from '../world.ts';
import { ceilingChecker } from './ceiling.ts';
import type { Checker } from './checker.ts';
import { depthChecker } from './depth.ts';
import { doseChecker } from './dose.ts';
import { orderChecker } from './order.ts';
import { permissionChecker } from './permission.ts';
import { reservationChecker } from './reservation.ts';
import { retractionChecker } from './retraction.ts';
import { freshSkin, type Skin } from './skin.ts';
import { stopBoundChecker } from './stop-bound.ts';
import { listen, type Testimony } from './testimony.ts';
import { totalsChecker } from './totals.ts';

const CHECKERS = {
  ceiling: ceilingChecker,
  depth: depthChecker,
  permission: permissionChecker,
  retraction: retractionChecker,
  order: orderChecker,
  'stop-bound': stopBoundChecker,
  dose: doseChecker,
  reservation: reservationChecker,
  totals: totalsChecker,
} as const satisfies Readonly<Record<string, Checker>>;

/** The name of a checker. */
export type CheckerName = keyof typeof CHECKERS;

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
  /** Alters what the journal tells before judges read it, to see whether they notice. */
  readonly retell?: (entry: Entry) => Entry;
}

/** Lets all checkers look on at a world, but those that a story excuses. */
export function judge(world: World, { excused = [], skin, retell }: Sitting = {}): Court {
  const complaints: string[] = [];
  const testimony = listen(world);
  const evidence = {
    world,
    testimony,
    skin: skin ?? freshSkin(),
    profile: BASE.profile,
    entries: () => (retell === undefined ? world.entries : world.entries.map(retell)),
  };
  const atEnd: (() => void)[] = [];
  for (const [name, checker] of Object.entries(CHECKERS)) {
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
