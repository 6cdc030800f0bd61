/**
 * From a scenario to what a world is made of: plan and case file through the product's own doors, a
 * journal with what was spent before, the truth about the skin, the pen and its cartridge.
 */
import { CONDITIONS, SCREENING_ITEMS } from '../../host/core/case-file.ts';
import { day, formatDay } from '../../host/core/day.ts';
import { budgetKey } from '../../host/core/plan.ts';
import { parseCaseFile } from '../../host/doors/case-file.ts';
import { parsePlan } from '../../host/doors/plan-file.ts';
import type { NoteGiven } from '../../host/journal/index.ts';
import { sha256Hex } from '../../host/profile/signature.ts';
import type { Wish } from '../../host/treat/prepare.ts';
import { AREAS, isAreaName, type Side } from '../../protocol/area.ts';
import { CARTRIDGES, penModel } from '../../sim/models/index.ts';
import type { Cartridge, Individual, PenModel } from '../../sim/plant/index.ts';
import { createRandom, nextBetween } from '../../sim/random.ts';
import { granted, linked, type MemoryWorld, openIn } from '../support/journal.ts';
import { given } from '../support/limit-world.ts';
import { freshSkin, type Skin } from '../world/checkers/skin.ts';
import { freshDisk } from '../world/parts.ts';
import type { PersonDrawn, Scenario, SpentBefore } from './scenario.ts';
import { CAMPAIGN_DAY, profileOf } from './today.ts';

/** The person of every campaign; another one is somebody else. */
const PERSON = 'person-1';
const OPERATOR = 'Operator';

const text = new TextEncoder();
const daysBefore = (days: number): string => formatDay(day(CAMPAIGN_DAY - days));
const yearsBefore = (years: number): string => daysBefore(Math.ceil(years * 365.25) + 40);

function caseFileText(person: PersonDrawn): string {
  const { history } = person;
  const no = (names: readonly string[]): object =>
    Object.fromEntries(names.map((name) => [name, 'no']));
  return JSON.stringify({
    version: 1,
    person: PERSON,
    bornOn: yearsBefore(person.bornYearsAgo),
    fitzpatrick: person.fitzpatrick,
    history:
      history === 'unknown'
        ? history
        : history.map(({ daysAgo, places, followedUp, redFlag }) => ({
            date: daysBefore(daysAgo),
            areas: places,
            ...(followedUp ? { followUpOn: daysBefore(daysAgo - 14) } : {}),
            redFlag,
          })),
    screening: {
      answeredOn: formatDay(CAMPAIGN_DAY),
      answers: no(SCREENING_ITEMS),
      signedBy: OPERATOR,
    },
    conditions: {
      ...no(CONDITIONS),
      ...Object.fromEntries(person.conditions.map((name) => [name, 'yes'])),
    },
    clearances: person.cleared.map((item) => ({
      item, by: 'Prescriber', role: 'prescriber', reason: 'Seen and examined.',
    })),
    signer: 'Clinical lead',
  });
}

/** What the console hands in. */
export function wishOf({ areas, person, site, pedal }: Scenario): Wish {
  const plan = { version: 1, planId: 'campaign', person: PERSON, operator: OPERATOR, areas };
  const bytes = text.encode(JSON.stringify(plan));
  const told = person && text.encode(caseFileText(person));
  return {
    plan: given(parsePlan(bytes)),
    planHash: sha256Hex(bytes),
    caseFile: told && given(parseCaseFile(told)),
    caseFileHash: told && sha256Hex(told),
    profile: profileOf(site),
    today: CAMPAIGN_DAY,
    pedal,
  };
}

/** The model of a scenario's pen, with the date of its certificate. */
export const modelOf = ({ model, calibratedDaysAgo }: Scenario): PenModel =>
  penModel(model, CAMPAIGN_DAY, calibratedDaysAgo);

/** The one pen of its model that goes deepest, or whichever chance makes of it. */
export function individualOf(
  { deepest }: Scenario,
  { mechanics }: PenModel,
): Individual | undefined {
  if (!deepest) return undefined;
  return {
    offsetUm: mechanics.offsetUm.max,
    gainPpm: mechanics.gainPpm.max,
    bowUm: mechanics.bowUm.max,
    hysteresisUm: mechanics.hysteresisUm.min,
    ratePpm: mechanics.ratePpm.max,
  };
}

