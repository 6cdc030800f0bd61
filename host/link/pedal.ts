// What a foot pedal means, as a pure machine. It is an additional hold and never the only one: the
// pen's own trigger is always required as well. Every doubt is a release: an error, an unreadable
// report, or a tenth of a second without proof that the pedal is still there. After any release the
// foot must be seen off the pedal before a press counts again, so nothing resumes by itself.

import type { PedalModel } from './pedal-models.ts';

/** How old the proof of a pedal's presence may be before a hold ends. */
export const PEDAL_PROOF_MS_MAX = 100;

/** Why a hold ended. */
export type PedalReleaseReason =
  | 'foot'
  | 'unproven'
  | 'read-error'
  | 'unreadable'
  | 'ended-by-host';

/** What a pedal tells the rest of the host. */
export type PedalEvent =
  | { readonly kind: 'pedal-attached'; readonly pedal: string }
  | { readonly kind: 'pedal-lost'; readonly why: string }
  | { readonly kind: 'pedal-pressed'; readonly holdId: number }
  | { readonly kind: 'pedal-released'; readonly holdId: number; readonly why: PedalReleaseReason }
  | { readonly kind: 'pedal-side'; readonly side: 'left' | 'right' };

/** What happens to a pedal. */
export type PedalNews =
  | { readonly kind: 'attached'; readonly model: PedalModel }
  | { readonly kind: 'report'; readonly bytes: Uint8Array }
  | { readonly kind: 'quiet' } // a read came back empty: the pedal is there and nothing changed
  | { readonly kind: 'aged' } // time passed, and nothing else
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'hold-ended' }; // the host ends the hold, for instance at the contact limit

/** Everything that is known of a pedal. */
export type PedalState =
  | { readonly kind: 'absent'; readonly lastHoldId: number }
  | {
      readonly kind: 'present';
      readonly model: PedalModel;
      readonly mask: number;
      readonly hold: 'awaiting-release' | 'up' | 'down';
      readonly lastHoldId: number;
      readonly proofAgeMs: number;
    };

type Present = Extract<PedalState, { readonly kind: 'present' }>;

/** A state and what it tells. */
export interface PedalStep {
  readonly state: PedalState;
  readonly events: readonly PedalEvent[];
}

/** No pedal. */
export const NO_PEDAL: PedalState = { kind: 'absent', lastHoldId: 0 };

/** Grows older, then takes the news in. */
export function pedalStep(state: PedalState, news: PedalNews, elapsedMs: number): PedalStep {
  if (state.kind === 'absent') return news.kind === 'attached' ? attach(state, news) : quiet(state);
  const aged = { ...state, proofAgeMs: state.proofAgeMs + elapsedMs };
  if (aged.proofAgeMs > PEDAL_PROOF_MS_MAX) {
    // Late proof does not save a hold that was unproven in between.
    const { state: released, events } = release(aged, 'unproven');
    const next = present(released, news);
    return { state: next.state, events: [...events, ...next.events] };
  }
  return present(aged, news);
}

/** Whether a foot is known to hold the pedal down, at a moment some time after the state. */
export const isHeld = (state: PedalState, elapsedMs: number): boolean =>
  state.kind === 'present' &&
  state.hold === 'down' &&
  state.proofAgeMs + elapsedMs <= PEDAL_PROOF_MS_MAX;

function attach(
  { lastHoldId }: PedalState,
  { model }: { readonly model: PedalModel },
): PedalStep {
  // A foot that is already down when the pedal appears is not a press.
  const hold = 'awaiting-release';
  return {
    state: { kind: 'present', model, mask: 0, hold, lastHoldId, proofAgeMs: 0 },
    events: [{ kind: 'pedal-attached', pedal: model.name }],
  };
}

function present(state: Present, news: PedalNews): PedalStep {
  switch (news.kind) {
    case 'attached':
    case 'aged':
      return quiet(state);
    case 'quiet':
      return quiet(proven(state));
    case 'report':
      return report(proven(state), news.bytes);
    case 'failed':
      return lost(state, news.why);
    case 'hold-ended':
      return release(state, 'ended-by-host');
  }
}

function report(state: Present, bytes: Uint8Array): PedalStep {
  const mask = maskOf(state.model, bytes);
  if (mask === undefined) return release(state, 'unreadable');
  const sides = sidePresses(state.model, state.mask, mask);
  const moved = foot({ ...state, mask }, (mask & state.model.holdMask) !== 0);
  return { state: moved.state, events: [...moved.events, ...sides] };
}

function foot(state: Present, down: boolean): PedalStep {
  if (!down && state.hold === 'down') return release(state, 'foot');
  if (!down) return quiet({ ...state, hold: 'up' });
  if (state.hold !== 'up') return quiet(state);
  const holdId = state.lastHoldId + 1;
  return {
    state: { ...state, hold: 'down', lastHoldId: holdId },
    events: [{ kind: 'pedal-pressed', holdId }],
  };
}

/** The declared buttons of a report, or undefined when the report cannot be of this model. */
function maskOf(model: PedalModel, bytes: Uint8Array): number | undefined {
  if (bytes.length < model.reportBytesMin || bytes.length > model.reportBytesMax) return undefined;
  const mask = bytes[0] ?? 0;
  const declared = model.holdMask | model.leftMask | model.rightMask;
  return (mask & ~declared) === 0 ? mask : undefined;
}

function sidePresses(model: PedalModel, before: number, after: number): readonly PedalEvent[] {
  const pressed = after & ~before;
  const events: PedalEvent[] = [];
  if (pressed & model.leftMask) events.push({ kind: 'pedal-side', side: 'left' });
  if (pressed & model.rightMask) events.push({ kind: 'pedal-side', side: 'right' });
  return events;
}

function release(state: Present, why: PedalReleaseReason): PedalStep & { readonly state: Present } {
  // A foot that is off the pedal stays off, unless a report left that in doubt.
  if (state.hold === 'up' && why !== 'unreadable') return { state, events: [] };
  // Only a foot that was seen to lift may press again; every other end waits for it to lift.
  const hold = why === 'foot' ? 'up' : 'awaiting-release';
  const next = { ...state, hold } as const;
  if (state.hold !== 'down') return { state: next, events: [] };
  return { state: next, events: [{ kind: 'pedal-released', holdId: state.lastHoldId, why }] };
}

function lost(state: Present, why: string): PedalStep {
  const { events } = release(state, 'read-error');
  return {
    state: { kind: 'absent', lastHoldId: state.lastHoldId },
    events: [...events, { kind: 'pedal-lost', why }],
  };
}

const proven = (state: Present): Present => ({ ...state, proofAgeMs: 0 });

const quiet = (state: PedalState): PedalStep => ({ state, events: [] });
