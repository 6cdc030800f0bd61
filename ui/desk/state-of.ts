// What every window is shown, made of what the desk holds. Admission is asked again only when
// something that it looks at has changed.

import type { AdmissionFacts } from '../../host/core/admission-facts.ts';
import { openReasons } from '../../host/core/checklist.ts';
import { formatDay } from '../../host/core/day.ts';
import { factsOf } from '../../host/treat/prepare.ts';
import { today } from '../../host/cli/today.ts';
import { HOST_VERSION } from '../../host/version.ts';
import type { PenDescription } from '../../host/core/pen-description.ts';
import type { Entry } from '../../host/journal/index.ts';
import type { LoadedProfile } from '../../host/profile/base-profile.ts';
import { benchView } from './bench/showing.ts';
import { staffView } from './care/asks-staff.ts';
import { careView, roomOf } from './care/showing.ts';
import type { PenView, TreatmentView } from '../contract/desk-state.ts';
import type { PlanCheck } from '../contract/plan.ts';
import { areaOffers, checkPlan } from './check-plan.ts';
import { planOf } from './draft.ts';
import type { FactsOf, Held, HeldCheck } from './held.ts';
import type { StateForAll } from './windows.ts';

/** The state for all windows. */
export function stateOf(held: Held): StateForAll {
  const { check, offers } = checkOf(held);
  const { choices, journal } = held;
  const problem = journal.problem();
  const room = roomOf(held);
  return {
    installation: {
      dataDir: held.dataDir,
      demo: held.demo,
      installationId: journal.installationId(),
      hostVersion: HOST_VERSION,
      today: formatDay(today()),
      ...(problem === undefined ? {} : { journalProblem: problem }),
    },
    settings: choices.settings,
    operator: choices.operator,
    staff: staffView(held),
    care: careView(held),
    pen: penView(held),
    caseFile: held.heldCase === undefined
      ? { kind: 'none' }
      : { kind: 'read', ...held.heldCase },
    plan: { draft: held.draft, check, offers },
    room: { facts: room, open: openReasons(room, held.heldCase !== undefined) },
    pedal: held.pedal,
    treatment: treatmentView(held),
    alarms: {
      log: held.alarmLog,
      ...(held.soundPausedUntil === undefined ? {} : { soundPausedUntil: held.soundPausedUntil }),
    },
    notices: held.notices,
    records: held.lists.records,
    pens: held.lists.registry.pens,
    due: held.lists.registry.due,
    bench: benchView(held),
    simulator: held.pen.simulator(),
  };
}

function penView({ pen, treatment }: Held): PenView {
  const standing = pen.standing();
  return {
    address: pen.address(),
    simulated: pen.address() === 'sim',
    ports: pen.ports(),
    standing: treatment.active()
      ? { kind: 'in-treatment', pen: standing.kind === 'met' ? standing.pen : undefined }
      : standing,
  };
}

/** How a treatment ended stands in the journal, and nowhere else. */
function treatmentView({ treatment, lists }: Held): TreatmentView {
  const view = treatment.view();
  if (view.kind !== 'ended') return view;
  const line = lists.records.find(({ treatmentId }) => treatmentId === view.treatmentId);
  return { ...view, outcome: line?.outcome };
}

/** The pen as it was looked at last, in a treatment or beside it. */
export function penOf({ pen }: Held): PenDescription | undefined {
  const standing = pen.standing();
  return standing.kind === 'met' ? standing.pen : undefined;
}

const NO_PROFILE: PlanCheck = {
  admissible: false,
  refusals: [{ code: 'profile-expired' }],
  notices: [],
  areas: [],
  notLookedAt: ['pen', 'journal', 'case-file'],
};

/** What admission says of the draft as things stand. */
export function checkOf(held: Held): Pick<HeldCheck, 'check' | 'offers'> {
  const { profile, draft, choices: { operator } } = held;
  if (!profile.ok) return { check: NO_PROFILE, offers: [] };
  const facts = factsFor(held, profile.value);
  const last = held.check;
  if (last?.facts === facts && last.draft === draft && last.operator === operator) return last;
  const ground = { facts, operator };
  const check = checkPlan(draft, ground);
  held.check = { draft, facts, operator, check, offers: areaOffers(draft, ground) };
  return held.check;
}

/** The facts, the very same value as long as nothing that they are made of has changed. */
export function factsFor(held: Held, profile: LoadedProfile): AdmissionFacts {
  const lines = held.journal.localLines();
  const before = held.factsMade;
  const made = {
    profile,
    pen: penOf(held),
    caseFile: held.heldCase?.caseFile,
    person: held.draft.person,
    day: today(),
    count: lines.length,
    readable: held.journal.problem() === undefined,
  };
  if (before !== undefined && isSame(before.of, made)) return before.facts;
  const facts = readFacts(held, made, lines);
  held.factsMade = { of: made, facts };
  return facts;
}

const isSame = (one: FactsOf, other: FactsOf): boolean =>
  one.profile === other.profile && one.pen === other.pen && one.caseFile === other.caseFile
  && one.person === other.person && one.day === other.day && one.count === other.count
  && one.readable === other.readable;

function readFacts(held: Held, of: FactsOf, lines: readonly Entry[]): AdmissionFacts {
  const wish = {
    plan: planOf(held.draft, held.choices.operator),
    planHash: '',
    caseFile: of.caseFile,
    caseFileHash: undefined,
    profile: of.profile,
    today: of.day,
    pedal: held.pedal,
  };
  const facts = factsOf(wish, of.pen, lines);
  return of.readable ? facts : { ...facts, spent: 'unknown' };
}
