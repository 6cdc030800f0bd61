/**
 * Chance for the guard: people, pens, cartridges and plans that a clinic might have, near enough to
 * the table that admission lets many of them in and turns many away.
 */
import fc from 'fast-check';
import type { CaseFile } from '../../../host/core/case-file.ts';
import { day } from '../../../host/core/day.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import type { Plan, PlannedArea } from '../../../host/core/plan.ts';
import type { Pages } from '../../../host/link/session-state.ts';
import type { Wish } from '../../../host/treat/prepare.ts';
import { AREAS, AREA_NAMES } from '../../../protocol/area.ts';
import { SENSOR } from '../../../protocol/from-pen.ts';
import { centiHz, mm2, penMs, strokes, um } from '../../../protocol/units.ts';
import { BASE, CARTRIDGE, PEN_P, PERSON, PROFILE, TODAY } from '../../support/limit-world.ts';

/** The pages in which a pen says what it is. */
export function pagesOf(pen: PenDescription, bootId = 77): Pages {
  const { sensors, cartridge = CARTRIDGE } = pen;
  const bits = (Object.keys(SENSOR) as (keyof typeof SENSOR)[])
    .filter((sensor) => sensors[sensor])
    .reduce((sum, sensor) => sum | SENSOR[sensor], 0);
  const request = 0;
  return {
    identity: {
      kind: 'identity', request, model: pen.model, serial: pen.serial, firmware: '1.0', hardware: 1,
    },
    capabilities: {
      kind: 'capabilities', request, depthUmMin: pen.depthUmMin, depthUmMax: pen.depthUmMax,
      depthStepUm: pen.depthStepUm, rateCentiHzMin: pen.rateCentiHzMin,
      rateCentiHzMax: pen.rateCentiHzMax, evaluatedDepthUmMax: pen.evaluatedDepthUmMax,
      sensors: bits, capabilities: 1, creditMax: pen.creditMax, leaseMsMax: pen.leaseMsMax,
      reserveAhead: pen.reserveAhead, brakeMsMax: pen.brakeMsMax, retractMsMax: pen.retractMsMax,
      overshootUm: pen.overshootUm,
    },
    calibration: {
      kind: 'calibration', request, certificateId: pen.calibration.certificateId,
      class: pen.calibration.class, issuedDay: pen.calibration.issuedDay,
      dueDay: pen.calibration.dueDay, biasLowUm: um(pen.calibration.biasLowUm),
      uncertaintyLowUm: pen.calibration.uncertaintyLowUm,
      biasHighUm: um(pen.calibration.biasHighUm),
      uncertaintyHighUm: pen.calibration.uncertaintyHighUm,
    },
    cartridge: {
      kind: 'cartridge', request, present: 1, type: cartridge.kind,
      modelCode: cartridge.modelCode, needleCount: cartridge.needleCount,
      needleLengthUm: cartridge.needleLengthUm, headAreaMm2: cartridge.headAreaMm2,
      lot: cartridge.lot, serial: cartridge.serial, expiryDay: cartridge.expiryDay,
      usedStrokes: cartridge.usedStrokes,
    },
    ledger: {
      kind: 'ledger', request, strokes: strokes(0), counted: strokes(0), reserved: strokes(0),
      bootId, bootCount: 1, closed: 1, lastArmingId: 0,
    },
    latch: {
      kind: 'latch', request, reason: 'none', latchId: 0, atPenMs: penMs(0), strokes: strokes(0),
      bootId,
    },
  };
}

const between = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const anyCartridge = fc.constantFrom(...PROFILE.cartridges).map((model) => ({
  ...CARTRIDGE,
  modelCode: model.modelCode,
  needleCount: model.needleCount,
  needleLengthUm: model.needleLengthUm,
  headAreaMm2: model.headAreaMm2,
}));

