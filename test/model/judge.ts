/**
 * The judge stands outside of both ends. It sees hands, needles and what crosses the wire, keeps
 * what it needs of that, and objects as soon as a promise is broken. What the pen or the host
 * believe is none of its business, but where a promise is about just that.
 */
import type { Control } from '../../host/core/control/state.ts';
import type { Treatment } from '../../host/core/control/task.ts';
import { openArming } from '../../host/core/control/open-arming.ts';
import type { Pen, PenStep, Stroke } from './pen.ts';
import { areaOfSide } from './setting.ts';
import type { ToPenFrame } from './wire.ts';

/** Permission as it crossed the wire. */
interface Permit {
  readonly seq: number;
  readonly ceiling: number;
  readonly notAfterPenMs: number;
}

/** An arming as it crossed the wire, and what has truly been done under it. */
export interface Armed {
  readonly id: number;
  readonly area: number;
  /** How many strokes it was given. */
  readonly given: number;
  /** How many there have been, in truth, and what the counter would read if it counted those. */
  readonly done: number;
  readonly readsTruly: number;
  readonly permit: Permit | undefined;
  /** A STOP, another host, a DISARM or a reset has ended it; the cam may still run out. */
  readonly over: boolean;
}

/** Hands, and what the judge remembers. */
export interface Judge {
  readonly trigger: boolean;
  readonly pedal: 'none' | 'released' | 'held';
  /** The trigger was pressed under the present arming, and nothing has ended that hold. */
  readonly fresh: boolean;
  /** True strokes in each area. */
  readonly truth: readonly number[];
  readonly armed: Armed | undefined;
  /** The pen has lost its ledger. */
  readonly lost: boolean;
}

/** A broken promise. */
export interface Objection {
  readonly promise: string;
  readonly why: string;
}

/** What has been looked at, promise by promise. */
export type Checked = Map<string, number>;

/** What a judge makes of something: what it remembers from there on, or an objection. */
export type Verdict = Judge | Objection;

/** Whether a verdict is an objection. */
export const isObjection = (verdict: object | undefined): verdict is Objection =>
  verdict !== undefined && 'promise' in verdict;

/** Makes an objection. */
export const object = (promise: string, why: string): Objection => ({ promise, why });

/** A judge who has seen nothing. */
export const newJudge = (areas: number, pedal: boolean): Judge => ({
  trigger: false,
  pedal: pedal ? 'released' : 'none',
  fresh: false,
  truth: Array.from({ length: areas }, () => 0),
  armed: undefined,
  lost: false,
});

/** Counts that a promise was looked at. */
export const look = (checked: Checked, promise: string): void => {
  checked.set(promise, (checked.get(promise) ?? 0) + 1);
};

/** What a pen runs on. */
export const firmwareOf = ({ firmware }: Pen): Pen['firmware'] => firmware;
/** Whether its motor is ordered to turn. */
export const isDriven = ({ body }: Pen): boolean => typeof body.drive.motor === 'object';
/** What it is armed with. */
export const armingOf = (pen: Pen) => {
  const { doing } = firmwareOf(pen);
  return 'arming' in doing ? doing.arming : undefined;
};

/** How late after a release of the trigger a stroke may begin: the pen has to look at it first. */
const LOOK_MS = 2;

/** Time has passed for the pen: are its strokes ones that somebody permitted? */
export function judgeLife(
  judge: Judge,
  before: Pen,
  { pen, strokes }: PenStep,
  treatment: Treatment,
  checked: Checked,
): Verdict {
  let next = judge;
  for (const stroke of strokes) {
    const found = judgeStroke(next, stroke, treatment, checked);
    if (isObjection(found)) return found;
    next = found;
  }
  const ended = isDriven(before) && !isDriven(pen);
  const fresh = next.fresh && next.trigger && !ended;
  const armed = next.armed && afterTime(next.armed, pen);
  const rested = judgeRest(pen, checked);
  return rested ?? { ...next, fresh, armed };
}

