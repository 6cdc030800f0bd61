// What a calibration looks like at a terminal: what to do now, how far it is, how long the rest
// will take, and every reading as it is made. At a terminal the last lines are redrawn in place;
// anywhere else a line is said when something new has to be done.

import type { Bench } from '../../core/bench/state.ts';
import { progressOf } from '../../core/bench/progress.ts';
import { sayStep, sayTask } from '../../core/bench/words.ts';
import { createPainter } from '../console/painter.ts';
import { type Line, span } from '../console/span.ts';
import type { Terminal } from '../terminal.ts';

/** Where a calibration is shown. */
export interface CalibrationScreen {
  readonly show: (bench: Bench) => void;
  readonly say: (sentence: string) => void;
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

/** The newest reading, in a line. */
function readingLine({ depths, rates }: Bench): string | undefined {
  const depth = depths.at(-1);
  const rate = rates.at(-1);
  if (rate !== undefined) {
    const { commandedCentiHz, measuredCentiHz } = rate;
    const told = `${(measuredCentiHz / 100).toFixed(2)} Hz`;
    return `  ${`${(commandedCentiHz / 100).toFixed(1)} Hz`.padEnd(24)}${told.padStart(12)}`;
  }
  if (depth === undefined) return undefined;
  const { commandedUm, direction, seating, readingNm } = depth;
  const where = `${seating + 1}. seating, ${commandedUm} um ${direction}`;
  const off = (readingNm / 1_000 - commandedUm).toFixed(1);
  return `  ${where.padEnd(30)}${(readingNm / 1_000_000).toFixed(4)} mm${off.padStart(9)} um off`;
}

/** Makes a screen for a terminal, redrawn in place if a person looks at it. */
export function createScreen(terminal: Terminal): CalibrationScreen {
  return terminal.interactive ? pictured(terminal) : plain(terminal);
}

const line = (text: string): Line => [span(text)];

function pictured(terminal: Terminal): CalibrationScreen {
  const painter = createPainter(terminal);
  let measured = 0;
  let drawn = '';
  return {
    show: (bench) => {
      const count = bench.depths.length + bench.rates.length;
      const reading = count > measured ? readingLine(bench) : undefined;
      measured = count;
      if (reading !== undefined) painter.say(line(reading));
      const picture = ['', progressLine(bench), sayTask(bench), hints(bench)];
      if (picture.join('\n') === drawn) return;
      drawn = picture.join('\n');
      painter.draw(picture.map((text) => line(text.slice(0, terminal.columns() - 1))));
    },
    say: (sentence) => painter.say(line(sentence)),
    end: painter.end,
  };
}

const hints = ({ phase }: Bench): string =>
  phase.kind === 'seating' || phase.kind === 'doubting' || phase.kind === 'latched'
    ? '[enter] done   [b] a step back   [q] stop, and go on another day'
    : '[b] a step back   [q] stop, and go on another day';

function plain({ out }: Terminal): CalibrationScreen {
  let measured = 0;
  let asked = '';
  return {
    show: (bench) => {
      const count = bench.depths.length + bench.rates.length;
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
      out(wanted);
    },
    say: out,
    end: () => undefined,
  };
}
