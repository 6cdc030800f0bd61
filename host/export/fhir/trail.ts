// Where the figures come from and what happened on the way: the journal as Provenance, signatures
// of people as Provenance, and every line about stops, alarms and overrides as an AuditEvent.

import { areaFacts } from '../area-facts.ts';
import type { Event } from '../../journal/record.ts';
import { procedureId } from './areas.ts';
import type { AuditEvent, FhirGround, Made, Provenance } from './ground.ts';
import { coding, concept, identifier, refTo } from './ground.ts';

/** The journal that the treatment rests on, and every signature around it. */
export function provenanceOf(ground: FhirGround): readonly Made<Provenance>[] {
  const { subject: { record, signatures }, ids } = ground;
  const { treatmentId, operator } = record.opened;
  const target = [
    refTo(ids('encounter', treatmentId)),
    ...areaFacts(record).map((facts) => refTo(procedureId(ground, facts))),
  ];
  const journal: Made<Provenance> = {
    resourceType: 'Provenance',
    id: ids('provenance', treatmentId),
    target,
    recorded: record.closed?.at ?? record.opened.at,
    activity: concept('activity', 'treated'),
    agent: [{ who: refTo(ids('staff', operator)) }],
    entity: [{
      role: 'source',
      what: {
        identifier: identifier('journal-line', `${record.lastN}/${record.lastHash}`),
        display: 'the newest line of the hash-chained journal that this rests on',
      },
    }],
  };
  return [journal, ...signatures.map((signed): Made<Provenance> => ({
    resourceType: 'Provenance',
    id: ids('signature', signed.signatureId),
    target: [refTo(ids('encounter', treatmentId))],
    recorded: signed.at,
    activity: concept('meaning', signed.meaning),
    agent: [{ role: [concept('role', signed.role)], who: refTo(ids('staff', signed.staffId)) }],
    entity: [{
      role: 'source',
      what: {
        identifier: identifier('sha-256', signed.subject.hash), display: signed.subject.kind,
      },
    }],
  }))];
}

const TOLD: ReadonlySet<Event['kind']> = new Set([
  'alarm', 'stop', 'latched', 'pen-shaken', 'cleared', 'pen-adopted', 'refused', 'link-lost',
  'treatment-resumed',
]);

const FAILED: ReadonlySet<Event['kind']> = new Set(['alarm', 'stop', 'latched', 'link-lost']);

/** What happened on the way. */
export function auditEventsOf(ground: FhirGround): readonly Made<AuditEvent>[] {
  const { subject: { record }, ids } = ground;
  const encounter = refTo(ids('encounter', record.opened.treatmentId));
  return record.events.filter(({ kind }) => TOLD.has(kind)).map((event) => ({
    resourceType: 'AuditEvent',
    id: ids('event', `${event.n}`),
    type: coding('event', event.kind),
    ...subtypeOf(event),
    recorded: event.at,
    outcome: FAILED.has(event.kind) ? '4' : '0',
    agent: [agentOf(ground, event)],
    source: { observer: { display: 'Corium host' }, type: [coding('source', 'journal')] },
    entity: [{ what: encounter }],
  }));
}

function subtypeOf(event: Event): Pick<AuditEvent, 'subtype'> {
  const code = 'alarm' in event ? event.alarm : 'reason' in event ? event.reason : undefined;
  return code === undefined ? {} : { subtype: [coding('event-code', code)] };
}

function agentOf({ ids }: FhirGround, event: Event): AuditEvent['agent'][number] {
  // Who is written in a line of the journal asked for it; what nobody asked for the host saw.
  return 'by' in event
    ? { who: refTo(ids('staff', event.by)), requestor: true }
    : { who: { display: 'Corium host' }, requestor: false };
}
