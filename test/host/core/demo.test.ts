// The demonstration: it is admitted on any day, and its infraorbital area hangs on every single
// fact of its case file.
import { expect, test } from 'vitest';
import { admit } from '../../../host/core/admit.ts';
import { day } from '../../../host/core/day.ts';
import { demoCaseFile } from '../../../host/demo/case-file.ts';
import { parseCaseFile } from '../../../host/doors/case-file.ts';
import {
  CARTRIDGE,
  DEMO_PLAN,
  FACTS,
  given,
  PEN_P,
  PROFILE,
  TODAY,
  UNDER_EYE,
  planOf,
} from '../../support/limit-world.ts';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every way of taking one fact out of some JSON: each field and entry, at any depth. */
function withoutOne(value: unknown, name = ''): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => [
      [`${name}[${index}]`, items.filter((_, other) => other !== index)] as const,
      ...withoutOne(item, `${name}[${index}]`).map(
        ([path, less]) => [path, items.with(index, less)] as const,
      ),
    ]);
  }
  if (!isRecord(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const { [key]: inner, ...rest } = value;
    return [
      [`${name}.${key}`, rest] as const,
      ...withoutOne(inner, `${name}.${key}`).map(
        ([path, less]) => [path, { ...value, [key]: less }] as const,
      ),
    ];
  });
}

const parsed: unknown = JSON.parse(demoCaseFile(TODAY));

/** Facts of which one is as good as two: what was treated at the first visit, area by area. */
const isOneOfSeveral = (path: string): boolean => /^\.history\[0\]\.areas\[\d\]$/.test(path);

const FACTS_OF_THE_FILE = withoutOne(parsed).filter(([path]) => !isOneOfSeveral(path));

function isInfraorbitalRefused(caseFile: unknown): boolean {
  const read = parseCaseFile(bytes(caseFile));
  if (!read.ok) return true;
  const facts = { ...FACTS, caseFile: read.value };
  return !admit(planOf(UNDER_EYE), 'hash', facts).ok;
}

test('the demonstration is admitted whole, and its infraorbital area with the rest', () => {
  expect(given(admit(DEMO_PLAN, 'hash', FACTS)).areas).toHaveLength(4);
  expect(isInfraorbitalRefused(parsed)).toBe(false);
});

test('the facts of the case file are many, and each is walked', () => {
  expect(FACTS_OF_THE_FILE.length).toBeGreaterThan(35);
});

test.each(FACTS_OF_THE_FILE)('S-45 without %s the infraorbital area is refused', (_, without) => {
  expect(isInfraorbitalRefused(without)).toBe(true);
});

test('without any of the areas of the first visit that are not of the eye it is refused', () => {
  const history = isRecord(parsed) && Array.isArray(parsed['history']) ? parsed['history'] : [];
  const first: unknown = history[0];
  const areas = [{ area: 'crows-feet', side: 'left' }];
  const visit = isRecord(first) ? { ...first, areas } : {};
  expect(isInfraorbitalRefused({ ...(isRecord(parsed) ? parsed : {}), history: [visit] })).toBe(
    true,
  );
});

test.each([-400, -1, 59, 100, 1_200])('%i days from today the demonstration holds', (later) => {
  const today = day(TODAY + later);
  const read = given(parseCaseFile(new TextEncoder().encode(demoCaseFile(today))));
  const calibration = { ...PEN_P.calibration, issuedDay: today, dueDay: day(today + 1) };
  const cartridge = { ...CARTRIDGE, expiryDay: today };
  const pen = { ...PEN_P, calibration, cartridge };
  const facts = { ...FACTS, today, pen, caseFile: read, profile: PROFILE };
  expect(admit(DEMO_PLAN, 'hash', facts).ok).toBe(true);
});
