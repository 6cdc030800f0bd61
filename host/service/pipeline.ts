// What a service console hears: bytes become frames and lines, and these go with everything else
// through the one pipeline.
//
//   bytes$ -> frames ------------------> events$ -> steps$
//          -> lines -> readline parser ->

import { Observable, type SchedulerLike } from 'rxjs';
import { createDeframer } from '../../protocol/deframe.ts';
import { serviceStep } from '../core/service/service.ts';
import { NEW_SERVICE, type ServiceEvent, type ServiceStep } from '../core/service/state.ts';
import type { Guard } from '../guard/index.ts';
import type { TakeElapsedMs } from '../loop/clock.ts';
import { stepsOf } from '../loop/pipeline.ts';
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
export const serviceSteps = (sources: ServiceSources): Observable<ServiceStep> =>
  stepsOf<ServiceEvent, ServiceStep>(
    { ...sources, heard$: heard(sources) },
    ({ service }, event, elapsedMs) => serviceStep(service, event, elapsedMs),
    { service: NEW_SERVICE, effects: [] },
  );