/** What of an arming is still of interest once time has passed. */
function afterTime(armed: Armed, pen: Pen): Armed | undefined {
  const { doing, ages } = firmwareOf(pen);
  if (doing.kind === 'idle' || doing.kind === 'latched') return undefined;
  const { permit } = armed;
  return permit !== undefined && permit.notAfterPenMs <= ages.penMs
    ? { ...armed, permit: undefined }
    : armed;
}

function judgeStroke(
  judge: Judge,
  stroke: Stroke,
  treatment: Treatment,
  checked: Checked,
): Verdict {
  const { armed } = judge;
  for (const promise of ['S-04', 'S-12']) look(checked, promise);
  if (armed === undefined) return object('S-12', 'a stroke that nothing was armed for');
  const done = armed.done + 1;
  const readsTruly = armed.readsTruly + 1;
  const truth = judge.truth.map((count, area) => (area === armed.area ? count + 1 : count));
  const most = treatment.tasks[armed.area]?.strokesLeft ?? 0;
  if (done > armed.given) return object('S-24', 'a stroke beyond its reservation');
  if ((truth[armed.area] ?? 0) > most) return object('S-04', 'a stroke beyond the area');
  if (stroke.driven) {
    const found = judgeDriven(judge, armed, readsTruly, stroke, checked);
    if (found !== undefined) return found;
  }
  return { ...judge, truth, armed: { ...armed, done, readsTruly } };
}

/** A stroke with the motor on needs a live grant and a hold, both of this arming. */
function judgeDriven(
  { trigger, fresh }: Judge,
  { over, permit }: Armed,
  readsTruly: number,
  { penMs, afterMs }: Stroke,
  checked: Checked,
): Objection | undefined {
  for (const promise of ['S-13', 'S-15', 'S-26']) look(checked, promise);
  if (over) return object('S-13', 'a stroke after what ended its arming');
  if (permit === undefined) return object('S-12', 'a stroke without a live grant');
  if (readsTruly > permit.ceiling) return object('S-12', 'a stroke above the ceiling of its grant');
  if (penMs > permit.notAfterPenMs + LOOK_MS) {
    return object('S-26', 'a stroke after the end of its lease');
  }
  if (!fresh) return object('S-15', 'a stroke under a hold that is not a fresh one');
  return !trigger && afterMs > LOOK_MS
    ? object('S-15', 'a stroke after the trigger was let go')
    : undefined;
}

const RESTING: ReadonlySet<string> = new Set(['idle', 'armed', 'latched']);

/** A pen that says it stands has its needles behind the rim. */
function judgeRest(pen: Pen, checked: Checked): Objection | undefined {
  look(checked, 'S-14');
  const rests = RESTING.has(firmwareOf(pen).doing.kind);
  const isOut = pen.body.drive.depthUm !== 0 || pen.body.inMs < 5;
  return rests && isOut ? object('S-14', 'a pen at rest has its needles out') : undefined;
}

/** The pen has heard a frame: what of it counts for the judge? */
export function judgeHearing(
  judge: Judge,
  before: Pen,
  frame: ToPenFrame,
  step: PenStep,
  checked: Checked,
): Verdict {
  const { message, header } = frame;
  const { link } = firmwareOf(before);
  const refused = step.said.some(({ frames }) =>
    frames.some((one) => one.message.kind === 'outcome' && one.message.outcome === 'refused'),
  );
  const isOwn = header.session !== 0 && header.session === link.session;
  if (message.kind === 'stop') {
    look(checked, 'S-33');
    return over(judge);
  }
  if (message.kind === 'hello') return message.hostNonce === link.hostNonce ? judge : over(judge);
  if (!isOwn || refused) return judge;
  if (message.kind === 'arm') {
    const isNew = firmwareOf(step.pen).doing !== firmwareOf(before).doing;
    return isNew ? judgeArming(judge, before, message, checked) : judge;
  }
  if (message.kind === 'disarm') return message.armingId === judge.armed?.id ? over(judge) : judge;
  return message.kind === 'grant' ? granted(judge, before, header.seq, message) : judge;
}

