import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verifyStaff } from '../../../host/core/staff/verify-staff.ts';
import { type ExportAsked, handOut } from '../../../host/export/export-desk.ts';
import { granted } from '../../support/journal.ts';
import { house, type House, lead, provider } from '../staff/house.ts';

const BYTES = new TextEncoder().encode('what goes out');
const SHA256 = hash('sha256', BYTES, 'hex');

function asked(more: Partial<ExportAsked> = {}) {
  const made: string[] = [];
  const wish: ExportAsked = {
    format: 'json',
    subject: { kind: 'treatment', id: 't-1' },
    identity: false,
    reason: undefined,
    make: () => {
      made.push('made');
      return BYTES;
    },
    ...more,
  };
  return { wish, made };
}

const ground = ({ chart, desk, world }: House) => ({ chart, desk, freshId: world.freshId });

describe('letting something out of the house', () => {
  test('S-79 what went out stands in the journal by its hash, and who asked', async () => {
    const made = await house();
    const out = granted(await handOut(ground(made), provider(), asked().wish));
    expect(out).toMatchObject({ bytes: BYTES, sha256: SHA256 });
    expect(made.lines().at(-1)).toMatchObject({
      kind: 'exported', format: 'json', identity: false, sha256: SHA256, bytes: 13, by: 'j-diaz',
    });
    expect(verifyStaff(made.lines())).toEqual([]);
  });

  test('S-79 names are not for a provider, and nothing is even made', async () => {
    const made = await house();
    const { wish, made: times } = asked({ identity: true, reason: 'curious' });
    const out = await handOut(ground(made), provider(), wish);
    expect(out).toMatchObject({ ok: false, error: [{ code: 'not-permitted' }] });
    expect(times).toEqual([]);
    expect(made.lines().some(({ kind }) => kind === 'exported')).toBe(false);
  });

  test('S-79 names take a reason, and a signature under exactly those bytes', async () => {
    const made = await house();
    const without = await handOut(ground(made), lead(), asked({ identity: true }).wish);
    expect(without).toMatchObject({ ok: false, error: [{ code: 'no-reason' }] });
    const wish = asked({ identity: true, reason: 'the person asked for it' }).wish;
    granted(await handOut(ground(made), lead(), wish));
    expect(made.lines().slice(-2)).toMatchObject([
      { kind: 'signed', meaning: 'export', subject: { hash: SHA256 } },
      { kind: 'exported', identity: true, sha256: SHA256 },
    ]);
    expect(verifyStaff(made.lines())).toEqual([]);
  });

  test('a wrong secret lets nothing out, and is written down', async () => {
    const made = await house();
    const { wish, made: times } = asked();
    expect((await handOut(ground(made), provider('111222'), wish)).ok).toBe(false);
    expect(times).toEqual([]);
    expect(made.lines().at(-1)).toMatchObject({ kind: 'sign-in-failed', staffId: 'j-diaz' });
  });

  test('S-75 each format is for the roles of its row', async () => {
    const made = await house();
    const tried = async (format: ExportAsked['format']) =>
      (await handOut(ground(made), provider(), asked({ format }).wish)).ok;
    expect(await tried('fhir')).toBe(true);
    expect(await tried('adverse-event')).toBe(true);
    expect(await tried('support')).toBe(false);
    expect(await tried('audit')).toBe(false);
  });
});
