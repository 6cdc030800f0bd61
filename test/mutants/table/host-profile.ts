/**
 * Mutants of the limit profile: who signed it, until when it is in force, and what happens to a
 * table of the site that cannot be read. What goes wrong here makes every limit a guess.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of host/profile. */
export const HOST_PROFILE: Table = {
  folder: 'host/profile',
  within: ['host/profile/'],
  least: 4,
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
  ],
};
