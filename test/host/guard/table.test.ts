/** The guard's own reading of the signed bytes beside what the profile's door makes of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SignedTables, readTable } from '../../../host/guard/read-table.ts';
import type { Table } from '../../../host/guard/raw-table.ts';
import type { LimitProfile, LimitRow } from '../../../host/core/limit-profile.ts';
import { day } from '../../../host/core/day.ts';
import { AREA_NAMES } from '../../../protocol/area.ts';
import { BASE, PROFILE, TODAY } from '../../support/limit-world.ts';
import { signedSite } from './site.ts';

type Row = LimitRow | Table['rows'][number];

const numbersOf = ({ depthUm, passesMax, densityPerCm2, sizeMm2Max }: Row) => ({
  depthUm, passesMax, densityPerCm2, sizeMm2Max,
});

/** Every number of the guard's table against the same one of the profile. */
function expectSame(table: Table | undefined, profile: LimitProfile): void {
  expect(table?.rows.map(numbersOf)).toEqual(profile.rows.map(numbersOf));
  expect(table?.indications.map(numbersOf)).toEqual(profile.indications.map(numbersOf));
  if (table === undefined) return;
  const { zones, spacing, punctures, needleOnMs } = table;
  expect(profile).toMatchObject({ zones, spacing, punctures, needleOnMs });
  expect(table.mechanicalUmMax.value).toBe(profile.mechanicalUmMax.value);
  expect(table.ageYearsMin.value).toBe(profile.ageYearsMin.value);
}

const bytes = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

test('S-37 the base table is read to the same numbers', () => {
  expectSame(readTable(BASE.signed, TODAY), PROFILE);
});

test('S-37 a site table over it is read to the same numbers, lowered or raised', () => {
  const some = (max: number): fc.Arbitrary<number | undefined> =>
    fc.option(fc.integer({ min: 1, max }), { nil: undefined });
  const anyRow = fc.record({
    area: fc.constantFrom(...AREA_NAMES), max: some(2_000), recommended: some(2_000),
    passesMax: some(4), density: some(3_000), perPass: some(800), sizeMm2Max: some(4_000),
  });
  let joined = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(anyRow, { maxLength: 3, selector: ({ area }) => area }),
      fc.record({ dwellMs: some(300), days: some(60), whole: some(900_000), years: some(40) }),
      (rows, wide) => {
        const site = signedSite({
          rows: rows.map((row) => ({
            area: row.area, why: 'Tried.', passesMax: row.passesMax, sizeMm2Max: row.sizeMm2Max,
            depthUm: { max: row.max, recommended: row.recommended },
            densityPerCm2: { max: row.density, perPass: row.perPass },
          })),
          zones: { face: { dwellMs: wide.dwellMs } },
          refusedUnderDays: { usual: wide.days },
          punctures: { whole: wide.whole },
          ageYearsMin: wide.years,
        });
        if (!site.ok) return;
        joined += 1;
        expectSame(readTable(site.value.signed, TODAY), site.value.profile);
      },
    ),
    { numRuns: 400 },
  );
  expect(joined).toBeGreaterThan(10);
});

test.each([
  ['raise a row of the face', { area: 'forehead', depthUm: { max: 1_500 } }, 'forehead', 750],
  ['raise a row beyond two millimetres', { area: 'back', depthUm: { max: 2_500 } }, 'back', 2_000],
  ['unblock the eyelid', { area: 'upper-eyelid', depthUm: { max: 250 } }, 'upper-eyelid', 0],
])('S-37 a site table cannot %s for the guard, however it was let in', (_, row, area, most) => {
  const site = { expiresOn: '2027-01-01', rows: [row] };
  const table = readTable({ base: BASE.signed.base, site: bytes(site) }, TODAY);
  expect(table?.rows.find((one) => one.area === area)?.depthUm.max).toBe(most);
});

test('S-37 bytes that cannot be read, and a table past its end, are no table', () => {
  const { base } = BASE.signed;
  const none: readonly SignedTables[] = [
    { base: base.subarray(0, base.length - 5), site: undefined },
    { base: bytes({}), site: undefined },
    { base, site: bytes({ rows: [] }) },
    { base, site: new Uint8Array() },
  ];
  for (const signed of none) expect(readTable(signed, TODAY)).toBeUndefined();
  const old = bytes({ expiresOn: '2026-11-19', rows: [] });
  expect(readTable({ base, site: old }, TODAY)).toBeUndefined();
  expect(readTable({ base, site: old }, day(TODAY - 1))).toBeDefined();
});
