// The commands around a visit, as functions over files: screening to case file, series, package,
// and the sheet of a treatment that stands in a journal.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseAnswers } from '../../host/care/answers-door.ts';
import { caseFileJson } from '../../host/care/case-file-json.ts';
import { identityKeyOf } from '../../host/chart/identity-key.ts';
import {
  initChart, openChart, readIdentity, registerPerson,
} from '../../host/chart/index.ts';
import { foldChart } from '../../host/core/chart/fold-chart.ts';
import { aftercareCommand, type AftercareAsked } from '../../host/cli/commands/aftercare.ts';
import { scanCommand } from '../../host/cli/commands/scan.ts';
import { listQuestions, screenFile } from '../../host/cli/commands/screen.ts';
import { seriesCommand, type SeriesCommandAsked } from '../../host/cli/commands/series.ts';
import { today } from '../../host/cli/today.ts';
import { questionsFor } from '../../host/core/care/screening/questionnaire.ts';
import { day, formatDay } from '../../host/core/day.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { parseCaseFile } from '../../host/doors/case-file.ts';
import { initInstallation } from '../../host/journal/install.ts';
import { nodeWorld, openJournal } from '../../host/journal/index.ts';
import { granted, ORDINARY } from '../support/journal.ts';
import { codes, given, PERSON, refused } from '../support/limit-world.ts';

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-visits-'));
afterAll(() => {
  fs.rmSync(FOLDER, { recursive: true });
});
const at = (name: string): string => path.join(FOLDER, name);
const write = (name: string, text: string): string => {
  fs.writeFileSync(at(name), text);
  return at(name);
};

const NOW = today();
const CASE = write('case.json', demoCaseFile(NOW));
const answersText = (change: object = {}): string => JSON.stringify({
  version: 1,
  person: 'demo-person-1',
  askedFor: 'needles',
  answeredOn: formatDay(NOW),
  bornOn: '1986-04-12',
  fitzpatrick: 2,
  answers: questionsFor('needles').map(({ id }) => ({ question: id, answer: 'no' })),
  signedBy: 'Provider',
  signer: 'Lead',
  ...change,
});

test('answers become a case file that its own door reads, with its history', async () => {
  const asked = { historyPath: CASE, outPath: at('screened.json'), dataDir: undefined, today: NOW };
  const outcome = await screenFile(write('answers.json', answersText()), asked);
  expect([outcome.code, outcome.complaints]).toEqual([0, []]);
  const caseFile = given(parseCaseFile(fs.readFileSync(at('screened.json'))));
  expect(caseFile.screening.signedBy).toBe('Provider');
  expect(caseFile.history).toHaveLength(1);
  const again = await screenFile(at('answers.json'), asked);
  expect(again.complaints.join('')).toMatch(/was not written over/);
});

test('an answer that is missing writes nothing, and a yes that forbids is', async () => {
  const some = questionsFor('needles').slice(1).map(({ id }) => ({ question: id, answer: 'no' }));
  const outPath = at('open.json');
  const asked = { historyPath: undefined, outPath, dataDir: undefined, today: NOW };
  const open = await screenFile(write('some.json', answersText({ answers: some })), asked);
  expect([open.code, fs.existsSync(at('open.json'))]).toEqual([1, false]);
  const yes = [{ question: 'infection-or-wound', answer: 'yes' }, ...some];
  const forbidden = await screenFile(write('yes.json', answersText({ answers: yes })), asked);
  expect(forbidden.code).toBe(1);
  const caseFile = given(parseCaseFile(fs.readFileSync(at('open.json'))));
  expect(caseFile.screening.answers['active-infection-or-wound']).toBe('yes');
});

test('an earlier case file of somebody else is not taken over', async () => {
  const asked = { historyPath: CASE, outPath: undefined, dataDir: undefined, today: NOW };
  const other = await screenFile(write('other.json', answersText({ person: 'person-9' })), asked);
  expect(other.complaints.join('')).toMatch(/"demo-person-1".*"person-9"/);
});

test('a screening goes into the chart of whoever has one, with its visit', async () => {
  const dataDir = at('charted');
  const world = nodeWorld('test');
  fs.mkdirSync(dataDir);
  granted(initInstallation(dataDir, world));
  granted(initChart(dataDir, world));
  const asked = { historyPath: undefined, outPath: undefined, dataDir, today: NOW };
  const nobody = await screenFile(write('chart.json', answersText()), asked);
  expect(nobody.complaints.join('')).toMatch(/Nobody of the key demo-person-1 has a chart/);
  const identity = granted(
    readIdentity({ name: 'Ana', born: '1986-04-12', contact: undefined }, NOW),
  );
  const key = identityKeyOf(new Uint8Array(32).fill(7));
  const chart = granted(openChart(dataDir, world));
  granted(await registerPerson(chart, {
    person: 'demo-person-1', identity, key, distinctFrom: [], by: 'm-sato',
  }));
  const outcome = await screenFile(at('chart.json'), asked);
  expect(outcome.code).toBe(0);
  expect(outcome.complaints.join('')).toMatch(/^Nobody signs in here: the name is taken/);
  expect(outcome.lines.join(' ')).toMatch(/The chart has it as visit v-[0-9a-f]{10}\./);
  expect(foldChart(granted(chart.entries())).visits.size).toBe(1);
});

