// The door for plans: what is turned away, in one sentence each, without reading what is too large.
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { DoorRefusal } from '../../../host/doors/door-refusal.ts';
import { doorSentence } from '../../../host/doors/door-words.ts';
import { parsePlan, PLAN_BYTES_MAX, readPlan } from '../../../host/doors/plan-file.ts';
import { readBounded } from '../../../host/doors/read-bounded.ts';
import { saidTwice } from '../../../host/doors/said-twice.ts';
import { codes, given, refused } from '../../support/limit-world.ts';

const AREA = {
  area: 'forehead',
  side: 'midline',
  sizeMm2: 1_000,
  depthUm: 500,
  rateCentiHz: 8_000,
  passes: 2,
};
const PLAN =
  { version: 1, planId: 'plan-1', person: 'person-1', operator: 'Tester', areas: [AREA] };

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const against = (text: string): readonly DoorRefusal[] => refused(parsePlan(bytes(text)));
const withArea = (change: object): string =>
  JSON.stringify({ ...PLAN, areas: [{ ...AREA, ...change }] });

const folder = mkdtempSync(join(tmpdir(), 'corium-doors-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a plan in whole units is let in', () => {
  expect(given(parsePlan(bytes(JSON.stringify(PLAN)))).areas).toEqual([
    { ...AREA, indication: undefined, eyeProtection: false, reason: undefined },
  ]);
});

test('S-10 an area under another name is the same area', () => {
  for (const area of ['under-eye', 'tear-trough', 'Lower Eyelid', 'infraorbital']) {
    const plan = given(parsePlan(bytes(withArea({ area, side: 'left' }))));
    expect(plan.areas[0]?.area).toBe('infraorbital');
  }
});

test.each<[string, object, string]>([
  ['an unknown area', { area: 'earlobe' }, 'unknown-area'],
  ['a name that could mean two areas', { area: 'periorbital' }, 'unknown-area'],
  ['the name of something every object has', { area: 'constructor' }, 'unknown-area'],
  ['a depth in inches', { depthInches: 0.02 }, 'wrong-unit'],
  ['a depth in millimetres', { depthMm: 0.5 }, 'wrong-unit'],
  ['a depth with its unit in words', { depthUm: '0.02 in' }, 'wrong-unit'],
  ['a fraction of a micrometre', { depthUm: 0.5 }, 'wrong-unit'],
  ['a negative depth', { depthUm: -250 }, 'bad-value'],
  ['a depth of zero', { depthUm: 0 }, 'bad-value'],
  ['a size of zero', { sizeMm2: 0 }, 'bad-value'],
  ['no passes', { passes: 0 }, 'bad-value'],
  ['half a pass', { passes: 1.5 }, 'bad-value'],
  ['an unknown field', { laser: 12 }, 'unknown-field'],
  ['energy that is no figures', { energy: 12 }, 'bad-value'],
  ['an unknown indication', { indication: 'tattoo' }, 'bad-value'],
  ['a denied shield', { eyeProtection: false }, 'bad-value'],
  ['an empty reason', { reason: ' ' }, 'bad-value'],
  ['no side', { side: undefined }, 'missing-field'],
  ['a number beyond all numbers', { depthUm: 1e300 }, 'bad-value'],
])('a plan with %s is turned away', (_, change, code) => {
  expect(codes(against(withArea(change)))).toEqual([code]);
});

test('S-38 everything wrong with a plan is said at once, with the place', () => {
  const text = JSON.stringify({ ...PLAN, areas: [{ ...AREA, passes: 0, extra: 1, depthUm: '1' }] });
  const fields = against(text).map(({ field }) => field);
  expect(fields.sort()).toEqual(['areas[0].depthUm', 'areas[0].extra', 'areas[0].passes']);
});

test.each<[string, string, string]>([
  ['NaN', withArea({}).replace('500', 'NaN'), 'not-a-number'],
  ['minus infinity', withArea({}).replace('500', '-Infinity'), 'not-a-number'],
  ['its end cut off', JSON.stringify(PLAN).slice(0, 60), 'truncated'],
  ['its end cut off inside a text', '{"version": 1, "planId": "pl', 'truncated'],
  ['a comma too many', '{"version": 1,}', 'not-json'],
  ['nothing in it', '', 'truncated'],
  ['a list instead of a plan', '[1]', 'bad-value'],
  ['another version', JSON.stringify({ ...PLAN, version: 2, depth: 'deep' }), 'wrong-version'],
  ['no version', JSON.stringify({ ...PLAN, version: undefined }), 'wrong-version'],
  ['no areas', JSON.stringify({ ...PLAN, areas: [] }), 'bad-value'],
  ['a name instead of a key', JSON.stringify({ ...PLAN, person: 'Jane Doe' }), 'bad-value'],
])('a file with %s is turned away', (_, text, code) => {
  expect(codes(against(text))).toEqual([code]);
});

test('the word NaN inside a text is only a word', () => {
  expect(codes(against(`${withArea({ reason: 'NaN' })},`))).toEqual(['not-json']);
  expect(parsePlan(bytes(withArea({ reason: 'NaN' }))).ok).toBe(true);
});

const withDepthToo = (depth: string): string =>
  withArea({}).replace('"depthUm":500', `${depth},"depthUm":500`);

test.each<[string, string]>([
  ['a depth', withDepthToo('"depthUm":250')],
  ['the same depth', withDepthToo('"depthUm":500')],
  ['a depth spelt otherwise', withDepthToo('"depth\\u0055m":250')],
  ['the person', JSON.stringify(PLAN).replace('{', '{"person":"somebody",')],
])('S-38 a plan that says %s twice is turned away: nobody knows which is meant', (_, text) => {
  expect(against(text)).toMatchObject([{ code: 'said-twice', file: 'plan' }]);
});

test('the same name in two places, and in a text, is not said twice', () => {
  const text = '"version":1,"areas":{';
  const twice = { version: 1, areas: [{ version: 1 }, { version: 2, text }] };
  expect(saidTwice(JSON.stringify([twice, twice, 'version', { version: twice }]))).toBeUndefined();
  expect(saidTwice('[{"a":[{"b":1}],"a":2}]')).toBe('a');
  expect(saidTwice('{"":0,"":1}')).toBe('');
});

test('whatever is written as JSON says nothing twice, and with one field again it does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
      const text = JSON.stringify(value);
      const [first = ''] = Object.keys(value);
      expect(saidTwice(text)).toBeUndefined();
      expect(saidTwice(`${text.slice(0, -1)},${JSON.stringify(first)}:0}`)).toBe(first);
    }),
  );
});

