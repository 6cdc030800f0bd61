// Radiofrequency: off unless everything declares it, and every bound of a pulse alone refuses it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ENERGY_AREAS, ENERGY_BOUNDS, energyRow,
} from '../../../../../host/core/care/modality/energy-limits.ts';
import {
  energyDepthUmMax,
  type EnergyFacts,
  type EnergyPen,
  type EnergyRefusal,
  energyRefusals,
  type PulseAsked,
  pulseRefusals,
  type PulseState,
} from '../../../../../host/core/care/modality/energy-rules.ts';
import { energySentence } from '../../../../../host/core/care/modality/energy-words.ts';
import {
  isEnforced, MODALITIES, modalityLabel,
} from '../../../../../host/core/care/modality/modality.ts';
import {
  ENERGY_CONSENT, judgePulse, milliJouleOf,
} from '../../../../../host/core/care/modality/pulse.ts';
import { ENERGY_ITEMS } from '../../../../../host/core/care/screening/question.ts';
import { AREA_NAMES } from '../../../../../protocol/area.ts';
import { PROFILE } from '../../../../support/limit-world.ts';

const PEN: EnergyPen = {
  declaresEnergy: true,
  pins: 24,
  microJoulePerPinMax: 80_000,
  pulseMs: { least: 10, most: 200 },
  impedanceOhm: { least: 100, most: 1_000 },
  insulated: true,
  hardwareTimer: true,
  liftOffMs: 8,
};
const FACTS: EnergyFacts = {
  pen: PEN,
  profileDeclaresEnergy: true,
  role: 'provider',
  leadSigned: [],
  consentWithWarning: true,
  skinType: 3,
  answers: Object.fromEntries(ENERGY_ITEMS.map((item) => [item, 'no' as const])),
};
const ASKED: PulseAsked = { area: 'cheek', depthUm: 1_200, microJoulePerPin: 40_000, pulseMs: 100 };
const STATE: PulseState = {
  measuredDepthUm: 1_200,
  needlesMoving: false,
  onSkin: true,
  impedanceOhm: 400,
  deciC: 600,
  msSinceSpot: 5_000,
  impedanceFaults: 0,
  milliJouleGiven: 0,
  pulsesGiven: 0,
  sizeMm2: 1_000,
};
const LIMIT = PROFILE.rows.find(({ area }) => area === 'cheek');
const against = (
  asked: Partial<PulseAsked>,
  facts: Partial<EnergyFacts> = {},
  state: Partial<PulseState> = {},
): readonly string[] => {
  if (LIMIT === undefined) throw new Error('the table has a cheek');
  const all = [{ ...ASKED, ...asked }, { ...FACTS, ...facts }, { ...STATE, ...state }] as const;
  return pulseRefusals(...all, LIMIT);
};

test('when everything declares it and everything is within, nothing is against a pulse', () => {
  expect(against({})).toEqual([]);
});

test.each<[EnergyRefusal, Partial<EnergyFacts>]>([
  ['pen-lacks-energy', { pen: undefined }],
  ['pen-lacks-energy', { pen: { ...PEN, declaresEnergy: false } }],
  ['pen-contradicts-itself', { pen: { ...PEN, pulseMs: { least: 20, most: 10 } } }],
  ['pen-contradicts-itself', { pen: { ...PEN, impedanceOhm: { least: Number.NaN, most: 9 } } }],
  ['pen-lacks-timer', { pen: { ...PEN, hardwareTimer: false } }],
  ['pen-lifts-too-slowly', { pen: { ...PEN, liftOffMs: 11 } }],
  ['profile-lacks-energy', { profileDeclaresEnergy: false }],
  ['role-not-licensed', { role: 'technician' }],
  ['role-not-licensed', { role: undefined }],
  ['consent-lacks-warning', { consentWithWarning: false }],
  ['skin-type-unknown', { skinType: undefined }],
  ['question-open', { answers: {} }],
  ['person-has-against', { answers: { ...FACTS.answers, 'facial-palsy': 'yes' } }],
])('S-65 %s alone refuses it', (code, facts) => {
  expect(energyRefusals('cheek', { ...FACTS, ...facts })).toEqual([code]);
  expect(energySentence(code)).toMatch(/^[A-Z].*\.$/);
});

test('S-65 eye rows and lips have no row, whoever signs; temple and forehead want the lead', () => {
  for (const area of ['upper-eyelid', 'infraorbital', 'crows-feet', 'vermilion'] as const) {
    expect(energyRefusals(area, { ...FACTS, leadSigned: [area] })).toEqual(['area-lacks-row']);
    expect(ENERGY_AREAS).not.toContain(area);
  }
  for (const area of ['temple', 'forehead'] as const) {
    expect(energyRefusals(area, FACTS)).toEqual(['lead-has-not-signed']);
    expect(energyRefusals(area, { ...FACTS, leadSigned: [area] })).toEqual([]);
  }
});

