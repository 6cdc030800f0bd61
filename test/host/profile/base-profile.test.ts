// The base table that comes with Corium: complete, sourced, signed, and in the table's own numbers.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { day } from '../../../host/core/day.ts';
import type { Basis } from '../../../host/core/limit-profile.ts';
import {
  BASE_KEY_PATH,
  BASE_PROFILE_PATH,
  loadBaseProfile,
  readBaseProfile,
} from '../../../host/profile/base-profile.ts';
import { signBytes } from '../../../host/profile/signature.ts';
import { AREA_NAMES } from '../../../protocol/area.ts';
import { codes, given, on, PROFILE, refused, TODAY } from '../../support/limit-world.ts';

const ORIGINAL = new Uint8Array(readFileSync(BASE_PROFILE_PATH));
const SIGNATURE = readFileSync(`${BASE_PROFILE_PATH}.sig`, 'utf8');
const PUBLIC_KEY = readFileSync(BASE_KEY_PATH, 'utf8');
const SIGNED = { bytes: ORIGINAL, signature: SIGNATURE, publicKeyPem: PUBLIC_KEY };

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const ownPrivate = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const ownPublic = publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** The table with some text replaced, signed with a key of the test's own. */
function altered(from: string, to: string): typeof SIGNED {
  const text = new TextDecoder().decode(ORIGINAL);
  if (!text.includes(from)) throw new Error(`the table does not say ${from}`);
  const bytes = new TextEncoder().encode(text.replace(from, to));
  return { bytes, signature: signBytes(bytes, ownPrivate), publicKeyPem: ownPublic };
}

const against = (signed: typeof SIGNED, today = TODAY): readonly string[] =>
  codes(refused(loadBaseProfile(signed, today)));

// Area, recommended and hard depth in um, passes, recommended and hard density per cm2.
const TABLE = [
  ['upper-eyelid', 0, 0, 0, 0, 0],
  ['infraorbital', 200, 250, 1, 75, 150],
  ['crows-feet', 250, 400, 2, 150, 300],
  ['forehead', 500, 750, 3, 900, 1_800],
  ['temple', 400, 600, 2, 600, 1_200],
  ['glabella', 500, 750, 3, 900, 1_800],
  ['nose', 250, 500, 2, 400, 800],
  ['cheek', 750, 1_000, 4, 1_600, 3_200],
  ['perioral', 250, 500, 2, 400, 800],
  ['vermilion', 0, 0, 0, 0, 0],
  ['chin', 750, 1_000, 4, 1_600, 3_200],
  ['jawline', 750, 1_000, 4, 1_600, 3_200],
  ['submental', 500, 750, 3, 900, 1_800],
  ['neck', 500, 750, 3, 900, 1_800],
  ['decolletage', 500, 750, 3, 900, 1_800],
  ['scalp', 500, 750, 2, 600, 1_200],
  ['abdomen', 1_000, 1_500, 4, 1_600, 3_200],
  ['upper-arm', 750, 1_250, 3, 1_200, 2_400],
  ['forearm', 500, 750, 3, 900, 1_800],
  ['hand', 250, 500, 2, 400, 800],
  ['back', 1_000, 1_500, 4, 1_600, 3_200],
  ['buttock', 1_000, 1_500, 4, 1_600, 3_200],
  ['thigh', 1_000, 1_250, 4, 1_600, 3_200],
  ['knee', 500, 750, 3, 900, 1_800],
] as const;

const INDICATIONS = [
  ['acne-scar', 'cheek', 1_000, 1_500, 4, 2_000, 4_000],
  ['acne-scar', 'chin', 1_000, 1_500, 4, 2_000, 4_000],
  ['acne-scar', 'jawline', 1_000, 1_500, 4, 2_000, 4_000],
  ['acne-scar', 'forehead', 500, 900, 3, 900, 1_800],
  ['acne-scar', 'temple', 400, 700, 2, 600, 1_200],
  ['striae', 'abdomen', 1_000, 1_500, 4, 1_800, 3_600],
  ['striae', 'thigh', 1_000, 1_500, 4, 1_800, 3_600],
  ['striae', 'buttock', 1_000, 1_750, 4, 1_800, 3_600],
] as const;

test('every area has its row, with the numbers of the table', () => {
  const rows = PROFILE.rows.map((row) => [
    row.area,
    row.depthUm.recommended,
    row.depthUm.max,
    row.passesMax,
    row.densityPerCm2.recommended,
    row.densityPerCm2.max,
  ]);
  expect(rows).toEqual(TABLE);
  expect(rows.map(([area]) => area)).toEqual(AREA_NAMES);
});

