// A treatment as a FHIR R4 bundle (HL7 FHIR 4.0.1): a collection in which every reference resolves.
// Its structure is checked in the tests; its terms are our own and no terminology was validated,
// which the bundle says of itself.

import type { Names } from '../names.ts';
import type { ExportSubject } from '../subject.ts';
import { dosesOf, encounterOf, proceduresOf } from './areas.ts';
import {
  adverseEventsOf, consentsOf, flagsOf, issuesOf, plansOf, screeningsOf,
} from './care.ts';
import { cartridgeDevicesOf, metricsOf, modelsOf, pensOf } from './devices.ts';
import { type FhirBundle, coding, entryOf, type FhirGround, identifier, idsOf } from './ground.ts';
import { patientOf, practitionersOf } from './people.ts';
import { auditEventsOf, provenanceOf } from './trail.ts';

/** A treatment as a bundle. */
export function treatmentBundle(subject: ExportSubject, names: Names): FhirBundle {
  const ground: FhirGround = { subject, names, ids: idsOf(subject) };
  const { opened, closed } = subject.record;
  const resources = [
    patientOf(ground),
    ...practitionersOf(ground),
    ...modelsOf(ground),
    ...pensOf(ground),
    ...cartridgeDevicesOf(ground),
    ...metricsOf(ground),
    encounterOf(ground),
    ...proceduresOf(ground),
    ...dosesOf(ground),
    ...screeningsOf(ground),
    ...issuesOf(ground),
    ...flagsOf(ground),
    ...consentsOf(ground),
    ...plansOf(ground),
    ...adverseEventsOf(ground),
    ...provenanceOf(ground),
    ...auditEventsOf(ground),
  ];
  return {
    resourceType: 'Bundle',
    id: ground.ids('bundle', opened.treatmentId),
    meta: {
      tag: [
        coding('bundle', 'terminology-not-validated',
          'Terms are those of Corium; no terminology was validated'),
        coding('bundle', names.identity ? 'identified' : 'pseudonymous'),
      ],
    },
    identifier: identifier('treatment', opened.treatmentId),
    type: 'collection',
    timestamp: closed?.at ?? opened.at,
    entry: resources.map(entryOf),
  };
}
