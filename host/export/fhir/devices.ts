// Pens, their models, what they measure by which calibration, and cartridges as FHIR resources.

import type { AreaRecord } from '../../journal/record.ts';
import type { EntryOf } from '../../journal/index.ts';
import { day, formatDay } from '../../core/day.ts';
import { cartridgesOf } from '../area-facts.ts';
import {
  concept, type Device, type DeviceDefinition, type DeviceMetric, type FhirGround, identifier,
  type Made, mm, quantity, refTo,
} from './ground.ts';

type Linked = EntryOf<'pen-linked'>;

/** The day of the wire as a date of FHIR. */
const dateOf = (count: number): string => formatDay(day(count));

/** The models of the pens of a treatment. */
export function modelsOf({ subject, ids }: FhirGround): readonly Made<DeviceDefinition>[] {
  const models = new Set(subject.record.pens.map(({ model }) => model));
  return [...models].map((model) => ({
    resourceType: 'DeviceDefinition',
    id: ids('model', model),
    identifier: [identifier('pen-model', model === '' ? 'unknown' : model)],
    deviceName: [{ name: model === '' ? 'unknown' : model, type: 'model-name' }],
    type: concept('device', 'microneedling-pen'),
  }));
}

/** The pens of a treatment. */
export function pensOf({ subject, ids }: FhirGround): readonly Made<Device>[] {
  return subject.record.pens.map(({ serial, model, firmware }) => ({
    resourceType: 'Device',
    id: ids('pen', serial),
    identifier: [identifier('pen', serial)],
    definition: refTo(ids('model', model)),
    status: 'active',
    serialNumber: serial,
    deviceName: [{ name: model === '' ? 'unknown' : model, type: 'model-name' }],
    type: concept('device', 'microneedling-pen'),
    version: [{
      type: concept('version', 'firmware'), value: firmware === '' ? 'unknown' : firmware,
    }],
  }));
}

/** The pen that a cartridge was used with first. */
const penOf = (areas: readonly AreaRecord[], cartridge: string): string | undefined =>
  areas
    .flatMap(({ reservations }) => reservations)
    .find(({ reservation }) => reservation.cartridgeSerial === cartridge)?.reservation.penSerial;

/** The cartridges of a treatment: those that pens saw, and those that only reservations name. */
export function cartridgeDevicesOf(ground: FhirGround): readonly Made<Device>[] {
  const { subject, ids } = ground;
  const { record } = subject;
  const seen = cartridgesOf(record);
  const named = record.areas.flatMap(({ reservations }) =>
    reservations.map(({ reservation }) => reservation.cartridgeSerial));
  const serials = [...new Set([...seen.keys(), ...named])].filter((serial) => serial !== '');
  return serials.map((serial) => {
    const cartridge = seen.get(serial);
    const pen = penOf(record.areas, serial);
    return {
      resourceType: 'Device',
      id: ids('cartridge', serial),
      identifier: [identifier('cartridge', serial)],
      ...udiOf(ground, serial),
      serialNumber: serial,
      type: concept('device', 'needle-cartridge'),
      ...(pen === undefined ? {} : { parent: refTo(ids('pen', pen)) }),
      ...(cartridge === undefined ? {} : factsOf(cartridge)),
    };
  });
}

const factsOf = (cartridge: NonNullable<Linked['cartridge']>): Pick<
  Device, 'lotNumber' | 'expirationDate' | 'property'
> => ({
  ...(cartridge.lot === '' ? {} : { lotNumber: cartridge.lot }),
  ...(cartridge.expiryDay === 0 ? {} : { expirationDate: dateOf(cartridge.expiryDay) }),
  property: [
    {
      type: concept('property', 'needle-count'),
      valueQuantity: [quantity(cartridge.needleCount, '1')],
    },
    {
      type: concept('property', 'needle-length'),
      valueQuantity: [mm(cartridge.needleLengthUm)],
    },
  ],
});

/** What a scanner read of the package, where one did. */
function udiOf(
  { subject }: FhirGround,
  serial: string,
): Pick<Device, 'udiCarrier'> {
  const scan = subject.visit?.scans.find(({ code }) => code.serial === serial);
  const gtin = scan?.code.gtin;
  return gtin === undefined
    ? {}
    : { udiCarrier: [{ deviceIdentifier: gtin, issuer: 'http://hl7.org/fhir/NamingSystem/gs1' }] };
}

const STATES = {
  P: 'calibrated', S: 'calibrated', fail: 'not-calibrated', none: 'not-calibrated',
} as const;

type Calibration = NonNullable<DeviceMetric['calibration']>[number];

function calibrationOf({ calibration }: Linked, type: Calibration['type']): Calibration {
  const state = STATES[calibration.class];
  const day = dateOf(calibration.issuedDay);
  return { type, state, ...(state === 'calibrated' ? { time: `${day}T00:00:00Z` } : {}) };
}

/** What the pens of a treatment measure, each with its calibration. */
export const metricsOf = ({ subject, ids }: FhirGround): readonly Made<DeviceMetric>[] =>
  subject.record.pens.flatMap((pen) => {
    const metric = (name: string, unit: string, type: Calibration['type']): Made<DeviceMetric> => ({
      resourceType: 'DeviceMetric',
      id: ids(name, pen.serial),
      identifier: [identifier('certificate', pen.calibration.certificateId.padEnd(1, '-'))],
      type: concept('metric', name),
      unit: { coding: [{ system: 'http://unitsofmeasure.org', code: unit }] },
      source: refTo(ids('pen', pen.serial)),
      operationalStatus: 'on',
      category: 'measurement',
      calibration: [calibrationOf(pen, type)],
    });
    return [
      metric('needle-depth', 'mm', 'two-point'),
      metric('stroke-rate', 'Hz', 'unspecified'),
    ];
  });
