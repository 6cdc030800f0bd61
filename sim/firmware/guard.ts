// Every condition under which the pen says no, as tables that read from top to bottom: the first
// rule broken is the answer, with what was asked and what would have been allowed. Nothing in here
// changes anything, and nothing clamps: out of range is refused.

import { LEASE_MS_MAX, CREDIT_MAX, WRAP_GUARD } from '../../protocol/timing.ts';
import type { RefusalReason } from '../../protocol/reason.ts';
import type { Arm, Envelope, Grant, ToPen } from '../../protocol/to-pen.ts';
import type { CartridgeSeen } from '../plant/types.ts';
import type { Ceiling } from './ceilings.ts';
import { because, type Refusal } from './event.ts';
import { RESERVE_PERCENT } from './figures.ts';
import { strokesToStop } from './ledger.ts';
import { isSameCartridge } from './sense.ts';
import type { Arming, Firmware, Make, Mode, Permit } from './state.ts';

/** One rule: what is wrong, or undefined. */
type Rule<Asked> = (state: Firmware, asked: Asked) => Refusal | undefined;

/** What the first broken rule of a table says. */
function firstBroken<Asked>(
  rules: readonly Rule<Asked>[],
  state: Firmware,
  asked: Asked,
): Refusal | undefined {
  for (const rule of rules) {
    const broken = rule(state, asked);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

const U32_MAX = 0xffff_ffff;
const onWire = (value: number): number => Math.max(0, Math.min(U32_MAX, value));

const no = (reason: RefusalReason, asked: number, allowed: number): Refusal =>
  because(reason, onWire(asked), onWire(allowed));

const atMost = (reason: RefusalReason, asked: number, allowed: number): Refusal | undefined =>
  asked > allowed ? no(reason, asked, allowed) : undefined;

const atLeast = (reason: RefusalReason, asked: number, allowed: number): Refusal | undefined =>
  asked < allowed ? no(reason, asked, allowed) : undefined;

const unless = (reason: RefusalReason, holds: boolean): Refusal | undefined =>
  holds ? undefined : because(reason);

/** Whether the link session was entered in this mode. */
export const modeRefusal = ({ link }: Firmware, mode: Mode): Refusal | undefined =>
  // S-16: treatment and calibration each move in their own mode, and service in neither.
  link.mode === 'outside' ? because('not-joined') : unless('wrong-mode', link.mode === mode);

const nearWrap: Rule<unknown> = ({ ledger, ages }) =>
  atMost('near-wrap', Math.max(ledger.strokes, ages.penMs), WRAP_GUARD);

const fitToMove: readonly Rule<unknown>[] = [
  nearWrap,
  // Until it is known which table holds, no depth means anything.
  ({ calibrated }) => unless('table-not-stored', calibrated.storing === undefined),
  ({ seen }) => unless('not-retracted', seen.retracted),
  ({ seen }) => atLeast('not-in-range', seen.percent, RESERVE_PERCENT),
  ({ seen }) => unless('not-in-range', !seen.hot),
];

const depthRules = (make: Make, depthUm: number): Refusal | undefined =>
  atLeast('below-range', depthUm, Math.max(1, make.depthUmMin))
  ?? atMost('above-range', depthUm, make.depthUmMax)
  ?? (depthUm % make.depthStepUm === 0 ? undefined : no('off-step', depthUm, make.depthStepUm));

const rateRules = (make: Make, rateCentiHz: number): Refusal | undefined =>
  atLeast('below-range', rateCentiHz, Math.max(1, make.rateCentiHzMin))
  ?? atMost('above-range', rateCentiHz, make.rateCentiHzMax);

const reaches = (cartridge: CartridgeSeen, depthUm: number): Refusal | undefined =>
  depthUm <= cartridge.needleLengthUm
    ? undefined
    : no('wrong-cartridge', depthUm, cartridge.needleLengthUm);

/** An ARM with all that it is measured against. */
export interface ArmAsked {
  readonly arm: Arm;
  readonly row: Envelope;
  readonly ceiling: Ceiling;
  readonly cartridge: CartridgeSeen;
}

/** What an ARM has to keep, once its area is known, its row loaded and a cartridge there. */
const ARM_RULES: readonly Rule<ArmAsked>[] = [
  ({ link }, { arm }) => atLeast('used-arming', arm.armingId, link.armingId + 1),
  ({ make }, { arm }) => depthRules(make, arm.depthUm),
  // S-03, S-37: the pen's own ceiling, asked of every ARM and of no table of the host.
  (_, { arm, ceiling }) => atMost('beyond-ceiling', arm.depthUm, ceiling.depthUm),
  (_, { arm, row }) => atMost('beyond-envelope', arm.depthUm, row.depthUmMax),
  ({ make }, { arm }) => rateRules(make, arm.rateCentiHz),
  (_, { arm, ceiling }) => atMost('beyond-ceiling', arm.rateCentiHz, ceiling.rateCentiHz),
  (_, { arm, row }) => atMost('beyond-envelope', arm.rateCentiHz, row.rateCentiHzMax),
  ({ ledger }, { arm }) => atLeast('nothing-left', arm.passCeiling, ledger.strokes + 1),
  ({ ledger }, { arm, row }) =>
    atMost('beyond-envelope', arm.passCeiling, ledger.strokes + row.passStrokesMax),
  ({ make }, { arm, row }) =>
    // A credit too small to stop within would move nothing and still be used up.
    atLeast('beyond-credit', creditOf(make, row), strokesToStop(make, arm.rateCentiHz)),
  (_, { cartridge }) => unless('wrong-cartridge', cartridge.kind === 'patient'),
  (_, { arm, cartridge }) =>
    arm.needleCount === cartridge.needleCount
      ? undefined
      : no('wrong-cartridge', arm.needleCount, cartridge.needleCount),
  (_, { arm, cartridge }) => reaches(cartridge, arm.depthUm),
  ...fitToMove,
  ({ seen, hold }) => unless('trigger-held', !seen.trigger && !hold.held),
];

/** What an ARM breaks first. */
export const armRefusal = (state: Firmware, asked: ArmAsked): Refusal | undefined =>
  firstBroken(ARM_RULES, state, asked);

/** The most that one grant may give in an area. */
export const creditOf = (make: Make, row: Envelope): number =>
  Math.min(CREDIT_MAX, make.creditMax, row.creditMax);

/** How far ahead of its clock this pen lets a permission end. */
const leaseMsMax = (make: Make): number => Math.min(LEASE_MS_MAX, make.leaseMsMax);

const leaseRules: readonly Rule<Permit>[] = [
  ({ make, ages }, { notAfterPenMs }) =>
    atMost('lease-too-long', notAfterPenMs, ages.penMs + leaseMsMax(make)),
  ({ ages }, { notAfterPenMs }) => atLeast('lease-over', notAfterPenMs, ages.penMs + 1),
];

/** A GRANT and the arming that it came for. */
export interface GrantAsked {
  readonly grant: Grant;
  readonly arming: Arming;
}

/** What a GRANT has to keep to be about the present hold at all, whatever it gives or takes. */
const OWN_RULES: readonly Rule<GrantAsked>[] = [
  (_, { grant, arming }) =>
    grant.armingId === arming.id ? undefined : no('foreign-arming', grant.armingId, arming.id),
  ({ hold }) => unless('no-trigger', hold.held),
  ({ hold }, { grant }) =>
    grant.holdId === hold.id ? undefined : no('stale-hold', grant.holdId, hold.id),
  ({ hold }) => unless('stale-hold', hold.fresh && !hold.spent),
];

/** What keeps a GRANT from being one to the present hold. */
export const foreignGrantRefusal = (state: Firmware, asked: GrantAsked): Refusal | undefined =>
  firstBroken(OWN_RULES, state, asked);

/** What a GRANT has to keep while the pen is armed or moves. */
const GRANT_RULES: readonly Rule<GrantAsked>[] = [
  ...OWN_RULES,
  ({ ages }, { arming }) => atMost('stale-hold', ages.heldMs, arming.task.holdMsMax - 1),
  // S-04: permission ends with the pass that a person armed.
  // S-12: absolute readings of the pen's own counter and clock, so nothing adds up.
  (_, { grant, arming }) => atMost('beyond-pass', grant.ceiling, arming.passCeiling),
  ({ ledger }, { grant, arming }) =>
    atMost('beyond-credit', grant.ceiling, ledger.strokes + arming.creditMax),
  ({ ledger }, { grant }) => atLeast('nothing-left', grant.ceiling, ledger.strokes + 1),
  ...leaseRules.map(
    (rule): Rule<GrantAsked> => (state, { grant }) => rule(state, grant),
  ),
  ({ seen }) => unless('no-cartridge', seen.cartridge !== undefined),
  ({ seen }, { arming }) =>
    unless('wrong-cartridge', isSameCartridge(seen.cartridge, arming.cartridge)),
  nearWrap,
];

/** What a GRANT breaks first. */
export const grantRefusal = (state: Firmware, asked: GrantAsked): Refusal | undefined =>
  firstBroken(GRANT_RULES, state, asked);

/** What a TIGHTEN asks for, and the arming that it would lower. */
export interface TightenAsked {
  readonly ask: Extract<ToPen, { readonly kind: 'tighten' }>;
  readonly arming: Arming;
}

/** What a TIGHTEN has to keep: nothing rises, and the pen can do what is left. */
const TIGHTEN_RULES: readonly Rule<TightenAsked>[] = [
  (_, { ask, arming }) =>
    ask.armingId === arming.id ? undefined : no('foreign-arming', ask.armingId, arming.id),
  // S-20: within one arming nothing rises.
  (_, { ask, arming }) => atMost('loosens', ask.depthUm, arming.task.depthUm),
  (_, { ask, arming }) => atMost('loosens', ask.rateCentiHz, arming.task.rateCentiHz),
  (_, { ask, arming }) => atMost('loosens', ask.passCeiling, arming.passCeiling),
  ({ make }, { ask }) => depthRules(make, ask.depthUm),
  ({ make }, { ask }) => rateRules(make, ask.rateCentiHz),
];

/** What a TIGHTEN breaks first. */
export const tightenRefusal = (state: Firmware, asked: TightenAsked): Refusal | undefined =>
  firstBroken(TIGHTEN_RULES, state, asked);

/** A row of the envelope and the ceiling under which it has to lie. */
export interface EnvelopeAsked {
  readonly row: Envelope;
  readonly ceiling: Ceiling;
}

/** What an envelope row has to keep: it only ever tightens what is built in. */
const ENVELOPE_RULES: readonly Rule<EnvelopeAsked>[] = [
  // S-03: a row can only lie within what is built in, whoever made the table behind it.
  (_, { row, ceiling }) => atMost('beyond-ceiling', row.depthUmMax, ceiling.depthUm),
  (_, { row, ceiling }) => atMost('beyond-ceiling', row.rateCentiHzMax, ceiling.rateCentiHz),
];

/** What a row of the envelope breaks first. */
export const envelopeRefusal = (state: Firmware, asked: EnvelopeAsked): Refusal | undefined =>
  firstBroken(ENVELOPE_RULES, state, asked);

/** EXTEND or RUN in a common form, with the cartridge that is in the pen. */
export interface BenchAsked {
  readonly depthUm: number;
  /** Undefined where the needles only come out and stay. */
  readonly rateCentiHz: number | undefined;
  readonly permit: Permit;
  readonly cartridge: CartridgeSeen;
}

/** What calibration work has to keep. */
const BENCH_RULES: readonly Rule<BenchAsked>[] = [
  ({ hold }) => unless('no-trigger', hold.held),
  ({ hold }) => unless('stale-hold', hold.fresh && !hold.spent),
  (_, { cartridge }) => unless('wrong-cartridge', cartridge.kind === 'metrology'),
  ({ seen }) => unless('skin-contact', seen.contact !== true),
  ({ make }, { depthUm }) => depthRules(make, depthUm),
  (_, { cartridge, depthUm }) => reaches(cartridge, depthUm),
  ({ make }, { rateCentiHz }) =>
    rateCentiHz === undefined ? undefined : rateRules(make, rateCentiHz),
  ({ ledger }, { permit }) =>
    atMost('beyond-credit', permit.ceiling, ledger.strokes + CREDIT_MAX),
  ({ ledger }, { permit }) => atLeast('nothing-left', permit.ceiling, ledger.strokes + 1),
  ...leaseRules.map(
    (rule): Rule<BenchAsked> => (state, { permit }) => rule(state, permit),
  ),
];

/** What calibration work breaks first. */
export const benchRefusal = (state: Firmware, asked: BenchAsked): Refusal | undefined =>
  firstBroken(BENCH_RULES, state, asked);

/** What keeps calibration work from beginning, beside its rules. */
export const benchStartRefusal = (state: Firmware): Refusal | undefined =>
  firstBroken(fitToMove, state, undefined);
