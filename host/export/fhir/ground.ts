// What every part of a FHIR bundle is made with: the treatment, how people are called, ids that are
// the same each time, and our own terms. The terms are ours: no terminology of FHIR, SNOMED CT or
// LOINC was looked anything up in, and the bundle says so.

import type {
  Bundle, BundleEntry, CodeableConcept, Coding, FhirResource, Identifier, Quantity, Reference,
} from 'fhir/r4.js';
import { sha256 } from '../../journal/index.ts';
import type { Names } from '../names.ts';
import type { ExportSubject } from '../subject.ts';

export type {
  AdverseEvent, AuditEvent, CarePlan, CodeableConcept, Coding, Consent, DetectedIssue,
  Device, DeviceDefinition, DeviceMetric, Encounter, FhirResource, Flag, Identifier, Observation,
  ObservationComponent, Patient, Practitioner, Procedure, Provenance, Quantity,
  QuestionnaireResponse, Reference,
} from 'fhir/r4.js';

/** A bundle of resources that we know. */
export type FhirBundle = Bundle<FhirResource>;

/** What a resource is made of. */
export interface FhirGround {
  readonly subject: ExportSubject;
  readonly names: Names;
  readonly ids: (kind: string, key: string) => string;
}

/** Ids that are the same for the same thing of the same house, and of a form that FHIR takes. */
export const idsOf = ({ installationId }: ExportSubject): FhirGround['ids'] => (kind, key) => {
  const hex = sha256(`${installationId}\n${kind}\n${key}`);
  return [
    hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/** A resource that the bundle can refer to. */
export type Made<Resource extends FhirResource> = Resource & { readonly id: string };

/** A resource inside a bundle is found by this. */
export const urlOf = (id: string): string => `urn:uuid:${id}`;

/** A reference to a resource of the same bundle. */
export const refTo = (id: string, display?: string): Reference =>
  ({ reference: urlOf(id), ...(display === undefined ? {} : { display }) });

/** A resource as an entry of a bundle. */
export const entryOf = (
  resource: Made<FhirResource>,
): BundleEntry<FhirResource> => ({ fullUrl: urlOf(resource.id), resource });

/** A term of ours. */
export const coding = (system: string, code: string, display = code): Coding =>
  ({ system: `urn:corium:${system}`, code, display: display.replaceAll('-', ' ') });

/** A term of ours as a concept. */
export const concept = (system: string, code: string, display = code): CodeableConcept =>
  ({ coding: [coding(system, code, display)], text: display.replaceAll('-', ' ') });

/** An identifier of ours. */
export const identifier = (system: string, value: string): Identifier =>
  ({ system: `urn:corium:${system}`, value });

/** A quantity in a unit of UCUM. */
export const quantity = (value: number, unit: string, code = unit): Quantity =>
  ({ value, unit, system: 'http://unitsofmeasure.org', code });

/** Micrometres as millimetres. */
export const mm = (um: number): Quantity => quantity(um / 1_000, 'mm');

/** A concept for what nobody knows. */
export const UNKNOWN: CodeableConcept = {
  coding: [{
    system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
    code: 'unknown',
    display: 'Unknown',
  }],
};
