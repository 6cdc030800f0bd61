// The person at the bench, as a terminal knows them: keys, words from a pipe, or, with a simulated
// bench only, somebody who always does at once what is asked. Figures that are typed are a reading
// of a gauge that cannot say it itself.

import { type Bench, stepNow } from '../../core/bench/state.ts';
import { readTyped } from '../../core/gauge/typed.ts';
import type { RunningBench } from '../../bench/run-bench.ts';
import { hearKeys, type Listening } from '../console/keyboard.ts';
import { hearSignals } from '../console/signals.ts';
import { createEntry } from './entry.ts';
import { type LinesInTurn, linesInTurn } from './lines-in-turn.ts';

/** How a technician is heard. */
export type TechnicianHands = 'keys' | 'words' | 'script';

/** A technician who can be told how the bench stands. */
export interface Technician {
  readonly attend: (tell: RunningBench['tell']) => () => void;
  readonly sees: (bench: Bench) => void;
  /** Asks something, and gives back what was answered; undefined is somebody who stops. */
  readonly asks: (question: string) => Promise<string | undefined>;
  /** Hears readings that were typed, each with its unit. */
  readonly onTyped: (listener: (text: string) => void) => () => void;
  /** Lets go of keys or pipe for good. */
  readonly close: () => void;
}

/** Where a technician's own words are shown. */
export interface Echo {
  readonly say: (text: string) => void;
  /** What is being typed and not yet entered. */
  readonly typing: (text: string) => void;
}

type Wish = 'confirm' | 'back' | 'stop';

const KEYS: Readonly<Record<string, Wish>> = {
  '\r': 'confirm', '\n': 'confirm', ' ': 'confirm', b: 'back', q: 'stop', '\u0003': 'stop',
};
const WORDS: Readonly<Record<string, Wish>> = {
  ok: 'confirm', done: 'confirm', '': 'confirm', back: 'back', stop: 'stop', quit: 'stop',
};
/** Whether an answer is a yes. */
export const isYes = (answer: string | undefined): boolean =>
  answer !== undefined && ['y', 'yes', 'ok', ''].includes(answer.trim().toLowerCase());

const eventOf = (wish: Wish) =>
  wish === 'stop' ? ({ kind: 'stop', why: 'operator' } as const) : ({ kind: wish } as const);

/** How long the scripted one takes for what he is asked. */
const SEAT_MS = 300;

const UNIT_ASKED = 'In which unit? Type the reading with it, for instance 0.503 mm.';

/** Readings that were typed, passed on to whoever listens, or a sentence why not. */
function createTyped(say: Echo['say']) {
  let listener: ((text: string) => void) | undefined;
  return {
    take: (text: string): void => {
      const read = readTyped(text);
      if (read === undefined) say(`"${text}" is no reading; type one like 0.503 mm.`);
      else if (read.unit === undefined) say(UNIT_ASKED);
      else listener?.(text.trim());
    },
    onTyped: (next: (text: string) => void) => {
      listener = next;
      return () => {
        listener = undefined;
      };
    },
  };
}

/** A technician at the keys or behind a pipe. */
export function personAt(hands: 'keys' | 'words', { say, typing }: Echo): Technician {
  const typed = createTyped(say);
  const pipe = hands === 'words' ? linesInTurn() : undefined;
  return {
    close: () => pipe?.close(),
    onTyped: typed.onTyped,
    sees: () => undefined,
    attend: (tell) => {
      const wish = (of: Wish | undefined): void => {
        if (of !== undefined) tell(eventOf(of));
      };
      const entry = createEntry({
        key: (key) => wish(KEYS[key]),
        entered: typed.take,
        shown: typing,
        begins: /^[0-9.+-]$/,
      });
      const line = (word: string): void => {
        if (/^[0-9.+-]/.test(word)) typed.take(word);
        else wish(WORDS[word]);
      };
      const listening = pipe === undefined
        ? hearKeys(entry.press)
        : pipe.take((word) => line(word.trim()), () => wish('stop'));
      const signals = hearSignals(() => wish('stop'));
      return () => {
        listening.close();
        signals.close();
      };
    },
    asks: (question) => {
      say(question);
      return answerOf(pipe, typing);
    },
  };
}

/** One answer: a line from a pipe, or keys until Enter. */
function answerOf(
  pipe: LinesInTurn | undefined,
  typing: Echo['typing'],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: string | undefined): void => {
      listening.close();
      resolve(answer);
    };
    const entry = createEntry({
      key: (key) => {
        if (key === '\r' || key === '\n') settle('');
        else if (key === '\u0003') settle(undefined);
      },
      entered: settle,
      shown: typing,
      begins: /^[\x20-\x7e]$/,
    });
    const listening: Listening = pipe === undefined
      ? hearKeys(entry.press)
      : pipe.take((line) => settle(line.trim()), () => settle(undefined));
  });
}

/** Somebody at a simulated bench who does at once what is asked, and says yes. */
export function scriptedTechnician(tellBench: (word: string) => void): Technician {
  let tell: RunningBench['tell'] | undefined;
  let asked = '';
  let said = 'auto';
  let pushed = 0;
  return {
    close: () => undefined,
    onTyped: () => () => undefined,
    attend: (how) => {
      tell = how;
      const signals = hearSignals(() => how(eventOf('stop')));
      return () => {
        tell = undefined;
        signals.close();
      };
    },
    sees: (bench) => {
      const { phase, at } = bench;
      const push = pushNow(bench);
      if (push !== pushed) tellBench(`push ${push}`);
      pushed = push;
      // A pen that is not in calibration yet, or not any more, wants its trigger held for it.
      const word = phase.kind === 'unlinked' ? 'press' : 'auto';
      if (word !== said) tellBench(word);
      said = word;
      const now = waitsFor(bench) ? `${phase.kind} ${at}` : '';
      // What came and went in between, such as a second latch, is asked for anew.
      const isNew = now !== '' && now !== asked;
      asked = now;
      if (!isNew) return;
      setTimeout(() => {
        // Nobody takes a cartridge while the needles are still on their way in.
        if (phase.kind === 'seating') tellBench('seat');
        tell?.({ kind: 'confirm' });
      }, SEAT_MS);
    },
    asks: (question) => Promise.resolve(scriptedAnswer(question)),
  };
}

/** Whether the bench waits for somebody to do something and say so. */
const waitsFor = ({ phase }: Bench): boolean =>
  phase.kind === 'seating'
  || (phase.kind === 'doubting' && phase.extending === undefined)
  || (phase.kind === 'latched' && phase.clearing === undefined);

/** How hard the rim is to be pressed onto the force gauge now. */
function pushNow(bench: Bench): number {
  const step = stepNow(bench);
  return bench.phase.kind === 'pressing' && step?.kind === 'force' ? step.commandedMn : 0;
}

/** What somebody at a simulated bench answers: its room is warm, and its pen has been on. */
const scriptedAnswer = (question: string): string =>
  question.includes('minutes') ? '20' : question.includes('Celsius') ? '21.5' : 'y';
