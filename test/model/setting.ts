/**
 * The small world that is walked: a pen, a cartridge and a plan whose numbers are as small as they
 * can be without a rule falling asleep. Two areas, two passes of each, a credit of three; a pass is
 * more than a credit, so that a hold has to be renewed. Time limits lie far away: they are the
 * business of other tests, and each would multiply every situation by its own age.
 */
import { allInOrder } from '../../host/core/checklist.ts';
import type { AreaTask, Treatment } from '../../host/core/control/task.ts';
import type { HostEvent } from '../../host/loop/host-step.ts';
import { centiHz, mm2, ms, strokes, um } from '../../protocol/units.ts';
import type { Make } from '../../sim/firmware/index.ts';
import type { CartridgeSeen } from '../../sim/plant/index.ts';

/** How much the walk lets in; smaller ones are walked in less time. */
export interface Setting {
  /** How long a tick of the walk is. */
  readonly tickMs: number;
  readonly passes: number;
  readonly strokesPerPass: number;
  readonly areas: number;
  readonly hostLives: number;
  readonly penBoots: number;
  /** How many frames are on their way each way at the most. */
  readonly queue: number;
  readonly pedal: boolean;
  /** Whether questions to the pen's pages travel like everything else, or are answered at once. */
  readonly readsTravel: boolean;
  /** How many disturbances a way may have at the most; each situation is found by the fewest. */
  readonly disturbances: number;
  /** Moves by name that are not made, for a walk with a smaller question. */
  readonly without: ReadonlySet<string>;
  /** Moves by name that are made where they are wanted, and never as a disturbance. */
  readonly spared: ReadonlySet<string>;
}

/** The setting of `npm run walk`. */
export const WHOLE: Setting = {
  tickMs: 100,
  passes: 2,
  strokesPerPass: 3,
  areas: 2,
  hostLives: 2,
  penBoots: 2,
  queue: 2,
  pedal: true,
  readsTravel: false,
  disturbances: 1,
  without: new Set(),
  spared: new Set(),
};

/** Strokes in a grant. */
export const CREDIT = 3;
/** Strokes a second, in hundredths: a little more than one in a tick. */
export const RATE_CENTI_HZ = 1_000;

/** The pen, as it declares itself. */
export const MAKE: Make = {
  model: 'walker',
  hardware: 1,
  serial: 'W-1',
  firmware: '1.0.0',
  depthUmMin: 100,
  depthUmMax: 2_000,
  depthStepUm: 50,
  rateCentiHzMin: 100,
  rateCentiHzMax: RATE_CENTI_HZ,
  evaluatedDepthUmMax: 1_500,
  overshootUm: 0,
  sensors: { contact: false, force: false, tilt: false, motion: false, depth: false },
  creditMax: 20,
  leaseMsMax: 200,
  reserveAhead: 5,
  brakeMsMax: 10,
  retractMsMax: 20,
  needleCounts: [12],
  certificate: {
    certificateId: '',
    class: 'none',
    issuedDay: 0,
    dueDay: 0,
    biasLowUm: 0,
    uncertaintyLowUm: 0,
    biasHighUm: 0,
    uncertaintyHighUm: 0,
  },
};

/** The cartridge in it. */
export const CARTRIDGE: CartridgeSeen = {
  kind: 'patient',
  modelCode: 1,
  needleCount: 12,
  needleLengthUm: 2_500,
  headAreaMm2: 50,
  lot: 'L1',
  serial: 'C-1',
  expiryDay: 9_000,
  usedStrokes: 0,
};

const SIDES = ['left', 'right'] as const;

const taskOf = (setting: Setting, side: (typeof SIDES)[number]): AreaTask => ({
  area: 'cheek',
  side,
  zone: 'face',
  part: 'face',
  sizeMm2: mm2(1_000),
  depthUm: um(500),
  rateCentiHz: centiHz(RATE_CENTI_HZ),
  passes: setting.passes,
  strokesPerPass: strokes(setting.strokesPerPass),
  strokesLeft: strokes(setting.strokesPerPass * setting.passes),
  contactMsLeft: ms(3_600_000),
  holdMs: ms(60_000),
  dwellMs: ms(60_000),
  creditStrokes: strokes(CREDIT),
  stamp: false,
});

/** The plan, as it was admitted. */
export const treatmentOf = (setting: Setting): Treatment => ({
  treatmentId: 'T-1',
  person: 'P-1',
  operator: 'Operator',
  planHash: '0011223344556677',
  penSerial: MAKE.serial,
  cartridgeSerial: CARTRIDGE.serial,
  certificateId: MAKE.certificate.certificateId,
  needleCount: CARTRIDGE.needleCount,
  headAreaMm2: mm2(CARTRIDGE.headAreaMm2),
  needleOnMsLeft: { face: 3_600_000, whole: 3_600_000 },
  puncturesLeft: { face: 1_000_000, whole: 1_000_000 },
  pedal: setting.pedal,
  hasCaseFile: true,
  tasks: SIDES.slice(0, setting.areas).map((side) => taskOf(setting, side)),
});

/** The side of an area of the plan, by its number on the wire. */
export const areaOfSide = (sideCode: number): number => sideCode - 1;

/** What a provider can ask for. */
export const ACTS: Readonly<Record<string, HostEvent>> = {
  'room looked at': { kind: 'room', room: allInOrder('Operator'), by: 'Operator' },
  'first area armed': { kind: 'arm', area: 'cheek', side: 'left', eyeConfirmed: false },
  'second area armed': { kind: 'arm', area: 'cheek', side: 'right', eyeConfirmed: false },
  'area ended': { kind: 'end-area' },
  'stop ordered': { kind: 'stop', by: 'Operator' },
  'stop cleared': { kind: 'clear', by: 'Operator' },
  'treatment finished': { kind: 'finish', by: 'Operator', outcome: 'stopped' },
};