test('bytes that are no text are turned away', () => {
  expect(codes(refused(parsePlan(new Uint8Array([0x7b, 0xff, 0xfe]))))).toEqual(['not-text']);
});

test('S-38 a file of 50 MB is turned away by its size, before it is read', () => {
  const path = join(folder, 'huge.json');
  writeFileSync(path, '');
  truncateSync(path, 50 * 1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  const [refusal] = refused(readPlan(path));
  expect(refusal).toMatchObject({ code: 'too-large', asked: '52428800 bytes' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
});

test('a file that grew past its bound after it was looked at is turned away all the same', () => {
  // What the system generates has a size of zero and bytes nevertheless.
  expect(readBounded('/proc/self/status', 'plan', 16)).toMatchObject({
    ok: false,
    error: { code: 'too-large' },
  });
});

test('a file of exactly the bound is read', () => {
  const path = join(folder, 'full.json');
  const text = JSON.stringify(PLAN);
  writeFileSync(path, text + ' '.repeat(PLAN_BYTES_MAX - text.length));
  expect(given(readPlan(path)).plan.planId).toBe('plan-1');
});

test('a path with nothing there, or with a folder, is turned away', () => {
  expect(codes(refused(readPlan(join(folder, 'nothing.json'))))).toEqual(['absent']);
  expect(codes(refused(readPlan(folder)))).toEqual(['not-a-file']);
});

test('S-38 no bytes whatever make the door throw, and each refusal is one sentence', () => {
  const anyText = fc.oneof(fc.json(), fc.string(), fc.json().map((text) => text.slice(0, -1)));
  fc.assert(
    fc.property(anyText, (text) => {
      const result = parsePlan(bytes(text));
      if (result.ok) return;
      expect(result.error.length).toBeGreaterThan(0);
      for (const refusal of result.error) {
        expect(doorSentence(refusal)).toMatch(/^(?:The|In the) plan[^\n]*[;,][^\n]*\.$/);
      }
    }),
  );
});