/** A pen of either class, in date or past it, with any sensors and any cartridge of the table. */
export const anyPen: fc.Arbitrary<PenDescription> = fc
  .record({
    step: fc.constantFrom(25, 50, 100, 250),
    least: fc.constantFrom(0, 1, 2),
    evaluated: fc.constantFrom(1_000, 1_500, 2_500),
    overshoot: fc.option(between(0, 60), { nil: undefined }),
    class: fc.constantFrom('P' as const, 'P' as const, 'S' as const),
    due: fc.constantFrom(150, 150, 0, -1),
    bias: fc.tuple(between(-40, 40), between(-60, 60)),
    uncertainty: fc.tuple(between(0, 60), between(0, 90)),
    sensors: fc.record({
      contact: fc.boolean(), force: fc.boolean(), tilt: fc.boolean(), motion: fc.boolean(),
      depth: fc.boolean(),
    }),
    creditMax: fc.constantFrom(20, 12, 5),
    cartridge: anyCartridge,
  })
  .map((one) => ({
    ...PEN_P,
    depthStepUm: um(one.step),
    depthUmMin: um(one.least * one.step),
    evaluatedDepthUmMax: um(one.evaluated),
    overshootUm: one.overshoot === undefined ? undefined : um(one.overshoot),
    sensors: one.sensors,
    creditMax: strokes(one.creditMax),
    cartridge: one.cartridge,
    calibration: {
      ...PEN_P.calibration,
      class: one.class,
      dueDay: day(TODAY + one.due),
      biasLowUm: one.bias[0],
      biasHighUm: one.bias[1],
      uncertaintyLowUm: um(one.uncertainty[0]),
      uncertaintyHighUm: um(one.uncertainty[1]),
    },
  }));

/** A person of any skin and age, who has been here before, once, never, or nobody knows. */
export const anyPerson: fc.Arbitrary<CaseFile | undefined> = fc.option(
  fc
    .record({
      years: fc.constantFrom(30, 30, 64, 66),
      fitzpatrick: between(1, 6),
      thin: fc.constantFrom('yes' as const, 'no' as const, 'no' as const),
      melasma: fc.constantFrom('yes' as const, 'no' as const, 'no' as const),
      history: fc.constantFrom('theirs', 'theirs', 'theirs', 'unknown', 'none'),
      ago: fc.constantFrom(0, 30, 200, 250, 300),
    })
    .map((one) => ({
      ...PERSON,
      bornOn: day(TODAY - Math.round(one.years * 365.25)),
      fitzpatrick: one.fitzpatrick,
      conditions: {
        ...PERSON.conditions,
        'steroid-thinned-skin': one.thin,
        'melasma-or-pigment-after-inflammation': one.melasma,
      },
      history:
        one.history === 'unknown'
          ? ('unknown' as const)
          : one.history === 'none' || PERSON.history === 'unknown'
            ? []
            : PERSON.history.map((visit) => ({ ...visit, on: day(visit.on - one.ago) })),
    })),
  { nil: undefined, freq: 8 },
);

const OPEN = AREA_NAMES.filter((area) =>
  PROFILE.rows.some((row) => row.area === area && row.depthUm.max > 0),
);

const NO_ROW = { depthUm: { max: um(0) }, passesMax: 0, sizeMm2Max: mm2(0) };

/** An area of the table, planned near one of its own numbers. */
export const anyArea: fc.Arbitrary<PlannedArea> = fc
  .record({
    area: fc.constantFrom(...OPEN),
    left: fc.boolean(),
    share: between(1, 100),
    depth: fc.constantFrom(0.4, 0.5, 0.5, 0.75, 1),
    rate: fc.constantFrom(20, 30, 45, 50, 80, 100),
    passes: fc.constantFrom(1, 1, 2, 4),
    reason: fc.option(fc.constant('Wanted.'), { nil: undefined }),
    scar: fc.constantFrom(false, false, true),
  })
  .map(({ area, left, share, depth, rate, passes, reason, scar }) => {
    const row = PROFILE.rows.find((one) => one.area === area);
    const scarred = PROFILE.indications.find((one) => one.area === area);
    const { depthUm, passesMax, sizeMm2Max } = row ?? NO_ROW;
    return {
      area,
      side: AREAS[area].paired ? (left ? 'left' : 'right') : 'midline',
      sizeMm2: mm2(Math.max(1, Math.floor((sizeMm2Max * share) / 100))),
      depthUm: um(Math.floor(depthUm.max * depth)),
      rateCentiHz: centiHz(rate * 100),
      passes: Math.min(passes, passesMax),
      indication: scar ? scarred?.indication : undefined,
      eyeProtection: true,
      reason,
    } satisfies PlannedArea;
  });

/** A plan of one to three different areas. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .uniqueArray(anyArea, { minLength: 1, maxLength: 3, selector: ({ area }) => area })
  .map((areas) => ({ planId: 'any-plan', person: PERSON.person, operator: 'Tester', areas }));

/** Sixteen digits that stand for a plan's hash, and more. */
export const PLAN_HASH = '00112233445566778899aabbccddeeff';

/** A wish as the doors give it. */
export const wishOf = (plan: Plan, caseFile: CaseFile | undefined): Wish => ({
  plan,
  planHash: PLAN_HASH,
  caseFile,
  caseFileHash: undefined,
  profile: BASE,
  today: TODAY,
  pedal: false,
});
