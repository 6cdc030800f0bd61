// A gauge's cable in memory for tests: what is said at one end is heard by the reader at the other.

import { openMemoryPair } from '../../../host/link/memory-port.ts';
import { type GaugeManner, type GaugePort, gaugeOver } from '../../../host/gauge/gauge-port.ts';
import type { Timers } from '../../../host/link/timers.ts';

/** A gauge in memory, its far end, and what its reader heard. */
export interface PortPair {
  readonly gauge: GaugePort;
  readonly say: (...what: readonly (string | Uint8Array)[]) => void;
  readonly lines: string[];
  readonly times: number[];
  readonly gone: string[];
  /** What the host wrote. */
  readonly asked: string[];
  readonly unplug: () => void;
  /** Lets time pass. */
  readonly pass: (ms: number) => void;
}

/** Timers that stand still until they are moved. */
export function handTimers(): { readonly timers: Timers; readonly pass: (ms: number) => void } {
  let nowMs = 0;
  let due: { readonly atMs: number; readonly run: () => void }[] = [];
  const timers: Timers = {
    nowMs: () => nowMs,
    after: (delayMs, run) => {
      const one = { atMs: nowMs + delayMs, run };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
  const next = (untilMs: number) =>
    due.filter(({ atMs }) => atMs <= untilMs).sort((one, other) => one.atMs - other.atMs)[0];
  return {
    timers,
    pass: (ms) => {
      const untilMs = nowMs + ms;
      for (let one = next(untilMs); one !== undefined; one = next(untilMs)) {
        const taken = one;
        due = due.filter((other) => other !== taken);
        nowMs = taken.atMs;
        taken.run();
      }
      nowMs = untilMs;
    },
  };
}

/** Plugs a gauge in. */
export function plugIn(manner: GaugeManner): PortPair {
  const { timers, pass } = handTimers();
  const { host, pen: far } = openMemoryPair({ host: 'memory:gauge', pen: 'memory:far' });
  const [lines, times, gone, asked]: [string[], number[], string[], string[]] = [[], [], [], []];
  far.onBytes((bytes) => asked.push(Buffer.from(bytes).toString('latin1')));
  const gauge = gaugeOver(host, { timers, ...manner });
  gauge.onLine((text, atMs) => {
    lines.push(text);
    times.push(atMs);
  });
  gauge.onGone((why) => gone.push(why));
  return {
    gauge,
    lines,
    times,
    gone,
    asked,
    say: (...what) => {
      for (const one of what) far.write(typeof one === 'string' ? Buffer.from(one, 'latin1') : one);
    },
    unplug: () => void far.close(),
    pass,
  };
}
