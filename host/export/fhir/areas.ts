// What was done: one Encounter, and for each area a Procedure with an Observation of its dose. The
// pen and the cartridge were used, so they stand in usedReference; focalDevice is for devices that
// are left in or taken out of a body. What may have happened on top is a component of its own.

import { areaFacts, type AreaFacts, placeWords } from '../area-facts.ts';
import {
  concept, type Encounter, type FhirGround, identifier, type Made, mm,
  type Observation,
  type ObservationComponent, type Procedure, type Quantity, quantity, refTo, UNKNOWN,
} from './ground.ts';

const PROCEDURE_STATUS = {
  completed: 'completed', stopped: 'stopped', abandoned: 'stopped',
} as const;

const periodOf = ({ subject: { record } }: FhirGround) => ({
  start: record.opened.at,
  ...(record.closed === undefined ? {} : { end: record.closed.at }),
});

/** The visit. */
export function encounterOf(ground: FhirGround): Made<Encounter> {
  const { subject: { record }, ids } = ground;
  const { treatmentId, person, operator } = record.opened;
  return {
    resourceType: 'Encounter',
    id: ids('encounter', treatmentId),
    identifier: [identifier('treatment', treatmentId)],
    status: record.closed === undefined ? 'in-progress' : 'finished',
    class: {
      system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
      code: 'AMB',
      display: 'ambulatory',
    },
    subject: refTo(ids('person', person)),
    participant: [{ individual: refTo(ids('staff', operator)) }],
    period: periodOf(ground),
  };
}

const keyOf = ({ subject }: FhirGround, { area, side }: AreaFacts): string =>
  `${subject.record.opened.treatmentId}/${area}/${side}`;

/** The id of the procedure on an area. */
export const procedureId = (ground: FhirGround, facts: AreaFacts): string =>
  ground.ids('procedure', keyOf(ground, facts));

/** What was done on each area. */
export function proceduresOf(ground: FhirGround): readonly Made<Procedure>[] {
  const { subject: { record, drafts }, ids } = ground;
  const { treatmentId, person, operator } = record.opened;
  const complication = drafts.map(({ outcome }) => concept('outcome', outcome));
  return areaFacts(record).map((facts) => ({
    resourceType: 'Procedure',
    id: procedureId(ground, facts),
    status: statusOf(ground, facts),
    code: concept('procedure', 'microneedling'),
    subject: refTo(ids('person', person)),
    encounter: refTo(ids('encounter', treatmentId)),
    performedPeriod: periodOf(ground),
    performer: [{ actor: refTo(ids('staff', operator)) }],
    bodySite: [concept('area', `${facts.area}/${facts.side}`, placeWords(facts))],
    ...(drafts.length === 0 ? {} : { complication }),
    ...usedBy(ground, facts),
  }));
}

function statusOf({ subject: { record } }: FhirGround, facts: AreaFacts): Procedure['status'] {
  const wasTouched = facts.deliveredStrokes + facts.unknownStrokes > 0;
  if (record.closed === undefined) return wasTouched ? 'in-progress' : 'preparation';
  return wasTouched ? PROCEDURE_STATUS[record.closed.outcome] : 'not-done';
}

function usedBy(
  { ids }: FhirGround,
  { pens, cartridges }: AreaFacts,
): Pick<Procedure, 'usedReference'> {
  const used = [
    ...pens.map((serial) => refTo(ids('pen', serial), 'pen')),
    ...cartridges.map((serial) => refTo(ids('cartridge', serial), 'cartridge')),
  ];
  return used.length === 0 ? {} : { usedReference: used };
}

/** The dose of each area. */
export function dosesOf(ground: FhirGround): readonly Made<Observation>[] {
  const { subject: { record }, ids } = ground;
  const { treatmentId, person } = record.opened;
  return areaFacts(record).map((facts) => {
    const [pen] = facts.pens;
    return {
      resourceType: 'Observation',
      id: ids('dose', keyOf(ground, facts)),
      status: record.closed === undefined ? 'preliminary' : 'final',
      code: concept('observation', 'needling-dose'),
      subject: refTo(ids('person', person)),
      encounter: refTo(ids('encounter', treatmentId)),
      partOf: [refTo(procedureId(ground, facts))],
      effectivePeriod: periodOf(ground),
      bodySite: concept('area', `${facts.area}/${facts.side}`, placeWords(facts)),
      ...(pen === undefined ? {} : { device: refTo(ids('pen', pen)) }),
      component: componentsOf(facts),
      note: [{
        text: 'Punctures per cm2 are a mean over the declared area. What is not known is at the '
          + 'most '
          + 'the figure given beside what was delivered, and counts as delivered.',
      }],
    };
  });
}

const PER_CM2 = '/cm2';

const component = (code: string, value: Quantity | undefined): ObservationComponent => ({
  code: concept('dose', code),
  ...(value === undefined ? { dataAbsentReason: UNKNOWN } : { valueQuantity: value }),
});

const ifKnown = (value: number | undefined, of: (known: number) => Quantity) =>
  value === undefined ? undefined : of(value);
const one = (count: number): Quantity => quantity(count, '1');

const componentsOf = (facts: AreaFacts): ObservationComponent[] => [
  component('area-size', quantity(facts.sizeMm2 / 100, 'cm2')),
  component('passes', one(facts.passes)),
  component('planned-strokes', ifKnown(facts.plannedStrokes, one)),
  component('granted-strokes', one(facts.grantedStrokes)),
  component('delivered-strokes', one(facts.deliveredStrokes)),
  component('unknown-strokes-at-most', one(facts.unknownStrokes)),
  component('mean-punctures-per-cm2', quantity(facts.deliveredPerCm2, PER_CM2)),
  component('unknown-punctures-per-cm2-at-most', quantity(facts.unknownPerCm2, PER_CM2)),
  component('commanded-depth-at-most', ifKnown(facts.plannedDepthUm, mm)),
  component('measured-depth-peak', ifKnown(facts.peakDepthUm, mm)),
  component('contact-time', quantity(facts.deliveredContactMs / 1_000, 's')),
  component('unknown-contact-time-at-most', quantity(facts.unknownContactMs / 1_000, 's')),
];
