// What to do next, and the keys that do it. One line of each, always at the bottom, so that a hand
// that must stop the pen need not look for the key.

import { armRefusalWords, latchWords, stopWords } from '../../core/control-words.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { areaWords } from '../../core/word-parts.ts';
import { openInRoom, type Question } from './room.ts';
import { type Line, span, type Tone } from './span.ts';
import { areaInTurn, type ConsoleState } from './step.ts';

/** The lines at the bottom. */
export function hintLines(state: ConsoleState): readonly Line[] {
  const { mode, snapshot, leaving } = state;
  if (leaving) return [[span('Leaving: the pen is stopped first ...', 'medium')]];
  if (snapshot === undefined) return [];
  if (mode.kind === 'confirming') return confirmLines(snapshot, mode.index, mode.typed);
  if (mode.kind === 'in-room') return roomLines(mode.questions);
  const keys = mode.kind === 'finishing' ? 'f finish here   any other key go on' : keysOf(snapshot);
  return [...nextLines(state, snapshot), [span(keys, 'faint')]];
}

function confirmLines(snapshot: Snapshot, index: number, typed: string): readonly Line[] {
  const area = snapshot.areas[index];
  if (area === undefined) return [];
  return [
    [
      span(`Shield in place? Type ${area.area} to arm the ${areaWords(area.area, area.side)}: `),
      span(`${typed}_`, 'strong'),
    ],
    [span('Enter confirm   Esc go back   space stop', 'faint')],
  ];
}

function roomLines([question, ...more]: readonly Question[]): readonly Line[] {
  if (question === undefined) return [];
  const left = more.length === 0 ? 'the last question' : `${more.length} more after this`;
  return [
    [span(question.asks, 'strong'), span(`  (${left})`, 'faint')],
    [span(question.keys, 'faint')],
  ];
}

const KEYS: Readonly<Record<Snapshot['next'], string>> = {
  arm: 'Enter arm   r room   e eye area   Tab choose   f finish   q leave',
  press: 'space stop   d end area   q leave',
  glide: 'space stop   d end area   q leave',
  clear: 'c clear   f finish   q leave',
  finish: 'f finish   q leave',
  wait: 'space stop   q leave',
  connect: 'q leave',
  none: 'q leave',
};

const keysOf = ({ next }: Snapshot): string => KEYS[next];

function nextLines(state: ConsoleState, snapshot: Snapshot): readonly Line[] {
  const [text, tone] = nextText(state, snapshot);
  return [[span(text, tone)]];
}

function nextText(state: ConsoleState, snapshot: Snapshot): readonly [string, Tone] {
  switch (snapshot.next) {
    case 'arm':
      return armText(state, snapshot);
    case 'press':
      return ['Armed. Lay the pen on the skin, press the trigger and glide.', 'strong'];
    case 'glide':
      return ['Keep gliding; let go of the trigger to pause.', 'strong'];
    case 'clear':
      return [clearText(snapshot), 'medium'];
    case 'finish':
      return ['Every area is done; finish the treatment.', 'good'];
    case 'wait':
      return ['One moment ...', 'faint'];
    case 'connect':
      return [state.waiting ?? 'Waiting for the pen to answer ...', 'medium'];
    case 'none':
      return [`The treatment is ${snapshot.phase}.`, 'plain'];
  }
}

const ROOM_TEXT =
  'Before anything is armed somebody looks at the room: r asks what there is to look at.';

function armText(state: ConsoleState, { areas }: Snapshot): readonly [string, Tone] {
  const index = areaInTurn(state);
  const area = index === undefined ? undefined : areas[index];
  if (area === undefined) return ['No area is left to arm.', 'plain'];
  if (openInRoom(areas).length > 0) return [ROOM_TEXT, 'medium'];
  const [against] = area.against;
  if (against !== undefined) return [armRefusalWords(against), 'medium'];
  const place = areaWords(area.area, area.side);
  return area.eye
    ? [`Next is the ${place}, at the eye: shield in place, then e and its name.`, 'medium']
    : [`Enter arms the ${place}.`, 'strong'];
}

function clearText({ cause, latch }: Snapshot): string {
  const why = cause === undefined ? '' : stopWords(cause);
  const latched = latch === undefined || cause?.kind === 'pen' ? '' : ` ${latchWords(latch)}`;
  return `${why}${latched} Look at pen and skin, then clear.`.trim();
}