test('scars and striae have their rows, and no other area has', () => {
  const rows = PROFILE.indications.map((row) => [
    row.indication,
    row.area,
    row.depthUm.recommended,
    row.depthUm.max,
    row.passesMax,
    row.densityPerCm2.recommended,
    row.densityPerCm2.max,
  ]);
  expect(rows).toEqual(INDICATIONS);
});

const isSourced = ({ grade, sources, why }: Basis): boolean =>
  'ABCD'.includes(grade) && why.length > 5 && sources.every((name) => name in PROFILE.sources);

test('every row has a source and a grade for depth, dose and size', () => {
  for (const { basis } of [...PROFILE.rows, ...PROFILE.indications]) {
    expect(Object.values(basis).every((part) => part.sources.length > 0 && isSourced(part))).toBe(
      true,
    );
    expect([basis.dose.grade, basis.size.grade]).toEqual(['D', 'D']);
  }
});

test('every zone, modifier, class and whole-treatment limit has a source and a grade', () => {
  const { zones, modifiers, classes, spacing } = PROFILE;
  const all = [
    ...Object.values(zones),
    ...modifiers,
    ...Object.values(classes),
    spacing.usual,
    spacing.scalp,
    spacing.eye,
    PROFILE.mechanicalUmMax,
    PROFILE.needleOnMs,
    PROFILE.punctures,
    PROFILE.ageYearsMin,
  ];
  expect(all.every(({ basis }) => isSourced(basis))).toBe(true);
});

test('a whole treatment has 20 and 30 minutes, 1.5 and 2.5 million punctures', () => {
  const { needleOnMs, punctures, mechanicalUmMax } = PROFILE;
  expect([needleOnMs.face, needleOnMs.whole]).toEqual([1_200_000, 1_800_000]);
  expect([punctures.face, punctures.whole]).toEqual([1_500_000, 2_500_000]);
  expect(mechanicalUmMax.value).toBe(1_750);
});

test('the table that comes with Corium bears its signature', () => {
  expect(given(loadBaseProfile(SIGNED, TODAY)).sha256).toMatch(/^[0-9a-f]{64}$/);
});

test('S-39 one changed byte, another key, half a signature or none is refused unread', () => {
  const bytes = ORIGINAL.with(100, 0x20);
  expect(against({ ...SIGNED, bytes })).toEqual(['signature-bad']);
  expect(against({ ...SIGNED, publicKeyPem: ownPublic })).toEqual(['signature-bad']);
  expect(against({ ...SIGNED, publicKeyPem: 'no key' })).toEqual(['signature-bad']);
  expect(against({ ...SIGNED, signature: SIGNATURE.slice(0, 40) })).toEqual(['signature-bad']);
  expect(against({ ...SIGNED, signature: '\n' })).toEqual(['signature-missing']);
});

test('S-39 a table past its date, or before it, is refused', () => {
  expect(against(SIGNED, on('2031-11-01'))).toEqual(['expired']);
  expect(loadBaseProfile(SIGNED, on('2031-10-31')).ok).toBe(true);
  expect(against(SIGNED, day(-100))).toEqual(['not-yet-valid']);
});

test.each([
  [
    'unblocking the upper eyelid',
    '"recommended": 0, "max": 0}',
    '"recommended": 1, "max": 1}',
    'row-inconsistent',
  ],
  [
    'a recommendation over its cap',
    '"recommended": 200, "max": 250',
    '"recommended": 260, "max": 250',
    'row-inconsistent',
  ],
  [
    'a row over the mechanical maximum',
    '"recommended": 1000, "max": 1750',
    '"recommended": 1000, "max": 1800',
    'row-inconsistent',
  ],
  ['an area without a row', '"area": "knee"', '"area": "thigh"', 'row-missing'],
  [
    'a modifier twice and one missing',
    '"id": "fragile-skin"',
    '"id": "darker-skin"',
    'row-missing',
  ],
  [
    'a source that nobody names',
    '"faghihi-2021", "english-2021"',
    '"faghihi-2021", "nobody"',
    'source-missing',
  ],
  ['a modifier that raises', '"numerator": 3', '"numerator": 5', 'bad-value'],
  ['a fraction of a micrometre', '"max": 250}', '"max": 250.5}', 'wrong-unit'],
  ['another version', '"version": 1', '"version": 2', 'wrong-version'],
  ['an unknown field', '"version": 1,', '"version": 1, "depthIn": 1,', 'wrong-unit'],
])('a signed table with %s is refused', (_, from, to, code) => {
  expect(against(altered(from, to))).toContain(code);
});

test('a table that is not there is refused as absent', () => {
  expect(codes(refused(readBaseProfile(TODAY, '/nowhere/base-profile.json')))).toEqual(['absent']);
});
