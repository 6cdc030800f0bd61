// The preconditions of a calibration, asked of a window one after the other. Every one that is met
// goes into the journal by itself; a step back asks the one before again.

import {
  answered,
  type Precondition,
  QUESTIONS,
  SEEN_BY_HOST,
} from '../../core/bench/precondition.ts';
import type { NoteGiven } from '../../journal/index.ts';
import type { BenchQuestion, Complaint } from './api.ts';

/** Who is asked, and where it is written. */
export interface AskingGround {
  readonly calibrationId: string;
  readonly note: (note: NoteGiven) => void;
  readonly ask: (question: BenchQuestion) => void;
}

/** The questions while they are open. */
export interface Asking {
  readonly answer: (text: string) => void;
  readonly back: () => void;
  readonly stop: () => void;
  /** Everything that was met; undefined is somebody who stopped. */
  readonly over: Promise<readonly Precondition[] | undefined>;
}

/** Begins to ask. */
export function askAll({ calibrationId, note, ask }: AskingGround): Asking {
  let settle: (all: readonly Precondition[] | undefined) => void = () => undefined;
  const over = new Promise<readonly Precondition[] | undefined>((resolve) => {
    settle = resolve;
  });
  const met: Precondition[] = [];
  const keep = (of: Precondition): void =>
    note({ kind: 'calibration-prepared', calibrationId, ...of });
  const show = (complaint?: Complaint): void => {
    const question = QUESTIONS[met.length];
    if (question === undefined) {
      settle([...SEEN_BY_HOST, ...met]);
      return;
    }
    ask({ asked: question.what, met: [...SEEN_BY_HOST, ...met], complaint });
  };
  for (const seen of SEEN_BY_HOST) keep(seen);
  show();
  return {
    over,
    stop: () => settle(undefined),
    back: () => {
      met.pop();
      show();
    },
    answer: (text) => {
      const question = QUESTIONS[met.length];
      if (question === undefined) return;
      const judged = answered(question, text);
      if (judged.kind !== 'met') {
        show({ what: question.what, kind: judged.kind });
        return;
      }
      met.push(judged.precondition);
      keep(judged.precondition);
      show();
    },
  };
}
