/**
 * What must hold of a single step, whatever was before it: which frames may do something to a pen,
 * what may wake or arm it, and what a host may do of itself. The judge of whole stories is beside.
 */
import { LEASE_MS_MAX } from '../../protocol/timing.ts';
import type { HostLife } from './host.ts';
import {
  armingOf, type Checked, firmwareOf, isDriven, look, object, type Objection,
} from './judge.ts';
import type { Pen, PenStep } from './pen.ts';
import type { ToPenFrame } from './wire.ts';

type Grant = Extract<ToPenFrame['message'], { readonly kind: 'grant' }>;

/** Whether what the pen did with a frame is something that this frame may do. */
export function judgeAct(
  before: Pen,
  frame: ToPenFrame,
  { pen, said }: PenStep,
  isUnchanged: boolean,
  checked: Checked,
): Objection | undefined {
  return judgeForeign(before, frame, said, isUnchanged, checked)
    ?? judgeStale(before, pen, frame, checked)
    ?? judgeStop(before, pen, frame, checked)
    ?? judgeLoosening(before, pen, checked)
    ?? judgeWaking(before, pen, frame, checked);
}

function judgeForeign(
  before: Pen,
  { message, header }: ToPenFrame,
  said: PenStep['said'],
  isUnchanged: boolean,
  checked: Checked,
): Objection | undefined {
  const { session } = firmwareOf(before).link;
  const anywhere = message.kind === 'stop' || message.kind === 'hello';
  if (anywhere || (header.session !== 0 && header.session === session)) return undefined;
  look(checked, 'S-19');
  return isUnchanged && said.length === 0
    ? undefined
    : object('S-19', 'a foreign frame did something');
}

function judgeStale(
  before: Pen,
  pen: Pen,
  { message, header }: ToPenFrame,
  checked: Checked,
): Objection | undefined {
  const was = firmwareOf(before);
  if (message.kind !== 'grant' || header.seq > was.link.grantSeq) return undefined;
  look(checked, 'S-19');
  return firmwareOf(pen).doing === was.doing
    ? undefined
    : object('S-19', 'a stale grant did something');
}

/** STOP, and another host while the pen is armed, leave it latched and not driven. */
function judgeStop(
  before: Pen,
  pen: Pen,
  frame: ToPenFrame,
  checked: Checked,
): Objection | undefined {
  if (frame.message.kind !== 'stop' && !isIntrusion(before, frame)) return undefined;
  const promise = frame.message.kind === 'stop' ? 'S-13' : 'S-29';
  look(checked, promise);
  const { doing, latch } = firmwareOf(pen);
  const stops = doing.kind === 'latched' || doing.kind === 'stopping';
  const isOver = stops && latch.reason !== 'none' && armingOf(pen) === undefined && !isDriven(pen);
  return isOver ? undefined : object(promise, 'a pen went on that must stop');
}

const isIntrusion = (before: Pen, { message }: ToPenFrame): boolean =>
  message.kind === 'hello'
  && message.hostNonce !== firmwareOf(before).link.hostNonce
  && armingOf(before) !== undefined;

/** Within one arming nothing rises. */
export function judgeLoosening(before: Pen, pen: Pen, checked: Checked): Objection | undefined {
  const was = armingOf(before);
  const is = armingOf(pen);
  if (was === undefined || is === undefined || was === is || was.id !== is.id) return undefined;
  look(checked, 'S-20');
  const loosened = is.passCeiling > was.passCeiling
    || is.task.depthUm > was.task.depthUm
    || is.task.rateCentiHz > was.task.rateCentiHz
    || is.creditMax > was.creditMax;
  return loosened ? object('S-20', 'a limit rose within an arming') : undefined;
}

/** A latched pen wakes by CLEAR alone, and a pen is armed by ARM alone. */
export function judgeWaking(
  before: Pen,
  pen: Pen,
  frame: ToPenFrame | undefined,
  checked: Checked,
): Objection | undefined {
  const was = firmwareOf(before);
  const is = firmwareOf(pen);
  look(checked, 'S-21');
  const wakes = was.latch.reason !== 'none' && is.latch.reason === 'none';
  if (wakes && frame?.message.kind !== 'clear') {
    return object('S-21', 'a latch went away by itself');
  }
  const arms = armingOf(before) === undefined && armingOf(pen) !== undefined;
  return arms && frame?.message.kind !== 'arm'
    ? object('S-21', 'a pen was armed by nobody')
    : undefined;
}

/** What a host may do of itself: neither clear nor arm, and no more than one lease ahead. */
export function judgeHost(
  before: HostLife,
  after: HostLife,
  sent: readonly ToPenFrame[],
  act: string | undefined,
  checked: Checked,
): Objection | undefined {
  const was = before.host?.control?.phase.kind;
  const is = after.host?.control?.phase.kind;
  look(checked, 'S-21');
  if (is === 'clearing' && was !== 'clearing' && act !== 'stop cleared') {
    return object('S-21', 'a host cleared a latch by itself');
  }
  if (is === 'reserving' && was !== 'reserving' && act?.endsWith('area armed') !== true) {
    return object('S-21', 'a host armed an area by itself');
  }
  return sent.reduce<Objection | undefined>(
    (found, { message }) =>
      found ?? (message.kind === 'grant' ? judgeGrant(after, message, checked) : undefined),
    undefined,
  );
}

function judgeGrant({ host }: HostLife, grant: Grant, checked: Checked): Objection | undefined {
  const control = host?.control;
  const telemetry = control?.heard?.telemetry;
  look(checked, 'S-15');
  look(checked, 'S-12');
  if (control === undefined || telemetry === undefined) {
    return object('S-12', 'a grant that rests on nothing');
  }
  if (grant.notAfterPenMs > telemetry.penMs + LEASE_MS_MAX) {
    return object('S-12', 'a grant that ends later than a lease from what it rests on');
  }
  const gives = grant.ceiling > telemetry.strokes;
  return gives && control.treatment.pedal && control.pedal !== 'held'
    ? object('S-15', 'a grant without the pedal')
    : undefined;
}
