// The preconditions of a calibration, asked one after the other: each says what to do and why, a
// step back is one letter, and every one that is met goes into the journal by itself.

import {
  answered,
  type Precondition,
  QUESTIONS,
  SEEN_BY_HOST,
} from '../../core/bench/precondition.ts';
import type { NoteGiven } from '../../journal/index.ts';
import type { Technician } from './technician.ts';

/** Who is asked, and where it is written. */
export interface Asking {
  readonly calibrationId: string;
  readonly asks: Technician['asks'];
  readonly say: (text: string) => void;
  readonly note: (note: NoteGiven) => void;
}

/** Asks for all of them; undefined is somebody who stopped. */
export async function askPreconditions(
  asking: Asking,
): Promise<readonly Precondition[] | undefined> {
  const { asks, say } = asking;
  for (const seen of SEEN_BY_HOST) keep(asking, seen);
  say('Before anything moves: b goes a question back, q stops.');
  const met: Precondition[] = [];
  while (met.length < QUESTIONS.length) {
    const question = QUESTIONS[met.length];
    if (question === undefined) break;
    say('');
    say(`${met.length + 1} of ${QUESTIONS.length}. ${question.why}`);
    const said = await asks(question.ask);
    const word = said?.trim().toLowerCase();
    if (word === undefined || word === 'q' || word === 'stop') return undefined;
    if (word === 'b' || word === 'back') {
      met.pop();
      continue;
    }
    const judged = answered(question, word);
    if (judged.kind === 'met') {
      met.push(judged.precondition);
      keep(asking, judged.precondition);
    } else say(judged.sentence);
  }
  say('');
  return [...SEEN_BY_HOST, ...met];
}

const keep = ({ calibrationId, note }: Asking, of: Precondition): void =>
  note({ kind: 'calibration-prepared', calibrationId, ...of });
