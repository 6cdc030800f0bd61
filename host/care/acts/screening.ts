// The screening of a visit as an act: the answers are judged, and what is not open goes into the
// chart, to the visit of today or with one that it opens. Where people sign in, whoever asked is
// whoever signed in, and every clearance is recognised with the prescriber's own secret.

import { randomBytes } from 'node:crypto';
import { nowOf } from '../../chart/index.ts';
import { caseFileOf, type Told } from '../../core/care/screening/case-file-of.ts';
import type { Screened } from '../../core/care/screening/answers.ts';
import { screeningNotes } from '../../core/care/screening/chart-notes.ts';
import { judgeScreening, type Verdict } from '../../core/care/screening/verdict.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import type { CaseFile } from '../../core/case-file.ts';
import type { ChartFacts } from '../../core/chart/chart-facts.ts';
import { formatDay } from '../../core/day.ts';
import type { NoteGiven } from '../../journal/index.ts';
import { readBaseProfile } from '../../profile/base-profile.ts';
import { profileSentence } from '../../profile/profile-words.ts';
import { ok, type Result } from '../../../protocol/result.ts';
import type { Claim } from '../../staff/index.ts';
import { bornOnOf } from '../chart-ground.ts';
import { type Acted, type ActGround, type Acting, type ActRefusal, alsoBy, asked, no, write }
  from './ground.ts';

/** What was answered, and who shows for the clearances in it. */
export interface ScreeningGiven {
  readonly screened: Screened;
  readonly indications: Told['indications'];
  /** How a prescriber who is named in a clearance shows who they are; undefined if they did not. */
  readonly prescriberOf: (named: string) => Promise<Claim | undefined>;
}

/** What it came to. */
export interface ScreenedAtVisit {
  readonly verdict: Verdict;
  readonly caseFile: CaseFile;
  /** The visit that has it; undefined while something is open, and nothing was written. */
  readonly visitId: string | undefined;
}

/** Judges answers, and writes them into the chart where nothing is open. */
export const screenAtVisit = (
  ground: ActGround,
  given: ScreeningGiven,
): Acted<ScreenedAtVisit> =>
  asked<ScreenedAtVisit>(ground, ['answer-screening'], async (acting) => {
    const signed = await signedScreening(acting, given);
    if (!signed.ok) return signed;
    const { screened, indications } = signed.value;
    const { today, person, actor } = acting;
    const profile = readBaseProfile(today);
    if (!profile.ok) {
      return no('rules', 'profile', ...profile.error.map(profileSentence));
    }
    const ageYearsMin = profile.value.profile.ageYearsMin.value;
    const verdict = judgeScreening(screened, { today, ageYearsMin });
    const signer = actor.kind === 'member' ? acting.by : screened.signedBy;
    const caseFile = caseFileOf({ person, history: 'unknown', indications, signer }, screened);
    if (verdict.conclusion === 'open') return ok({ verdict, caseFile, visitId: undefined });
    const written = await chartIt(acting, caseFile, screened);
    return written.ok ? ok({ verdict, caseFile, visitId: written.value }) : written;
  });

interface SignedScreening {
  readonly screened: Screened;
  readonly indications: Told['indications'];
}

/** The same screening with the names of those who were recognised. */
async function signedScreening(
  acting: Acting,
  { screened, indications, prescriberOf }: ScreeningGiven,
): Acted<SignedScreening> {
  if (acting.actor.kind === 'typed') return ok({ screened, indications });
  const names = new Set([...screened.clearances, ...indications].map(({ by }) => by));
  const known = new Map<string, string>();
  for (const name of names) {
    const claim = await prescriberOf(name);
    if (claim === undefined) {
      return no('gate', 'sign-in-needed', `The clearance of "${name}" counts only when they show `
        + 'who they are themselves, with their id and secret.');
    }
    const signer = await alsoBy(acting, claim, 'sign-clearance');
    if (!signer.ok) return signer;
    known.set(name, signer.value);
  }
  const named = <One extends { readonly by: string }>(one: One): One =>
    ({ ...one, by: known.get(one.by) ?? one.by });
  return ok({
    // S-75: where people sign in, nobody signs a screening in another's name.
    screened: {
      ...screened, signedBy: acting.by, clearances: screened.clearances.map(named),
    },
    indications: indications.map(named),
  });
}

/** Writes it; the answer is the visit that it belongs to. */
async function chartIt(
  acting: Acting,
  caseFile: CaseFile,
  screened: Screened,
): Acted<string> {
  const { person, today } = acting;
  const by = acting.actor.kind === 'member' ? acting.by : caseFile.screening.signedBy ?? acting.by;
  let visitId = '';
  const written = await write(acting, ({ facts }) => {
    const other = againstBirth(facts, person, screened);
    if (other !== undefined) return other;
    const open = visitToday(facts, person, today);
    visitId = open?.visitId ?? `v-${randomBytes(5).toString('hex')}`;
    const screeningId = `${visitId}-s${(open?.screenings.length ?? 0) + 1}`;
    const notes = screeningNotes(caseFile, screened, { screeningId, visitId, by });
    if (!notes.ok) {
      return no('rules', 'screening-open', 'The screening is not complete; nothing was written.');
    }
    const opened: NoteGiven = {
      kind: 'visit-opened', visitId, person, on: formatDay(today), modality: 'automated', by,
    };
    return ok([...(open === undefined ? [opened] : []), ...notes.value]);
  });
  return written.ok ? ok(visitId) : written;
}

/** A birth date that is another than that of the chart was asked of somebody else. */
function againstBirth(
  facts: ChartFacts,
  person: string,
  { bornOn }: Screened,
): Result<never, ActRefusal> | undefined {
  const known = facts.people.get(person);
  if (bornOn === undefined || known === undefined) return undefined;
  const charted = bornOnOf(facts, person);
  const isSame = charted === undefined
    ? Number(formatDay(bornOn).slice(0, 4)) === nowOf(known).bornYear
    : charted === bornOn;
  if (isSame) return undefined;
  return no('rules', 'birth-differs', `The answers are of somebody born on ${formatDay(bornOn)}, `
    + `and the chart of ${person} says otherwise; ask whom you have before you, or put the chart `
    + `right with "corium people amend ${person}".`);
}
