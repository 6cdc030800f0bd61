// People and visits by requests alone, without a pen: whoever has a chart is bound by it, what is
// typed at any length gets a code back, and nothing is ticked that nobody ticked.
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { questionsFor } from '../../../host/core/care/screening/questionnaire.ts';
import { day, formatDay } from '../../../host/core/day.ts';
import { today } from '../../../host/cli/today.ts';
import type { Ask } from '../../../ui/contract/request.ts';
import { type DeskAlone, freshFolder, openDeskAlone } from '../support/desk-alone.ts';

const before = process.env['CORIUM_IDENTITY_KEY'];
let at: DeskAlone | undefined;
beforeAll(() => {
  process.env['CORIUM_IDENTITY_KEY'] = path.join(freshFolder(), 'identity.key');
});
afterAll(() => {
  process.env['CORIUM_IDENTITY_KEY'] = before;
});
afterEach(() => at?.close());

const GTIN = '04012345678901';
const EXPIRES = formatDay(day(today() + 100)).slice(2).replaceAll('-', '');
type Scan = Extract<Ask, { kind: 'scan-cartridge' }>;

const scan = (serial: string, more: Partial<Scan> = {}): Scan => ({
  kind: 'scan-cartridge', code: `(01)${GTIN}(17)${EXPIRES}(10)L-1(21)${serial}`,
  intact: true, newArticle: true, ...more,
});

const register = (name: string, born = '1986-04-12', distinctFrom: string[] = []): Ask =>
  ({ kind: 'register-person', name, born, distinctFrom });

type Screen = Extract<Ask, { kind: 'screen' }>;
const screen = (more: Partial<Screen> = {}, yes: readonly string[] = []): Screen => ({
  kind: 'screen', fitzpatrick: 2, clearances: [],
  answers: questionsFor('needles').map(({ id }) =>
    ({ question: id, answer: yes.includes(id) ? 'yes' : 'no' } as const)),
  ...more,
});

const desk = async (): Promise<DeskAlone> => {
  at = await openDeskAlone();
  await at.done({ kind: 'name-operator', name: 'm-sato' });
  if (at.state().care.identityKey === 'absent') await at.done({ kind: 'make-identity-key' });
  return at;
};

async function withPerson(name = 'Zoë Ó Súilleabháin'): Promise<DeskAlone & { person: string }> {
  const open = await desk();
  const made = await open.done(register(name));
  const person = made?.kind === 'registered' ? made.person : '';
  await open.done({ kind: 'choose-person', person });
  return { ...open, person };
}

test('somebody is registered, found in any spelling, and told of when typed twice', async () => {
  const { done, refused, ask, state, person, dataDir } = await withPerson();
  expect(state().care.person).toMatchObject({ person, born: '1986-04-12' });
  expect(state().plan.draft.person).toBe(person);
  for (const text of ['zoe o suill', 'SUILLEABHAIN', '1986-04-12', person, '']) {
    const found = await done({ kind: 'find-people', text });
    expect(found).toMatchObject({ people: [{ person, name: 'Zoë Ó Súilleabháin' }], more: 0 });
  }
  expect(await done({ kind: 'find-people', text: 'nobody' })).toMatchObject({ people: [] });
  const again = await ask(register('Zoe O Suilleabhain'));
  expect(again).toMatchObject({
    ok: false,
    refusals: [{ code: 'care', care: { code: 'perhaps-there', people: [person] } }],
  });
  await done(register('Zoe O Suilleabhain', '1986-04-12', [person]));
  expect(await refused({ kind: 'choose-person', person: 'p-none' }))
    .toEqual(['people:no-such-person']);
  const files = fs.readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
  expect(files.some((text) => text.includes('Zoe'))).toBe(false);
});

test.each([
  ['x'.repeat(1_000), '1986-04-12', 'people:name-too-long'],
  ['<script>alert(1)</script>\n\u0000', '1986-04-12', 'people:name-unreadable'],
  ['   ', '1986-04-12', 'people:name-empty'],
  ['Li', '1986-02-30', 'people:no-such-day'],
  ['Li', '1786-02-03', 'people:born-too-long-ago'],
  ['Li', '2999-01-01', 'people:born-in-future'],
  ['Li', 'DROP TABLE people', 'people:no-such-day'],
])('a name or a day that is none gets its own code: %#', async (name, born, code) => {
  const { refused } = await desk();
  expect(await refused(register(name, born))).toEqual([code]);
});