test.each([
  ['not JSON', 'no', ['not-json']],
  ['a date that does not exist', answersText({ bornOn: '1986-02-30' }), ['bad-value']],
  ['skin type 7', answersText({ fitzpatrick: 7 }), ['bad-value']],
  ['a field of another program', answersText({ allNo: true }), ['unknown-field']],
  ['a name for a key', answersText({ person: 'Müller, Ana' }), ['bad-value']],
  ['maybe', answersText({ answers: [{ question: 'peel', answer: 'maybe' }] }), ['bad-value']],
])('a file of answers with %s is turned away', (_, text, expected) => {
  expect(codes(refused(parseAnswers(new TextEncoder().encode(text))))).toEqual(expected);
});

test('every case file that is written is read back as it was', () => {
  const noted = { item: 'pigment-plan', note: 'Sun: no. 写真' } as const;
  const cleared = { item: 'inflamed-acne', by: 'Dr. Ito', reason: 'Quiet.' } as const;
  const full = { ...PERSON, precautions: [noted], clearances: [cleared] };
  const least = {
    ...PERSON, bornOn: undefined, fitzpatrick: undefined, history: 'unknown' as const,
    screening: { answeredOn: undefined, answers: {}, signedBy: undefined }, signer: undefined,
  };
  for (const caseFile of [PERSON, full, least]) {
    const bytes = new TextEncoder().encode(caseFileJson(caseFile));
    expect(given(parseCaseFile(bytes))).toEqual(caseFile);
  }
});

test('the list of questions names each with its source', () => {
  const { lines } = listQuestions('energy');
  for (const { id } of questionsFor('energy')) expect(lines.join('\n')).toContain(id);
});

const SERIES: SeriesCommandAsked = {
  casePath: CASE, dataDir: undefined, areas: ['forehead', 'cheek'], visits: undefined,
  everyDays: undefined, modality: 'automated', today: NOW,
};

test('a series names both sides of what has two, and refuses what is no area', () => {
  const outcome = seriesCommand(SERIES);
  expect(outcome.code).toBe(0);
  expect(outcome.lines.join('\n')).toMatch(/forehead: from[^]*left cheek[^]*right cheek/);
  const wrong = seriesCommand({ ...SERIES, areas: ['brow', 'cheek:top', '__proto__'] });
  expect(wrong.complaints).toHaveLength(3);
  const close = seriesCommand({ ...SERIES, everyDays: 7 });
  expect(close.complaints.join('')).toMatch(/7 days apart is too close; at least 28/);
});

test('a package is read, or refused in a sentence', () => {
  const expires = formatDay(day(NOW + 100));
  const six = expires.slice(2).replaceAll('-', '');
  const good = scanCommand(`(01)04012345678901(17)${six}(21)S1`, ['04012345678901'], NOW);
  expect([good.code, good.lines]).toEqual([
    0, [`article 04012345678901, lot not named, serial S1, expires ${expires}`],
  ]);
  const bad = scanCommand('hello', [], NOW);
  expect([bad.code, bad.complaints.length]).toEqual([1, 1]);
});

function installation(): string {
  const dataDir = at('clinic');
  const world = nodeWorld('test');
  granted(initInstallation(dataDir, world));
  const journal = granted(openJournal(dataDir, world, {}));
  for (const note of ORDINARY) granted(journal.append(note));
  journal.close();
  return dataDir;
}

test('the sheet of a treatment is said, printed and put into a calendar, once', async () => {
  const outDir = at('out');
  fs.mkdirSync(outDir);
  const asked: AftercareAsked = {
    dataDir: installation(), treatmentId: undefined, casePath: undefined, name: 'Łucja 山',
    contact: '030 123', outDir, today: NOW, instant: '2026-11-20T12:00:00.000Z',
  };
  const outcome = await aftercareCommand(asked);
  expect([outcome.code, outcome.complaints]).toEqual([0, []]);
  expect(outcome.lines.join('\n')).toMatch(/left cheek[^]*Do not wait[^]*no 山/);
  expect(fs.readdirSync(outDir)).toEqual(['t-1-aftercare.ics', 't-1-aftercare.pdf']);
  expect(fs.readFileSync(path.join(outDir, 't-1-aftercare.ics'), 'utf8')).not.toContain('Łucja');
  expect((await aftercareCommand(asked)).complaints.join('')).toMatch(/not written over/);
  const other = await aftercareCommand({ ...asked, casePath: CASE, outDir: undefined });
  expect(other.complaints.join('')).toMatch(/"demo-person-1".*"p-1"/);
  const none = await aftercareCommand({ ...asked, treatmentId: 't-9' });
  expect(none.complaints.join('')).toMatch(/holds no treatment "t-9"; known are t-1/);
});
