/**
 * Mutants of the store: who gets a cartridge, what rooms tell each other, and whether rows are what
 * the journals say. Their checks use SQLite in memory, and are quick.
 */
import { type Check, by, edit, mutant, type Table } from '../mutant.ts';

const HOLD = 'host/store/hold.ts';
const CLAIM = 'host/store/claim.ts';
const EXCHANGE = 'host/store/exchange.ts';
const CATCH_UP = 'host/store/catch-up.ts';
const VERIFY = 'host/store/verify-store.ts';
const BACKUP = 'host/store/backup.ts';

const byClaims = (test: string): Check => by('test/host/store/claims.native.test.ts', test);
const byRebuild = (test: string): Check => by('test/host/store/rebuild.native.test.ts', test);
const byBackup = (test: string): Check => by('test/host/store/backup.native.test.ts', test);

const ONE_WINS = 'of two people one gets a cartridge, here and in another room';
const APART = 'what two rooms took while apart is blocked in both, and in every other';

/** The table of host/store. */
export const HOST_STORE: Table = {
  folder: 'host/store',
  within: ['host/store/'],
  least: 8,
  mutants: [
    mutant(
      'S-71', 'check-removed', 'last-claim-wins',
      edit(
        HOLD,
        ".onConflict((conflict) => conflict.column('serial').doNothing()).execute();\n    const",
        ".onConflict((conflict) => conflict.column('serial').doUpdateSet({ claim_id: claimId }))" +
          '.execute();\n    const',
      ),
      byClaims(ONE_WINS),
    ),
    mutant(
      'S-71', 'check-removed', 'everybody-wins',
      edit(HOLD, 'if (held.claim_id !== claimId) {', "if (held.claim_id === '') {"),
      byClaims(ONE_WINS),
    ),
    mutant(
      'S-71', 'reason-ignored', 'block-of-the-rooms-ignored',
      [
        edit(HOLD, 'if (blocked !== undefined) {', 'if (blocked === null) {'),
        edit(CLAIM, 'if (known?.blocked !== undefined) {', 'if (known === null) {'),
      ],
      byClaims(APART),
    ),
    mutant(
      'S-71', 'age-forgotten', 'used-on-another-day-and-given-again',
      edit(HOLD, "row('day', '<', at.slice(0, 10)),", "row('day', '<', ''),"),
      byClaims('a cartridge that was used on another day is given to nobody again'),
    ),
    mutant(
      'S-71', 'reason-ignored', 'used-for-another-person-and-given-again',
      edit(HOLD, "row('person', '!=', person),", "row('person', '=', ''),"),
      byClaims('a cartridge that another person was treated with today is not given'),
    ),
    mutant(
      'S-71', 'check-removed', 'alone-and-no-stricter',
      edit(
        CLAIM,
        "return scanned || isOld ? refuse({ code: 'seen-while-alone', serial }) : ok(undefined);",
        'return ok(undefined);',
      ),
      byClaims('whoever is alone gives only what was never seen, and only provisionally'),
    ),
    mutant(
      'S-71', 'worst-softened', 'confirmed-by-nobody',
      edit(CLAIM, "against.ok ? mine('provisional')", "against.ok ? mine('confirmed')"),
      byClaims('whoever is alone gives only what was never seen, and only provisionally'),
    ),
    mutant(
      'S-71', 'check-removed', 'other-rooms-not-asked',
      edit(CLAIM, "return theirs.ok ? mine('confirmed') : theirs;", "return mine('confirmed');"),
      byClaims(ONE_WINS),
    ),
    mutant(
      'S-71', 'reason-ignored', 'claimed-twice-and-told-to-nobody',
      edit(
        EXCHANGE,
        'await block(shared, { serial, because, site, at: world.nowIso() });\n    ',
        '',
      ),
      byClaims(APART),
    ),
    mutant(
      'S-74', 'worst-softened', 'only-what-is-certain-is-told',
      edit(
        EXCHANGE,
        ".where('counted_punctures', '>', 0)",
        ".where('delivered_punctures', '>', 0)",
      ),
      byClaims('a treatment that nobody saw the end of is told to the other rooms, whole'),
    ),
    mutant(
      'S-22', 'age-forgotten', 'open-reservation-not-found-again',
      edit(
        CATCH_UP,
        "createTallies(journal === 'treatment' ? await openTallies(one, site) : [])",
        'createTallies([])',
      ),
      byRebuild('a reservation whose end came in another reading is found again'),
    ),
    mutant(
      'S-72', 'check-removed', 'made-again-over-what-was-there',
      edit(CATCH_UP, 'if (how.rebuild) await clearSite(one, site);\n      ', ''),
      byRebuild('a row of the store that was altered is found and named'),
    ),
    mutant(
      'S-72', 'check-removed', 'altered-row-believed',
      edit(
        VERIFY,
        'else if (columns.length > 0) findings',
        'else if (columns.length < 0) findings',
      ),
      byRebuild('a row of the store that was altered is found and named'),
    ),
    mutant(
      'S-72', 'check-removed', 'missing-row-not-missed',
      edit(VERIFY, 'if (found === undefined) findings', 'if (found === null) findings'),
      byRebuild('a row of the store that was missing is found and named'),
    ),
    mutant(
      'S-72', 'check-removed', 'row-from-nowhere-believed',
      edit(VERIFY, 'for (const key of held.keys()) {', 'for (const key of new Set<string>()) {'),
      byRebuild('a row of the store that was extra is found and named'),
    ),
    mutant(
      'S-72', 'check-removed', 'copy-of-another-house-put-back',
      edit(
        BACKUP,
        'if (manifest.value.site !== site.value) {',
        "if (manifest.value.site === '') {",
      ),
      byBackup('a copy of another installation, a second copy and no copy are refused in turn'),
    ),
    mutant(
      'S-72', 'reason-ignored', 'copy-that-knows-more-put-back',
      edit(
        BACKUP,
        "&& caught.error.refusal.code === 'not-continued') {\n    return refuse(",
        "&& caught.error.refusal.code === 'not-continued') {\n    return ok([]); void (",
      ),
      byBackup('a copy that knows more than the journal is refused: lines were lost'),
    ),
  ],
};
