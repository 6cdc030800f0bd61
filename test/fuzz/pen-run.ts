/**
 * The pen's end of a link session under noise: the whole simulated pen, needles moving under real
 * grants. Noise may be counted and lead to nothing else; a repetition may get the answer that it
 * got, and an old grant its refusal. Answers, state and true strokes are those without noise.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Message } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { type Firmware, step } from '../../sim/firmware/index.ts';
import type { Pen } from '../../sim/pen.ts';
import { type End, type Living, runEnd } from './gap.ts';
import type { PenMove, Rehearsal } from './rehearsal.ts';
import { countDrop, note, type Tally } from './tally.ts';
import type { Task } from './task.ts';

/** Kinds among which whole frames of the present link session come a second time. */
const REPEATING: ReadonlySet<string> = new Set(['repetitions', 'everything mixed']);

interface Said {
  readonly message: Message;
  readonly ack: number;
}

/** A pen, and what it has said since it was last asked. */
function createTalker(pen: Pen) {
  let said: Said[] = [];
  const ear = createDeframer({
    heard: (message, { ack }) => said.push({ message, ack }),
    dropped: (why) => {
      throw new Error(`a pen sends what can be read: ${why}`);
    },
  }, 'pen');
  const takeSaid = (): readonly Said[] => {
    for (const bytes of pen.takeBytes()) ear.push(bytes);
    const taken = said;
    said = [];
    return taken;
  };
  const move = (made: PenMove | undefined): readonly Said[] => {
    if (made?.kind === 'bytes') pen.receive(made.bytes);
    if (made?.kind === 'pass') pen.advance(made.ms, made.hand);
    return takeSaid();
  };
  return { pen, takeSaid, move };
}

/** A move in a word. */
const sayMove = (made: PenMove | undefined): string =>
  made?.kind === 'bytes' ? Buffer.from(made.bytes).toString('hex') : made?.kind ?? 'none';

/** What the firmware knows, but for what it counted and since when it heard nothing. */
function bare({ counters: _counters, ages, ...rest }: Firmware): Record<string, unknown> {
  const { silentMs: _silentMs, ...others } = ages;
  return { ...rest, ages: others };
}

/** The parts of what the firmware knows that are not the same after noise. */
const changes = (before: Firmware, after: Firmware): readonly string[] => {
  const [was, is] = [bare(before), bare(after)];
  return Object.keys(was).filter((part) =>
    was[part] !== is[part] && !isDeepStrictEqual(was[part], is[part]));
};

/** Whether a pen may say this to a frame that came again. */
const isRepeated = ({ message }: Said, { link }: Firmware): boolean =>
  (message.kind === 'outcome' && message.reason === 'stale-grant')
  || isDeepStrictEqual(message, link.answer);

function countDrops(tally: Tally, before: Firmware, after: Firmware): void {
  for (const [why, times] of Object.entries(after.counters)) {
    const more = times - before.counters[why as keyof Firmware['counters']];
    for (let n = 0; n < more; n += 1) countDrop(tally, why);
  }
}

interface Rehearsed {
  readonly said: readonly (readonly Said[])[];
  readonly last: Firmware;
  readonly strokes: number;
}

function rehearsed(talk: Rehearsal): Rehearsed {
  const { pen, move } = createTalker(talk.makePen());
  const said = talk.pen.map((made) => move(made));
  return { said, last: pen.firmware(), strokes: pen.truth().strokes };
}

function living(talk: Rehearsal, tally: Tally, kind: string, firmware: typeof step): Living {
  const { pen, takeSaid, move } = createTalker(talk.makePen(firmware));
  const should = rehearsed(talk);
  return {
    hear: pen.receive,
    watch: () => {
      const before = pen.firmware();
      return () => {
        const after = pen.firmware();
        const said = takeSaid();
        countDrops(tally, before, after);
        const foreign = said.filter((one) => !REPEATING.has(kind) || !isRepeated(one, after));
        const changed = changes(before, after);
        if (changed.length + foreign.length > 0) {
          note(tally, 'acted', `pen: changed ${changed.join()}; said ${JSON.stringify(foreign)}`);
        }
      };
    },
    move: (n) => {
      const made = talk.pen[n];
      const said = move(made);
      if (made?.kind === 'bytes') tally.good += 1;
      if (!isDeepStrictEqual(said, should.said[n])) {
        note(tally, 'lost', `pen, move ${n}, ${sayMove(made)}, had another answer`);
      } else if (made?.kind === 'bytes') tally.heard += 1;
    },
    end: () => {
      const { strokes } = pen.truth();
      const changed = changes(should.last, pen.firmware());
      if (changed.length > 0) note(tally, 'acted', `pen: ended with another ${changed.join()}`);
      if (strokes !== should.strokes || strokes > talk.ceiling) {
        note(tally, 'acted', `pen: ${strokes} true strokes, not ${should.strokes}`);
      }
    },
  };
}

/** Runs the pen's end under so many bytes of noise of one kind. */
export function runPen(task: Task, firmware: typeof step = step): Tally {
  const end: End = {
    sender: 'host',
    bytesOf: (talk, n) => {
      const made = talk.pen[n];
      return made?.kind === 'bytes' ? made.bytes : undefined;
    },
    moves: (talk) => talk.pen.length,
    live: (talk, tally, kind) => living(talk, tally, kind, firmware),
  };
  return runEnd(end, task);
}
