// Requests of a treatment: the room, its beginning, what a person asks of it while it runs, and its
// end. The stop is no request like others: it is passed on before anything is looked at.

import { ok } from '../../protocol/result.ts';
import type { OperatorRequest } from '../../host/core/control/event.ts';
import type { RoomFacts } from '../../host/core/checklist.ts';
import { parsePlan } from '../../host/doors/plan-file.ts';
import { doorSentence } from '../../host/doors/door-words.ts';
import type { Asked } from '../contract/request.ts';
import { stopBench } from './bench/asks-bench.ts';
import { DONE, type Done, type Doers, leaveRoom, no, whenIdle } from './doer.ts';
import { signInIdOf } from './care/asks-staff.ts';
import { showChart } from './care/showing.ts';
import { planText } from './draft.ts';
import type { Held } from './held.ts';
import { checkOf } from './state-of.ts';

type TreatmentAsk =
  | 'room' | 'begin' | 'choose' | 'arm' | 'end-area' | 'clear' | 'finish' | 'leave'
  | 'done' | 'pause-sound' | 'sound-on' | 'read-record';

/** Who asks, where nobody has said: a stop is never kept back for want of a name. */
const UNNAMED = 'console';

const SOUND_PAUSE_MS = 120_000;

const nameOf = ({ choices }: Held): string => choices.operator;

/** Passes a request on to the host, if there is one that runs. */
function pass(held: Held, request: OperatorRequest): Done {
  const { kind } = held.treatment.view();
  if (kind !== 'running') return no('out-of-turn', { item: `treatment-${kind}` });
  held.treatment.request(request);
  return DONE;
}

/** Stops the pen, whatever is under way. */
export const stopPen = (held: Held): void => {
  held.treatment.request({ kind: 'stop', by: nameOf(held) === '' ? UNNAMED : nameOf(held) });
  stopBench(held);
};

/** The doers. */
export const treatmentAsks: Doers<TreatmentAsk> = {
  room: ({ held }, { room }) => {
    if (held.person !== undefined) return no('said-at-visit');
    const by = nameOf(held);
    if (by === '') return no('name-missing');
    held.room = lookedAt(held.room, room, by);
    if (held.treatment.view().kind !== 'running') return DONE;
    return pass(held, { kind: 'room', room: held.room, by });
  },
  begin: whenIdle<'begin'>(({ held }) => begin(held)),
  choose: ({ held }, { area, side }) => {
    const { kind } = held.treatment.view();
    if (kind !== 'running') return no('out-of-turn', { item: `treatment-${kind}` });
    held.treatment.choose({ area, side });
    return DONE;
  },
  arm: ({ held }, request) => pass(held, request),
  'end-area': ({ held }) => pass(held, { kind: 'end-area' }),
  clear: ({ held }) => pass(held, { kind: 'clear', by: nameOf(held) }),
  finish: ({ held }, { outcome }) => pass(held, { kind: 'finish', by: nameOf(held), outcome }),
  leave: ({ held }) => {
    if (!held.treatment.active()) return no('out-of-turn', { item: 'no-treatment' });
    void held.treatment.leave();
    return DONE;
  },
  done: whenIdle<'done'>(({ held }) => {
    held.treatment.forget();
    held.alarmsOn = [];
    return DONE;
  }),
  'pause-sound': ({ held }) => {
    // IEC 60601-1-8: a high alarm goes on sounding as long as it is on.
    if (held.alarmsOn.some(({ priority }) => priority === 'high')) return no('sound-needed');
    held.soundPausedUntil = new Date(Date.now() + SOUND_PAUSE_MS).toISOString();
    return DONE;
  },
  'sound-on': ({ held }) => {
    held.soundPausedUntil = undefined;
    return DONE;
  },
  'read-record': ({ held }, { treatmentId }) => {
    const view = held.journal.record(treatmentId);
    if (view !== undefined) return ok({ kind: 'record', view });
    const problem = held.journal.problem();
    return problem === undefined
      ? no('no-such-record', { asked: treatmentId })
      : no('journal-not-read', { details: [problem] });
  },
};

type RoomAsked = Extract<Asked, { readonly kind: 'room' }>['room'];

/** What was looked at, with what is new; the rest stays as it was. */
const lookedAt = (before: RoomFacts, now: RoomAsked, by: string): RoomFacts => ({
  numbing: now.numbing ?? before.numbing,
  packageWasIntact: now.packageWasIntact ?? before.packageWasIntact,
  barrierFitted: now.barrierFitted ?? before.barrierFitted,
  onlySterileGlide: now.onlySterileGlide ?? before.onlySterileGlide,
  cleanedSinceLastPerson: now.cleanedSinceLastPerson ?? before.cleanedSinceLastPerson,
  screenedBy: now.screened === undefined ? before.screenedBy : now.screened ? by : undefined,
});

function begin(held: Held): Done {
  showChart(held);
  const { pen, files, draft, profile } = held;
  const by = nameOf(held);
  const port = pen.port();
  if (by === '') return no('name-missing');
  if (!profile.ok) return no('not-admitted', { details: profile.error });
  if (draft.areas.length === 0) return no('plan-empty');
  if (port === undefined || pen.standing().kind !== 'met') return no('no-pen');
  const { check } = checkOf(held);
  if (!check.admissible) return no('not-admitted', { refusals: check.refusals });
  const text = planText(draft, by);
  const read = parsePlan(new TextEncoder().encode(text));
  if (!read.ok) return no('plan-not-read', { details: read.error.map(doorSentence) });
  const written = files.keepPlan(text);
  if (!written.ok) return no('plan-not-read', { details: [written.error] });
  const start = {
    dataDir: held.dataDir,
    planPath: files.planPath,
    pen: port,
    pedal: held.pedal,
    ...caseOf(held),
    ...signInOf(held),
  };
  held.alarmsOn = [];
  // What was looked at for somebody with a chart stands at the visit; the host reads it there.
  const room = () => ({ room: held.room, by: nameOf(held) });
  held.treatment.begin(start, held.person === undefined ? room : undefined);
  return DONE;
}

/** Whose case a treatment is given: by the key of a chart, or as the file that was read. */
function caseOf(
  { person, heldCase, files }: Held,
): { readonly person: string } | { readonly casePath: string } | undefined {
  if (person !== undefined) return { person };
  return heldCase === undefined ? undefined : { casePath: files.casePath };
}

/** Under whose sign-in it is begun; the host asks it again. */
function signInOf(held: Held): { readonly signInId: string } | undefined {
  const signInId = signInIdOf(held);
  return signInId === undefined ? undefined : { signInId };
}

/** A treatment is over: what was looked at was looked at for it. */
export function afterTreatment(held: Held): void {
  leaveRoom(held);
  held.alarmsOn = [];
}
