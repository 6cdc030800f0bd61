// A site's own table, taken into use over the base that it names: two signatures by two named
// approvers, in date, and nothing loosened that may not be. A site table that fails is not skipped:
// the base may be looser than what the site had decided, so everything stays blocked.

import { checkShape } from '../doors/check-shape.ts';
import { parseJson } from '../doors/parse-json.ts';
import { type Day, day, formatDay } from '../core/day.ts';
import type { LimitProfile, LimitRow } from '../core/limit-profile.ts';
import type { Approver } from './approvers.ts';
import type { LoadedProfile } from './base-profile.ts';
import type { ProfileRefusal } from './profile-refusal.ts';
import { isSignedBy, keyFingerprint, publicKey, sha256Hex } from './signature.ts';
import { changedRow, siteRowRefusals } from './site-rows.ts';
import { SITE_VERSION, type SiteRow, siteShape, type SiteShape } from './site-shape.ts';
import { changedWide, siteWideRefusals } from './site-wide.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

const FILE = 'site table';
const SIGNATURES_NEEDED = 2;

/** One approver's signature over the bytes of a site's table, in base64. */
export interface ApproverSignature {
  readonly approver: string;
  readonly signature: string;
}

/** A site's table with everything that speaks for it. */
export interface SignedSiteTable {
  readonly bytes: Uint8Array;
  readonly signatures: readonly ApproverSignature[];
  readonly approvers: readonly Approver[];
}

/** The keys that really signed; the same key under two names is one. */
function signingKeys(table: SignedSiteTable): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { approver: name, signature } of table.signatures) {
    const pem = table.approvers.find((approver) => approver.name === name)?.publicKeyPem;
    const key = pem === undefined ? undefined : publicKey(pem);
    if (key !== undefined && isSignedBy(table.bytes, signature, key)) {
      keys.set(keyFingerprint(key), name);
    }
  }
  return keys;
}

function signatureRefusals(table: SignedSiteTable): readonly ProfileRefusal[] {
  const known = new Set(table.approvers.map(({ name }) => name));
  const strangers = table.signatures.filter(({ approver }) => !known.has(approver));
  const count = signingKeys(table).size;
  const few: ProfileRefusal = {
    code: 'approvers-too-few',
    file: FILE,
    asked: String(count),
    allowed: String(SIGNATURES_NEEDED),
  };
  return [
    ...strangers.map(
      ({ approver }): ProfileRefusal => ({ code: 'approver-unknown', file: FILE, asked: approver }),
    ),
    ...(count < SIGNATURES_NEEDED ? [few] : []),
  ];
}

function headRefusals(
  site: SiteShape,
  table: SignedSiteTable,
  base: LoadedProfile,
  today: Day,
): readonly ProfileRefusal[] {
  const [from, until] = [formatDay(site.validFrom), formatDay(site.expiresOn)];
  const signers = new Set(signingKeys(table).values());
  const named = new Set(site.approvers.filter((name) => signers.has(name)));
  const isOther =
    site.base.profileId !== base.profile.profileId || site.base.sha256 !== base.sha256;
  const checks: readonly (readonly [boolean, ProfileRefusal])[] = [
    [today > site.expiresOn, { code: 'expired', file: FILE, asked: until }],
    [today < site.validFrom, { code: 'not-yet-valid', file: FILE, asked: from }],
    [isOther, { code: 'other-base', file: FILE, asked: site.base.profileId }],
    [
      named.size < SIGNATURES_NEEDED,
      { code: 'approvers-too-few', file: FILE, asked: String(named.size), allowed: '2' },
    ],
  ];
  return checks.filter(([holds]) => holds).map(([, refusal]) => refusal);
}

const isFor = (site: SiteRow, row: LimitRow): boolean => {
  const indication = 'indication' in row ? row.indication : undefined;
  return row.area === site.area && indication === site.indication;
};

function rowRefusals(site: SiteShape, base: LimitProfile): readonly ProfileRefusal[] {
  const all: readonly LimitRow[] = [...base.rows, ...base.indications];
  const twice = site.rows.filter((row, index) =>
    site.rows.some(
      (other, before) =>
        before < index && other.area === row.area && other.indication === row.indication,
    ),
  );
  return [
    ...site.rows.flatMap((row) => siteRowRefusals(row, all.find((found) => isFor(row, found)))),
    ...twice.map(
      ({ area }): ProfileRefusal => ({ code: 'row-twice', file: FILE, field: area }),
    ),
  ];
}

function changedRows<Row extends LimitRow>(rows: readonly Row[], site: SiteShape): readonly Row[] {
  return rows.map((row) => {
    const change = site.rows.find((candidate) => isFor(candidate, row));
    return change === undefined ? row : changedRow(row, change);
  });
}

function joined(site: SiteShape, base: LimitProfile): LimitProfile {
  const wide = changedWide(base, site);
  const names = site.approvers.join(' and ');
  return {
    ...wide,
    profileId: `${base.profileId}+${site.siteTableId}`,
    expiresOn: day(Math.min(base.expiresOn, site.expiresOn)),
    rows: changedRows(base.rows, site),
    indications: changedRows(base.indications, site),
    sources: {
      ...base.sources,
      site: { grade: 'D', title: `Site table ${site.siteTableId}, approved by ${names}` },
    },
  };
}

/** Takes a site's table into use over a base, or says everything that is against it. */
export function loadSiteTable(
  base: LoadedProfile,
  table: SignedSiteTable,
  today: Day,
): Result<LoadedProfile, readonly ProfileRefusal[]> {
  const unsigned = signatureRefusals(table);
  if (unsigned.length > 0) return refuse(unsigned);
  const json = parseJson(table.bytes, FILE);
  if (!json.ok) return refuse([json.error]);
  const shaped = checkShape(siteShape, json.value, FILE, SITE_VERSION);
  if (!shaped.ok) return shaped;
  const site = shaped.value;
  const refusals = [
    ...headRefusals(site, table, base, today),
    ...rowRefusals(site, base.profile),
    ...siteWideRefusals(site, base.profile),
  ];
  if (refusals.length > 0) return refuse(refusals);
  const sha256 = sha256Hex(new TextEncoder().encode(`${base.sha256}\n${sha256Hex(table.bytes)}`));
  const signed = { base: base.signed.base, site: table.bytes };
  return ok({ profile: joined(site, base.profile), sha256, signed });
}
