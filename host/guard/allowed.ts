// What may be asked of the pen for an area now: its cap, less what the lines and the guard's own
// account say it has had, less what the whole treatment has had. One answer for ENVELOPE and ARM.

import { type AreaCap, areaCap } from './area-cap.ts';
import { blockOf, daysSince, findArea, type Found } from './blocked.ts';
import { type Facts, MODE } from './facts.ts';
import type { Heard } from './heard.ts';
import type { PenPages } from './pen-margin.ts';
import { spacingOf } from './person.ts';
import { isWorn, nameOf } from './pen-past.ts';
import { isFace } from './place.ts';
import type { Table } from './raw-table.ts';
import { type Broken, broken } from './refusal.ts';
import type { Spent, Sum } from './spent.ts';
import type { Wished } from './wished.ts';

/** What may be asked for an area. */
export interface Allowed {
  readonly found: Found;
  readonly cap: AreaCap;
  readonly face: boolean;
  readonly needles: number;
  readonly strokes: number;
  readonly contactMs: number;
  readonly needleOnMs: number;
}

/** Whether an answer says no. */
export const isBroken = (answer: object): answer is Broken => 'rule' in answer;

interface Known {
  readonly wished: Wished;
  readonly table: Table;
  readonly spent: Spent;
  readonly pages: PenPages;
  readonly serial: string;
}

function pagesOf({ capabilities, calibration, cartridge, telemetry }: Heard): PenPages | undefined {
  const heard = capabilities && calibration && cartridge && telemetry;
  return heard && { can: capabilities, certificate: calibration, cartridge };
}

/** Everything that has to be known before any number means anything. */
function knownOf({ wished, table, spent, heard, mode }: Facts): Known | Broken {
  const pages = pagesOf(heard);
  if (mode !== MODE.treatment) return broken('wrong-mode');
  if (wished === undefined) return broken('nothing-admitted');
  if (table === undefined) return broken('table-unread');
  if (spent === undefined) return broken('journal-unread');
  if (pages === undefined || heard.identity === undefined) return broken('pen-unheard');
  return { wished, table, spent, pages, serial: heard.identity.serial };
}

const leftOf = (limit: Sum, used: Sum, own: Sum, face: boolean): number =>
  Math.min(
    limit.whole - used.whole - own.whole,
    face ? limit.face - used.face - own.face : Number.POSITIVE_INFINITY,
  );

/** Strokes that are left of an area today. S-04: others' passes and punctures are taken off. */
function strokesLeft({ account }: Facts, spent: Spent, found: Found, of: CapOf): number {
  const { cap, needles } = of;
  const had = spent.places.get(found.place);
  const own = (account.punctures.get(found.place) ?? 0) + (had?.ownPunctures ?? 0);
  const inArea = cap.strokes * needles - own - (had?.otherPunctures ?? 0);
  const passes = cap.passes - (had?.otherPasses.size ?? 0);
  const inPasses = cap.passStrokes * passes * needles - own;
  return Math.min(cap.passStrokes, Math.floor(Math.min(inArea, inPasses) / needles));
}

interface CapOf {
  readonly cap: AreaCap;
  readonly needles: number;
}

/** What may be asked for an area, or the first thing against it. */
export function allowedFor(
  facts: Facts,
  areaCode: number,
  sideCode: number,
): Allowed | Broken {
  const known = knownOf(facts);
  if (isBroken(known)) return known;
  const { wished, table, spent, pages, serial } = known;
  if (facts.penSerial !== undefined && facts.penSerial !== serial) return broken('pen-changed');
  const found = findArea(wished, table, areaCode, sideCode);
  if (isBroken(found)) return found;
  // S-47: what shook the pen in this treatment counts as much as what the lines tell.
  const { certificateId } = pages.certificate;
  const shaken = facts.shaken.has(nameOf(serial, certificateId));
  const worn = shaken || isWorn(spent.pens, serial, certificateId);
  const blocked = blockOf({ wished, table, spent, pages, found, worn });
  if (blocked !== undefined) return blocked;

  const { area, row, place } = found;
  const { newestDay: today } = spent;
  const early = daysSince(wished, spent, found) <= spacingOf(table, area).reducedThroughDays;
  const cap = areaCap({ table, row, wished, area, pages, today, early, worn });
  const needles = pages.cartridge.needleCount;
  const face = isFace(area.area);
  const { account } = facts;
  // S-09: what the whole treatment has had bounds every area of it.
  const inWhole = leftOf(table.punctures, spent.punctures, account.wholePunctures, face);
  const had = spent.places.get(place)?.contactMs ?? 0;
  return {
    found,
    cap,
    face,
    needles,
    strokes: Math.min(
      strokesLeft(facts, spent, found, { cap, needles }),
      Math.floor(inWhole / needles),
    ),
    contactMs: cap.contactMs - had - (account.onMs.get(place) ?? 0),
    needleOnMs: leftOf(table.needleOnMs, spent.needleOnMs, account.wholeOnMs, face),
  };
}
