// The one pipeline of a bench, as of a treatment: bytes become messages, messages and everything
// else become events, events go one after the other through the one reducer. There is no state here
// but in the scan.
//
//   bytes$ -> messages$ -> events$ -> steps$

import { interval, map, merge, Observable, scan, type SchedulerLike } from 'rxjs';
import { createDeframer, type DropReason } from '../../protocol/deframe.ts';
import type { Header } from '../../protocol/frame.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import type { TakeElapsedMs } from '../loop/clock.ts';
import { inTurn } from '../loop/in-turn.ts';
import {
  type BenchHost,
  type BenchHostEvent,
  type BenchHostStep,
  benchHostStep,
} from './bench-host.ts';

/** Where everything comes from. */
export interface BenchSources {
  readonly bytes$: Observable<Uint8Array>;
  /** Ports, gauges, the technician. */
  readonly others$: Observable<BenchHostEvent>;
  readonly scheduler: SchedulerLike;
  readonly takeElapsedMs: TakeElapsedMs;
  /** Who hears every message before it is an event: the guard before the wire. */
  readonly overhears: (message: FromPen | ToPen, header: Header) => void;
  readonly dropped: (why: DropReason) => void;
}

const messages = ({ bytes$, overhears, dropped }: BenchSources): Observable<BenchHostEvent> =>
  new Observable((subscriber) => {
    const deframer = createDeframer({
      heard: (message, { session, seq, ack }) => {
        const header = { session, seq, ack };
        overhears(message, header);
        subscriber.next({ kind: 'frame', message, header });
      },
      dropped,
    });
    return bytes$.subscribe({
      next: (bytes) => deframer.push(bytes),
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
  });

/** Everything that happens at a bench, in the order in which it happened. */
export function benchSteps(sources: BenchSources, initial: BenchHost): Observable<BenchHostStep> {
  const { scheduler, takeElapsedMs } = sources;
  const tick$ = interval(TELEMETRY_MS, scheduler).pipe(
    map((): BenchHostEvent => ({ kind: 'tick' })),
  );
  return merge(messages(sources), sources.others$, tick$).pipe(
    inTurn(), // finish one event, effects and all, before the next
    scan(
      (step: BenchHostStep, event) => benchHostStep(step.host, event, takeElapsedMs()),
      { host: initial, effects: [] },
    ),
  );
}
