// Requests that prepare and never move anything: entering a link session in a mode, loading rows of
// the envelope, and clearing the one latch that a person has named.

import { areaName } from '../../protocol/area.ts';
import type { LatchReason } from '../../protocol/reason.ts';
import type { Envelope, ToPen } from '../../protocol/to-pen.ts';
import { ceilingOf } from './ceilings.ts';
import type { EnergyState } from './energy-state.ts';
import { because, done, type Refusal, refused, type Ruling, stay } from './event.ts';
import { EMPTY_PERCENT, QUIET_MS } from './figures.ts';
import { envelopeRefusal, modeRefusal } from './guard.ts';
import { close, isAtMark, store } from './ledger.ts';
import { doingNext } from './latch.ts';
import type { Doing, Firmware, Seen } from './state.ts';

type Join = Extract<ToPen, { readonly kind: 'join' }>;
type Clear = Extract<ToPen, { readonly kind: 'clear' }>;

/** Why a mode cannot be entered: no way between modes, and a human act for all but treatment. */
function joinRefusal({ link, hold, seen }: Firmware, mode: Join['mode']): Refusal | undefined {
  // S-18: no way between modes within a link session.
  if (link.mode !== 'outside') return link.mode === mode ? undefined : because('wrong-mode');
  if (mode === 'treatment') return undefined;
  if (!hold.held) return because('needs-trigger');
  if (mode === 'service') return undefined;
  if (seen.cartridge === undefined) return because('no-cartridge');
  return seen.cartridge.kind === 'metrology' ? undefined : because('wrong-cartridge');
}

/** JOIN: the link session is entered in a mode, and telemetry starts. */
export function join(state: Firmware, _doing: Doing, { mode }: Join): Ruling {
  const refusal = joinRefusal(state, mode);
  if (refusal !== undefined) return refused(state, refusal);
  if (state.link.mode === mode) return done(stay(state));
  return done(
    stay({
      ...state,
      link: { ...state.link, mode },
      hold: { ...state.hold, fresh: false },
      ages: { ...state.ages, telemetryInMs: 0, vitalsInMs: 0 },
    }),
  );
}

/** ENVELOPE: a row for this link session, which can only lie within what is built in. */
export function envelope(state: Firmware, _doing: Doing, row: Envelope): Ruling {
  const wrongMode = modeRefusal(state, 'treatment');
  if (wrongMode !== undefined) return refused(state, wrongMode);
  const area = areaName(row.area);
  if (area === undefined) return refused(state, because('unknown-area', row.area));
  const broken = envelopeRefusal(state, { row, ceiling: ceilingOf(area) });
  if (broken !== undefined) return refused(state, broken);
  const rows = new Map(state.link.rows).set(row.area, row);
  return done(stay({ ...state, link: { ...state.link, rows } }));
}

type IsGone = (seen: Seen, energy: EnergyState | undefined) => boolean;

/** What has to be so before a latch of a kind may be cleared. Some causes leave nothing to see. */
const CAUSE_IS_GONE: Readonly<Record<LatchReason, IsGone>> = {
  none: () => true,
  'host-stop': () => true,
  'foreign-hello': () => true,
  'lease-expired': () => true,
  'encoder-silent': () => true,
  overspeed: () => true,
  stall: () => true,
  'too-deep': () => true,
  'cartridge-gone': ({ cartridge }) => cartridge !== undefined,
  'not-retracted': ({ retracted }) => retracted,
  'over-temperature': ({ hot }) => !hot,
  'battery-low': ({ percent }) => percent > EMPTY_PERCENT,
  'reset-in-motion': () => true,
  'ledger-damaged': () => true,
  'contact-in-calibration': ({ contact }) => contact !== true,
  'tilted-too-far': ({ tilted }) => !tilted,
  'pressed-too-hard': ({ pressed }) => !pressed,
  'impedance-out': () => true,
  'tissue-too-hot': (_, energy) => energy?.isWarm !== true,
  'energy-unasked': (_, energy) => energy?.flows !== true,
};

function clearRefusal(state: Firmware, { reason, latchId }: Clear): Refusal | undefined {
  const { latch, seen, hold, ages } = state;
  if (state.link.mode === 'outside') return because('not-joined');
  // S-21: a person clears the one latch that was named, never whatever there is.
  if (reason !== latch.reason || latchId !== latch.latchId) {
    return because('wrong-latch', latchId, latch.latchId);
  }
  if (!seen.retracted) return because('not-retracted');
  if (seen.trigger || hold.held) return because('trigger-held');
  const turning = state.ledger.creep > 0 && ages.edgeMs < QUIET_MS;
  const isGone = CAUSE_IS_GONE[reason](seen, state.energy);
  return turning || !isGone ? because('cause-remains') : undefined;
}

/** CLEAR: the latch that is named exactly is gone, and nothing is armed. */
export function clear(state: Firmware, _doing: Doing, ask: Clear): Ruling {
  const refusal = clearRefusal(state, ask);
  if (refusal !== undefined) return refused(state, refusal);
  const next = doingNext(
    { ...state, latch: { ...state.latch, reason: 'none' } },
    { kind: 'idle' },
  );
  return done(state.ledger.closed || isAtMark(state) ? store(next) : close(next));
}
