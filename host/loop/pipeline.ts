// The one pipeline: bytes become messages, messages and everything else become events, events go
// one after the other through the one reducer, and what it wants comes out. There is no state here
// but in the scan, no second subscription, and no operator that drops or delays an event.
//
//   bytes$ -> messages$ -> events$ -> steps$ -> effects$

import { interval, map, merge, Observable, scan, type SchedulerLike } from 'rxjs';
import { createDeframer, type DropReason } from '../../protocol/deframe.ts';
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import type { Guard } from '../guard/index.ts';
import type { TakeElapsedMs } from './clock.ts';
import { type Host, type HostEvent, type HostStep, hostStep, NEW_HOST } from './host-step.ts';
import { inTurn } from './in-turn.ts';

/** Where everything comes from. */
export interface Sources {
  readonly bytes$: Observable<Uint8Array>;
  /** Port, operator, pedal, and what became of effects. */
  readonly others$: Observable<HostEvent>;
  readonly scheduler: SchedulerLike;
  readonly takeElapsedMs: TakeElapsedMs;
  readonly dropped: (why: DropReason) => void;
  /** Hears every message before the reducer does: the guard keeps its own account of the pen. */
  readonly overhears: Guard['hears'];
  /** The reducer; another one only where a test wants to see a broken one caught. */
  readonly step?: typeof hostStep;
}

/** Messages out of bytes, each with a header of its own. */
const messages = (
  { bytes$, dropped, overhears }: Sources,
): Observable<HostEvent> =>
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

/** How often time is looked at; deadlines are ages, so a late look is harmless. */
const TICK_MS = TELEMETRY_MS;

/** Everything that happens, in the order in which it happened, through the one reducer. */
export function hostSteps(sources: Sources, initial: Host = NEW_HOST): Observable<HostStep> {
  const { scheduler, takeElapsedMs, step: reduce = hostStep } = sources;
  const messages$ = messages(sources);
  const tick$ = interval(TICK_MS, scheduler).pipe(map((): HostEvent => ({ kind: 'tick' })));
  const events$ = merge(messages$, sources.others$, tick$);
  return events$.pipe(
    inTurn(), // finish one event, effects and all, before the next
    scan(
      (step: HostStep, event) => reduce(step.host, event, takeElapsedMs()),
      { host: initial, effects: [] },
    ),
  );
}
