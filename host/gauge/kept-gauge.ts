// A gauge that is opened again whenever its cable was out: whoever listens hears that it is gone,
// and after that its lines again as if nothing had been. Only the address that a person named is
// tried, and only until it is let go of.

import { ok, type Result } from '../../protocol/result.ts';
import { systemTimers, type Timers } from '../link/timers.ts';
import type { GaugePort } from './gauge-port.ts';

const TRY_MS = 500;

/** Opens a gauge and keeps it; the first time it cannot be opened is the end. */
export async function keepGauge(
  open: () => Promise<Result<GaugePort, string>>,
  timers: Pick<Timers, 'after'> = systemTimers,
): Promise<Result<GaugePort, string>> {
  const first = await open();
  return first.ok ? ok(kept(first.value, open, timers)) : first;
}

function kept(
  first: GaugePort,
  open: () => Promise<Result<GaugePort, string>>,
  timers: Pick<Timers, 'after'>,
): GaugePort {
  const lines = new Set<(text: string, atMs: number) => void>();
  const gone = new Set<(why: string) => void>();
  let port: GaugePort | undefined = first;
  let closed = false;
  let callOff = (): void => undefined;

  const tryAgain = (): void => {
    callOff = timers.after(TRY_MS, () => {
      void open().then((opened) => {
        if (closed) return opened.ok ? opened.value.close() : undefined;
        if (opened.ok) attach(opened.value);
        else tryAgain();
        return undefined;
      });
    });
  };

  function attach(next: GaugePort): void {
    port = next;
    next.onLine((text, atMs) => {
      for (const listener of lines) listener(text, atMs);
    });
    next.onGone((why) => {
      if (closed) return;
      port = undefined;
      for (const listener of gone) listener(why);
      tryAgain();
    });
  }

  attach(first);
  return {
    name: first.name,
    kind: first.kind,
    onLine: (listener) => added(lines, listener),
    onGone: (listener) => added(gone, listener),
    request: () => port?.request() ?? false,
    zero: () => port?.zero() ?? false,
    hold: () => port?.hold() ?? false,
    close: async () => {
      closed = true;
      callOff();
      await port?.close();
    },
  };
}

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** A gauge without a cable: whatever it shows is read by a person and typed. */
export const cablelessGauge = (kind: GaugePort['kind']): GaugePort => ({
  name: 'a display',
  kind,
  onLine: () => () => undefined,
  onGone: () => () => undefined,
  request: () => false,
  zero: () => false,
  hold: () => false,
  close: () => Promise.resolve(),
});
