/**
 * The catalogue as a whole: ids and words are unique, and the schema hash moves with every change
 * that could make the two ends mean different things.
 */
import { expect, test } from 'vitest';
import { BY_ID, BY_KIND, CATALOGUE, catalogueText, SCHEMA_HASH, schemaHashOf }
  from '../../protocol/catalogue.ts';
import { choice, count, i16, sensed, text, u16, u8 } from '../../protocol/field.ts';
import { PAGE, PHASES, type Page } from '../../protocol/from-pen.ts';
import type { MessageType } from '../../protocol/message.ts';
import { LATCH_REASONS, REFUSAL_REASONS } from '../../protocol/reason.ts';
import { TO_PEN } from '../../protocol/to-pen.ts';
import { ms, um } from '../../protocol/units.ts';

type Fields = MessageType['fields'];

/** The hash after one message of the catalogue was replaced. */
const hashWith = (kind: string, change: (type: MessageType) => MessageType): number =>
  schemaHashOf(CATALOGUE.map((type) => (type.kind === kind ? change(type) : type)));

const withFields = (type: MessageType, fields: Fields): MessageType => ({ ...type, fields });
const withField = (type: MessageType, name: string, field: Fields[string]): MessageType =>
  withFields(type, { ...type.fields, [name]: field });

test('every message has an id and a kind of its own, in the order of the ids', () => {
  const ids = CATALOGUE.map((type) => type.id);
  expect(ids).toEqual([...new Set(ids)].sort((first, second) => first - second));
  expect(new Set(CATALOGUE.map((type) => type.kind)).size).toBe(CATALOGUE.length);
  for (const type of CATALOGUE) {
    expect(BY_ID[type.id]).toBe(type);
    expect(BY_KIND.get(type.kind)).toBe(type);
  }
});

test('the top bit of an id says who sends it', () => {
  for (const type of CATALOGUE) {
    expect(type.id >= 0x80).toBe(!TO_PEN.some((toPen) => toPen.id === type.id));
  }
});

test('every message fits one frame', () => {
  for (const type of CATALOGUE) expect(16 + type.bytes + 4).toBeLessThanOrEqual(253);
});

test('the schema hash is that of the catalogue, and the text under it is plain ASCII', () => {
  expect(SCHEMA_HASH).toBe(schemaHashOf(CATALOGUE));
  expect(catalogueText(CATALOGUE)).toMatch(/^[\x20-\x7e\n]+$/);
  expect(catalogueText(CATALOGUE).split('\n')).toHaveLength(CATALOGUE.length + 1);
});

const CHANGES: readonly (readonly [string, number])[] = [
  ['an id', hashWith('grant', (type) => ({ ...type, id: 0x1a }))],
  ['a kind', hashWith('grant', (type) => ({ ...type, kind: 'permit' }))],
  ['a delivery class', hashWith('grant', (type) => ({ ...type, delivery: 'request' }))],
  ['a binding', hashWith('grant', (type) => ({ ...type, bound: false }))],
  ['the order of two fields', hashWith('tighten', (type) =>
    withFields(type, Object.fromEntries(Object.entries(type.fields).reverse())))],
  ['a field that is gone', hashWith('tighten', (type) =>
    withFields(type, Object.fromEntries(Object.entries(type.fields).slice(1))))],
  ['a field that is new', hashWith('tighten', (type) => withField(type, 'extra', u8(count)))],
  ['the name of a field', hashWith('disarm', (type) =>
    withFields(type, { id: type.fields['armingId'] ?? u16(count) }))],
  ['the lowest value', hashWith('arm', (type) => withField(type, 'armingId', u16(count)))],
  ['the highest value', hashWith('arm', (type) =>
    withField(type, 'depthUm', u16(um, { max: 2_999 })))],
  ['a unit', hashWith('envelope', (type) => withField(type, 'holdMsMax', u16(um)))],
  ['a sign', hashWith('vitals', (type) => withField(type, 'batteryMv', i16(count)))],
  ['a width', hashWith('arm', (type) => withField(type, 'area', u16(count, { min: 1, max: 255 })))],
  ['a length of text', hashWith('identity', (type) => withField(type, 'model', text(15)))],
  ['what may be absent', hashWith('vitals', (type) =>
    withField(type, 'motorMa', sensed(u16(count))))],
  ['a code', hashWith('telemetry', (type) =>
    withField(type, 'phase', choice({ ...PHASES, idle: 6 })))],
  ['a word', hashWith('telemetry', (type) =>
    withField(type, 'phase', choice({ ...PHASES, resting: 6 })))],
  ['the order of two messages', schemaHashOf(CATALOGUE.toReversed())],
  ['a message that is gone', schemaHashOf(CATALOGUE.slice(1))],
];

test.each(CHANGES)('S-32 the schema hash changes with %s', (_, hash) => {
  expect(hash).not.toBe(SCHEMA_HASH);
});

test('no two of those changes have the same hash, and the same definition has the same', () => {
  expect(new Set(CHANGES.map(([, hash]) => hash)).size).toBe(CHANGES.length);
  expect(hashWith('envelope', (type) => withField(type, 'holdMsMax', u16(ms)))).toBe(SCHEMA_HASH);
});

test.each([['latch', LATCH_REASONS], ['refusal', REFUSAL_REASONS], ['phase', PHASES]] as const)(
  '%s codes count up from 0 in the order of their list, which the fast reader relies on',
  (_, words) => {
    expect(Object.values(words)).toEqual(Object.keys(words).map((__, index) => index));
  },
);

test('every page of READ is answered by a message that begins with its request', () => {
  const pages: Record<keyof typeof PAGE, Page['kind']> = {
    identity: 'identity',
    capabilities: 'capabilities',
    calibration: 'calibration',
    cartridge: 'cartridge',
    ledger: 'ledger',
    latch: 'latch',
    counters: 'counters',
    clock: 'clock',
    table: 'table',
    pairing: 'pairing',
    'energy-limits': 'energy-limits',
    'energy-ledger': 'energy-ledger',
    envelope: 'envelope-row',
  };
  expect(Object.keys(pages)).toEqual(Object.keys(PAGE));
  for (const kind of Object.values(pages)) {
    expect(Object.keys(BY_KIND.get(kind)?.fields ?? {})[0]).toBe('request');
  }
});
