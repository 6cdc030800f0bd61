/**
 * Mutants of the chart: what is forgotten of earlier visits, what two lines say differently, what
 * is sealed, and when a line is on the disk.
 */
import { type Check, by, edit, mutant, type Table } from '../mutant.ts';

const CASE_FILE = 'host/core/chart/case-file-of.ts';
const FOLD = 'host/core/chart/fold-chart.ts';
const IDENTITY = 'host/chart/identity.ts';
const KEY = 'host/chart/identity-key.ts';

const byHistory = (test: string): Check => by('test/host/core/chart/history.test.ts', test);
const byIdentity = (test: string): Check => by('test/host/chart/identity.test.ts', test);
const byPeople = (test: string): Check => by('test/host/chart/people.test.ts', test);

/** The table of host/core/chart and host/chart. */
export const HOST_CHART: Table = {
  folder: 'host/chart',
  within: ['host/core/chart/', 'host/chart/'],
  least: 8,
  mutants: [
    mutant(
      'S-74', 'reason-ignored', 'treatment-in-another-room-forgotten',
      edit(
        CASE_FILE,
        'keys.has(line.person)).flatMap(pastElsewhere)',
        'keys.has(line.person)).slice(0, 0).flatMap(pastElsewhere)',
      ),
      byHistory('what another room did is a treatment like one of this room'),
    ),
    mutant(
      'S-10', 'reason-ignored', 'treatment-of-the-journal-forgotten',
      edit(
        CASE_FILE,
        '...treated.filter((skin) => keys.has(skin.person)).map(pastOf),',
        '...treated.slice(0, 0).map(pastOf),',
      ),
      byHistory('what another room did is a treatment like one of this room'),
    ),
    mutant(
      'S-10', 'reason-ignored', 'history-under-another-key-forgotten',
      edit(
        CASE_FILE,
        'const keys = new Set(aliasesOf(facts, person));',
        'const keys = new Set(aliasesOf(facts, person).slice(0, 1));',
      ),
      byHistory('what was done under a key from before a merging is not forgotten'),
    ),
    mutant(
      'S-42', 'worst-softened', 'nothing-told-is-nothing-done',
      edit(
        CASE_FILE,
        "visits === 'unknown')) return 'unknown';",
        "visits === 'unknown')) return [];",
      ),
      byHistory('of whom nobody told anything the history is unknown, and not empty'),
    ),
    mutant(
      'S-42', 'worst-softened', 'older-than-the-year-allows',
      edit(CASE_FILE, '${String(bornYear)}-12-31', '${String(bornYear)}-01-01'),
      byHistory('whose day of birth is sealed is as young as the year allows'),
    ),
    mutant(
      'S-64', 'age-forgotten', 'red-flag-ended-by-the-next-follow-up',
      edit(
        CASE_FILE,
        "visit.redFlag === 'yes' || ups.some(({ redFlags }) => redFlags.length > 0)",
        'newest.redFlags.length > 0',
      ),
      byHistory('a red flag once seen stays, whatever the next follow-up says'),
    ),
    mutant(
      'S-64', 'reason-ignored', 'follow-up-that-reached-nobody-says-no',
      edit(CASE_FILE, "({ how }) => how !== 'not-reached'", "({ how }) => how !== 'seen' || how"),
      byHistory('a follow-up at which nobody was reached says nothing'),
    ),
    mutant(
      'S-60', 'worst-softened', 'last-of-two-answers-counts',
      edit(
        CASE_FILE,
        "answers[question] = answers[question] === 'yes' ? 'yes' : answer;",
        'answers[question] = answer;',
      ),
      byHistory('the same question with two answers counts as a yes, in either order'),
    ),
    mutant(
      'S-60', 'age-forgotten', 'answers-of-an-earlier-visit',
      edit(
        CASE_FILE,
        'const screening = visit?.screenings.at(-1);',
        'const screening = [...facts.visits.values()].flatMap((one) => one.screenings).at(-1);',
      ),
      byHistory('answers of another visit are no answers of this one'),
    ),
    mutant(
      'S-28', 'age-forgotten', 'newest-day-of-the-chart-comes-back',
      edit(FOLD, 'if (day > gathered.newestDay) gathered', 'if (day) gathered'),
      byHistory('a day that the chart has seen does not come back'),
    ),
    mutant(
      'S-71', 'reason-ignored', 'blocked-cartridge-is-free-in-the-chart',
      edit(FOLD, 'blocked: was.blocked ?? entry });', 'blocked: was.blocked });'),
      by(
        'test/host/core/care/visit/visit-standing.test.ts',
        'the cartridge is blocked, and that is said',
      ),
    ),
    mutant(
      'S-70', 'sync-skipped', 'line-told-before-it-is-on-the-disk',
      edit(
        'host/chart/chart-journal.ts',
        'isLast ? journal.appendAndSyncNow(note) : journal.append(note)',
        'isLast ? journal.append(note) : journal.append(note)',
      ),
      by(
        'test/host/chart/disk.test.ts',
        'a line that was told as taken is there, whichever call of the disk failed',
      ),
    ),
    mutant(
      'S-73', 'check-removed', 'sealed-identity-opened-for-another-person',
      [
        edit(
          IDENTITY,
          "cipher.setAAD(Buffer.from(person, 'utf8'));\n  const sealed",
          "cipher.setAAD(Buffer.from('', 'utf8'));\n  const sealed",
        ),
        edit(
          IDENTITY,
          "cipher.setAAD(Buffer.from(person, 'utf8'));\n    cipher.setAuthTag",
          "cipher.setAAD(Buffer.from('', 'utf8'));\n    cipher.setAuthTag",
        ),
      ],
      byIdentity('what was sealed for one person is not opened for another'),
    ),
    mutant(
      'S-73', 'age-forgotten', 'same-nonce-each-time',
      edit(IDENTITY, 'const nonce = randomBytes(12);', 'const nonce = Buffer.alloc(12, 1);'),
      byIdentity('two sealings of one name have nothing in common but the key'),
    ),
    mutant(
      'S-73', 'check-removed', 'identity-key-that-others-read',
      edit(KEY, '(seen.mode & 0o077) !== 0', '(seen.mode & 0o077) === 0o100'),
      byIdentity('an identity key of mode 640 is not used'),
    ),
    mutant(
      'S-73', 'check-removed', 'identity-key-beside-the-data',
      edit(KEY, "if (isInside) return refuse({ code: 'inside-data', path });\n  ", ''),
      byPeople('a key lies outside the folder, for its owner only, and is never written over'),
    ),
    mutant(
      'S-10', 'check-removed', 'second-chart-of-the-same-person',
      edit(
        'host/chart/people.ts',
        "if (perhaps.length > 0) return refuse({ code: 'perhaps-there', people: perhaps });\n    ",
        '',
      ),
      byPeople('a second chart of the same name and day is told before it is made'),
    ),
  ],
};
