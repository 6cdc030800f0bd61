// A bench at work: a port to the pen that may come and go, the guard before the wire, and whoever
// listens to what was measured. It performs what the machine wants of the pen and decides nothing.

import { randomInt } from 'node:crypto';
import { Subject, type SchedulerLike } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import { createEncoder } from '../../protocol/frame.ts';
import type { Result } from '../../protocol/result.ts';
import type { BenchStart } from '../core/bench/bench.ts';
import type { Bench } from '../core/bench/state.ts';
import { createGuard, type GuardRefusal } from '../guard/index.ts';
import type { OpenRefusal } from '../link/index.ts';
import type { LinkedPen } from '../link/session-state.ts';
import { createElapsed } from '../loop/clock.ts';
import { messages, stepsOf } from '../loop/pipeline.ts';
import { keepPort } from '../treat/port-keeper.ts';
import {
  type BenchHostEffect, type BenchHostEvent, type BenchHostStep, benchHostStep, newBenchHost,
} from './bench-host.ts';

/** What a bench works with. */
export interface BenchRun {
  readonly openPort: () => Promise<Result<BytePort, OpenRefusal>>;
  readonly start: BenchStart;
  readonly scheduler: SchedulerLike;
  readonly nowMs: () => number;
  readonly listener: BenchListener;
}

/** Who is told of a bench. */
export interface BenchListener {
  /** After every event, with everything that it led to but what goes to the pen. */
  readonly moved: (bench: Bench, effects: readonly BenchHostEffect[]) => void;
  readonly met: (pen: LinkedPen) => void;
  /** A frame was kept back: a mistake of ours, which ends the calibration. */
  readonly keptBack: (refusal: GuardRefusal) => void;
  readonly waiting: (refusal: OpenRefusal) => void;
}

/** A bench that runs. */
export interface RunningBench {
  readonly tell: (event: BenchHostEvent) => void;
  readonly bench: () => Bench;
  readonly close: () => Promise<void>;
}

const NONCE_MAX = 2 ** 32 - 1;
const drawNonce = (): number => randomInt(1, NONCE_MAX);

/** Opens the port and begins; a port that cannot be opened at first is the end. */
export async function runBench(run: BenchRun): Promise<Result<RunningBench, OpenRefusal>> {
  const others$ = new Subject<BenchHostEvent>();
  const guard = createGuard();
  const encode = createEncoder();
  const initial = newBenchHost(run.start);
  let { bench } = initial;
  // The keeper speaks the events of ports, which are the same for a bench as for a treatment.
  const keeper = keepPort(
    run.openPort,
    (event) => {
      if (event.kind === 'greet' || event.kind === 'port-closed') others$.next(event);
    },
    drawNonce,
    run.listener.waiting,
  );

  const perform = (effect: BenchHostEffect): void => {
    if (effect.kind === 'draw-nonce') others$.next({ kind: 'greet', hostNonce: drawNonce() });
    else if (effect.kind === 'met') run.listener.met(effect.pen);
    if (effect.kind !== 'send') return;
    const bytes = encode(effect.message, effect.header, effect.binding);
    const refusal = guard.stops(bytes);
    if (refusal !== undefined) {
      run.listener.keptBack(refusal);
      others$.next({ kind: 'stop', why: 'guard' });
    } else if (effect.urgent) keeper.port()?.writeUrgent(bytes);
    else keeper.port()?.write(bytes);
  };

  const { bytes$ } = keeper;
  const heard$ = messages({ bytes$, overhears: guard.hears, dropped: () => undefined });
  const { scheduler } = run;
  const steps = stepsOf<BenchHostEvent, BenchHostStep>(
    { heard$, others$, scheduler, takeElapsedMs: createElapsed(run.nowMs) },
    ({ host }, event, elapsedMs) => benchHostStep(host, event, elapsedMs),
    { host: initial, effects: [] },
  ).subscribe({
    next: ({ host, effects }) => {
      ({ bench } = host);
      for (const effect of effects) perform(effect);
      run.listener.moved(bench, effects);
    },
    error: (error: unknown) => {
      throw error;
    },
  });

  const close = async (): Promise<void> => {
    steps.unsubscribe();
    await keeper.close();
  };
  const opened = await keeper.open();
  if (!opened.ok) {
    await close();
    return opened;
  }
  return {
    ok: true,
    value: { tell: (event) => others$.next(event), bench: () => bench, close },
  };
}
