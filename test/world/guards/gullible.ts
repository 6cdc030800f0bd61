/**
 * A pen whose own guard was silenced: the real firmware is shown an ENVELOPE, an ARM and a GRANT
 * that it would take, and once it has taken them it is made to believe the numbers that were asked.
 * Its trigger, its counter and the end of its permission work as ever.
 */
import { type Firmware, type FirmwareEvent, ceilingOf, step } from '../../../sim/firmware/index.ts';
import { areaName } from '../../../protocol/area.ts';
import { CREDIT_MAX, LEASE_MS_MAX } from '../../../protocol/timing.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import type { Arm, Envelope, Grant } from '../../../protocol/to-pen.ts';

type Received = Extract<FirmwareEvent, { readonly kind: 'received' }>;

const ceilingAt = (area: number): { depthUm: number; rateCentiHz: number } =>
  ceilingOf(areaName(area) ?? 'upper-eyelid');

function tameEnvelope(ask: Envelope): Envelope {
  const { depthUm, rateCentiHz } = ceilingAt(ask.area);
  return {
    ...ask,
    depthUmMax: um(Math.min(ask.depthUmMax, depthUm)),
    rateCentiHzMax: centiHz(Math.min(ask.rateCentiHzMax, rateCentiHz)),
  };
}

function tameArm({ link, ledger }: Firmware, ask: Arm): Arm {
  const row = link.rows.get(ask.area);
  if (row === undefined) return ask;
  return {
    ...ask,
    depthUm: um(Math.min(ask.depthUm, row.depthUmMax)),
    rateCentiHz: centiHz(Math.min(ask.rateCentiHz, row.rateCentiHzMax)),
    passCeiling: strokes(Math.min(ask.passCeiling, ledger.strokes + row.passStrokesMax)),
  };
}

function tameGrant({ doing, ledger, ages, make }: Firmware, ask: Grant): Grant {
  if (doing.kind !== 'armed' && doing.kind !== 'running') return ask;
  const { arming } = doing;
  const creditMax = Math.min(CREDIT_MAX, arming.creditMax, make.creditMax);
  const leaseMs = Math.min(LEASE_MS_MAX, make.leaseMsMax);
  return {
    ...ask,
    ceiling: strokes(Math.min(ask.ceiling, arming.passCeiling, ledger.strokes + creditMax)),
    notAfterPenMs: penMs(Math.min(ask.notAfterPenMs, ages.penMs + leaseMs)),
  };
}

function believeArm(state: Firmware, ask: Arm): Firmware {
  const { doing } = state;
  if (doing.kind !== 'armed' || doing.arming.id !== ask.armingId) return state;
  const task = { ...doing.arming.task, depthUm: ask.depthUm, rateCentiHz: ask.rateCentiHz };
  const arming = { ...doing.arming, task, passCeiling: ask.passCeiling };
  return { ...state, doing: { ...doing, arming } };
}

function believeGrant(state: Firmware, { ceiling, notAfterPenMs }: Grant): Firmware {
  const { doing, ledger } = state;
  const permit = { ceiling, notAfterPenMs };
  const mark = Math.max(ledger.mark, ceiling);
  const backed = { ...state, ledger: { ...ledger, mark, storedMark: mark } };
  if (doing.kind === 'armed' && doing.permit !== undefined) {
    return { ...backed, doing: { ...doing, permit } };
  }
  if (doing.kind !== 'running') return state;
  return { ...backed, doing: { ...doing, motion: { ...doing.motion, permit } } };
}

/** The real firmware without its guard. */
export const gullible: typeof step = (state, event, elapsedMs) => {
  if (event.kind !== 'received') return step(state, event, elapsedMs);
  const { message } = event;
  const show = (tame: Received['message']): ReturnType<typeof step> =>
    step(state, { ...event, message: tame }, elapsedMs);
  if (message.kind === 'envelope') return show(tameEnvelope(message));
  if (message.kind === 'arm') {
    const done = show(tameArm(state, message));
    return { ...done, state: believeArm(done.state, message) };
  }
  if (message.kind !== 'grant') return step(state, event, elapsedMs);
  const done = show(tameGrant(state, message));
  return { ...done, state: believeGrant(done.state, message) };
};
