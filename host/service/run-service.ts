// A service console at work on an open port: performs what the machine wants, and ends when the
// machine does. Time and chance come from here; what is said and asked comes from the command line.

import { randomInt } from 'node:crypto';
import { Subject, type SchedulerLike } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type {
  ServiceEffect, ServiceEnd, ServiceEvent, ServiceNews,
} from '../core/service/state.ts';
import { createGuard } from '../guard/index.ts';
import { createElapsed } from '../loop/clock.ts';
import { createPerformer } from '../loop/perform.ts';
import { serviceSteps } from './pipeline.ts';
import { writeLine } from './write-line.ts';

/** What a console works with. */
export interface ServiceGround {
  readonly port: BytePort;
  readonly scheduler: SchedulerLike;
  readonly nowMs: () => number;
  readonly told: (news: ServiceNews) => void;
}

/** A console that runs. */
export interface RunningService {
  readonly tell: (event: Extract<ServiceEvent, { kind: 'type' | 'leave' | 'interrupt' }>) => void;
  /** How it ended; the port is still open then. */
  readonly ended: Promise<ServiceEnd>;
  /** Lets go without leaving: the pen then leaves service mode by its own clock. */
  readonly drop: () => void;
}

const NONCE_MAX = 2 ** 32 - 1;
const drawNonce = (): number => randomInt(1, NONCE_MAX);

/** Begins with a HELLO. */
export function runService({ port, scheduler, nowMs, told }: ServiceGround): RunningService {
  const bytes$ = new Subject<Uint8Array>();
  const others$ = new Subject<ServiceEvent>();
  // Without a wish the guard lets nothing through that can move a pen.
  const guard = createGuard();
  const perform = createPerformer({
    port: () => port,
    guard,
    journal: () => undefined,
    drawNonce,
    happened: (event) => {
      if (event.kind === 'greet') others$.next(event);
    },
    met: () => undefined,
    refused: () => undefined, // the session asks for nothing here that the guard keeps back
  });
  const act = (effect: ServiceEffect): void => {
    if (effect.kind === 'line') writeLine(port, guard, effect.text);
    else if (effect.kind === 'tell') told(effect.news);
    else perform(effect);
  };
  const { promise: ended, resolve } = Promise.withResolvers<ServiceEnd>();
  const steps = serviceSteps({
    bytes$,
    others$,
    scheduler,
    takeElapsedMs: createElapsed(nowMs),
    overhears: guard.hears,
  }).subscribe({
    next: ({ service: { stage }, effects }) => {
      for (const effect of effects) act(effect);
      if (stage.kind !== 'over') return;
      resolve(stage.end);
      queueMicrotask(() => steps.unsubscribe());
    },
    error: (error: unknown) => {
      throw error;
    },
  });
  port.onBytes((bytes) => bytes$.next(bytes));
  port.onClosed(() => others$.next({ kind: 'port-closed' }));
  others$.next({ kind: 'greet', hostNonce: drawNonce() });
  return { tell: (event) => others$.next(event), ended, drop: () => steps.unsubscribe() };
}
