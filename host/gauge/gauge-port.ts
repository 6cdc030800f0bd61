// A gauge over an open carrier of bytes, whichever that is: lines come out as they were written,
// with when they came. What a line means is not decided here. Half a line at the end of a cable is
// no line, and a stream that never ends one is given up.

import type { BytePort } from '../../protocol/byte-port.ts';
import type { GaugeKind } from '../core/gauge/gauge-line.ts';
import { type Manners, mannersOf, type Wiring } from '../core/gauge/manners.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import { createLineReader } from './line-reader.ts';

/** A gauge that is connected. */
export interface GaugePort {
  readonly name: string;
  readonly kind: GaugeKind;
  /** Hears every line without its end, and when its last byte came; returns how to stop. */
  readonly onLine: (listener: (text: string, atMs: number) => void) => () => void;
  /** Hears once, in a sentence with the next step, why there are no more lines. */
  readonly onGone: (listener: (why: string) => void) => () => void;
  /** Asks for a reading; false means that this gauge is not asked, or that it could not be. */
  readonly request: () => boolean;
  /** Sets its present reading to zero; false means that it must be done at the gauge. */
  readonly zero: () => boolean;
  /** Holds its display, or lets go of it; false as for zero. */
  readonly hold: () => boolean;
  readonly close: () => Promise<void>;
}

/** How a gauge is read; everything but its kind has a default. */
export interface GaugeManner {
  readonly kind: GaugeKind;
  readonly wiring?: Wiring;
  /** Whether a gauge that must be asked is asked all the time, or by `request` alone. */
  readonly asking?: 'by-itself' | 'on-request';
  /** The clock that lines are dated by, and that asks. */
  readonly timers?: Timers;
}

/** More than this without a line end is no gauge of that kind, at that speed. */
export const UNENDED_BYTES_MAX = 4_096;

/** How long an answer may take before the question is asked again. */
const ANSWER_MS_MAX = 2_000;

/** Reads a gauge over a port that is open. */
export function gaugeOver(port: BytePort, manner: GaugeManner): GaugePort {
  const { kind, wiring, timers = systemTimers } = manner;
  const manners = mannersOf(kind, wiring);
  const lines = new Set<(text: string, atMs: number) => void>();
  const gone = new Set<(why: string) => void>();
  let atMs = 0;
  let ended: string | undefined;

  const send = (text: string | undefined): boolean =>
    text !== undefined && ended === undefined && port.write(Buffer.from(text, 'latin1'));
  const request = (): boolean => send(manners.ask?.text);
  const asker = manner.asking === 'on-request' ? undefined : askBy(manners, request, timers);
  const reader = createLineReader(manners, (text) => {
    asker?.answered();
    for (const listener of lines) listener(text, atMs);
  });
  const end = (why: string): void => {
    if (ended !== undefined) return;
    ended = why;
    asker?.stop();
    reader.destroy();
    for (const listener of gone) listener(why);
  };

  port.onBytes((bytes) => {
    if (ended !== undefined) return;
    atMs = timers.nowMs();
    reader.push(bytes);
    if (reader.unendedBytes() <= UNENDED_BYTES_MAX) return;
    end(sayUnended(kind, port.name, manners));
    void port.close();
  });
  port.onClosed((why) => end(sayGone(port.name, why)));

  return {
    name: port.name,
    kind,
    onLine: (listener) => kept(lines, listener),
    onGone: (listener) => {
      const late = ended;
      if (late !== undefined) queueMicrotask(() => listener(late));
      return kept(gone, listener);
    },
    request,
    zero: () => send(manners.zero),
    hold: () => send(manners.hold),
    close: () => port.close(),
  };
}

function kept<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

interface Asker {
  readonly answered: () => void;
  readonly stop: () => void;
}

/** Asks again and again, but not before the last question was answered or given up. */
function askBy(
  { ask }: Manners,
  request: () => boolean,
  timers: Timers,
): Asker | undefined {
  if (ask === undefined) return undefined;
  let askedMs: number | undefined;
  let callOff = timers.after(0, turn);
  function turn(): void {
    const open = askedMs !== undefined && timers.nowMs() - askedMs < ANSWER_MS_MAX;
    if (!open && request()) askedMs = timers.nowMs();
    callOff = timers.after(ask?.everyMs ?? ANSWER_MS_MAX, turn);
  }
  return {
    answered: () => {
      askedMs = undefined;
    },
    stop: () => callOff(),
  };
}

const sayGone = (name: string, why: string): string =>
  `The gauge on ${name} is gone (${why}); plug it in again and go on.`;

const sayUnended = (kind: GaugeKind, name: string, { baudRate }: Manners): string =>
  `What is on ${name} sends and never ends a line, as no ${kind} gauge does; check its kind, ` +
  `its speed (${baudRate} baud) and its cable.`;
