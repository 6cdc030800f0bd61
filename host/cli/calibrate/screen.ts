// What a calibration looks like at a terminal: every depth with the readings that it has so far,
// what to do now, how far it is, how long the rest will take. At a terminal it is redrawn in place,
// and every reading stays above it; anywhere else a line is said when something new has to be done.

import { countOf } from '../../core/bench/advance.ts';
import type { Bench } from '../../core/bench/state.ts';
import { progressOf } from '../../core/bench/progress.ts';
import { sayStep, sayTask } from '../../core/bench/words.ts';
import { createPainter } from '../console/painter.ts';
import { type Line, span } from '../console/span.ts';
import type { Terminal } from '../terminal.ts';
import { livePlot } from './live-plot.ts';
import type { Echo } from './technician.ts';

/** Where a calibration is shown. */
export interface CalibrationScreen extends Echo {
  readonly show: (bench: Bench) => void;
  readonly end: () => void;
}

const BAR = 30;

const bar = (share: number): string => {
  const full = Math.round(share * BAR);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}]`;
};

const minutes = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
};

const progressLine = (bench: Bench): string => {
  const { done, all, leftMs } = progressOf(bench);
  const left = done === all ? 'all measured' : `about ${minutes(leftMs)} left`;
  return `${bench.series}  ${bar(done / all)}  ${done} of ${all}  ${left}`;
};

const hz = (centiHz: number): string => `${(centiHz / 100).toFixed(2)} Hz`;

const newton = (forceMn: number): string => `${(forceMn / 1_000).toFixed(2)} N`;

/** The newest reading, in a line. */
function readingLine({ depths, rates, overshoots, forces }: Bench): string | undefined {
  const force = forces.at(-1);
  if (force !== undefined) {
    const { gaugeMn, penMn } = force;
    const apart = `${newton(gaugeMn)}, and the pen feels ${newton(penMn)}`;
    return `  ${'force by the gauge'.padEnd(30)}${apart}`;
  }
  const [depth, rate, overshoot] = [depths.at(-1), rates.at(-1), overshoots.at(-1)];
  if (overshoot !== undefined) {
    const where = `overshoot at ${hz(overshoot.rateCentiHz)}`;
    return `  ${where.padEnd(30)}${(overshoot.overshootNm / 1_000).toFixed(1).padStart(9)} um`;
  }
  if (rate !== undefined) {
    const { commandedCentiHz, measuredCentiHz, expandedCentiHz } = rate;
    const told = `${hz(measuredCentiHz)} +- ${(expandedCentiHz / 100).toFixed(2)}`;
    return `  ${hz(commandedCentiHz).padEnd(30)}${told.padStart(9)}, by ${
      rate.by === 'tachometer' ? 'tachometer' : "the pen's own count"}`;
  }
  if (depth === undefined) return undefined;
  const { commandedUm, direction, seating, readingNm, by } = depth;
  const where = `${seating + 1}. seating, ${commandedUm} um ${direction}`;
  const off = (readingNm / 1_000 - commandedUm).toFixed(1);
  const typed = by === 'typed' ? ', typed' : '';
  return `  ${where.padEnd(30)}${(readingNm / 1_000_000).toFixed(4)} mm${off.padStart(9)} um off${
    typed}`;
}

/** Makes a screen for a terminal, redrawn in place if a person looks at it. */
export function createScreen(terminal: Terminal): CalibrationScreen {
  return terminal.interactive ? pictured(terminal) : plain(terminal);
}

const line = (text: string): Line => [span(text)];

/** Lines below the plot: an empty one, progress, the task on two, typing, keys. */
const BELOW = 6;

function pictured(terminal: Terminal): CalibrationScreen {
  const painter = createPainter(terminal);
  let measured = 0;
  let drawn = '';
  let typing = '';
  let last: Bench | undefined;
  const draw = (): void => {
    const width = terminal.columns() - 1;
    const plot = last === undefined ? [] : livePlot(last, width);
    const task = last === undefined ? [] : [
      '',
      progressLine(last),
      ...wrapped(sayTask(last), width),
      hints(last),
    ];
    const room = terminal.rows() - BELOW - 1;
    const picture = [
      ...(plot.length <= room ? plot : []),
      ...task,
      ...(typing === '' ? [] : [`> ${typing}_`]),
    ];
    if (picture.join('\n') === drawn) return;
    drawn = picture.join('\n');
    painter.draw(picture.map((text) => line(text.slice(0, width))));
  };
  return {
    show: (bench) => {
      const count = countOf(bench);
      const reading = count > measured ? readingLine(bench) : undefined;
      measured = count;
      last = bench;
      if (reading !== undefined) painter.say(line(reading));
      draw();
    },
    say: (sentence) => {
      for (const part of wrapped(sentence, terminal.columns() - 1)) painter.say(line(part));
    },
    typing: (text) => {
      typing = text;
      draw();
    },
    end: painter.end,
  };
}

/** A sentence over as many lines as it takes; one that is cut off tells nobody what to do. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

const hints = ({ phase }: Bench): string =>
  phase.kind === 'seating' || phase.kind === 'doubting' || phase.kind === 'latched'
    ? '[enter] done   [b] a step back   [q] stop, and go on another day'
    : '[b] a step back   [q] stop, and go on another day   0.503 mm: type a reading';

function plain({ out }: Terminal): CalibrationScreen {
  let measured = 0;
  let asked = '';
  return {
    show: (bench) => {
      const count = countOf(bench);
      const reading = count > measured ? readingLine(bench) : undefined;
      measured = count;
      if (reading !== undefined) out(reading);
      const { phase } = bench;
      const wanted = phase.kind === 'extending' || phase.kind === 'counting'
        ? `Measuring from ${sayStep(bench.steps[bench.at])} on.`
        : sayTask(bench);
      const kind = `${phase.kind} ${phase.kind === 'extending' ? '' : bench.at}`;
      if (kind === asked) return;
      asked = kind;
      out(`${wanted} ${progressLine(bench)}`);
    },
    say: out,
    typing: () => undefined,
    end: () => undefined,
  };
}
