// The binding numbers of one area of one person with one pen, reckoned anew from the raw table.
// They are what admission should have come to, by another hand: nothing here is taken from it.
// What they do not know of (screening, red flags, the room) can only make the host's own numbers
// smaller.

import { AREAS } from '../../protocol/area.ts';
import { SENSOR } from '../../protocol/from-pen.ts';
import { CREDIT_MAX, LEASE_MS_MAX, OVERSPEED, RENEW_MS } from '../../protocol/timing.ts';
import { deepestSetting, type PenPages } from './pen-margin.ts';
import { isFirst, reductionsFor } from './person.ts';
import { EYE_CENTI_HZ_MAX, isAtEye } from './place.ts';
import type { Table, TableRow } from './raw-table.ts';
import type { Wished, WishedArea } from './wished.ts';

/** The most that an area may have, and at a time, before what it has had. */
export interface AreaCap {
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly passes: number;
  readonly passStrokes: number;
  readonly strokes: number;
  readonly credit: number;
  readonly leaseMs: number;
  readonly contactMs: number;
  readonly holdMs: number;
  readonly dwellMs: number;
  /** Whether one press of the trigger may have one grant only. */
  readonly stamp: boolean;
}

/** Everything that a cap is reckoned from. */
export interface CapQuestion {
  readonly table: Table;
  readonly row: TableRow;
  readonly wished: Wished;
  readonly area: WishedArea;
  readonly pages: PenPages;
  readonly today: number;
  /** Whether the same skin was treated so short ago that its density is reduced. */
  readonly early: boolean;
  /** Whether the pen was shaken or used up since it was calibrated. */
  readonly worn: boolean;
}

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** A number times all ratios at once, lowered to a step: exact, whatever the order. */
function reduced(from: number, by: readonly Ratio[], step: number): number {
  const above = by.reduce((product, ratio) => product * ratio.numerator, from);
  const below = by.reduce((product, ratio) => product * ratio.denominator, step);
  return Math.floor(above / below) * step;
}

const TABLE_STEP_UM = 50;
const MM2_PER_CM2 = 100;

function depthOf(of: CapQuestion, reductions: Table['modifiers'], first: boolean): number {
  const { row, area, pages, today, table, worn } = of;
  // S-31: run out, shaken or used up, a pen works to the recommendation.
  const careful = first || worn || pages.certificate.dueDay < today;
  const startUm = careful ? Math.min(row.depthUm.recommended, row.depthUm.max) : row.depthUm.max;
  const personUm = reduced(startUm, reductions.map(({ depth }) => depth), TABLE_STEP_UM);
  return deepestSetting(Math.min(personUm, area.depthUm), pages, table);
}

function rateOf({ table, area, pages }: CapQuestion): number {
  const zone = table.zones[AREAS[area.area].zone].rateCentiHzMax;
  const eye = isAtEye(area.area) ? EYE_CENTI_HZ_MAX : zone;
  return Math.min(zone, eye, pages.can.rateCentiHzMax, area.rateCentiHz);
}

function passesOf({ row, area }: CapQuestion, reductions: Table['modifiers']): number {
  const less = reductions.reduce((sum, { passesLess }) => sum + passesLess, 0);
  return Math.min(row.passesMax === 0 ? 0 : Math.max(1, row.passesMax - less), area.passes);
}

/** Strokes in which a pen can be at its fastest between two renewals. */
const twoRenewals = (rateCentiHz: number): number =>
  Math.ceil((2 * RENEW_MS * rateCentiHz * OVERSPEED.numerator) / (100_000 * OVERSPEED.denominator));

/** The cap of an area. */
export function areaCap(of: CapQuestion): AreaCap {
  const { table, row, wished, area, pages, today, early } = of;
  const { can, cartridge } = pages;
  const first = isFirst(wished.caseFile, today);
  const reductions = reductionsFor(table, wished.caseFile, today, early);
  const density = (from: number): number =>
    reduced(from, reductions.map((reduction) => reduction.density), 1);
  const most = row.densityPerCm2;
  // S-06: what a spot may have follows from the cap, what the area may have from the plan's reason.
  const spotPerCm2 = density(first ? Math.min(most.max, most.recommended) : most.max);
  const plain = first || area.reason === undefined;
  const perCm2 = density(plain ? Math.min(most.max, most.recommended) : most.max);

  const needles = cartridge.needleCount;
  const rateCentiHz = rateOf(of);
  const passes = passesOf(of, reductions);
  const strokesFor = (punctures: number, shares: number): number =>
    Math.floor((punctures * area.sizeMm2) / (MM2_PER_CM2 * needles * shares));
  const passStrokes = Math.min(strokesFor(most.perPass, 1), strokesFor(perCm2, passes));
  const spotStrokes = (spotPerCm2 * cartridge.headAreaMm2) / (2 * MM2_PER_CM2 * needles);
  const credit = Math.min(CREDIT_MAX, can.creditMax, passStrokes, Math.floor(spotStrokes));
  const onSpotMs = (sizeMm2: number): number =>
    (spotPerCm2 * sizeMm2 * 1_000) / (rateCentiHz * needles);

  const zone = table.zones[AREAS[area.area].zone];
  const dwellMs = Math.min(zone.dwellMs, Math.floor(onSpotMs(cartridge.headAreaMm2) / 2));
  const sensesMotion = (can.sensors & SENSOR.motion) !== 0;
  return {
    depthUm: depthOf(of, reductions, first),
    rateCentiHz,
    passes,
    passStrokes,
    strokes: Math.min(strokesFor(perCm2, 1), passStrokes * passes),
    credit,
    leaseMs: Math.min(LEASE_MS_MAX, can.leaseMsMax),
    contactMs: Math.floor(onSpotMs(area.sizeMm2)),
    holdMs: sensesMotion ? zone.trainMs : Math.min(zone.trainMs, dwellMs),
    dwellMs,
    stamp: credit < twoRenewals(rateCentiHz) || (isAtEye(area.area) && !sensesMotion),
  };
}