const over = (judge: Judge): Judge =>
  judge.armed === undefined
    ? judge
    : { ...judge, armed: { ...judge.armed, over: true, permit: undefined } };

type Arm = Extract<ToPenFrame['message'], { readonly kind: 'arm' }>;
type Grant = Extract<ToPenFrame['message'], { readonly kind: 'grant' }>;

function judgeArming(judge: Judge, pen: Pen, arm: Arm, checked: Checked): Verdict {
  look(checked, 'S-11');
  look(checked, 'S-25');
  const { ledger, seen } = firmwareOf(pen);
  if (pen.body.state !== 'parked' || pen.body.drive.depthUm !== 0 || pen.body.inMs < 5) {
    return object('S-11', 'an area was armed with the needles out');
  }
  if (judge.lost) return object('S-25', 'a pen that lost its ledger was armed');
  const armed: Armed = {
    id: arm.armingId,
    area: areaOfSide(arm.side),
    given: arm.passCeiling - ledger.strokes,
    done: 0,
    readsTruly: ledger.strokes,
    permit: undefined,
    over: false,
  };
  // A press that the pen has not seen yet is one under the arming.
  return { ...judge, armed, fresh: judge.trigger && !seen.trigger };
}

function granted(judge: Judge, pen: Pen, seq: number, grant: Grant): Judge {
  const { armed } = judge;
  if (armed === undefined || armed.over || grant.armingId !== armed.id) return judge;
  if (armed.permit !== undefined && seq <= armed.permit.seq) return judge;
  if (seq <= firmwareOf(pen).link.grantSeq) return judge;
  const { ceiling, notAfterPenMs } = grant;
  const takesBack = ceiling <= firmwareOf(pen).ledger.strokes;
  const permit = takesBack ? undefined : { seq, ceiling, notAfterPenMs };
  return { ...judge, armed: { ...armed, permit } };
}

/** The pen was reset: it reads no less than there was, and is not armed. */
export function judgeReset(
  judge: Judge,
  before: Pen,
  step: PenStep,
  isLost: boolean,
  treatment: Treatment,
  checked: Checked,
): Verdict {
  look(checked, 'S-25');
  const ran = step.strokes.reduce<Verdict>(
    (so, stroke) =>
      isObjection(so) ? so : judgeStroke(so, stroke, treatment, checked),
    judge,
  );
  if (isObjection(ran)) return ran;
  const { doing, ledger } = firmwareOf(step.pen);
  const wasArmed = armingOf(before) !== undefined;
  if (doing.kind !== 'idle' && doing.kind !== 'latched') {
    return object('S-25', 'a pen came back armed');
  }
  if (wasArmed && doing.kind === 'idle' && before.memory.queue.length === 0) {
    return object('S-25', 'a pen that was armed came back without a latch');
  }
  if (!isLost && ran.armed !== undefined && ledger.strokes < ran.armed.readsTruly) {
    return object('S-25', 'a pen came back with fewer strokes than it made');
  }
  return { ...ran, armed: undefined, fresh: false, lost: judge.lost || isLost };
}

/** What each area counts in the host's books, at its worst. */
export function countedBy(control: Control): readonly number[] {
  const open = openArming(control.phase);
  return control.progress.map(({ strokes }, index) =>
    open?.taskIndex === index ? strokes + (open.ceiling - open.fromStrokes) : strokes,
  );
}

/** The host's books never count less than there was. */
export function judgeBooks(
  { truth }: Judge,
  counted: readonly number[] | undefined,
  promise: string,
  where: string,
  checked: Checked,
): Objection | undefined {
  if (counted === undefined) return undefined;
  look(checked, promise);
  const short = truth.some((strokes, area) => strokes > (counted[area] ?? 0));
  return short ? object(promise, `${where} counts less than there was`) : undefined;
}
