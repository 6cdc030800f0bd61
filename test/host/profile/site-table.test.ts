// A site's own table: what it may change, who must sign, and that a bad one is never skipped.
import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { admit } from '../../../host/core/admit.ts';
import { formatDay, day } from '../../../host/core/day.ts';
import type { LimitRow } from '../../../host/core/limit-profile.ts';
import { type Approver, loadApprovers } from '../../../host/profile/approvers.ts';
import type { LoadedProfile } from '../../../host/profile/base-profile.ts';
import { profileSentence } from '../../../host/profile/profile-words.ts';
import { signBytes } from '../../../host/profile/signature.ts';
import { loadSiteTable, type SignedSiteTable } from '../../../host/profile/site-table.ts';
import type { Result } from '../../../protocol/result.ts';
import { um } from '../../../protocol/units.ts';
import {
  BASE,
  codes,
  FACTS,
  given,
  PEN_P,
  planned,
  planOf,
  refused,
  TODAY,
} from '../../support/limit-world.ts';

const person = (name: string): Approver & { readonly privatePem: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    name,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};

const [ANNA, BORIS, CLARA] = [person('Anna'), person('Boris'), person('Clara')] as const;
const APPROVERS = [ANNA, BORIS, CLARA].map(({ name, publicKeyPem }) => ({ name, publicKeyPem }));

const HEAD = {
  version: 1,
  siteTableId: 'site-1',
  base: { profileId: BASE.profile.profileId, sha256: BASE.sha256 },
  validFrom: '2026-01-01',
  expiresOn: '2027-01-01',
  approvers: ['Anna', 'Boris'],
};

type Signers = readonly (Approver & { readonly privatePem: string })[];

function table(change: object, signers: Signers = [ANNA, BORIS]): SignedSiteTable {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...HEAD, rows: [], ...change }));
  const signatures = signers.map(({ name, privatePem }) => ({
    approver: name,
    signature: signBytes(bytes, privatePem),
  }));
  return { bytes, signatures, approvers: APPROVERS };
}

const load = (site: SignedSiteTable): Result<LoadedProfile, readonly { readonly code: string }[]> =>
  loadSiteTable(BASE, site, TODAY);
const against = (site: SignedSiteTable): readonly string[] => codes(refused(load(site)));
const row =
  (area: string, change: object): object => ({ rows: [{ area, why: 'Local.', ...change }] });
const rowOf = (loaded: LoadedProfile, area: string): LimitRow | undefined =>
  loaded.profile.rows.find((candidate) => candidate.area === area);

test('a site may tighten any row, and the row says where it comes from', () => {
  const loaded = given(load(table(row('cheek', { depthUm: { max: 600 }, passesMax: 2 }))));
  expect(rowOf(loaded, 'cheek')).toMatchObject({
    rule: 'site-row:8',
    depthUm: { recommended: 600, max: 600 }, // the recommendation follows the cap down
    passesMax: 2,
    densityPerCm2: { recommended: 1_600, max: 1_600, perPass: 800 },
  });
  expect(loaded.profile.sources['site']?.title).toContain('Anna and Boris');
  expect(loaded.sha256).not.toBe(BASE.sha256);
});

test('a site may block an area altogether', () => {
  const { profile } = given(load(table(row('infraorbital', { depthUm: { max: 0 } }))));
  const asked = planned({ area: 'infraorbital', side: 'left', eyeProtection: true });
  expect(codes(refused(admit(planOf(asked), 'hash', { ...FACTS, profile })))).toContain(
    'area-blocked',
  );
});

test.each(['abdomen', 'back', 'buttock', 'upper-arm', 'forearm', 'thigh', 'knee'])(
  'a site may raise the %s to two millimetres and no further',
  (area) => {
    expect(load(table(row(area, { depthUm: { max: 2_000 } }))).ok).toBe(true);
    expect(against(table(row(area, { depthUm: { max: 2_001 } })))).toEqual(['loosens']);
  },
);

test('a raised row still meets the mechanical maximum and what the pen was evaluated to', () => {
  const { profile } = given(load(table(row('thigh', { depthUm: { max: 2_000 } }))));
  const asked = planned({ area: 'thigh', side: 'left', depthUm: um(1_500), reason: 'Thick.' });
  const [thigh] = given(admit(planOf(asked), 'hash', { ...FACTS, profile })).areas;
  expect(thigh?.limit.depthUm).toBe(1_400);
  const pen = { ...PEN_P, evaluatedDepthUmMax: um(1_400) };
  const more = admit(planOf(asked), 'hash', { ...FACTS, profile, pen });
  expect(refused(more)).toMatchObject([{ code: 'depth-over-limit', rule: 'evaluated-maximum' }]);
  const deep = { ...PEN_P, evaluatedDepthUmMax: um(2_500) };
  const most =
    admit(planOf({ ...asked, depthUm: um(1_751) }), 'hash', { ...FACTS, profile, pen: deep });
  expect(refused(most)).toMatchObject([{ code: 'depth-over-limit', rule: 'mechanical-maximum' }]);
});

test.each([
  'infraorbital',
  'crows-feet',
  'forehead',
  'temple',
  'nose',
  'cheek',
  'perioral',
  'chin',
  'submental',
  'neck',
  'decolletage',
  'scalp',
  'hand',
])('S-39 a site can never raise the %s, by a single micrometre', (area) => {
  const cap = BASE.profile.rows.find((candidate) => candidate.area === area)?.depthUm;
  const [max, recommended] = [(cap?.max ?? 0) + 1, (cap?.recommended ?? 0) + 1];
  expect(against(table(row(area, { depthUm: { max } })))).toEqual(['loosens']);
  expect(against(table(row(area, { depthUm: { recommended } })))).toEqual(['loosens']);
});

