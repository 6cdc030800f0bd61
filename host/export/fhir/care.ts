// What the chart knows around a treatment, as FHIR resources: screening, what stood against it and
// who cleared that, consent, the series, locked areas, and what went wrong.

import type {
  AdverseEvent, CarePlan, Consent, DetectedIssue, FhirGround, Flag, Made,
  QuestionnaireResponse,
} from './ground.ts';
import { concept, refTo } from './ground.ts';
import { cartridgesOf, placeWords } from '../area-facts.ts';

const personRef = ({ subject, ids }: FhirGround) =>
  refTo(ids('person', subject.record.opened.person));

/** The answers of every screening of the visit. */
export const screeningsOf = (ground: FhirGround): readonly Made<QuestionnaireResponse>[] =>
  (ground.subject.visit?.screenings ?? []).map((screening) => ({
    resourceType: 'QuestionnaireResponse',
    id: ground.ids('screening', screening.screeningId),
    status: 'completed',
    subject: personRef(ground),
    authored: screening.at,
    author: refTo(ground.ids('staff', screening.signedBy)),
    item: [...screening.answers, ...screening.conditions].map((answered) => {
      const question = 'question' in answered ? answered.question : answered.condition;
      return {
        linkId: question,
        text: question.replaceAll('-', ' '),
        answer: [{ valueBoolean: answered.answer === 'yes' }],
      };
    }),
  }));

/** Every yes of the newest screening, with whoever cleared it. */
export function issuesOf(ground: FhirGround): readonly Made<DetectedIssue>[] {
  const { visit } = ground.subject;
  const screening = visit?.screenings.at(-1);
  const found = (screening?.answers ?? []).filter(({ answer }) => answer === 'yes');
  return found.map(({ question }) => {
    const cleared = (visit?.clearances ?? []).filter(({ item }) => item === question);
    return {
      resourceType: 'DetectedIssue',
      id: ground.ids('issue', `${screening?.screeningId ?? ''}/${question}`),
      status: 'final',
      code: concept('screening', question),
      patient: personRef(ground),
      ...(screening === undefined ? {} : { identifiedDateTime: screening.at }),
      ...(cleared.length === 0
        ? {}
        : {
            mitigation: cleared.map(({ at, signedBy, reason }) => ({
              action: {
                ...concept('mitigation', 'cleared-by-a-prescriber'),
                text: ground.names.typed(reason) ?? 'cleared by a prescriber; reason left out',
              },
              date: at,
              author: refTo(ground.ids('staff', signedBy)),
            })),
          }),
    };
  });
}

/** Areas that may not be treated until somebody has looked. */
export const flagsOf = (ground: FhirGround): readonly Made<Flag>[] =>
  ground.subject.locks.map((lock) => ({
    resourceType: 'Flag',
    id: ground.ids('lock', `${lock.n}`),
    status: 'active',
    code: concept('lock', lock.because, `${placeWords(lock)} locked: ${lock.because}`),
    subject: personRef(ground),
    period: { start: lock.at },
    author: refTo(ground.ids('staff', lock.by)),
  }));

/** Consent by reference: the document stays where it is. */
export const consentsOf = (ground: FhirGround): readonly Made<Consent>[] =>
  (ground.subject.visit?.consents ?? [])
    .filter(({ what }) => what === 'consent')
    .map((consent) => ({
      resourceType: 'Consent',
      id: ground.ids('consent', `${consent.n}`),
      status: 'active',
      scope: {
        coding: [{
          system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'treatment',
          display: 'Treatment',
        }],
      },
      category: [concept('consent', 'microneedling')],
      patient: personRef(ground),
      dateTime: consent.at,
      sourceAttachment: {
        title: consent.sha256 === undefined
          ? 'kept in the house'
          : `kept in the house; SHA-256 ${consent.sha256}`,
      },
      policyRule: concept('consent', 'as-signed'),
    }));

/** The series that the visit belongs to. */
export function plansOf(ground: FhirGround): readonly Made<CarePlan>[] {
  const { series } = ground.subject;
  if (series === undefined) return [];
  const { planned, changes } = series;
  const last = changes.at(-1);
  const visits = last?.visits ?? planned.visits;
  const spacing = last?.spacingDays ?? planned.spacingDays;
  return [{
    resourceType: 'CarePlan',
    id: ground.ids('series', planned.seriesId),
    status: last?.ended === true ? 'revoked' : 'active',
    intent: 'plan',
    subject: personRef(ground),
    period: { start: planned.firstOn },
    activity: planned.areas.map((skin) => ({
      detail: {
        status: 'scheduled',
        code: concept('procedure', 'microneedling'),
        description: `${placeWords(skin)}: ${visits} visits, at least ${spacing} days apart`,
      },
    })),
  }];
}

/** What went wrong, as drafted; the text of it only where names may be said. */
export function adverseEventsOf(ground: FhirGround): readonly Made<AdverseEvent>[] {
  const { subject, names, ids } = ground;
  const cartridges = [...cartridgesOf(subject.record).keys()].filter((serial) => serial !== '');
  return subject.drafts.map((draft) => ({
    resourceType: 'AdverseEvent',
    id: ids('adverse-event', draft.draftId),
    actuality: 'actual',
    event: {
      ...concept('outcome', draft.outcome),
      text: names.typed(draft.what) ?? `${draft.outcome.replaceAll('-', ' ')}; text left out`,
    },
    subject: personRef(ground),
    encounter: refTo(ids('encounter', subject.record.opened.treatmentId)),
    recordedDate: draft.at,
    recorder: refTo(ids('staff', draft.by)),
    ...(cartridges.length === 0
      ? {}
      : {
          suspectEntity: cartridges.map((serial) => ({
            instance: refTo(ids('cartridge', serial), 'cartridge'),
          })),
        }),
  }));
}
