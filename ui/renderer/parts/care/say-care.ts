// Sentences of care for what the desk says: a refusal with the names of its question, its area or
// its roles put into words, and what stands against a needle.

import { isAreaName } from '../../../../protocol/area.ts';
import type { VisitReason } from '../../../../host/core/care/visit/visit-standing.ts';
import type { CareRefusal } from '../../../contract/care-refusal.ts';
import type { CareWords } from '../../words/care-words.ts';
import type { Said, Words } from '../../words/words.ts';
import { sayDay, spoken } from '../say.ts';

const text = (value: string | number | undefined): string => String(value ?? '');

/** A question by its name, without what stands in brackets. */
export const sayQuestion = (care: CareWords, id: string): string =>
  care.named('asks', id).replaceAll(/\s*[（(][^（）()]*[)）]/gu, '');

/** Roles by their names. */
export const sayRoles = (care: CareWords, roles: string): string =>
  roles.split(',').map((role) => care.named('roles', role)).join(', ');

/** What was refused, and what to do next. */
export function careSaid(words: Words, care: CareWords, refusal: CareRefusal): Said {
  const { question, adjunct, roles, area, side, since } = refusal.facts ?? {};
  const where = text(area);
  return care.refusal(refusal, {
    question: question === undefined ? '' : sayQuestion(care, text(question)),
    name: adjunct === undefined ? '' : care.named('adjuncts', text(adjunct)),
    roles: roles === undefined ? '' : sayRoles(care, text(roles)),
    since: since === undefined ? '' : sayDay(words, text(since)),
    where: isAreaName(where)
      ? words.place(where, side === 'left' || side === 'right' ? side : 'midline')
      : where,
  });
}

/** What stands against a needle, in a sentence. */
export function sayReason(words: Words, care: CareWords, reason: VisitReason): string {
  const { code } = reason;
  const facts = code === 'area-locked'
    ? { area: reason.area, side: reason.side, since: reason.since }
    : {};
  return spoken(careSaid(words, care, { topic: 'visit', code, facts }));
}