test.each(['upper-eyelid', 'vermilion'])('a site can never unblock the %s', (area) => {
  expect(against(table(row(area, { depthUm: { max: 100 } })))).toEqual(['unblocks']);
  expect(against(table(row(area, { passesMax: 1 })))).toEqual(['unblocks']);
});

test.each<[string, object]>([
  ['passes', row('thigh', { passesMax: 5 })],
  ['density', row('thigh', { densityPerCm2: { max: 3_201 } })],
  ['density of a pass', row('thigh', { densityPerCm2: { perPass: 801 } })],
  ['size', row('thigh', { sizeMm2Max: 40_001 })],
  ['a scar row of the face', row('cheek', { indication: 'acne-scar', depthUm: { max: 1_501 } })],
  ['dwell', { zones: { eye: { dwellMs: 101 } } }],
  ['rate', { zones: { eye: { rateCentiHzMax: 5_001 } } }],
  ['time', { needleOnMs: { face: 1_200_001 } }],
  ['punctures', { punctures: { whole: 2_500_001 } }],
  ['the mechanical maximum', { mechanicalUmMax: 1_751 }],
  ['the interval', { refusedUnderDays: { usual: 27 } }],
  ['the age', { ageYearsMin: 21 }],
])('a site can never loosen %s', (_, change) => {
  expect(against(table(change))).toEqual(['loosens']);
});

test('zones, whole limits, intervals and age may be tightened, and what follows them moves', () => {
  const tight = {
    zones: { face: { dwellMs: 100 } },
    needleOnMs: { face: 60_000 },
    refusedUnderDays: { usual: 35 },
    ageYearsMin: 30,
  };
  const { profile } = given(load(table(tight)));
  expect(profile.zones.face.dwellMs).toBe(100);
  expect(profile.needleOnMs).toMatchObject({ face: 60_000, whole: 1_800_000 });
  expect(profile.spacing.usual).toMatchObject({ refusedUnderDays: 35, reducedThroughDays: 42 });
  expect(profile.ageYearsMin.value).toBe(30);
});

test('a row that the base does not have, or a row twice, is refused', () => {
  expect(against(table(row('nose', { indication: 'striae', passesMax: 1 })))).toEqual(
    ['row-unknown'],
  );
  const twice = [
    { area: 'nose', why: 'Once.' },
    { area: 'nose', why: 'Twice.' },
  ];
  expect(against(table({ rows: twice }))).toEqual(['row-twice']);
});

test('S-39 one signature is not enough, nor one person twice, nor one key under two names', () => {
  expect(against(table({}, [ANNA]))).toEqual(['approvers-too-few']);
  expect(against(table({}, [ANNA, ANNA]))).toEqual(['approvers-too-few']);
  const alias = { ...ANNA, name: 'Also Anna' };
  const site = table({ approvers: ['Anna', 'Also Anna'] }, [ANNA, alias]);
  const listed = [...APPROVERS, { name: alias.name, publicKeyPem: alias.publicKeyPem }];
  expect(against({ ...site, approvers: listed })).toEqual(['approvers-too-few']);
});

test('a signature by a stranger, or by an approver who is not named, does not count', () => {
  expect(against(table({}, [ANNA, person('Mallory')]))).toEqual([
    'approver-unknown',
    'approvers-too-few',
  ]);
  expect(against(table({}, [ANNA, CLARA]))).toEqual(['approvers-too-few']);
});

test('a signature over other bytes does not count', () => {
  const site = table({});
  const bytes = new TextEncoder().encode(`${new TextDecoder().decode(site.bytes)} `);
  expect(against({ ...site, bytes })).toEqual(['approvers-too-few']);
});

test('a table past its date, before it, or made for another base is refused', () => {
  expect(against(table({ expiresOn: formatDay(day(TODAY - 1)) }))).toEqual(['expired']);
  expect(against(table({ validFrom: formatDay(day(TODAY + 1)) }))).toEqual(['not-yet-valid']);
  const base = { ...HEAD.base, sha256: '0'.repeat(64) };
  expect(against(table({ base }))).toEqual(['other-base']);
});

test('the profile ends with the earlier of its two dates', () => {
  expect(formatDay(given(load(table({}))).profile.expiresOn)).toBe('2027-01-01');
});

test('unknown fields and truncation are refused by the door', () => {
  expect(against(table({ depthInches: 1 }))).toEqual(['wrong-unit']);
  const cut = table({}).bytes.subarray(0, 60);
  const signatures = [ANNA, BORIS].map(({ name, privatePem }) => ({
    approver: name,
    signature: signBytes(cut, privatePem),
  }));
  expect(against({ bytes: cut, signatures, approvers: APPROVERS })).toEqual(['truncated']);
});

test('the list of approvers itself must be signed', () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ version: 1, approvers: APPROVERS }));
  const { publicKeyPem, privatePem } = CLARA;
  const signature = signBytes(bytes, privatePem);
  expect(given(loadApprovers({ bytes, signature, publicKeyPem }))).toEqual(APPROVERS);
  const forged = { bytes, signature, publicKeyPem: ANNA.publicKeyPem };
  expect(codes(refused(loadApprovers(forged)))).toEqual(['signature-bad']);
});

test('a refusal of a site table is one sentence with its next step', () => {
  const [refusal] =
    refused(loadSiteTable(BASE, table(row('nose', { depthUm: { max: 800 } })), TODAY));
  expect(refusal && profileSentence(refusal)).toBe(
    'The site table would set nose depthUm.max to 800 where 500 is the limit; a site may tighten ' +
      'it, and raise depth in trunk and limb rows only.',
  );
});
