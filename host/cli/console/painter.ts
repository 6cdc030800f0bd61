// Redraws a picture in place, below whatever was said before it. Lines that are said while it
// stands go above it and stay. It knows how many lines of the window it covers and nothing about
// what they mean.

import type { Terminal } from '../terminal.ts';
import { type Line, paint } from './span.ts';

const HIDE_CURSOR = '\u001b[?25l';
const SHOW_CURSOR = '\u001b[?25h';
const CLEAR_BELOW = '\u001b[J';
/** Cleared before it is written: after a full line there is no rest to clear. */
const CLEAR_LINE = '\u001b[2K';

/** A picture that stands in a terminal. */
export interface Painter {
  readonly draw: (lines: readonly Line[]) => void;
  /** Says a line above the picture. */
  readonly say: (line: Line) => void;
  /** Takes the picture away and gives the cursor back; what was said stays. */
  readonly end: () => void;
}

const widthOf = (line: Line): number => line.reduce((sum, { text }) => sum + text.length, 0);

/** Makes a painter. */
export function createPainter(terminal: Terminal): Painter {
  const { raw, colour, columns } = terminal;
  let shown: readonly Line[] = [];
  let open = true;

  // A window that was made narrower has wrapped the lines that stand in it.
  const rowsShown = (): number =>
    shown.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns())), 0);
  const home = (): string => {
    const rows = rowsShown();
    return rows === 0 ? '\r' : `\r\u001b[${rows}A`;
  };
  const text = (lines: readonly Line[]): string =>
    lines.map((line) => `${CLEAR_LINE}${paint(line, colour)}\n`).join('');

  raw(HIDE_CURSOR);
  return {
    draw: (lines) => {
      if (!open) return;
      const from = home();
      shown = lines;
      raw(`${from}${text(lines)}${CLEAR_BELOW}`);
    },
    say: (line) => {
      if (!open) return;
      raw(`${home()}${text([line])}${CLEAR_BELOW}${text(shown)}`);
    },
    end: () => {
      if (!open) return;
      raw(`${home()}${CLEAR_BELOW}${SHOW_CURSOR}`);
      open = false;
    },
  };
}
