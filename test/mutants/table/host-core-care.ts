/**
 * Mutants of care: what a screening lets go on, when skin may be treated again, what keeps a needle
 * out of the skin during a visit, which package is taken, and what a follow-up locks.
 */
import { type Check, by, edit, mutant, type Table } from '../mutant.ts';

const CARE = 'host/core/care';
const TESTS = 'test/host/core/care';
const CASE_FILE = `${CARE}/screening/case-file-of.ts`;
const VERDICT = `${CARE}/screening/verdict.ts`;
const ANSWER = `${CARE}/screening/judge-answer.ts`;
const NEXT = `${CARE}/series/next-visit.ts`;
const NUMBING = `${CARE}/visit/numbing.ts`;
const STANDING = `${CARE}/visit/visit-standing.ts`;
const SCANNED = `${CARE}/visit/scanned-cartridge.ts`;
const GS = `${CARE}/visit/gs1.ts`;
const FOLLOW_UP = `${CARE}/aftercare/follow-up.ts`;

const byScreening = (test: string): Check => by(`${TESTS}/screening/verdict.test.ts`, test);
const bySeries = (test: string): Check => by(`${TESTS}/series/next-visit.test.ts`, test);
const byNumbing = (test: string): Check => by(`${TESTS}/visit/numbing.test.ts`, test);
const byVisit = (test: string): Check => by(`${TESTS}/visit/visit-standing.test.ts`, test);
const byPackage = (test: string): Check => by(`${TESTS}/visit/gs1.test.ts`, test);
const byAftercare = (test: string): Check => by(`${TESTS}/aftercare/aftercare.test.ts`, test);

const SAME_AS_ADMISSION =
  'for any answers, the screening lets go on exactly what admission lets pass';
const SAME_CALENDAR =
  'what the calendar allows is what admission admits, for any history and any day';

