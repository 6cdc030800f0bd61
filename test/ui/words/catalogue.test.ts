/** Every code that the host can send has a sentence in every language, with every fact in it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALARMS } from '../../../host/core/alarm.ts';
import { CONDITIONS, PRECAUTIONS, SCREENING_ITEMS } from '../../../host/core/case-file.ts';
import { PEN_SENTENCES } from '../../../host/core/pen-words.ts';
import { PERSON_SENTENCES } from '../../../host/core/person-words.ts';
import { PLAN_SENTENCES } from '../../../host/core/plan-words.ts';
import { AREA_NAMES, isPaired } from '../../../protocol/area.ts';
import { PHASES } from '../../../protocol/from-pen.ts';
import { LATCH_REASONS, REFUSAL_REASONS } from '../../../protocol/reason.ts';
import { de } from '../../../ui/renderer/words/de/all.ts';
import { en } from '../../../ui/renderer/words/en/all.ts';
import { es } from '../../../ui/renderer/words/es/all.ts';
import { closed, holesIn, type Texts } from '../../../ui/renderer/words/template.ts';
import { zh } from '../../../ui/renderer/words/zh/all.ts';

type Topics = Readonly<Record<string, Texts>>;
const ENGLISH: Topics = en;
const OTHERS: Readonly<Record<string, Topics>> = { de, es, zh };
const ALL: Readonly<Record<string, Topics>> = { en, ...OTHERS };

/** The literals of a union in a source file, from its declaration to the semicolon. */
function literals(path: string, declaration: RegExp, literal: RegExp): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const start = text.search(declaration);
  const body = text.slice(start, text.indexOf('\n\n', start));
  return [...body.matchAll(literal)].map((found) => found[1] ?? '');
}

const QUOTED = /\| '([a-z-]+)'/g;
const CODE_OF = /readonly code: '([a-z-]+)'/g;
const ROOM = literals('host/core/checklist.ts', /export type RoomReason/, QUOTED);
const NOTICES = literals('host/core/refusal.ts', /export type NoticeCode/, QUOTED);
const ARMING = literals('host/core/control/event.ts', /export type ArmRefusal/, CODE_OF)
  .filter((code) => code !== 'room-open');
const HOST_WHY = literals('host/core/control/stop-cause.ts', /export type HostWhy/, QUOTED);
const FINDINGS = literals('host/core/control/stop-cause.ts', /export type StopFinding/, QUOTED);
const DESK = literals('ui/contract/desk-refusal.ts', /export type DeskRefusalCode/, QUOTED);

/** What the host can send, by the topic that has to know it. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  alarms: [...Object.keys(ALARMS), ...FINDINGS],
  areas: AREA_NAMES,
  places: AREA_NAMES.filter(isPaired).flatMap((area) => [`${area}-left`, `${area}-right`]),
  planRefusals: Object.keys(PLAN_SENTENCES),
  personRefusals: Object.keys(PERSON_SENTENCES),
  penRefusals: Object.keys(PEN_SENTENCES),
  notices: NOTICES,
  room: ROOM,
  arming: ARMING,
  desk: DESK,
  latches: Object.keys(LATCH_REASONS),
  penReasons: Object.keys(REFUSAL_REASONS),
  penPhases: Object.keys(PHASES),
  stops: HOST_WHY,
  questions: SCREENING_ITEMS,
  conditions: [...CONDITIONS, ...PRECAUTIONS],
};

/** How many parts a text of a topic has between its bars; one where nothing is said here. */
const PARTS: Readonly<Record<string, number>> = {
  alarms: 3, planRefusals: 2, personRefusals: 2, penRefusals: 2, notices: 2, room: 2, arming: 2,
  desk: 2,
};

type Entry = readonly [topic: string, key: string, text: string];

const entries = (topics: Topics): readonly Entry[] =>
  Object.entries(topics).flatMap(([topic, texts]) =>
    Object.entries(texts).map(([key, text]) => [topic, key, text] as const),
  );

test('the lists of codes are read from the host and are not empty', () => {
  for (const codes of Object.values(CODES)) expect(codes.length).toBeGreaterThan(4);
  expect(ARMING).toContain('slow-link');
  expect(FINDINGS).toContain('too-deep');
});

test.each(Object.keys(ALL))('every code of the host has a sentence in %s', (language) => {
  const missing = Object.entries(CODES).flatMap(([topic, codes]) =>
    codes.filter((code) => (ALL[language]?.[topic]?.[code] ?? '') === '').map((c) => [topic, c]),
  );
  expect(missing).toEqual([]);
});

test.each(Object.keys(OTHERS))('%s has the keys and the facts of English, and no more', (name) => {
  const shape = (topics: Topics) =>
    entries(topics)
      .map(([topic, key, text]) => `${topic}.${key} ${holesIn(text).join(' ')}`)
      .sort();
  expect(shape(OTHERS[name] ?? {})).toEqual(shape(ENGLISH));
});

test.each(Object.keys(ALL))('every sentence in %s has its parts', (language) => {
  const wrong = entries(ALL[language] ?? {}).filter(
    ([topic, , text]) =>
      text.split('|').length !== (PARTS[topic] ?? 1) ||
      text.split('|').some((part) => part.trim() === ''),
  );
  expect(wrong).toEqual([]);
});

/** Words that only English has: where one stands, a sentence was left behind. */
const ENGLISH_ONLY =
  /\b(?:the|and|with|without|this|that|which|needles?|wait|again|area|skin|treatment|there|from)\b/i;

test.each(Object.keys(OTHERS))('no English is left in %s', (language) => {
  const left = entries(OTHERS[language] ?? {}).filter(([, , text]) =>
    ENGLISH_ONLY.test(closed(text).replaceAll(/\{[^}]*\}/g, '')),
  );
  expect(left).toEqual([]);
});

const SAME_EVERYWHERE = /^(?:\W|\{[^}]*\}|plan|abdomen|frente|hz|stop|corium)*$/i;

test.each(Object.keys(OTHERS))('a text of several words differs from English in %s', (name) => {
  const same = entries(OTHERS[name] ?? {}).filter(
    ([topic, key, text]) =>
      text === ENGLISH[topic]?.[key] &&
      /\p{L}+\s+\p{L}+/u.test(text) &&
      !SAME_EVERYWHERE.test(text),
  );
  expect(same).toEqual([]);
});

test('Chinese is written in Chinese characters', () => {
  const isWordy = (text: string) => /\p{L}{3}/u.test(text.replaceAll(/\{[^}]*\}/g, ''));
  const without = entries(zh).filter(
    ([, , text]) => isWordy(text) && !/\p{Script=Han}/u.test(text),
  );
  expect(without.map(([topic, key]) => `${topic}.${key}`)).toEqual([]);
});

test.each(Object.keys(ALL))('what an alarm says first in %s is read from a metre away', (name) => {
  const long = Object.values(ALL[name]?.['alarms'] ?? {})
    .map((text) => (text.split('|')[0] ?? '').trim())
    .filter((text) => text.length > 28);
  expect(long).toEqual([]);
});

test.each(Object.keys(ALL))('no sentence in %s is longer than is read at a chair', (name) => {
  const long = entries(ALL[name] ?? {}).filter(([, , text]) => closed(text).length > 260);
  expect(long).toEqual([]);
});
