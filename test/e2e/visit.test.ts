/**
 * One person from the first visit to the day after, by the commands: refused with every reason,
 * treated when nothing is open, handed the sheet, followed up, and locked. The day after is the
 * same instant in a time zone where it is a later day.
 */
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { questionsFor } from '../../host/core/care/screening/questionnaire.ts';
import { aftercareCommand } from '../../host/cli/commands/aftercare.ts';
import { followUp, unlockAreas } from '../../host/cli/commands/follow-up.ts';
import { addPersonCommand, newKeyCommand } from '../../host/cli/commands/people.ts';
import { treatCommand } from '../../host/cli/commands/treat.ts';
import { type CartridgeSaid, visitCartridge } from '../../host/cli/commands/visit-cartridge.ts';
import { screenVisit } from '../../host/cli/commands/visit-screen.ts';
import { showVisit } from '../../host/cli/commands/visit-show.ts';
import {
  chooseAdjunct, closeVisit, endNumbing, openVisit, startNumbing, tickSteps,
} from '../../host/cli/commands/visit.ts';
import type { Outcome } from '../../host/cli/outcome.ts';
import { DEMO_MODEL } from '../../host/cli/pen-access.ts';
import { today } from '../../host/cli/today.ts';
import type { VisitGiven } from '../../host/cli/visit-ground.ts';
import { day, formatDay } from '../../host/core/day.ts';
import { newFolder, newInstallation } from './corium.ts';

const before = { ...process.env };
afterAll(() => {
  process.env = before;
});

const GTIN = '04012345678901';
/** Every question answered with no, today. */
const answers = (person: string): string => {
  const file = path.join(newFolder(), 'answers.json');
  fs.writeFileSync(file, JSON.stringify({
    version: 1, person, askedFor: 'needles', bornOn: '1986-04-12', fitzpatrick: 2,
    answeredOn: formatDay(today()),
    answers: questionsFor('needles').map(({ id }) => ({ question: id, answer: 'no' })),
    signedBy: 'm-sato', signer: 'm-sato',
  }));
  return file;
};

const planOf = (person: string): string => {
  const file = path.join(newFolder(), 'plan.json');
  fs.writeFileSync(file, JSON.stringify({
    version: 1, planId: 'forehead-1', person, operator: 'm-sato',
    areas: [{
      area: 'forehead', side: 'midline', sizeMm2: 100, depthUm: 400, rateCentiHz: 8000, passes: 1,
    }],
  }));
  return file;
};

const CLOSED = {
  out: () => undefined, err: () => undefined, raw: () => undefined, interactive: false,
  colour: false, columns: () => 80, rows: () => 24, onResize: () => () => undefined,
};

/** What a command said that did what it was asked. */
const good = async (ended: Promise<Outcome>): Promise<string> => {
  const { code, lines, complaints } = await ended;
  expect([code, code === 0 ? '' : [...lines, ...complaints].join(' ')]).toEqual([0, '']);
  return lines.join('\n');
};

/** What a command said that refused. */
const no = async (ended: Promise<Outcome>): Promise<readonly string[]> => {
  const { code, complaints } = await ended;
  expect(code).not.toBe(0);
  return complaints;
};

/** A package that is good for a while. */
const packageOf = (serial: string): CartridgeSaid => {
  const expires = formatDay(day(today() + 100)).slice(2).replaceAll('-', '');
  const code = `(01)${GTIN}(17)${expires}(10)L-1(21)${serial}`;
  return { code, articles: [GTIN], intact: true };
};

