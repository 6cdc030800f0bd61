// The one pipeline of a service console, as of a treatment: bytes become frames and lines, these
// and everything else become events, and events go one after the other through the one reducer.
//
//   bytes$ -> frames ------------------> events$ -> steps$
//          -> lines -> readline parser ->

import { interval, map, merge, Observable, scan, type SchedulerLike } from 'rxjs';
import { createDeframer } from '../../protocol/deframe.ts';
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import { serviceStep } from '../core/service/service.ts';
import { NEW_SERVICE, type ServiceEvent, type ServiceStep } from '../core/service/state.ts';
import type { Guard } from '../guard/index.ts';
import type { TakeElapsedMs } from '../loop/clock.ts';
import { inTurn } from '../loop/in-turn.ts';
import { createTextReader } from './text-reader.ts';

/** Where everything comes from. */
export interface ServiceSources {
  readonly bytes$: Observable<Uint8Array>;
  readonly others$: Observable<ServiceEvent>;
  readonly scheduler: SchedulerLike;
  readonly takeElapsedMs: TakeElapsedMs;
  /** Hears every message before the reducer does. */
  readonly overhears: Guard['hears'];
}

const heard = ({ bytes$, overhears }: ServiceSources): Observable<ServiceEvent> =>
  new Observable((subscriber) => {
    const reader = createTextReader((text) => subscriber.next({ kind: 'line', text }));
    const deframer = createDeframer({
      heard: (message, { session, seq, ack }) => {
        const header = { session, seq, ack };
        overhears(message, header);
        subscriber.next({ kind: 'frame', message, header });
      },
      dropped: (why) => subscriber.next({ kind: 'dropped', why }),
      line: reader.push,
    });
    const listening = bytes$.subscribe({
      next: (bytes) => deframer.push(bytes),
      error: (error: unknown) => subscriber.error(error),
      complete: () => subscriber.complete(),
    });
    return () => {
      listening.unsubscribe();
      reader.destroy();
    };
  });

/** Everything that happens at a console, in the order in which it happened. */
export function serviceSteps(sources: ServiceSources): Observable<ServiceStep> {
  const { scheduler, takeElapsedMs, others$ } = sources;
  const tick$ = interval(TELEMETRY_MS, scheduler).pipe(map((): ServiceEvent => ({ kind: 'tick' })));
  return merge(heard(sources), others$, tick$).pipe(
    inTurn(), // finish one event, effects and all, before the next
    scan(
      (step: ServiceStep, event) => serviceStep(step.service, event, takeElapsedMs()),
      { service: NEW_SERVICE, effects: [] },
    ),
  );
}
