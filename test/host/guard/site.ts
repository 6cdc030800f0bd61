/** A site's table, signed by two approvers and let in by its own door. */
import { generateKeyPairSync } from 'node:crypto';
import type { LoadedProfile } from '../../../host/profile/base-profile.ts';
import { signBytes } from '../../../host/profile/signature.ts';
import { loadSiteTable } from '../../../host/profile/site-table.ts';
import type { Result } from '../../../protocol/result.ts';
import { BASE, TODAY } from '../../support/limit-world.ts';

const approvers = ['Anna', 'Boris'].map((name) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    name,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
});

const HEAD = {
  version: 1,
  siteTableId: 'site-1',
  base: { profileId: BASE.profile.profileId, sha256: BASE.sha256 },
  validFrom: '2026-01-01',
  expiresOn: '2027-01-01',
  approvers: ['Anna', 'Boris'],
  rows: [],
};

/** The profile that a site's changes make of the base, if its door lets them in. */
export function signedSite(change: object): Result<LoadedProfile, unknown> {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...HEAD, ...change }));
  const signatures = approvers.map(({ name, privatePem }) => ({
    approver: name,
    signature: signBytes(bytes, privatePem),
  }));
  return loadSiteTable(BASE, { bytes, signatures, approvers }, TODAY);
}