test.each<[EnergyRefusal, Partial<PulseAsked>, Partial<PulseState>]>([
  ['depth-too-shallow', { depthUm: 499 }, {}],
  ['depth-too-deep', { depthUm: 1_501 }, { measuredDepthUm: 1_600 }],
  ['energy-too-high', { microJoulePerPin: 62_001 }, {}],
  ['energy-too-high', { microJoulePerPin: Number.NaN }, {}],
  ['pulse-too-short', { pulseMs: 9 }, {}],
  ['pulse-too-long', { pulseMs: 201 }, {}],
  ['not-deep-enough', {}, { measuredDepthUm: 1_199 }],
  ['not-deep-enough', {}, { measuredDepthUm: undefined }],
  ['needles-moving', {}, { needlesMoving: true }],
  ['lifted-off', {}, { onSkin: false }],
  ['impedance-outside', {}, { impedanceOhm: 99 }],
  ['impedance-outside', {}, { impedanceOhm: 1_001 }],
  ['impedance-outside', {}, { impedanceOhm: undefined }],
  ['impedance-stops-area', {}, { impedanceFaults: 3 }],
  ['temperature-unknown', {}, { deciC: undefined }],
  ['too-hot', {}, { deciC: ENERGY_BOUNDS.abortDeciC }],
  ['same-spot-too-soon', {}, { msSinceSpot: 999 }],
  ['pulses-used-up', {}, { pulsesGiven: 120 }],
  ['energy-used-up', {}, { milliJouleGiven: 299_041 }],
])('%s alone refuses a pulse', (code, asked, state) => {
  const refusals = against(asked, {}, state);
  expect(refusals).toContain(code);
  const others = refusals.filter((refusal) => refusal !== code && refusal !== 'energy-used-up');
  expect(others).toEqual([]);
  expect(energySentence(code)).toMatch(/^[A-Z].*\.$/);
});

test('on a face energy goes half a millimetre deeper than needles, and never below 1.5 mm', () => {
  for (const row of PROFILE.rows.filter(({ area }) => energyRow(area) !== undefined)) {
    const most = energyDepthUmMax(row);
    expect(most).toBeLessThanOrEqual(row.depthUm.max + 500);
  }
  expect(LIMIT && energyDepthUmMax(LIMIT)).toBe(1_500);
});

test('S-65 for any facts a pulse is allowed only where all four declare it', () => {
  const anyFacts = fc.record({
    pen: fc.constantFrom(undefined, PEN, { ...PEN, declaresEnergy: false }),
    profileDeclaresEnergy: fc.boolean(),
    role: fc.constantFrom('provider' as const, 'technician' as const, 'auditor' as const),
    skinType: fc.constantFrom(undefined, 2, 6),
  });
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...AREA_NAMES), (facts, area) => {
      const isAllowed = energyRefusals(area, { ...FACTS, ...facts }).length === 0;
      const declared = facts.pen === PEN && facts.profileDeclaresEnergy
        && facts.role === 'provider' && energyRow(area)?.needsLead === false;
      expect(isAllowed).toBe(declared && facts.skinType !== undefined);
    }),
  );
});

test('67 degrees abort, 70 alarm, and what cannot be read alarms', () => {
  const verdicts = [540, 550, 669, 670, 699, 700, Number.NaN].map((deciC) => judgePulse({ deciC }));
  expect(verdicts).toEqual([
    'below-target', 'go-on', 'go-on', 'abort', 'abort', 'alarm', 'alarm',
  ]);
});

test('energy is summed over pins and rounded up', () => {
  const pulse = {
    depthUm: 1_000, microJouleRequested: 40_000, microJouleDelivered: 39_001, impedanceOhm: 400,
    deciC: 600, pulseMs: 100,
  };
  expect(milliJouleOf([pulse, pulse], 24)).toBe(1_873);
});

test('the consent names the warning', () => {
  expect(ENERGY_CONSENT).toMatch(/burns.*nerve damage.*MedWatch/);
});

test('only what Corium drives is called enforced', () => {
  expect(MODALITIES.filter(isEnforced)).toEqual(['automated', 'energy']);
  expect(modalityLabel('dumb')).toMatch(/NOT ENFORCED/);
  expect(modalityLabel('energy')).toMatch(/simulated pen and no other/);
});
