/** Bad luck at the desk: what is said, what is written down, and that nothing is lost. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { newIdentityKey, openChart } from '../../../host/chart/index.ts';
import { doseCommand } from '../../../host/cli/commands/chart.ts';
import {
  addPersonCommand, listPeopleCommand, showPersonCommand,
} from '../../../host/cli/commands/people.ts';
import { rebuildCommand, verifyCommand } from '../../../host/cli/commands/store.ts';
import { type Day, day } from '../../../host/core/day.ts';
import { openSqlite, storeFile } from '../../../host/store/index.ts';
import { granted } from '../../support/journal.ts';
import { type Clinic, freshClinic, treating, writeTreatment } from '../../support/store.ts';

let clinic: Clinic;
let keyPath: string;
const today: Day = day(2_500);

beforeEach(() => {
  clinic = freshClinic();
  keyPath = `${clinic.dir}-key`;
  granted(newIdentityKey(clinic.dir, keyPath));
  onTestFinished(() => {
    clinic.remove();
    rmSync(keyPath);
  });
});

const asked = (key = keyPath) => ({ dataDir: clinic.dir, keyPath: key, by: 'm-sato' });
const said = (name: string) =>
  ({ name, born: '1990-02-03', contact: undefined, person: 'p-one', distinctFrom: [] });
const found = (): readonly string[] =>
  granted(granted(openChart(clinic.dir, clinic.world)).entries())
    .flatMap((line) => (line.kind === 'audit-found' ? [line.what] : []));

test('without its key charts are there, names are not, and it is written down', async () => {
  expect((await addPersonCommand(asked(), said('Ada'), today)).code).toBe(0);
  const lost = await listPeopleCommand(asked(`${keyPath}-lost`));
  expect(lost.lines.join('\n')).toMatch(/p-one +1990 .*\(sealed\)/);
  expect(lost.complaints[0]).toContain('Bring the key back');
  await showPersonCommand(asked(`${keyPath}-lost`), 'p-one');
  expect(found()).toEqual(['identity-key-missing']);
  expect((await showPersonCommand(asked(), 'p-one')).lines[1]).toBe('Name     Ada');
});

test('rows that somebody altered are named, written down, and made again', async () => {
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-one' });
  });
  expect((await verifyCommand(clinic.dir, 'm-sato')).code).toBe(0);
  const store = granted(await openSqlite(storeFile(clinic.dir)));
  await store.db.updateTable('grants').set({ counted_strokes: 1 }).execute();
  await store.close();
  const verdict = await verifyCommand(clinic.dir, 'm-sato');
  expect(verdict.lines[0]).toContain('counted_strokes');
  expect(verdict.complaints[0]).toContain('corium store rebuild');
  expect(found()).toEqual(['store-altered']);
  expect((await rebuildCommand(clinic.dir)).lines[0]).toContain('it was not sound');
  expect((await verifyCommand(clinic.dir, 'm-sato')).code).toBe(0);
});

test('a clock that was set back is told, written down once, and not believed', async () => {
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-one' });
  });
  const wanted = {
    dataDir: clinic.dir, person: 'p-one', by: 'm-sato', today: day(0), area: 'cheek',
    side: 'left', days: '30',
  } as const;
  const dose = await doseCommand(wanted);
  expect(dose.lines[1]).toContain('60 punctures/cm2');
  expect(dose.complaints[0]).toContain('Set the clock right');
  await doseCommand(wanted);
  expect(found()).toEqual(['clock-went-back']);
});

test('a chart line that was altered is named, and nothing is answered', async () => {
  await addPersonCommand(asked(), said('Ada'), today);
  const file = path.join(clinic.dir, 'chart', 'journal', '000001.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"bornYear":1990', '"bornYear":1970'));
  const shown = await showPersonCommand(asked(), 'p-one');
  expect(shown.code).toBe(4);
  expect(shown.complaints[0]).toMatch(/000001\.jsonl, line 2, was altered/);
});
