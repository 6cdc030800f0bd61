// What the journal hears of one hold of the trigger, and what an arming is once its hold is over:
// the same two things whether the hold ended as it should, was stopped, or was lost with the link.

import { ms } from '../../../protocol/units.ts';
import { note } from './parts.ts';
import type { ControlEffect } from './event.ts';
import type { Arming, Phase, Train } from './state.ts';

type Running = Extract<Phase, { readonly kind: 'running' }>;

/** The line of a hold, up to the newest telemetry that was metered. */
export const trainNote = (arming: Arming, train: Train): ControlEffect =>
  note({
    kind: 'train',
    armingId: arming.armingId,
    holdId: train.holdId,
    fromStrokes: train.fromStrokes,
    toStrokes: train.meteredStrokes,
    contactMs: train.contactMs,
    ...(train.peakUm > 0 ? { depthUmPeak: train.peakUm } : {}),
  });

/** An arming whose present hold is over: its contact time is what the holds together took. */
export const closedTrain = (arming: Arming, train: Train): Arming => ({
  ...arming,
  spentHoldId: train.holdId,
  meteredStrokes: train.meteredStrokes,
  contactMs: ms(arming.contactMs + train.contactMs),
});

/** What is written down of a hold that something else cuts short. */
export const interrupted = (phase: Phase): readonly ControlEffect[] =>
  phase.kind === 'running' ? [trainNote(phase.arming, phase.train)] : [];

/** The arming that a phase has open, if any. */
export function openArming(phase: Phase): Arming | undefined {
  switch (phase.kind) {
    case 'unlinked':
      return phase.open;
    case 'reserving':
    case 'loading':
    case 'armed':
    case 'ending':
    case 'stopping':
      return phase.arming;
    case 'running':
      return closedRunning(phase);
    case 'ready':
    case 'latched':
    case 'clearing':
    case 'finished':
    case 'failed':
      return undefined;
  }
}

const closedRunning = ({ arming, train }: Running): Arming => closedTrain(arming, train);
