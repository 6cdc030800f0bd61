// Whoever stands at a simulated bench: the person at the window, whose hold is the trigger, or a
// simulated technician who does at once what the bench asks for. A real pen has neither: its
// trigger is on the pen, and nothing here can press it.

import type { BenchView } from '../../../host/core/bench/bench-view.ts';
import { deadMan } from './dead-man.ts';

/** What hands do at a simulated pen. */
export type HandWord = 'press' | 'release' | 'auto' | 'seat';

/** Hands at a simulated bench. */
export interface SimulatedHands {
  readonly kind: () => 'window' | 'technician';
  readonly choose: (kind: 'window' | 'technician') => void;
  readonly hold: (held: boolean) => void;
  readonly held: () => boolean;
  /** The technician sees how the bench stands. */
  readonly sees: (view: BenchView) => void;
  /** A bench begins, or is over. */
  readonly begin: () => void;
  readonly end: () => void;
}

/** What the hands can reach. */
export interface HandsGround {
  readonly say: (word: HandWord) => Promise<string | undefined>;
  readonly confirm: () => void;
  readonly changed: () => void;
}

const SEAT_MS = 300;

/** Makes them. */
export function simulatedHands({ say, confirm, changed }: HandsGround): SimulatedHands {
  let kind: 'window' | 'technician' = 'window';
  let works = false;
  let said: HandWord | undefined;
  let asked = '';
  const tell = (word: 'press' | 'release' | 'auto'): void => {
    if (word === said || !works) return;
    said = word;
    void say(word);
  };
  const finger = deadMan((held) => {
    tell(held ? 'press' : 'release');
    changed();
  });
  const serve = (): void => void say('seat').then(() => {
    if (works && kind === 'technician') confirm();
  });
  return {
    kind: () => kind,
    held: finger.held,
    choose: (next) => {
      kind = next;
      finger.release();
      tell(next === 'window' ? 'release' : 'auto');
    },
    hold: (held) => {
      if (kind === 'window' && works && held) finger.hold();
      else finger.release();
    },
    begin: () => {
      works = true;
      said = undefined;
      asked = '';
      tell(kind === 'window' ? 'release' : 'auto');
    },
    end: () => {
      finger.release();
      works = false;
    },
    sees: ({ phase, clearing, done }) => {
      if (kind !== 'technician') return;
      // A pen that is not in calibration yet wants its trigger held for it.
      tell(phase === 'unlinked' ? 'press' : 'auto');
      // A pen whose trigger was still held refuses to be cleared, and is asked again.
      if (clearing) asked = '';
      const waits = phase === 'seating' || (phase === 'latched' && !clearing);
      const now = `${phase} ${done}`;
      if (!waits || now === asked) return;
      asked = now;
      setTimeout(phase === 'seating' ? serve : confirm, SEAT_MS);
    },
  };
}
