// The person and the people who work here as FHIR resources: pseudonyms unless names were asked
// for by somebody who may.

import type { FhirGround, Made, Patient, Practitioner } from './ground.ts';
import { identifier } from './ground.ts';

/** The person. */
export function patientOf({ subject, names, ids }: FhirGround): Made<Patient> {
  const { person } = subject.record.opened;
  const { known } = names;
  return {
    resourceType: 'Patient',
    id: ids('person', person),
    identifier: [identifier('person', names.person(person))],
    ...(known === undefined ? {} : { name: [{ text: known.name }], birthDate: known.born }),
  };
}

/** Everybody who works here and is named by something in the bundle. */
export function practitionersOf(ground: FhirGround): readonly Made<Practitioner>[] {
  return [...new Set(whoOf(ground))].map((who) => ({
    resourceType: 'Practitioner',
    id: ground.ids('staff', who),
    identifier: [identifier('staff', ground.names.staff(who))],
    ...(ground.names.identity ? { name: [{ text: ground.names.staff(who) }] } : {}),
  }));
}

function whoOf({ subject }: FhirGround): readonly string[] {
  const { record, visit, signatures, locks, drafts } = subject;
  return [
    record.opened.operator,
    ...record.events.flatMap((event) => ('by' in event ? event.by : [])),
    ...(visit?.screenings ?? []).map(({ signedBy }) => signedBy),
    ...(visit?.clearances ?? []).map(({ signedBy }) => signedBy),
    ...signatures.map(({ staffId }) => staffId),
    ...locks.map(({ by }) => by),
    ...drafts.map(({ by }) => by),
  ];
}
