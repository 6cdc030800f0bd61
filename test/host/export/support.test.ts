import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../host/journal/index.ts';
import { supportBundle, type SupportGround } from '../../../host/export/support.ts';
import { FIELDS, WORDS } from '../../../host/export/support-fields.ts';
import { chartOf, CHART, SAID, TREATMENT } from './treated.ts';

const made = (ground: Partial<SupportGround>): string =>
  supportBundle({
    treatment: [], chart: [], versions: {}, findings: [],
    hash: (text) => createHmac('sha256', 'salt').update(text, 'utf8').digest('hex'),
    ...ground,
  });

const TREATED = chartOf(TREATMENT);
const CHARTED = chartOf(CHART);

/** A value with another text in the place of every text in it, however deep. */
function withName(value: unknown, name: string, at = ''): unknown {
  if (typeof value === 'string') return at === 'kind' ? value : name;
  if (Array.isArray(value)) return value.map((each) => withName(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withName(inner, name, key)]),
  );
}

describe('a support bundle', () => {
  test('S-79 what somebody typed is not in it, and neither is a day', () => {
    const text = made({ treatment: TREATED, chart: CHARTED });
    for (const said of [...Object.values(SAID), 'Aurelia', 'Hilda', 'hierophant', '2031', 'K1']) {
      expect(text).not.toContain(said);
    }
  });

  test('it still tells what happened', () => {
    const text = made({ treatment: TREATED, chart: CHARTED, versions: { node: 'v24.21.0' } });
    for (const said of ['operator-stop', '"forehead"', 'clearance-signed', 'inflamed-acne',
      'v24.21.0', '"contactMs": 2500']) {
      expect(text).toContain(said);
    }
  });

  test('the same name is the same hash within a bundle, and another in the next', () => {
    const persons = (salt: string): readonly string[] => {
      const hash: SupportGround['hash'] = (text) =>
        createHmac('sha256', salt).update(text).digest('hex');
      return [...made({ treatment: TREATED, hash }).matchAll(/"person": "(#[0-9a-f]{12})"/g)]
        .map(([, found]) => found ?? '');
    };
    expect(new Set(persons('one')).size).toBe(1);
    expect(persons('one')[0]).not.toBe(persons('other')[0]);
  });

  test('S-79 a hostile name in every text of every line is nowhere in it', () => {
    const hostile = fc.oneof(
      fc.string({ minLength: 6, maxLength: 40, unit: 'grapheme' }),
      fc.constantFrom('john-smith', 'Робин Бобин', '佐藤 美香', '"},{"x":"Mallory', '#mallory-00',
        'v1.Mallory', '__proto__ Mallory', '2031-03-01 Mallory', 'mallory_at_home'),
    ).filter((name) => name.trim().length >= 6 && !WORDS.has(name) && /\p{L}{4}/u.test(name));
    fc.assert(fc.property(hostile, (name) => {
      const spoilt = (entries: readonly Entry[]) =>
        entries.map((entry) => withName(entry, name)) as unknown as readonly Entry[];
      const text = made({
        treatment: spoilt(TREATED),
        chart: spoilt(CHARTED),
        versions: { corium: name, node: name },
        findings: [{ check: name.replaceAll(/[^a-z]/g, '').slice(0, 3), level: name }],
      });
      const bare = made({ treatment: [], chart: [] });
      if (!bare.includes(name)) expect(text).not.toContain(JSON.stringify(name).slice(1, -1));
    }), { numRuns: 200 });
  });

  test('a field that nobody has heard of does not go out, whatever it holds', () => {
    const odd = { ...TREATED[0], nickname: 7, secretNumber: 12_345, friend: { strokes: 5 } };
    const text = made({ treatment: [odd as unknown as Entry] });
    for (const said of ['nickname', '12345', 'friend']) expect(text).not.toContain(said);
  });

  test('a number where a word belongs, and a word where a number belongs, do not go out', () => {
    const odd = { ...TREATED[0], strokes: 'Mallory', kind: 5, on: 'Mallory' };
    const text = made({ treatment: [odd as unknown as Entry] });
    expect(text).not.toContain('Mallory');
    expect(text).not.toContain('"kind": 5');
  });

  test('no field of free text is in the allow-list', () => {
    const free = ['name', 'details', 'reference', 'remarks', 'identity', 'lookup', 'secret', 'at',
      'text', 'note', 'product', 'goal', 'contact'];
    expect(free.filter((field) => Object.hasOwn(FIELDS, field))).toEqual([]);
  });
});

