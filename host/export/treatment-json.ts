// A treatment as one JSON document: what every format says, with the certificates, the visit and
// the signatures around it, and the journal's own hash to find it again. Keys are sorted, so that
// equal treatments are equal texts.

import { canonicalJson } from '../journal/canonical.ts';
import type { Event } from '../journal/record.ts';
import { areaFacts, cartridgesOf } from './area-facts.ts';
import type { Names } from './names.ts';
import type { ExportSubject } from './subject.ts';

/** The version of the document. */
export const TREATMENT_VERSION = 1;

/** What there is of an optional value, or null: JSON says of both that it is not known. */
const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;

/** A treatment as JSON. */
export function treatmentJson(subject: ExportSubject, names: Names): string {
  const { record, certificates, visit } = subject;
  const { opened, closed } = record;
  return canonicalJson({
    version: TREATMENT_VERSION,
    identity: names.identity,
    treatmentId: opened.treatmentId,
    person: names.person(opened.person),
    ...(names.known === undefined
      ? {}
      : { name: names.known.name, born: names.known.born }),
    operator: names.staff(opened.operator),
    planHash: opened.planHash,
    profileId: opened.profileId,
    profileHash: opened.profileHash,
    openedAt: opened.at,
    outcome: closed?.outcome ?? 'open',
    closedAt: orNull(closed?.at),
    areas: areaFacts(record).map((facts) => ({
      ...facts,
      plannedDepthUm: orNull(facts.plannedDepthUm),
      peakDepthUm: orNull(facts.peakDepthUm),
      plannedPasses: orNull(facts.plannedPasses),
      plannedStrokes: orNull(facts.plannedStrokes),
    })),
    pens: record.pens.map(({ serial, model, firmware, calibration }) =>
      ({ serial, model, firmware, calibration })),
    cartridges: [...cartridgesOf(record).values()],
    certificates: certificates.map(({ certificate, hash, signature }) => ({
      certificateId: certificate.certificateId, pen: certificate.pen.serial,
      class: certificate.table.class, hash, keyId: signature.keyId,
    })),
    visit: visit === undefined ? null : visitData(subject, names),
    signatures: subject.signatures.map((signed) => ({
      at: signed.at, by: names.staff(signed.staffId), role: signed.role, meaning: signed.meaning,
      subject: { kind: signed.subject.kind, hash: signed.subject.hash },
    })),
    events: record.events.map((event) => eventData(event)),
    journal: { lastN: record.lastN, lastHash: record.lastHash },
  });
}

function visitData({ visit, locks }: ExportSubject, names: Names) {
  const screening = visit?.screenings.at(-1);
  return {
    on: orNull(visit?.opened.on),
    modality: orNull(visit?.opened.modality),
    fitzpatrick: orNull(screening?.fitzpatrick),
    answers: (screening?.answers ?? []).map(({ question, answer }) => ({ question, answer })),
    clearances: (visit?.clearances ?? []).map(({ item, signedBy, reason }) => ({
      item, by: names.staff(signedBy), reason: orNull(names.typed(reason)),
    })),
    steps: (visit?.steps ?? []).map(({ at, step }) => ({ at, step })),
    locked: locks.map(({ area, side, because }) => ({ area, side, because })),
  };
}

/** When and what kind, and the code of it where the line has one; nothing that was typed. */
function eventData(event: Event) {
  const code = 'alarm' in event ? event.alarm : 'reason' in event ? event.reason : null;
  return { at: event.at, kind: event.kind, code, n: event.n };
}
