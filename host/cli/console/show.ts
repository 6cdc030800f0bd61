// How a treatment is shown: as a picture with its story above it, as plain lines with the time, or
// as lines of JSON. All three tell the same changes.

import { panel } from './panel.ts';
import type { Change } from './change.ts';
import { changeTone, changeWords } from './change-words.ts';
import { createPainter } from './painter.ts';
import { type Line, paint, span, type Tone, wrap } from './span.ts';
import type { ConsoleState } from './step.ts';
import type { Terminal } from '../terminal.ts';

/** The three ways of showing. */
export type ShowAs = 'picture' | 'lines' | 'json';

/** Something that shows a treatment. */
export interface Show {
  readonly change: (change: Change) => void;
  readonly say: (sentence: string) => void;
  readonly picture: (state: ConsoleState) => void;
  readonly end: (state: ConsoleState) => void;
}

/** Hours, minutes and seconds by the clock on the wall. */
export const clockTime = (at: Date): string =>
  [at.getHours(), at.getMinutes(), at.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** Starts to show a treatment. */
export function startShow(as: ShowAs, terminal: Terminal): Show {
  switch (as) {
    case 'picture':
      return pictures(terminal);
    case 'lines':
      return plainLines(terminal);
    case 'json':
      return jsonLines(terminal);
  }
}

/** What the time takes at the beginning of a line. */
const TIME_COLUMNS = 10;

const timed = (text: string, tone: Tone): Line => [
  span(`${clockTime(new Date())}  `, 'faint'),
  span(text, tone),
];

function pictures(terminal: Terminal): Show {
  const painter = createPainter(terminal);
  const size = (): { readonly columns: number; readonly rows: number } => ({
    columns: terminal.columns(),
    rows: terminal.rows(),
  });
  let last: ConsoleState | undefined;
  const draw = (state: ConsoleState): void => {
    last = state;
    painter.draw(panel(state, size()));
  };
  const stopHearing = terminal.onResize(() => {
    if (last !== undefined) draw(last);
  });
  const say = (text: string, tone: Tone): void => {
    for (const line of wrap(timed(text, tone), terminal.columns(), TIME_COLUMNS)) painter.say(line);
  };
  return {
    change: (change) => {
      // The bars tell progress already.
      if (change.kind !== 'progress') say(changeWords(change), changeTone(change));
    },
    say: (sentence) => say(sentence, 'plain'),
    picture: draw,
    end: () => {
      stopHearing();
      painter.end();
    },
  };
}

function plainLines({ out, colour }: Terminal): Show {
  const write = (line: Line): void => out(paint(line, colour));
  return {
    change: (change) => write(timed(changeWords(change), changeTone(change))),
    say: (sentence) => write(timed(sentence, 'plain')),
    picture: () => undefined,
    end: () => undefined,
  };
}

function jsonLines({ out }: Terminal): Show {
  const write = (value: object): void =>
    out(JSON.stringify({ at: new Date().toISOString(), ...value }));
  return {
    change: (change) => write({ ...change, says: changeWords(change) }),
    say: (sentence) => write({ kind: 'said', says: sentence }),
    picture: () => undefined,
    end: () => undefined,
  };
}
