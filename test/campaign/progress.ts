/**
 * One line that says how a campaign goes: rewritten in place where somebody looks at a terminal,
 * a plain line now and then where nobody does.
 */
import { shareOf } from '../world/checkers/measure.ts';
import { nearPercent, type Tally } from './tally.ts';

const TERMINAL_MS = 200;
const PLAIN_MS = 10_000;

/** Where lines go. */
export interface Out {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Shows how a campaign goes. */
export interface Progress {
  readonly show: (tally: Tally) => void;
  /** Leaves the line clean for what comes next. */
  readonly end: () => void;
}

/** The nearest stop of all, in strokes, where it has come to one. */
function stopOf({ nearest }: Tally): string {
  const stop = nearest['stop-strokes'];
  if (stop === undefined) return '';
  return `, worst stop ${stop.margin.used} of ${stop.margin.allowed} strokes`;
}

/** The progress in words. */
export function progressLine(tally: Tally, wanted: number, wallMs: number): string {
  const perS = wallMs === 0 ? 0 : tally.simulatedMs / wallMs;
  const depth = tally.nearest.depth;
  const percent = depth === undefined ? 0 : 100 * shareOf(depth.margin);
  const deepest = depth === undefined ? '' : `, depth ${percent.toFixed(1)} %`;
  const told = `near ${nearPercent(tally).toFixed(0)} %`;
  return (
    `${tally.runs}/${wanted} runs, ${perS.toFixed(0)} sim s/s, ${told}${deepest}${stopOf(tally)}, `
    + `${tally.failures.length} complaints`
  );
}

/** Makes a progress on some output. */
export function createProgress(out: Out, wanted: number, nowMs: () => number): Progress {
  const begunMs = nowMs();
  const everyMs = out.isTTY === true ? TERMINAL_MS : PLAIN_MS;
  let dueMs = begunMs + everyMs;
  return {
    show: (tally) => {
      if (nowMs() < dueMs) return;
      dueMs = nowMs() + everyMs;
      const line = progressLine(tally, wanted, nowMs() - begunMs);
      out.write(out.isTTY === true ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end: () => {
      if (out.isTTY === true) out.write('\r\x1b[K');
    },
  };
}
