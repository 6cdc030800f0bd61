// One pipe that several ask in turn: a question takes a line, the next question the next one, and
// the bench whatever follows. A line that comes before anybody asks waits for who does.

import { hearLines, type Listening } from '../console/keyboard.ts';

/** A pipe of lines, heard by one at a time. */
export interface LinesInTurn {
  /** Hears from now on, until it lets go. */
  readonly take: (hear: (line: string) => void, ended: () => void) => Listening;
  readonly close: () => void;
}

interface Taker {
  readonly hear: (line: string) => void;
  readonly ended: () => void;
}

/** Opens standard input, or whatever else gives lines. */
export function linesInTurn(open: typeof hearLines = hearLines): LinesInTurn {
  const waiting: string[] = [];
  let taker: Taker | undefined;
  let isOver = false;
  const listening = open(
    (line) => {
      if (taker === undefined) waiting.push(line);
      else taker.hear(line);
    },
    () => {
      isOver = true;
      taker?.ended();
    },
  );
  const passOn = (to: Taker): void => {
    while (taker === to) {
      const line = waiting.shift();
      if (line === undefined) break;
      to.hear(line);
    }
    if (taker === to && isOver) to.ended();
  };
  return {
    take: (hear, ended) => {
      const mine = { hear, ended };
      taker = mine;
      queueMicrotask(() => passOn(mine));
      return {
        close: () => {
          if (taker === mine) taker = undefined;
        },
      };
    },
    close: listening.close,
  };
}
