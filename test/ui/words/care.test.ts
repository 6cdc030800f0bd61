/** Every code of care has a sentence in every language, with every fact in it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MILESTONES } from '../../../host/core/care/aftercare/milestones.ts';
import { RED_FLAGS } from '../../../host/core/care/aftercare/red-flags.ts';
import { questionsFor } from '../../../host/core/care/screening/questionnaire.ts';
import { TISSUE_STAGES, VISIBLE_STAGES } from '../../../host/core/care/series/timeline.ts';
import { STEPS } from '../../../host/core/care/visit/steps.ts';
import { ROLES } from '../../../host/core/staff/role.ts';
import { careCatalogueOf, careWordsOf } from '../../../ui/renderer/words/care-words.ts';
import { LANGUAGE_NAMES } from '../../../ui/renderer/words/languages.ts';
import { closed, holesIn, type Texts } from '../../../ui/renderer/words/template.ts';

type Topics = Readonly<Record<string, Texts>>;
const topicsOf = async (language: (typeof LANGUAGE_NAMES)[number]): Promise<Topics> =>
  careCatalogueOf(language);

/** The codes of a union in a source file, from its declaration to the next blank line. */
function codesIn(path: string, declaration: string, literal = /'([a-z][a-z0-9-]+)'/g) {
  const text = readFileSync(path, 'utf8');
  const start = text.indexOf(declaration);
  expect(start, declaration).toBeGreaterThan(-1);
  const body = text.slice(start, text.indexOf('\n\n', start));
  return [...body.matchAll(literal)].map((found) => found[1] ?? '');
}

const VISIT = 'host/core/care/visit';
const CODES: Readonly<Record<string, readonly string[]>> = {
  asks: questionsFor('needles').map(({ id }) => id),
  milestones: MILESTONES.map(({ id }) => id),
  flags: RED_FLAGS.map(({ id }) => id),
  stages: [...TISSUE_STAGES, ...VISIBLE_STAGES].map(({ name }) => name.replaceAll(' ', '-')),
  steps: STEPS,
  roles: ROLES,
  numbing: codesIn(`${VISIT}/numbing.ts`, 'export type NumbingRefusal'),
  scan: [
    ...codesIn(`${VISIT}/gs1.ts`, 'export interface Gs1Refusal'),
    ...codesIn(`${VISIT}/scanned-cartridge.ts`, 'export type ScanRefusal'),
  ],
  followUp: codesIn('host/core/care/aftercare/follow-up.ts', 'export type FollowUpRefusal'),
  people: [
    ...codesIn('host/chart/people.ts', 'export type PeopleRefusal'),
    ...codesIn('host/chart/identity.ts', 'export type IdentityRefusal'),
  ],
  visit: codesIn(`${VISIT}/visit-standing.ts`, 'export type VisitReason'),
  expected: codesIn('host/core/care/series/expected.ts', 'export type Response'),
  offLabel: codesIn(`${VISIT}/on-label.ts`, 'export type OffLabel'),
  series: codesIn('host/core/care/series/plan-series.ts', 'export type SeriesRefusal',
    /code: '([a-z-]+)'/g),
  screening: codesIn('host/core/care/screening/verdict.ts', 'export type FindingCode')
    .filter((code) => !['cleared', 'reduces', 'warns', 'over'].includes(code)),
};

/** How many parts a text of a topic has between its bars; one where nothing is said here. */
const PARTS: Readonly<Record<string, number>> = {
  instructions: 2, milestones: 2, flags: 2, people: 2, visit: 2, numbing: 2, adjunct: 2, scan: 2,
  claim: 2, series: 2, followUp: 2, staff: 2, journal: 2, sheet: 2, screening: 2,
};

const entries = (topics: Topics) =>
  Object.entries(topics).flatMap(([topic, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ topic, key, text })));

test('the lists of codes are read from the host and are not empty', () => {
  for (const codes of Object.values(CODES)) expect(codes.length).toBeGreaterThan(3);
  expect(CODES['asks']).toHaveLength(39);
});

test.each(LANGUAGE_NAMES)('every code of care has its words in %s', async (language) => {
  const topics = await topicsOf(language);
  const missing = Object.entries(CODES).flatMap(([topic, codes]) =>
    codes.filter((code) => (topics[topic]?.[code] ?? '') === '').map((code) => [topic, code]));
  expect(missing).toEqual([]);
});

test.each(LANGUAGE_NAMES)('%s has the keys, facts and parts of English', async (language) => {
  const shape = (topics: Topics) => entries(topics)
    .map(({ topic, key, text }) => `${topic}.${key} ${holesIn(text).join(' ')}`).toSorted();
  const topics = await topicsOf(language);
  expect(shape(topics)).toEqual(shape(await topicsOf('en')));
  const wrong = entries(topics).filter(({ topic, text }) =>
    text.split('|').length !== (PARTS[topic] ?? 1)
    || text.split('|').some((part) => part.trim() === ''));
  expect(wrong).toEqual([]);
  expect(entries(topics).filter(({ text }) => closed(text).length > 260)).toEqual([]);
});

const ENGLISH_ONLY =
  /\b(?:the|and|with|without|this|that|which|needles?|wait|again|skin|treatment|there|from)\b/i;

test.each(['de', 'es', 'zh'] as const)('no English is left in %s', async (language) => {
  const left = entries(await topicsOf(language)).filter(({ text }) =>
    ENGLISH_ONLY.test(closed(text).replaceAll(/\{[^}]*\}|„[^“]*“|«[^»]*»|“[^”]*”/g, '')));
  expect(left).toEqual([]);
});

test('a refusal says what and what to do next, with the facts of its code', async () => {
  const words = careWordsOf('de', await careCatalogueOf('de'));
  const long = { topic: 'people', code: 'name-too-long', facts: { allowed: 200 } } as const;
  expect(words.refusal(long)).toEqual({
    what: 'Der Name ist länger als 200 Zeichen.', next: 'Kürzen.',
  });
  const locked = { topic: 'staff', code: 'locked-out', facts: { waitMs: 30_000 } } as const;
  expect(words.refusal(locked).next).toContain('1\u00a0min');
  expect(words.refusal({ topic: 'series', code: 'never-heard-of' }).what)
    .toContain('never-heard-of');
});
