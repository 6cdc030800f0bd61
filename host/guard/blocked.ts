// What keeps an area from being needled at all, whatever the numbers: asked of the plan, the raw
// table, the person, the day, the certificate and the cartridge, in this order. What is not known
// blocks.

import { areaName, isSideOf, sideName } from '../../protocol/area.ts';
import { CAPABILITY } from '../../protocol/from-pen.ts';
import { classOf, type PenPages } from './pen-margin.ts';
import { isFirst, isTooYoung, lastVisit, spacingOf } from './person.ts';
import { isAtEye, isNeverNeedled, placeOf } from './place.ts';
import type { Table, TableRow } from './raw-table.ts';
import { above, type Broken, broken } from './refusal.ts';
import type { Spent } from './spent.ts';
import type { Wished, WishedArea } from './wished.ts';

/** An area by the codes of the wire, looked up in plan and table. */
export interface Found {
  readonly area: WishedArea;
  readonly row: TableRow;
  readonly place: number;
}

const isOpen = ({ depthUm, passesMax, densityPerCm2 }: TableRow): boolean =>
  depthUm.max > 0 && passesMax > 0 && densityPerCm2.max > 0;

/** The place in plan and table that two codes name, or why there is none. */
export function findArea(
  wished: Wished,
  table: Table,
  areaCode: number,
  sideCode: number,
): Found | Broken {
  const name = areaName(areaCode);
  if (name === undefined || isNeverNeedled(name)) return broken('area-blocked');
  const side = sideName(sideCode);
  const area = wished.plan.areas.find((of) => of.area === name && of.side === side);
  if (area === undefined || !isSideOf(name, area.side)) return broken('not-in-plan');
  const base = table.rows.find((row) => row.area === name);
  const indicated = table.indications.find(
    (row) => row.area === name && row.indication === area.indication,
  );
  const row = area.indication === undefined ? base : indicated;
  const open = base !== undefined && row !== undefined && isOpen(base) && isOpen(row);
  return open ? { area, row, place: placeOf(name, area.side) } : broken('no-row');
}

/** What an area is held against beside its numbers. */
export interface BlockQuestion {
  readonly wished: Wished;
  readonly table: Table;
  readonly spent: Spent;
  readonly pages: PenPages;
  readonly found: Found;
  /** Whether the pen was shaken or used up since it was calibrated. */
  readonly worn: boolean;
}

const when = (holds: boolean, rule: Broken['rule']): Broken | undefined =>
  holds ? broken(rule) : undefined;

function personBlock({ wished, table, spent, found }: BlockQuestion): Broken | undefined {
  const { caseFile } = wished;
  const { newestDay: today } = spent;
  const first = isFirst(caseFile, today);
  const early = first && !found.row.allowedOnFirstVisit;
  return when(early || isTooYoung(caseFile, table.ageYearsMin.value, today), 'person');
}

/** Days since the same skin was last treated before today. */
export function daysSince(wished: Wished, spent: Spent, { area, place }: Found): number {
  const { newestDay: today, places } = spent;
  const told = places.get(place)?.lastDay ?? Number.NEGATIVE_INFINITY;
  return today - Math.max(told, lastVisit(wished, area, today));
}

// S-10: the days are counted here once more, from the lines and the case file.
function intervalBlock({ wished, table, spent, found }: BlockQuestion): Broken | undefined {
  const days = daysSince(wished, spent, found);
  const { refusedUnderDays } = spacingOf(table, found.area);
  return days < refusedUnderDays
    ? { rule: 'interval', asked: days, allowed: refusedUnderDays }
    : undefined;
}

// S-31: a certificate that is absent, failed or of another time blocks.
function certificateBlock({ pages, spent }: BlockQuestion): Broken | undefined {
  const { certificateId, issuedDay, dueDay } = pages.certificate;
  const named = certificateId.trim() !== '' && classOf(pages) !== undefined;
  const sound = issuedDay <= spent.newestDay && issuedDay <= dueDay;
  return when(!named || !sound, 'certificate');
}

// S-11: the eye takes a pen of class P in date, a shield, and somebody who has been here before.
function eyeBlock({ wished, spent, pages, found, worn }: BlockQuestion): Broken | undefined {
  if (!isAtEye(found.area.area)) return undefined;
  const inDate = !worn && pages.certificate.dueDay >= spent.newestDay;
  const tight = classOf(pages) === 'P' && inDate;
  const ready = found.area.eyeProtection && !isFirst(wished.caseFile, spent.newestDay);
  return when(!tight || !ready, 'eye');
}

// S-46: energy that no table here bounds, and a depth that a hand turns, keep to nothing.
function abilityBlock({ pages, table, wished }: BlockQuestion): Broken | undefined {
  const { capabilities } = pages.can;
  const moves = (capabilities & CAPABILITY.motorisedDepth) !== 0;
  const emits = (capabilities & CAPABILITY.radioFrequency) !== 0;
  const bound = table.energy !== undefined && wished.energy !== undefined;
  return when(!moves || (emits && !bound), 'pen-unfit');
}

// S-30: a cartridge is what its chip and the table say together, unexpired and nobody else's.
function cartridgeBlock({ table, spent, pages }: BlockQuestion): Broken | undefined {
  const { cartridge: chip } = pages;
  const known = table.cartridges.some(
    (model) =>
      model.modelCode === chip.modelCode &&
      model.needleCount === chip.needleCount &&
      model.needleLengthUm === chip.needleLengthUm &&
      model.headAreaMm2 === chip.headAreaMm2,
  );
  const fit = chip.present === 1 && chip.type === 'patient' && chip.serial.trim() !== '';
  const fresh = chip.expiryDay >= spent.newestDay && !spent.usedUp.has(chip.serial);
  return when(!known || !fit || !fresh, 'cartridge');
}

function sizeBlock({ spent, found }: BlockQuestion): Broken | undefined {
  const declared = spent.places.get(found.place)?.sizeMm2 ?? Number.POSITIVE_INFINITY;
  return above('size', found.area.sizeMm2, Math.min(found.row.sizeMm2Max, declared));
}

/** The first thing that keeps an area from being needled. */
export const blockOf = (of: BlockQuestion): Broken | undefined =>
  sizeBlock(of) ??
  personBlock(of) ??
  intervalBlock(of) ??
  abilityBlock(of) ??
  certificateBlock(of) ??
  eyeBlock(of) ??
  cartridgeBlock(of);
