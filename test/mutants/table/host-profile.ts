/**
 * Mutants of the limit profile: who signed it, until when it is in force, and what happens to a
 * table of the site that cannot be read. What goes wrong here makes every limit a guess.
 */
import { type Check, by, edit, mutant, type Table } from '../mutant.ts';

const SITE = 'host/profile/site-table.ts';
const bySite = (test: string): Check => by('test/host/profile/site-table.test.ts', test);

/** The table of host/profile. */
export const HOST_PROFILE: Table = {
  folder: 'host/profile',
  within: ['host/profile/'],
  least: 8,
  mutants: [
    mutant(
      'S-39', 'check-removed', 'table-of-any-signer',
      edit(
        'host/profile/base-profile.ts',
        "  if (!isAuthentic(signed)) return refuse([{ code: 'signature-bad', file: FILE }]);\n",
        '',
      ),
      by(
        'test/host/profile/base-profile.test.ts',
        'one changed byte, another key, half a signature or none is refused unread',
      ),
    ),
    mutant(
      'S-39', 'age-forgotten', 'table-past-its-date',
      edit('host/profile/base-profile.ts', 'today > expiresOn ?', 'today > expiresOn + 10_000 ?'),
      by(
        'test/host/profile/blocked.test.ts',
        'a table past its date is no table',
      ),
    ),
    mutant(
      'S-39', 'reason-ignored', 'unreadable-site-table-passed-over',
      edit(
        'host/profile/in-force.ts',
        "site.error.code === 'absent' ? ok(base.value) : refuse([site.error])",
        "site.error.code !== 'absent' ? ok(base.value) : ok(base.value)",
      ),
      by(
        'test/host/profile/blocked.test.ts',
        'a site table that is there and cannot be read leaves nothing in force',
      ),
    ),
    mutant(
      'S-39', 'check-removed', 'site-table-without-signatures',
      edit(
        'host/profile/in-force.ts',
        "if (!signed.ok) return refuse([{ code: 'signature-missing', file: 'site table' }]);",
        'if (!signed.ok) return ok(base);',
      ),
      by(
        'test/host/profile/blocked.test.ts',
        'a site table without signatures leaves nothing in force',
      ),
    ),
    mutant(
      'S-39', 'off-by-one', 'one-approver-is-enough',
      edit(SITE, 'const SIGNATURES_NEEDED = 2;', 'const SIGNATURES_NEEDED = 1;'),
      bySite('one signature is not enough, nor one person twice, nor one key under two names'),
    ),
    mutant(
      'S-39', 'check-removed', 'one-key-under-two-names',
      edit(SITE, 'keys.set(keyFingerprint(key), name);', 'keys.set(name, name);'),
      bySite('one signature is not enough, nor one person twice, nor one key under two names'),
    ),
    mutant(
      'S-39', 'check-removed', 'signature-over-other-bytes',
      edit(
        SITE,
        'key !== undefined && isSignedBy(table.bytes, signature, key)',
        "key !== undefined && signature !== ''",
      ),
      bySite('a signature over other bytes does not count'),
    ),
    mutant(
      'S-39', 'off-by-one', 'site-raises-the-face-by-a-micrometre',
      edit(
        'host/profile/site-rows.ts',
        '.filter(({ asked, allowed }) => asked > allowed)',
        '.filter(({ asked, allowed }) => asked > allowed + 1)',
      ),
      bySite('a site can never raise the infraorbital, by a single micrometre'),
    ),
    mutant(
      'S-39', 'check-removed', 'site-unblocks-the-eyelid',
      edit(
        'host/profile/site-rows.ts',
        'base.depthUm.max === 0 && changes.some(({ asked }) => asked > 0)',
        'base.depthUm.max === 0 && changes.length === 0',
      ),
      bySite('a site can never unblock the upper-eyelid'),
    ),
    mutant(
      'S-39', 'check-removed', 'approvers-that-nobody-signed',
      edit(
        'host/profile/approvers.ts',
        "if (!isAuthentic(signed)) return refuse([{ code: 'signature-bad', file: FILE }]);\n  ",
        '',
      ),
      bySite('the list of approvers itself must be signed'),
    ),
  ],
};