test('a script that is a name is kept as a name', async () => {
  const { done } = await desk();
  await done(register('<img src=x onerror=alert(1)>'));
  expect(await done({ kind: 'find-people', text: 'onerror' }))
    .toMatchObject({ people: [{ name: '<img src=x onerror=alert(1)>' }] });
});

test('a visit says everything that is open, and each step takes one away', async () => {
  const { done, refused, state } = await withPerson();
  const codes = (): readonly string[] => (state().care.visit?.against ?? []).map((reason) =>
    ('step' in reason ? reason.step : reason.code));
  expect(codes()).toEqual(['no-visit']);
  expect(await refused({ kind: 'tick-step', step: 'barrier' })).toEqual(['visit:no-visit']);
  await done({ kind: 'open-visit' });
  expect(await refused({ kind: 'open-visit' })).toEqual(['visit:open-already']);
  expect(codes()).toEqual([
    'not-screened', 'reprocessed', 'barrier', 'package-intact', 'glide-only',
    'cartridge-not-claimed',
  ]);
  expect(await done(screen())).toMatchObject({ conclusion: 'go-on' });
  await done({ kind: 'tick-step', step: 'reprocessed' });
  await done({ kind: 'tick-step', step: 'barrier' });
  expect(await refused({ kind: 'choose-adjunct', adjunct: 'vitamin-c', lot: 'V' }))
    .toEqual(['adjunct:blocked']);
  expect(await refused({ kind: 'choose-adjunct', adjunct: 'prp', lot: '' }))
    .toEqual(['adjunct:no-prescriber', 'adjunct:no-lot']);
  await done({ kind: 'choose-adjunct', adjunct: 'sterile-hydrogel', lot: 'H-1' });
  expect(codes()).toEqual(['package-intact', 'cartridge-not-claimed']);
  expect(await refused(scan('S42', { newArticle: false }))).toEqual(['scan:article-unknown']);
  expect(await refused({ ...scan('S42'), code: '(01)04012345678902(17)300101(21)X' }))
    .toEqual(['scan:check-digit-wrong']);
  await done(scan('S42'));
  // The article is known from now on; the same package again is the same claim.
  await done(scan('S42', { newArticle: false }));
  expect(codes()).toEqual([]);
  expect(state().care.visit).toMatchObject({ cartridges: ['S42'], screening: { fitzpatrick: 2 } });
  expect(state().room.open).toEqual([]);
  expect(await refused({ kind: 'room', room: { barrierFitted: true } })).toEqual(['said-at-visit']);
});

test('cream keeps a pen from being armed until it is off and the skin clean', async () => {
  const { done, refused, state } = await withPerson();
  await done({ kind: 'open-visit' });
  const cream: Ask = {
    kind: 'numbing-start', product: 'Lidocaine', strengthCentiPercent: 400, milligrams: 2_000,
    sizeMm2: 6_000, areas: [{ area: 'forehead', side: 'midline' }],
  };
  expect(await refused({ ...cream, product: ' ' })).toEqual(['numbing:product-missing']);
  expect(await refused({ ...cream, areas: [] })).toEqual(['numbing:area-missing']);
  await done(cream);
  const { since = '', lookAt = '', offBy = '' } = state().care.visit?.numbing ?? {};
  expect([Date.parse(lookAt), Date.parse(offBy)].map((end) => (end - Date.parse(since)) / 60_000))
    .toEqual([30, 60]);
  expect(state().room.open).toContain('numbing-not-removed');
  expect(await refused({ kind: 'numbing-end', step: 'cleaned' })).toEqual(['numbing:not-removed']);
  await done({ kind: 'numbing-end', step: 'removed' });
  expect(state().care.visit?.against.map(({ code }) => code)).toContain('numbing-not-cleaned');
  await done({ kind: 'numbing-end', step: 'cleaned' });
  expect(state().room.open).not.toContain('numbing-not-removed');
});