/** The cartridge of a scenario as it sits in its pen. */
export function cartridgeOf({ cartridge, seed, deepest }: Scenario, model: PenModel): Cartridge {
  const { name, expiresInDays, usedStrokes } = cartridge;
  const most = model.mechanics.seatUmMax;
  const fitting = model.needleCounts[0] ?? 12;
  const sort =
    name === 'unlisted'
      ? { ...CARTRIDGES['round-12'], modelCode: 777, needleCount: fitting }
      : CARTRIDGES[name];
  const expiryDay = CAMPAIGN_DAY + expiresInDays;
  return {
    seen: { ...sort, lot: 'LOT-7', serial: serialOf(seed), expiryDay, usedStrokes },
    seatUm: deepest ? most : nextBetween(createRandom(seed, 5), -most, most),
  };
}

const serialOf = (seed: number): string => `CART-${seed}`;

/** The lines of an earlier treatment by another pen, from its opening to its end. */
function notesOf(before: SpentBefore, scenario: Scenario, index: number): readonly NoteGiven[] {
  const { strokes, needleCount, sizeMm2, contactMs } = before;
  const treatmentId = `before-${index}`;
  const person = personOf(before);
  const area = isAreaName(before.area) ? before.area : 'forehead';
  const side = before.side as Side;
  const planned = {
    area, side, sizeMm2, depthUm: 300, rateCentiHz: 8_000, passes: 1,
    strokesPerPass: strokes, strokesTotal: strokes, contactMs,
  };
  const serial = `BEFORE-${index}`;
  return [
    { ...linked, serial, bootId: 1, strokes: 0 },
    {
      kind: 'treatment-opened', treatmentId, person, operator: OPERATOR, planHash: 'cd'.repeat(8),
      plan: { planId: treatmentId, areas: [planned] },
      profileId: 'corium-base-1', profileHash: 'ab'.repeat(32),
    },
    {
      kind: 'reservation', treatmentId, armingId: 1, penSerial: serial, bootId: 1,
      cartridgeSerial: before.sameCartridge ? serialOf(scenario.seed) : `CART-BEFORE-${index}`,
      certificateId: 'C1', person, area, side, pass: 1, fromStrokes: 0, fromCounted: 0,
      ceilingStrokes: strokes, contactMsMax: contactMs, depthUm: 300, rateCentiHz: 8_000,
      needleCount, sizeMm2, headAreaMm2: 50, stamp: false,
    },
    { kind: 'armed', armingId: 1, retracted: true },
    {
      kind: 'settled', armingId: 1, strokes, counted: strokes,
      contactMs, outcome: 'known', retracted: true,
    },
    { kind: 'treatment-closed', treatmentId, outcome: 'completed', by: OPERATOR },
  ];
}

const personOf = ({ whose }: SpentBefore): string =>
  whose === 'this person' ? PERSON : 'person-2';

/** A disk whose journal tells of everything that was done before. */
export function diskOf(scenario: Scenario): MemoryWorld {
  const disk = freshDisk();
  const oldestFirst = scenario.before.toSorted((one, other) => other.daysAgo - one.daysAgo);
  for (const [index, before] of oldestFirst.entries()) {
    disk.day = daysBefore(before.daysAgo);
    const journal = openIn(disk);
    for (const note of notesOf(before, scenario, index)) granted(journal.appendAndSyncNow(note));
    journal.close();
  }
  disk.day = formatDay(CAMPAIGN_DAY);
  return disk;
}

/** The truth about the skin, and about the cartridge. */
export function skinOf(scenario: Scenario): Skin {
  const skin = freshSkin();
  for (const before of scenario.before) {
    if (before.sameCartridge) skin.usedCartridges.add(serialOf(scenario.seed));
    if (before.whose === 'this person') remember(skin, before);
  }
  if (scenario.cartridge.usedStrokes > 0) skin.usedCartridges.add(serialOf(scenario.seed));
  return skin;
}

function remember(skin: Skin, before: SpentBefore): void {
  const { area, strokes, needleCount, contactMs, daysAgo } = before;
  if (!isAreaName(area)) return;
  const key = budgetKey(PERSON, area, before.side as Side);
  if (daysAgo > 0) {
    skin.treatedOn.set(key, [...(skin.treatedOn.get(key) ?? []), CAMPAIGN_DAY - daysAgo]);
    return;
  }
  const punctures = strokes * needleCount;
  skin.punctures.set(key, (skin.punctures.get(key) ?? 0) + punctures);
  skin.contactMs.set(key, (skin.contactMs.get(key) ?? 0) + contactMs);
  skin.today.wholeMs += contactMs;
  skin.today.wholePunctures += punctures;
  if (AREAS[area].zone === 'body') return;
  skin.today.faceMs += contactMs;
  skin.today.facePunctures += punctures;
}
