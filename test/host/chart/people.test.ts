/** People in the chart: found twice, put right with what was kept, sealed under a key. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import {
  amendPerson, type Chart, type Identity, initChart, mergePeople, newIdentityKey, openChart,
  openIdentity, plainName, readIdentity, readIdentityKey, registerPerson,
} from '../../../host/chart/index.ts';
import { identityKeyOf } from '../../../host/chart/identity-key.ts';
import { lookupOf, sealIdentity } from '../../../host/chart/identity.ts';
import { foldChart } from '../../../host/core/chart/fold-chart.ts';
import { day } from '../../../host/core/day.ts';
import { createMemoryWorld, granted, type MemoryWorld } from '../../support/journal.ts';

const key = identityKeyOf(new Uint8Array(32).fill(7));
const other = identityKeyOf(new Uint8Array(32).fill(8));
const today = day(2_500);
const said = (name: string, born = '1990-02-03'): Identity =>
  granted(readIdentity({ name, born, contact: undefined }, today));

function chartIn(world: MemoryWorld): Chart {
  granted(initChart('data', world));
  return granted(openChart('data', world));
}

const wanted = (person: string, identity: Identity, distinctFrom: readonly string[] = []) =>
  ({ person, identity, key, distinctFrom, by: 'm-sato' });

const NAMES = [
  'Zoë Ó Súilleabháin', '佐藤 美咲', 'محمد الأمين', 'Иванова Ольга', 'दीपिका', 'O\u2019Neil-D\'Arcy',
  "Robert'); DROP TABLE people;--", '${7*7} {{x}} <script>alert(1)</script>', '🜚 Ada',
];

const SEALED = 'S-73 the name %s is sealed, opened again and nowhere in the journal';

test.each(NAMES)(SEALED, async (name) => {
  const world = createMemoryWorld();
  const chart = chartIn(world);
  granted(await registerPerson(chart, wanted('p-1', said(name))));
  const text = world.door.text('data/chart/journal/000001.jsonl');
  expect(text).not.toContain(name);
  expect(text).not.toContain('1990-02-03');
  const facts = foldChart(granted(chart.entries()));
  const sealed = facts.people.get('p-1')?.registered.identity;
  expect(sealed && openIdentity(sealed, 'p-1', key)?.name).toBe(name.normalize('NFC'));
  expect(sealed && openIdentity(sealed, 'p-1', other)).toBeUndefined();
  expect(sealed && openIdentity(sealed, 'p-2', key)).toBeUndefined();
});

test('S-73 a sealed identity with any byte changed is not opened', () => {
  const sealed = sealIdentity(said('Ada'), 'p-1', key);
  fc.assert(fc.property(fc.nat(sealed.sealedHex.length - 1), (at) => {
    const digit = sealed.sealedHex[at] === '0' ? '1' : '0';
    const sealedHex = sealed.sealedHex.slice(0, at) + digit + sealed.sealedHex.slice(at + 1);
    expect(openIdentity({ ...sealed, sealedHex }, 'p-1', key)).toBeUndefined();
  }), { numRuns: 50 });
});

test('the same person is found however the name is written', () => {
  expect(plainName('  Zoë  O’NEIL ')).toBe(plainName('zoe o neil'));
  expect(plainName('佐藤　美咲')).toBe(plainName('佐藤 美咲'));
  expect(lookupOf(said('ＡＤＡ Núñez'), key)).toBe(lookupOf(said('Ada Nunez'), key));
  expect(lookupOf(said('Ada'), key)).not.toBe(lookupOf(said('Ada'), other));
  expect(lookupOf(said('Ada', '1990-02-04'), key)).not.toBe(lookupOf(said('Ada'), key));
});

test('a second chart of the same name and day is told before it is made', async () => {
  const chart = chartIn(createMemoryWorld());
  granted(await registerPerson(chart, wanted('p-1', said('Ada Núñez'))));
  expect(await registerPerson(chart, wanted('p-2', said('ADA NUNEZ')))).toEqual({
    ok: false, error: { code: 'perhaps-there', people: ['p-1'] },
  });
  granted(await registerPerson(chart, wanted('p-2', said('Ada Nunez'), ['p-1'])));
  expect(await registerPerson(chart, { ...wanted('p-3', said('Bo')), key: other }))
    .toMatchObject({ ok: false, error: { code: 'other-key' } });
});

test('of two consoles that register the same person at once, one is told', async () => {
  const world = createMemoryWorld();
  const [one, two] = [chartIn(world), granted(openChart('data', world))];
  const both = await Promise.all([
    registerPerson(one, wanted('p-1', said('Ada'))),
    registerPerson(two, wanted('p-2', said('Ada'))),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test('what was amended or merged still stands in the journal', async () => {
  const chart = chartIn(createMemoryWorld());
  granted(await registerPerson(chart, wanted('p-1', said('Ada'))));
  granted(await registerPerson(chart, wanted('p-2', said('Ida'))));
  const right = wanted('p-1', said('Ida', '1991-01-01'));
  granted(await amendPerson(chart, { ...right, why: 'misheard' }));
  granted(await mergePeople(chart, { from: 'p-2', into: 'p-1', why: 'the same', by: 'm-sato' }));
  const again = await mergePeople(chart, { from: 'p-1', into: 'p-2', why: 'x', by: 'm-sato' });
  expect(again).toMatchObject({ ok: false, error: { code: 'merged-already' } });
  const known = foldChart(granted(chart.entries())).people.get('p-1');
  expect(known && openIdentity(known.registered.identity, 'p-1', key)?.name).toBe('Ada');
  expect(known?.amendments.map(({ bornYear }) => bornYear)).toEqual([1991]);
});

test.each([
  [{ name: ' ', born: '1990-01-01' }, 'name-empty'],
  [{ name: '<>;--', born: '1990-01-01' }, 'name-empty'],
  [{ name: 'Ada\u0000', born: '1990-01-01' }, 'name-unreadable'],
  [{ name: '\ud800', born: '1990-01-01' }, 'name-unreadable'],
  [{ name: 'A'.repeat(201), born: '1990-01-01' }, 'name-too-long'],
  [{ name: 'Ada', born: '1990-02-30' }, 'no-such-day'],
  [{ name: 'Ada', born: '03/02/1990' }, 'no-such-day'],
  [{ name: 'Ada', born: '2090-02-03' }, 'born-in-future'],
  [{ name: 'Ada', born: '1790-02-03' }, 'born-too-long-ago'],
])('%j is turned away with %s', (typed, code) => {
  expect(readIdentity({ contact: undefined, ...typed }, today)).toMatchObject({
    ok: false, error: { code },
  });
});

test('a key lies outside the folder, for its owner only, and is never written over', () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'corium-key-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = path.join(dir, 'keys', 'identity.key');
  const data = path.join(dir, 'data');
  expect(newIdentityKey(data, path.join(data, 'k'))).toMatchObject({
    ok: false, error: { code: 'inside-data' },
  });
  expect(readIdentityKey(file)).toMatchObject({ ok: false, error: { code: 'absent' } });
  const made = granted(newIdentityKey(data, file));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(granted(readIdentityKey(file))).toEqual(made);
  expect(newIdentityKey(data, file)).toMatchObject({ ok: false, error: { code: 'already-there' } });
  writeFileSync(file, 'nonsense');
  expect(readIdentityKey(file)).toMatchObject({ ok: false, error: { code: 'no-key' } });
});