test('a screening has no default, names what is open, and writes down what forbids', async () => {
  const { done, refused, state } = await withPerson();
  await done({ kind: 'open-visit' });
  const [first, ...others] = screen().answers;
  expect(await refused(screen({ answers: others }))).toEqual(['screening:unanswered']);
  expect(first?.question).toBe('infection-or-wound');
  expect(await refused(screen({}, ['cold-sores-before']))).toEqual(['screening:note-missing']);
  expect(await refused(screen({ fitzpatrick: 5 }))).toEqual(['screening:pigment-plan-missing']);
  expect(await done(screen({}, ['isotretinoin']))).toMatchObject({ conclusion: 'prescriber' });
  expect(await done(screen({ clearances: [
    { question: 'isotretinoin', by: 'Dr. Ito', reason: 'Stopped in May.' },
  ] }, ['isotretinoin']))).toMatchObject({ conclusion: 'go-on' });
  expect(state().care.visit?.screening?.cleared).toEqual([
    { item: 'isotretinoin-within-6-months', by: 'Dr. Ito' },
  ]);
  expect(await done(screen({}, ['infection-or-wound']))).toMatchObject({ conclusion: 'forbidden' });
  await done({ kind: 'add-area', area: 'forehead', side: 'midline' }).catch(() => undefined);
  expect(state().plan.check.refusals.map(({ code }) => code)).toContain('screening-forbids');
});

test('one cartridge is for one person and one visit', async () => {
  const { done, refused } = await withPerson();
  await done({ kind: 'open-visit' });
  await done(scan('S77'));
  const other = await done(register('Li Wei', '1990-01-02'));
  await done({ kind: 'choose-person', person: other?.kind === 'registered' ? other.person : '' });
  await done({ kind: 'open-visit' });
  expect(await refused(scan('S77'))).toEqual(['claim:held-already']);
  expect(await refused({ ...scan('S77'), code: '(01)04012345678901(17)200101(21)S9' }))
    .toEqual(['scan:expired']);
});

test('a series is laid out, kept, and shown in the chart with why not sooner', async () => {
  const { done, refused, person } = await withPerson();
  const areas = [{ area: 'neck', side: 'midline' }] as const;
  const laid = await done({ kind: 'lay-out-series', person, areas: [...areas] });
  expect(laid).toMatchObject({ series: { everyDays: 42 } });
  expect(laid?.kind === 'series' && laid.series.visits).toHaveLength(5);
  expect(await refused({ kind: 'lay-out-series', person, areas: [...areas], everyDays: 5 }))
    .toEqual(['series:too-close']);
  await done({ kind: 'plan-series', person, areas: [...areas] });
  const chart = await done({ kind: 'read-chart', person });
  expect(chart).toMatchObject({ view: {
    series: [{ visits: 5, ended: false }],
    skins: [{ area: 'neck', todayPerCm2: 0, expected: 'slower', grade: 'C' }],
  } });
  await done({ kind: 'lock-area', person, area: 'neck', side: 'midline', why: 'Looks sore.' });
  const locked = await done({ kind: 'read-chart', person });
  expect(locked).toMatchObject({ view: { skins: [{ locked: { because: 'looks-sore' } }] } });
  await done({ kind: 'unlock-area', person, area: 'neck', side: 'midline', why: 'Calm.' });
  expect(await refused({ kind: 'unlock-area', person, area: 'neck', side: 'midline', why: 'x' }))
    .toEqual(['series:not-locked']);
});

test('whose chart was open is open again, and a case file beside it puts it away', async () => {
  const { done, dataDir, person, close } = await withPerson();
  await done({ kind: 'open-visit' });
  await close();
  at = await openDeskAlone(dataDir);
  expect(at.state().care.person?.person).toBe(person);
  expect(at.state().care.visit?.visitId).toMatch(/^v-/);
  expect(at.state().caseFile).toMatchObject({ kind: 'read', charted: true });
  await at.done({ kind: 'clear-case' });
  expect(at.state().care.person).toBeUndefined();
  expect(at.state().caseFile.kind).toBe('none');
  // A key that is typed opens the chart as well: nobody who has one is treated beside it.
  await at.done({ kind: 'name-person', person });
  expect(at.state().caseFile).toMatchObject({ kind: 'read', charted: true });
});