test('S-66 a visit from its opening to a red flag on the day after', async () => {
  const keyPath = path.join(newFolder(), 'identity.key');
  process.env['CORIUM_IDENTITY_KEY'] = keyPath;
  process.env['TZ'] = 'Etc/GMT+12';
  const { dataDir, casePath } = await newInstallation();
  expect(newKeyCommand(dataDir, keyPath).code).toBe(0);
  const of = (): VisitGiven => ({ dataDir, person: 'p-1', by: 'm-sato', today: today() });
  const zoe = { name: 'Zoë', born: '1986-04-12', contact: undefined, person: 'p-1',
    distinctFrom: [] };
  await good(addPersonCommand({ dataDir, keyPath, by: 'm-sato' }, zoe, today()));
  const planPath = planOf('p-1');
  const treat = (more: object = {}): Promise<Outcome> => treatCommand({
    planPath, casePath: undefined, dataDir, pen: 'sim', pedal: false, scripted: true,
    model: DEMO_MODEL, by: 'm-sato', recordWire: undefined, json: true, ...more,
  }, CLOSED);
  expect(await no(treat({ person: 'p-1' }))).toEqual([
    'No visit of p-1 is open today; open one with "corium visit open p-1".',
  ]);
  expect(await no(treat({ person: 'p-2' }))).toEqual([
    'The plan is of "p-1" and not of "p-2"; name the right one.',
  ]);
  expect((await no(treat({ casePath })))[0]).toMatch(/^p-1 has a chart here.*leave --case away/);

  await good(openVisit(of()));
  expect((await no(openVisit(of())))[0]).toMatch(/^The visit v-\S+ of p-1 is open/);
  expect(await no(treat())).toHaveLength(6);
  expect((await no(screenVisit(of(), answers('p-2'), CLOSED)))[0])
    .toMatch(/The answers are of "p-2" and the visit is of "p-1"/);
  await good(screenVisit(of(), answers('p-1'), CLOSED));
  await good(tickSteps(of(), ['reprocessed', 'barrier']));
  const gel = { id: 'sterile-hydrogel', lot: 'H-1', product: undefined, prescriber: undefined };
  expect((await no(chooseAdjunct(of(), { ...gel, id: 'vitamin-c' })))[0]).toMatch(/granulomas/);
  await good(chooseAdjunct(of(), gel));
  await good(visitCartridge(of(), packageOf('OTHER')));
  await good(startNumbing(of(), {
    product: 'Lidocaine', strength: 4, grams: 2, cm2: 60, areas: ['forehead'], minutes: undefined,
  }));
  expect((await no(treat()))[0]).toMatch(/^Numbing cream has been on the skin for \d+ min\. Take/);
  await good(endNumbing(of(), 'removed'));
  await good(endNumbing(of(), 'cleaned'));
  const shown = await good(Promise.resolve(showVisit({
    ...of(), areas: ['forehead'], device: 'SkinPen Precision', purpose: 'acne-scar',
  })));
  expect(shown).toMatch(/Nothing is open\.[^]*forehead: may be treated today[^]*On-label by/);

  const [strange = ''] = await no(treat());
  expect(strange).toMatch(/^The pen holds a cartridge (\S+), and this visit has OTHER;/);
  const serial = /holds a cartridge (\S+),/.exec(strange)?.[1] ?? '';
  await good(visitCartridge(of(), packageOf(serial)));
  await good(treat());
  const sheet = await good(aftercareCommand({
    dataDir, treatmentId: undefined, casePath: undefined, name: undefined, contact: undefined,
    outDir: undefined, today: today(), instant: new Date().toISOString(), handedBy: 'm-sato',
  }));
  expect(sheet).toMatch(/The chart has it: the sheet was handed over at visit v-/);
  const late = { visitId: undefined, milestone: 'hours-24', how: 'seen', flags: ['infection'],
    remarks: undefined } as const;
  expect((await no(followUp(of(), late)))[0]).toMatch(/^A follow-up comes at least a day after/);
  await good(closeVisit(of(), undefined, undefined));

  process.env['TZ'] = 'Etc/GMT-14';
  expect((await no(followUp(of(), { ...late, flags: ['sadness'] })))[0]).toMatch(/no red flag/);
  expect(await good(followUp(of(), late))).toMatch(/RED FLAG \(same day\)[^]*Locked: forehead\./);
  await good(openVisit(of()));
  expect((await no(treat())).join(' '))
    .toMatch(/The forehead is locked since \S+ \(infection\); .*"corium unlock p-1"/);
  expect((await no(visitCartridge(of(), packageOf(serial)))).join(' ')).toContain(serial);
  const typed = { areas: ['forehead'], why: 'Looked at it: calm.' };
  expect(await good(unlockAreas(of(), typed))).toBe('Open again: forehead.');
  expect((await no(unlockAreas(of(), typed)))[0]).toMatch(/is not locked/);
}, 60_000);
