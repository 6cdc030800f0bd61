/**
 * Roles on the command line, from an installation that is open to one in which people sign in: who
 * may not is told so in a sentence, the audit has it, and who may stands in the record.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { chartFolder, openChart } from '../../host/chart/index.ts';
import { type Entry, nodeWorld, readJournal } from '../../host/journal/index.ts';
import { openDesk } from '../../host/staff/index.ts';
import { granted } from '../support/journal.ts';
import { DEMO_PLAN, type Ended, newFolder, newInstallation, start } from './corium.ts';

/** Runs a command with secrets, and whatever comes after them, as lines of its standard input. */
function told(lines: readonly string[], ...words: readonly string[]): Promise<Ended> {
  const running = start(words, newFolder());
  running.child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return running.ended;
}

const SECRETS = { lead: 'seven quiet herons', provider: '480273', technician: '771904' };
const CHEAP = { n: 1_024, r: 8, p: 1 };

async function staff(dataDir: string): Promise<void> {
  const world = nodeWorld('test');
  const desk = openDesk({ chart: granted(openChart(dataDir, world)), world, cost: CHEAP });
  const by = { staffId: 'm-sato', secret: SECRETS.lead, place: 'console' };
  granted(await desk.addFirst(
    { staffId: 'm-sato', name: 'Mika Sato', roles: ['clinical-lead'] }, SECRETS.lead));
  granted(await desk.add(
    { staffId: 'j-diaz', name: 'Juan Díaz', roles: ['provider'] }, SECRETS.provider, by));
  granted(await desk.add(
    { staffId: 't-ames', name: 'T. Ames', roles: ['technician'] }, SECRETS.technician, by));
}

function linesOf(folder: string): readonly Entry[] {
  const lines: Entry[] = [];
  granted(readJournal(folder, nodeWorld('test'), (entry) => lines.push(entry)));
  return lines;
}

const openedIn = (dataDir: string): Entry | undefined =>
  linesOf(dataDir).find(({ kind }) => kind === 'treatment-opened');

test('S-75 a treatment is of somebody who signed in and may, and every no is in the audit',
  async () => {
    const { dataDir, casePath } = await newInstallation();
    await staff(dataDir);
    const plan = path.join(newFolder(), 'plan.json');
    const { areas, ...rest } = JSON.parse(fs.readFileSync(DEMO_PLAN, 'utf8')) as
      { areas: readonly object[] };
    fs.writeFileSync(plan, JSON.stringify({
      ...rest, areas: [{ ...areas[0], passes: 1, sizeMm2: 100 }],
    }));
    const words = ['treat', plan, '--data', dataDir, '--case', casePath, '--pen', 'sim'];
    const treat = (by: string, ...lines: readonly string[]): Promise<Ended> =>
      told(lines, ...words, '--by', by);
    const none = await treat('j-diaz');
    const technician = await treat('t-ames', SECRETS.technician, 'leave');
    const running = start([...words, '--by', 'j-diaz'], newFolder());
    running.child.stdin.write(`${SECRETS.provider}\n`);
    while (openedIn(dataDir) === undefined && running.child.exitCode === null) await wait(50);
    // What follows the secret is for the treatment: not a line of it is swallowed.
    running.child.stdin.write('leave\n');
    const whole = await running.ended;
    expect(none).toMatchObject({ code: 2 });
    expect(none.err).toMatch(/^No secret was given;/);
    expect(technician.code).toBe(1);
    expect(technician.err).toMatch(/^This \(treat\) is for provider or prescriber; ask somebody/);
    expect([whole.code, whole.err]).toEqual([6, expect.not.stringContaining('typed')]);
    const chart = linesOf(chartFolder(dataDir));
    expect(chart.filter(({ kind }) => kind === 'act-refused')).toMatchObject([
      { action: 'treat', staffId: 't-ames', because: 'not-permitted', place: 'host' },
    ]);
    const signedIn = chart.findLast(({ kind }) => kind === 'signed-in');
    expect(openedIn(dataDir)).toMatchObject({
      operator: 'j-diaz', signInId: signedIn?.kind === 'signed-in' ? signedIn.signInId : '',
    });
    expect(chart.at(-1)).toMatchObject({ kind: 'signed-out', staffId: 'j-diaz', why: 'left' });

    fs.renameSync(chartFolder(dataDir), `${chartFolder(dataDir)}-away`);
    const gone = await treat('anybody');
    expect(gone.code).toBe(1);
    expect(gone.err).toMatch(/^People signed in for treatments here, and the chart .* is gone/);
  }, 60_000);
