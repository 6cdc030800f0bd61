// What a person sees while a pen is judged: a line for each check as soon as it is known, and in a
// terminal one more that says what goes on. As JSON nothing is said until the end.

import { performance } from 'node:perf_hooks';
import type { RunOrder } from '../conform/conduct.ts';
import { handWords, judgedLines } from './conform-text.ts';
import { createPainter } from './console/painter.ts';
import { fit, type Line, paint, span } from './console/span.ts';
import type { Terminal } from './terminal.ts';

/** What is said before the first check. */
export interface Opening {
  readonly pen: string;
  readonly checks: number;
  readonly motion: boolean;
  readonly simulated: boolean;
}

/** What a run is shown on. */
export interface ConformView {
  readonly opening: (opening: Opening) => void;
  readonly told: (order: RunOrder) => void;
  readonly end: () => void;
  readonly tookMs: () => number;
}

/** Begins to show; prompts are for a person at the pen. */
export function startView(terminal: Terminal, json: boolean, prompts: boolean): ConformView {
  const fromMs = performance.now();
  const painter = terminal.interactive && !json ? createPainter(terminal) : undefined;
  const say = (line: Line): void => {
    if (json) return;
    if (painter === undefined) terminal.out(paint(line, terminal.colour));
    else painter.say(line);
  };
  let act = '';

  const told = (order: RunOrder): void => {
    if (order.kind === 'began') {
      const { check, at, of } = order;
      const now = span(`${at + 1}/${of}  ${check.name}  ${check.says}`, 'faint');
      painter?.draw([fit([now], terminal.columns())]);
      act = '';
    } else if (order.kind === 'judged') {
      for (const line of judgedLines(order.judged, terminal.columns())) say(line);
    } else if (order.kind === 'hand' && prompts && act !== order.act) {
      ({ act } = order);
      say([span(handWords(order.act), 'strong')]);
    }
  };

  return {
    opening: ({ pen, checks, motion, simulated }) => {
      say([span(`Judging ${pen} by ${checks === 1 ? 'one check' : `${checks} checks`}.`)]);
      if (simulated) say([span('It is a simulated pen: nothing real moves.')]);
      else if (motion) say([span('Needles may move. Ctrl-C stops the pen first.', 'strong')]);
      else say([span('Nothing is armed: checks in which needles could move are not judged.')]);
      say([]);
    },
    told,
    end: () => painter?.end(),
    tookMs: () => Math.round(performance.now() - fromMs),
  };
}
