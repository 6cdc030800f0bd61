// A pen, a person and a profile against which nothing stands, so that a test can change one thing
// and see what it does. The profile is the real one, signature and all.

import { AssertionError } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { AdmissionFacts } from '../../host/core/admission-facts.ts';
import { NOTHING_SPENT } from '../../host/core/budget-spent.ts';
import type { CaseFile } from '../../host/core/case-file.ts';
import { day, type Day, parseDay } from '../../host/core/day.ts';
import type { LimitProfile } from '../../host/core/limit-profile.ts';
import type { Cartridge, PenDescription } from '../../host/core/pen-description.ts';
import type { Plan, PlannedArea } from '../../host/core/plan.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { parseCaseFile } from '../../host/doors/case-file.ts';
import { parsePlan } from '../../host/doors/plan-file.ts';
import { type LoadedProfile, readBaseProfile } from '../../host/profile/base-profile.ts';
import type { Result } from '../../protocol/result.ts';
import { centiHz, mm2, ms, strokes, um } from '../../protocol/units.ts';

/** What a result that must be good holds. */
export function given<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** What a result that must be a refusal holds; that it is one is what a test asserts. */
export function refused<Refused>(result: Result<unknown, Refused>): Refused {
  if (result.ok) throw new AssertionError({ message: 'this should have been refused' });
  return result.error;
}

/** The codes of some refusals, in order. */
export const codes = (refusals: readonly { readonly code: string }[]): readonly string[] =>
  refusals.map(({ code }) => code);

/** A day written as a date. */
export function on(date: string): Day {
  const found = parseDay(date);
  if (found === undefined) throw new Error(`no such day: ${date}`);
  return found;
}

/** The day on which the tests take place. */
export const TODAY = on('2026-11-20');

/** The base table that comes with Corium, loaded through its own door. */
export const BASE: LoadedProfile = given(readBaseProfile(TODAY));

/** The rules of that table. */
export const PROFILE: LimitProfile = BASE.profile;

/** A new cartridge of fourteen needles. */
export const CARTRIDGE: Cartridge = {
  kind: 'patient',
  modelCode: 114,
  needleCount: 14,
  needleLengthUm: um(2_500),
  headAreaMm2: mm2(50),
  lot: 'LOT-1',
  serial: 'CARTRIDGE-1',
  expiryDay: day(TODAY + 200),
  usedStrokes: strokes(0),
};

/** A pen of class P that senses everything and is wrong by no more than its class. */
export const PEN_P: PenDescription = {
  model: 'test-p',
  serial: 'PEN-1',
  firmware: '1.0.0',
  depthUmMin: um(100),
  depthUmMax: um(2_000),
  depthStepUm: um(50),
  rateCentiHzMin: centiHz(2_000),
  rateCentiHzMax: centiHz(15_000),
  evaluatedDepthUmMax: um(1_500),
  overshootUm: um(10),
  motorisedDepth: true,
  radioFrequency: false,
  sensors: { contact: true, force: true, tilt: true, motion: true, depth: true },
  creditMax: strokes(20),
  leaseMsMax: ms(200),
  retractMsMax: ms(100),
  brakeMsMax: ms(30),
  reserveAhead: strokes(200),
  calibration: {
    certificateId: 'CERT-1',
    class: 'P',
    issuedDay: day(TODAY - 30),
    dueDay: day(TODAY + 150),
    biasLowUm: 5,
    uncertaintyLowUm: um(25),
    biasHighUm: -5,
    uncertaintyHighUm: um(35),
  },
  cartridge: CARTRIDGE,
};

/** The same pen in class S with a step of a tenth of a millimetre. */
export const PEN_S: PenDescription = {
  ...PEN_P,
  depthStepUm: um(100),
  calibration: { ...PEN_P.calibration, class: 'S' },
};

/** The demonstration's person, in whom nothing stands against anything. */
export const PERSON: CaseFile = given(parseCaseFile(new TextEncoder().encode(demoCaseFile(TODAY))));

/** The demonstration's plan. */
export const DEMO_PLAN: Plan = given(
  parsePlan(readFileSync(new URL('../../host/demo/plan.json', import.meta.url))),
);

/** Facts that admit every plan within the table. */
export const FACTS: AdmissionFacts = {
  today: TODAY,
  profile: PROFILE,
  pen: PEN_P,
  caseFile: PERSON,
  spent: NOTHING_SPENT,
  cartridgeUses: [],
};

/** A planned area well within the table, changed as told. */
export const planned = (change: Partial<PlannedArea>): PlannedArea => ({
  area: 'forehead',
  side: 'midline',
  sizeMm2: mm2(1_000),
  depthUm: um(500),
  rateCentiHz: centiHz(8_000),
  passes: 2,
  indication: undefined,
  eyeProtection: false,
  reason: undefined,
  ...change,
});

/** An infraorbital area that asks for all that the table has. */
export const UNDER_EYE: PlannedArea = planned({
  area: 'infraorbital',
  side: 'left',
  sizeMm2: mm2(300),
  depthUm: um(250),
  rateCentiHz: centiHz(3_000),
  passes: 1,
  eyeProtection: true,
  reason: 'Fine lines.',
});

/** A plan of some areas for the demonstration's person. */
export const planOf = (...areas: readonly PlannedArea[]): Plan => ({
  planId: 'test-plan',
  person: PERSON.person,
  operator: 'Tester',
  areas,
});
