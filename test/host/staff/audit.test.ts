import { describe, expect, test } from 'vitest';
import { auditRows, type BothJournals, readBoth, verifyBoth } from '../../../host/staff/index.ts';
import { initInstallation } from '../../../host/journal/index.ts';
import type { Entry } from '../../../host/journal/entry.ts';
import { granted } from '../../support/journal.ts';
import { DATA, house, type House, lead, provider } from './house.ts';

async function worked(): Promise<House> {
  const made = await house();
  granted(initInstallation(DATA, made.world));
  granted(await made.desk.signIn(provider()));
  await made.desk.signIn(provider('111222'));
  granted(await made.desk.recognise(lead(), 'see-audit'));
  return made;
}

const both = ({ world }: House): BothJournals => granted(readBoth(DATA, world));

describe('the audit trail', () => {
  test('has every line of both journals, each with who and what, and no secret', async () => {
    const made = await worked();
    const rows = auditRows(both(made), {});
    const count = both(made).treatment.length + made.lines().length;
    expect(rows).toHaveLength(count);
    expect(rows.find(({ kind }) => kind === 'sign-in-failed')).toMatchObject({
      journal: 'chart', who: 'j-diaz',
    });
    const said = rows.map(({ what }) => what).join('\n');
    for (const line of made.lines()) {
      if (line.kind === 'staff-added') expect(said).not.toContain(line.secret.hashHex);
    }
  });

  test('each filter leaves what it names and nothing else', async () => {
    const all = both(await worked());
    const kinds = ['sign-in-failed', 'signed-in'];
    expect(new Set(auditRows(all, { kinds }).map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(new Set(auditRows(all, { who: 'j-diaz' }).map(({ who }) => who))).toEqual(
      new Set(['j-diaz']),
    );
    expect(auditRows(all, { journal: 'treatment' })).toHaveLength(all.treatment.length);
    expect(auditRows(all, { last: 2 })).toHaveLength(2);
    expect(auditRows(all, { until: '2030-12-31' })).toEqual([]);
    expect(auditRows(all, { since: '2031-03-01', until: '2031-03-01' }).length).toBeGreaterThan(3);
    expect(auditRows(all, { person: 'nobody' })).toEqual([]);
  });

  test('a wall clock that was set back moves no line before those that it follows', async () => {
    const made = await worked();
    made.world.day = '2020-01-01';
    granted(await made.desk.signIn(provider()));
    const rows = auditRows(both(made), { journal: 'chart' });
    expect(rows.map(({ n }) => n)).toEqual(made.lines().map(({ n }) => n));
  });

  test('is accepted as it is written', async () => {
    const made = await worked();
    expect(verifyBoth(both(made), made.world)).toMatchObject({ accepted: true, findings: [] });
  });

  test('a line of the chart that was altered or left out is found', async () => {
    const made = await worked();
    const all = both(made);
    const altered = all.chart.map((entry): Entry =>
      entry.kind === 'sign-in-failed' ? { ...entry, staffId: 'm-sato' } : entry);
    for (const chart of [altered, all.chart.filter((_, at) => at !== 3)]) {
      const verdict = verifyBoth({ ...all, chart }, made.world);
      expect(verdict.findings.join()).toContain('the chain is broken at line');
    }
  });

  test('S-75 a line that nobody was allowed to write is found although the chain holds',
    async () => {
      const made = await worked();
      granted(await made.chart.append({
        kind: 'staff-changed', staffId: 'j-diaz', by: 'j-diaz',
        change: { kind: 'roles', roles: ['clinical-lead'] },
      }));
      granted(await made.chart.append({
        kind: 'exported', exportId: 'e', format: 'fhir', subject: { kind: 'treatment', id: 't' },
        identity: true, sha256: 'ab'.repeat(32), bytes: 3, by: 'ghost',
      }));
      expect(verifyBoth(both(made), made.world).findings).toEqual([
        expect.stringContaining('"j-diaz" changed something about somebody without being allowed'),
        expect.stringContaining('"ghost" did something and does not work here'),
      ]);
    });
});
