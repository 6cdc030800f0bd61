// The person at the bench, as a terminal knows them: keys, words from a pipe, or, with a simulated
// bench only, somebody who always does at once what is asked.

import type { Bench } from '../../core/bench/state.ts';
import type { RunningBench } from '../../bench/run-bench.ts';
import { hearKeys, hearLines, type Listening } from '../console/keyboard.ts';
import { hearSignals } from '../console/signals.ts';

/** How a technician is heard. */
export type TechnicianHands = 'keys' | 'words' | 'script';

/** A technician who can be told how the bench stands. */
export interface Technician {
  readonly attend: (tell: RunningBench['tell']) => () => void;
  readonly sees: (bench: Bench) => void;
  /** Asks a question that is answered by yes or no. */
  readonly asks: (question: string) => Promise<boolean>;
}

type Wish = 'confirm' | 'back' | 'stop';

const KEYS: Readonly<Record<string, Wish>> = {
  '\r': 'confirm', '\n': 'confirm', ' ': 'confirm', b: 'back', q: 'stop', '\u0003': 'stop',
};
const WORDS: Readonly<Record<string, Wish>> = {
  ok: 'confirm', done: 'confirm', '': 'confirm', back: 'back', stop: 'stop', quit: 'stop',
};
const YES: ReadonlySet<string> = new Set(['y', 'Y', 'yes', '\r', 'ok']);

const eventOf = (wish: Wish) =>
  wish === 'stop' ? ({ kind: 'stop', why: 'operator' } as const) : ({ kind: wish } as const);

/** How long the scripted one takes for what he is asked. */
const SEAT_MS = 300;

/** A technician at the keys or behind a pipe; `say` repeats a question. */
export function personAt(hands: 'keys' | 'words', say: (text: string) => void): Technician {
  let answer: ((word: string) => void) | undefined;
  const listen = (hear: (word: string) => void, ended: () => void): Listening =>
    hands === 'keys' ? hearKeys(hear) : hearLines((line) => hear(line.trim()), ended);
  return {
    sees: () => undefined,
    attend: (tell) => {
      const heard = (word: string): void => {
        const wish = (hands === 'keys' ? KEYS : WORDS)[word];
        if (wish !== undefined) tell(eventOf(wish));
      };
      const listening = listen(heard, () => tell(eventOf('stop')));
      const signals = hearSignals(() => tell(eventOf('stop')));
      return () => {
        listening.close();
        signals.close();
      };
    },
    asks: (question) =>
      new Promise((resolve) => {
        say(question);
        const listening = listen((word) => answer?.(word), () => answer?.('no'));
        answer = (word) => {
          listening.close();
          answer = undefined;
          resolve(YES.has(word));
        };
      }),
  };
}

/** Somebody at a simulated bench who does at once what is asked, and says yes. */
export function scriptedTechnician(tellBench: (word: string) => void): Technician {
  let tell: RunningBench['tell'] | undefined;
  let asked = '';
  let said = 'auto';
  return {
    attend: (how) => {
      tell = how;
      const signals = hearSignals(() => how(eventOf('stop')));
      return () => {
        tell = undefined;
        signals.close();
      };
    },
    sees: ({ phase, at }) => {
      // A pen that is not in calibration yet, or not any more, wants its trigger held for it.
      const word = phase.kind === 'unlinked' ? 'press' : 'auto';
      if (word !== said) tellBench(word);
      said = word;
      const waits = phase.kind === 'seating'
        || (phase.kind === 'latched' && phase.clearing === undefined);
      const now = `${phase.kind} ${at}`;
      if (!waits || now === asked) return;
      asked = now;
      setTimeout(() => {
        // Nobody takes a cartridge while the needles are still on their way in.
        if (phase.kind === 'seating') tellBench('seat');
        tell?.({ kind: 'confirm' });
      }, SEAT_MS);
    },
    asks: () => Promise.resolve(true),
  };
}