/** The table of host/core/care. */
export const HOST_CORE_CARE: Table = {
  folder: 'host/core/care',
  within: [`${CARE}/`],
  least: 8,
  mutants: [
    mutant(
      'S-60', 'check-removed', 'signature-under-an-open-screening',
      edit(
        CASE_FILE,
        "return conclusion === 'open' ? undefined : saying(screened.signedBy);",
        "return conclusion === 'forbidden' ? undefined : saying(screened.signedBy);",
      ),
      byScreening(SAME_AS_ADMISSION),
    ),
    mutant(
      'S-60', 'check-removed', 'same-question-answered-twice',
      edit(ANSWER, 'if (given.length > 1)', 'if (given.length > 2)'),
      byScreening(
        'an answer twice, to no question, or an energy question before needles, is found',
      ),
    ),
    mutant(
      'S-60', 'worst-softened', 'yes-without-a-day-is-long-ago',
      edit(
        ANSWER,
        'on === undefined || answeredOn === undefined ? 0 :',
        'on === undefined || answeredOn === undefined ? 9_999 :',
      ),
      byScreening(
        'windows > a yes without a day counts as of today, and a day to come is no answer',
      ),
    ),
    mutant(
      'S-60', 'off-by-one', 'window-a-day-short',
      edit(ANSWER, 'days > windowDays', 'days >= windowDays'),
      byScreening('windows > filler counts through day 14 and not after'),
    ),
    mutant(
      'S-60', 'reason-ignored', 'one-clearance-for-two-reasons',
      edit(CASE_FILE, 'whole.length < yes.length', 'whole.length < 1'),
      byScreening('one reason told by two questions is cleared only when both are'),
    ),
    mutant(
      'S-60', 'check-removed', 'clearance-without-a-reason',
      edit(
        VERDICT,
        'question === id && saying(by) !== undefined && saying(reason) !== undefined',
        'question === id && saying(by) !== undefined && reason !== undefined',
      ),
      byScreening('isotretinoin with a yes waits for a prescriber, with name and reason'),
    ),
    mutant(
      'S-60', 'age-forgotten', 'verdict-on-answers-of-yesterday',
      edit(VERDICT, '[answeredOn !== ground.today,', '[answeredOn === undefined,'),
      byScreening(SAME_AS_ADMISSION),
    ),
    mutant(
      'S-60', 'off-by-one', 'a-birthday-too-early',
      edit(VERDICT, 'return years < ageYearsMin ?', 'return years + 1 < ageYearsMin ?'),
      byScreening(SAME_AS_ADMISSION),
    ),
    mutant(
      'S-60', 'check-removed', 'open-screening-written-down',
      edit(
        `${CARE}/screening/chart-notes.ts`,
        "if (answeredOn === undefined || signedBy === undefined) return refuse('screening-open');",
        "if (answeredOn === undefined) return refuse('screening-open');",
      ),
      by(
        `${TESTS}/screening/chart-notes.test.ts`,
        'a screening in which something is open is not written down',
      ),
    ),
    mutant(
      'S-61', 'check-removed', 'visit-that-lies-ahead-forgotten',
      edit(NEXT, '...(isAhead(facts) ?', '...(isAhead(facts) && false ?'),
      bySeries(SAME_CALENDAR),
    ),
    mutant(
      'S-61', 'check-removed', 'calendar-that-opens-the-eye-early',
      edit(
        NEXT,
        'isEyeArea(area) && !faceHealedWell(facts.caseFile, facts.today)',
        'isEyeArea(area) && facts.caseFile === undefined',
      ),
      bySeries(SAME_CALENDAR),
    ),
    mutant(
      'S-61', 'age-forgotten', 'treated-today-and-again-today',
      edit(NEXT, 'let count = wasToday ? 1 : 0;', 'let count = 0;'),
      bySeries('what was treated today waits its whole spacing, not until tomorrow'),
    ),
    mutant(
      'S-62', 'check-removed', 'armed-over-cream-that-was-not-cleaned-off',
      edit(
        NUMBING,
        "of.kind === 'none' || of.kind === 'cleaned';\n\n/** What a clock",
        "of.kind !== 'on-skin';\n\n/** What a clock",
      ),
      byNumbing('only skin without cream, or cleaned after it, lets a pen be armed'),
    ),
    mutant(
      'S-62', 'check-removed', 'cream-on-broken-skin',
      edit(NUMBING, "if (wasPunctured(of)) return refuse('after-first-puncture');\n  ", ''),
      byNumbing('after the first puncture nothing is put on any more'),
    ),
    mutant(
      'S-62', 'age-forgotten', 'shorter-label-ignored',
      edit(NUMBING, 'labelMinutesMax ?? NUMBING_MINUTES.removeBy', 'NUMBING_MINUTES.removeBy'),
      byNumbing('a label that was entered sets the time, shorter or longer'),
    ),
    mutant(
      'S-62', 'off-by-one', 'cream-a-minute-too-long',
      edit(NUMBING, 'minute >= latestOf(one)', 'minute > latestOf(one)'),
      byNumbing('it runs, asks for a look after 30 minutes, and has to come off after 60'),
    ),
    mutant(
      'S-62', 'worst-softened', 'clock-that-went-back-gives-time',
      edit(NUMBING, "if (minute < first) return 'remove-now';\n  ", ''),
      byNumbing('it runs, asks for a look after 30 minutes, and has to come off after 60'),
    ),
    mutant(
      'S-66', 'reason-ignored', 'cream-that-a-rule-refused-is-not-there',
      edit(
        `${CARE}/visit/visit-numbing.ts`,
        "return { kind: 'on-skin', applications: [...before, event.application] };",
        'return of;',
      ),
      byVisit('cream is on, and that is said'),
    ),
    mutant(
      'S-66', 'check-removed', 'visit-of-yesterday-goes-on',
      edit(STANDING, '&& visit.opened.on === formatDay(today)', '&& visit.opened.on !== \'\''),
      byVisit('the visit is of yesterday, and that is said'),
    ),
    mutant(
      'S-66', 'age-forgotten', 'answers-of-yesterday-at-a-visit-of-today',
      edit(
        STANDING,
        'screenings.at(-1)?.answeredOn === formatDay(today)',
        'screenings.at(-1)?.answeredOn !== undefined && today > 0',
      ),
      byVisit('answers of yesterday are no screening, and that is said'),
    ),
    mutant(
      'S-66', 'reason-ignored', 'blocked-cartridge-counts-as-claimed',
      edit(STANDING, '{ good: serials(false),', '{ good: [...serials(false), ...serials(true)],'),
      byVisit('the cartridge is blocked, and that is said'),
    ),
    mutant(
      'S-66', 'reason-ignored', 'lock-under-the-key-before-a-merging',
      edit(
        STANDING,
        'const lock = keys.flatMap((key)',
        'const lock = keys.slice(0, 1).flatMap((key)',
      ),
      byVisit('a lock, a visit and a name of before a merging hold under every key'),
    ),
    mutant(
      'S-28', 'check-removed', 'clock-behind-the-chart',
      edit(STANDING, 'newest !== undefined && newest - today > 1', 'newest === undefined'),
      byVisit('a clock that is behind the chart is named, and minutes count through midnight'),
    ),
    mutant(
      'S-63', 'check-removed', 'expired-package-taken',
      edit(SCANNED, 'expiresOn !== undefined && expiresOn < today', 'expiresOn === undefined'),
      byPackage('yesterday is refused'),
    ),
    mutant(
      'S-63', 'check-removed', 'wrong-check-digit-taken',
      edit(GS, "const isWrong = id === '01' &&", "const isWrong = id === '02' &&"),
      byPackage('one digit that is wrong in an article is always noticed'),
    ),
    mutant(
      'S-63', 'check-removed', 'article-of-another-maker-taken',
      edit(SCANNED, 'gtin !== undefined && !gtins.includes(gtin)', 'gtin === \'\''),
      byPackage('another article is refused'),
    ),
    mutant(
      'S-63', 'reason-ignored', 'two-packages-in-one-scan',
      edit(GS, "if (elements.has(id)) return against('identifier-twice', id);\n    ", ''),
      byPackage('an identifier twice is refused'),
    ),
    mutant(
      'S-64', 'worst-softened', 'flag-that-nobody-placed-locks-nothing',
      edit(FOLLOW_UP, '&& eye.length > 0 ? eye : treated;', '&& eye.length > 0 ? eye : [];'),
      byAftercare('a flag locks where it was seen, and everything where nobody said'),
    ),
    mutant(
      'S-64', 'worst-softened', 'nobody-reached-and-all-is-well',
      edit(FOLLOW_UP, 'redFlag: isAsked ? redFlag : undefined', 'redFlag'),
      byAftercare('nobody reached is no follow-up, and keeps what it rests on closed'),
    ),
  ],
};
