// A desk that nobody runs: states and snapshots written by hand, for tests of views and for looking
// at screens. It is a fixture and says so; what a real desk says is tested against a real desk.

import type { AreaSnapshot, PenSnapshot, Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import { day } from '../../../host/core/day.ts';
import { centiHz, mm2, ms, strokes, um } from '../../../protocol/units.ts';
import { NOBODY_LOOKED, openReasons, roomInOrder } from '../../../host/core/checklist.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';

/** The pen of the fixture. */
export const FIXTURE_PEN: PenDescription = {
  model: 'Corium S1',
  serial: 'SIM-0001',
  firmware: '1.0.0',
  depthUmMin: um(0),
  depthUmMax: um(2_500),
  depthStepUm: um(50),
  rateCentiHzMin: centiHz(1_000),
  rateCentiHzMax: centiHz(12_000),
  evaluatedDepthUmMax: um(1_500),
  overshootUm: um(20),
  sensors: { contact: true, force: true, tilt: true, motion: true, depth: true },
  motorisedDepth: true,
  radioFrequency: false,
  creditMax: strokes(60),
  leaseMsMax: ms(200),
  retractMsMax: ms(60),
  brakeMsMax: ms(40),
  reserveAhead: strokes(60),
  calibration: {
    certificateId: 'cert-0001',
    class: 'P',
    issuedDay: day(2_490),
    dueDay: day(2_700),
    biasLowUm: 0,
    uncertaintyLowUm: um(50),
    biasHighUm: 0,
    uncertaintyHighUm: um(80),
  },
  cartridge: {
    kind: 'patient',
    modelCode: 1,
    needleCount: 12,
    needleLengthUm: um(2_500),
    headAreaMm2: mm2(64),
    lot: 'L2411',
    serial: 'C-0042',
    expiryDay: day(2_900),
    usedStrokes: strokes(0),
  },
};

/** An area of a treatment. */
export const areaSnapshot = (over: Partial<AreaSnapshot> = {}): AreaSnapshot => ({
  area: 'cheek', side: 'left', eye: false, stamp: false,
  depthUm: 650, rateCentiHz: 9_000, sizeMm2: 3_000, passes: 3, passesDone: 0,
  strokesPerPass: 1_250, passStrokes: 0, strokes: 0, unknownStrokes: 0, puncturesPerCm2: 0,
  contactMs: 0, state: 'open', against: [],
  ...over,
});

/** A pen at work. */
export const penSnapshot = (over: Partial<PenSnapshot> = {}): PenSnapshot => ({
  model: 'Corium S1', serial: 'SIM-0001', calibrationClass: 'P', phase: 'idle', ageMs: 10,
  depthUm: undefined, rateCentiHz: 0, forceMn: 0, tiltDeg: 2, glideMmS: 0,
  trigger: false, contact: false, retracted: true, batteryPercent: 87, roundTripMs: 4,
  ...over,
});

/** A treatment at rest with three areas. */
export const snapshot = (over: Partial<Snapshot> = {}): Snapshot => ({
  treatmentId: 't-fixture', phase: 'ready', next: 'arm',
  areas: [
    areaSnapshot({
      area: 'forehead', side: 'midline', state: 'done', passesDone: 3, strokes: 3_750,
      passStrokes: 0, puncturesPerCm2: 1_500,
    }),
    areaSnapshot(),
    areaSnapshot({ side: 'right' }),
    areaSnapshot({ area: 'crows-feet', eye: true, depthUm: 350, passes: 1, sizeMm2: 600 }),
  ],
  active: undefined, pen: penSnapshot(), shaken: undefined, latch: undefined, cause: undefined,
  alarms: [], needleOnMs: 192_000, punctures: 45_000,
  ...over,
});

/** The same while needles move on the left cheek. */
export function runningSnapshot(over: Partial<Snapshot> = {}): Snapshot {
  const { areas } = snapshot();
  return snapshot({
    phase: 'running', next: 'glide', active: 1,
    areas: areas.map((area, index) =>
      index === 1
        ? { ...area, state: 'active', passesDone: 1, passStrokes: 438, strokes: 1_688,
            puncturesPerCm2: 675, contactMs: 14_300 }
        : area),
    pen: penSnapshot({
      phase: 'running', depthUm: 640, rateCentiHz: 8_950, forceMn: 820, tiltDeg: 6, glideMmS: 34,
      trigger: true, contact: true, retracted: false,
    }),
    ...over,
  });
}

/** A desk in a demonstration at which nobody has done anything. */
export const deskState = (over: Partial<DeskState> = {}): DeskState => ({
  installation: {
    dataDir: 'demo', demo: true, installationId: 'fixture', hostVersion: '0.1.0',
    today: '2026-11-21',
  },
  settings: { language: 'en', theme: 'light', soundPercent: 80 },
  windows: { role: 'controller', controllerPresent: true, viewers: 0 },
  operator: '',
  staff: { kind: 'nobody-yet' },
  care: { chart: 'none', identityKey: 'absent', person: undefined, visit: undefined, rev: 0 },
  pen: {
    address: 'sim', simulated: true, standing: { kind: 'met', pen: FIXTURE_PEN }, ports: [],
  },
  caseFile: { kind: 'none' },
  plan: {
    draft: { planId: 'plan-1', person: '', areas: [] },
    check: { admissible: false, refusals: [], notices: [], areas: [], notLookedAt: [] },
    offers: [],
  },
  room: { facts: NOBODY_LOOKED, open: openReasons(NOBODY_LOOKED, true) },
  pedal: false,
  treatment: { kind: 'none' },
  alarms: { log: [] },
  notices: [], records: [], pens: [], due: [],
  bench: {
    standing: { kind: 'none' }, instruments: [], key: { state: 'there', path: 'bench-key.pem' },
    open: undefined, simulated: true, hands: 'window', held: false, found: undefined, said: [],
  },
  simulator: {
    model: 's1', models: ['s1', 's2'], serial: 'SIM-0001', operator: 'auto',
    cartridges: ['nano-12', 'needle-14'], faultKinds: ['stall', 'too-deep'], faults: [],
  },
  ...over,
});

/** A desk whose treatment runs. */
export const treatingState = (over: Partial<DeskState> = {}): DeskState =>
  deskState({
    operator: 'Anna Keller',
    room: { facts: roomInOrder('none', undefined), open: [] },
    treatment: {
      kind: 'running',
      admitted: {
        treatmentId: 't-fixture', planId: 'plan-1', person: 'demo-person', resumed: false,
        areas: snapshot().areas.map(({ area, side, depthUm }) => ({
          area, side, plannedUm: 750, capUm: 750, capRule: 'row:4', shakenCapUm: undefined, depthUm,
          densityPerCm2: 1_600,
        })),
      },
    },
    ...over,
  });

const ASKED = {
  area: 'cheek', side: 'left', sizeMm2: 3_000, depthUm: 750, rateCentiHz: 9_000, passes: 3,
  eyeProtection: false,
} as const;

const range = (min: number, max: number, step: number) =>
  ({ min, max, step, rule: 'row:cheek', recommended: max - step }) as const;

/** A desk at which everything is known and nothing has begun. */
export const FULL_DESK: DeskState = deskState({
  operator: 'Anna Keller',
  caseFile: {
    kind: 'read', demo: true, charted: false, from: 'demo',
    caseFile: {
      person: 'demo-person-1', bornOn: undefined, fitzpatrick: 2, history: 'unknown',
      screening: {
        answeredOn: undefined, answers: { 'inflamed-acne': 'no' }, signedBy: 'Anna Keller',
      },
      conditions: {}, precautions: [], clearances: [], signer: 'Anna Keller',
    },
  },
  plan: {
    draft: { planId: 'plan-1', person: 'demo-person-1', areas: [ASKED] },
    offers: [
      { area: 'cheek', side: 'left', eye: false, planned: true, against: [] },
      { area: 'cheek', side: 'right', eye: false, planned: false, against: [] },
      {
        area: 'upper-eyelid', side: 'left', eye: true, planned: false,
        against: [{ code: 'area-blocked', area: 'upper-eyelid', side: 'left' }],
      },
    ],
    check: {
      admissible: true, refusals: [], notices: [], notLookedAt: [],
      areas: [{
        area: 'cheek', side: 'left', eye: false, refusals: [], notices: [], capUm: 1_000,
        mayAsk: {
          depthUm: range(50, 1_000, 50), passes: range(1, 4, 1),
          rateCentiHz: range(1_000, 12_000, 100), sizeMm2: range(100, 12_000, 100),
          reasonAboveUm: 700,
        },
      }],
    },
  },
  records: [{
    treatmentId: 't-1', openedAt: '2026-11-20T09:12:00Z', closedAt: '2026-11-20T09:31:00Z',
    person: 'demo-person-1', operator: 'Anna Keller', planId: 'plan-0', outcome: 'completed',
    areas: [{ area: 'cheek', side: 'left' }], strokes: 3_750, unknownStrokes: 0,
  }],
  pens: [{
    serial: 'SIM-0001', model: 'Corium S1', class: 'P', certificateId: 'cert-0001',
    issuedOn: '2026-05-01', dueOn: '2026-12-03', strokesSince: 123_456, treatmentsSince: 12,
    shaken: true, carriesAnother: false,
  }],
  due: [{
    what: 'pen', serial: 'SIM-0001', model: 'Corium S1', certificate: 'cert-0001', daysLeft: 12,
    state: 'soon', why: 'date', dueOn: '2026-12-03',
  }],
});
