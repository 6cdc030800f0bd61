// What the pen says about itself, page by page. Reading changes nothing.

import { areaName } from '../../protocol/area.ts';
import { CAPABILITY, type Page, PAGE, SENSOR } from '../../protocol/from-pen.ts';
import { tableCheck } from '../../protocol/table.ts';
import { centiHz as rateOf, mm2, ms, penMs, strokes, um } from '../../protocol/units.ts';
import { energyPage } from './energy-report.ts';
import { pairingPage } from './pairing.ts';
import type { Firmware, Make } from './state.ts';

type Told<Kind extends Page['kind']> = Extract<Page, { readonly kind: Kind }>;
type Teller = (state: Firmware, request: number) => Page;

const SENSOR_NAMES = ['contact', 'force', 'tilt', 'motion', 'depth'] as const;

const sensorBits = ({ sensors }: Make): number =>
  SENSOR_NAMES.reduce((bits, name) => (sensors[name] ? bits | SENSOR[name] : bits), 0);

const identity: Teller = ({ make }, request) => ({
  kind: 'identity',
  request,
  model: make.model,
  serial: make.serial,
  firmware: make.firmware,
  hardware: make.hardware,
});

const capabilities: Teller = ({ make }, request) => ({
  kind: 'capabilities',
  request,
  depthUmMin: um(make.depthUmMin),
  depthUmMax: um(make.depthUmMax),
  depthStepUm: um(make.depthStepUm),
  rateCentiHzMin: rateOf(make.rateCentiHzMin),
  rateCentiHzMax: rateOf(make.rateCentiHzMax),
  evaluatedDepthUmMax: um(make.evaluatedDepthUmMax),
  sensors: sensorBits(make),
  capabilities:
    CAPABILITY.motorisedDepth | (make.radio === undefined ? 0 : CAPABILITY.radioFrequency),
  creditMax: strokes(make.creditMax),
  leaseMsMax: ms(make.leaseMsMax),
  reserveAhead: strokes(make.reserveAhead),
  brakeMsMax: ms(make.brakeMsMax),
  retractMsMax: ms(make.retractMsMax),
  overshootUm: make.overshootUm === undefined ? undefined : um(make.overshootUm),
});

function calibration({ calibrated }: Firmware, request: number): Page {
  const { serial: _serial, curve: _curve, ...certificate } = calibrated.table;
  return { kind: 'calibration', request, ...certificate };
}

const table: Teller = ({ calibrated }, request) => ({
  kind: 'table',
  request,
  ...calibrated.table,
  check: tableCheck(calibrated.table),
});

/** What an empty head says of its cartridge. */
const NO_CARTRIDGE: Omit<Told<'cartridge'>, 'kind' | 'request'> = {
  present: 0,
  type: 'unknown',
  modelCode: 0,
  needleCount: 0,
  needleLengthUm: um(0),
  headAreaMm2: mm2(0),
  lot: '',
  serial: '',
  expiryDay: 0,
  usedStrokes: strokes(0),
};

const cartridge: Teller = ({ seen: { cartridge: chip } }, request) => {
  if (chip === undefined) return { kind: 'cartridge', request, ...NO_CARTRIDGE };
  return {
    kind: 'cartridge',
    request,
    present: 1,
    type: chip.kind,
    modelCode: chip.modelCode,
    needleCount: chip.needleCount,
    needleLengthUm: um(chip.needleLengthUm),
    headAreaMm2: mm2(chip.headAreaMm2),
    lot: chip.lot,
    serial: chip.serial,
    expiryDay: chip.expiryDay,
    usedStrokes: strokes(chip.usedStrokes),
  };
};

const ledger: Teller = (state, request) => ({
  kind: 'ledger',
  request,
  strokes: strokes(state.ledger.strokes),
  counted: strokes(state.ledger.counted),
  reserved: strokes(state.ledger.mark),
  bootId: state.boot.bootId,
  bootCount: state.boot.bootCount,
  closed: state.ledger.closed ? 1 : 0,
  lastArmingId: state.ledger.armingId,
});

const latch: Teller = (state, request) => ({
  kind: 'latch',
  request,
  reason: state.latch.reason,
  latchId: state.latch.latchId,
  atPenMs: penMs(state.latch.atPenMs),
  strokes: strokes(state.latch.strokes),
  bootId: state.latch.bootId,
});

const counters: Teller = (state, request) => ({ kind: 'counters', request, ...state.counters });

const clock: Teller = ({ ages }, request) => ({
  kind: 'clock',
  request,
  penMs: penMs(ages.penMs),
});

const NO_ROW = {
  loaded: 0,
  depthUmMax: um(0),
  rateCentiHzMax: rateOf(0),
  passStrokesMax: strokes(0),
  creditMax: strokes(0),
  holdMsMax: ms(0),
};

const envelopeRow = ({ link }: Firmware, request: number, area: number): Page => {
  const row = link.rows.get(area);
  if (row === undefined) return { kind: 'envelope-row', request, area, ...NO_ROW };
  return { ...row, kind: 'envelope-row', request, loaded: 1 };
};

const TELLERS: ReadonlyMap<number, Teller> = new Map<number, Teller>([
  [PAGE.identity, identity],
  [PAGE.capabilities, capabilities],
  [PAGE.calibration, calibration],
  [PAGE.cartridge, cartridge],
  [PAGE.ledger, ledger],
  [PAGE.latch, latch],
  [PAGE.counters, counters],
  [PAGE.clock, clock],
  [PAGE.table, table],
  [PAGE.pairing, pairingPage],
]);

/** A page, or undefined for a number that names none. */
export function pageOf(state: Firmware, page: number, request: number): Page | undefined {
  const area = page - PAGE.envelope;
  if (areaName(area) !== undefined) return envelopeRow(state, request, area);
  return TELLERS.get(page)?.(state, request) ?? energyPage(state, page, request);
}
