// The one pipeline: bytes become messages, messages and everything else become events, events go
// one after the other through the one reducer, and what it wants comes out. There is no state here
// but in the scan, no second subscription, and no operator that drops or delays an event. A bench
// and a service console go through the same one, each with a reducer of its own.
//
//   bytes$ -> messages$ -> events$ -> steps$ -> effects$

import { interval, map, merge, Observable, scan, type SchedulerLike } from 'rxjs';
import { createDeframer, type DropReason } from '../../protocol/deframe.ts';
import type { Header } from '../../protocol/frame.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import type { Guard } from '../guard/index.ts';
import type { TakeElapsedMs } from './clock.ts';
import { type Host, type HostEvent, type HostStep, hostStep, NEW_HOST } from './host-step.ts';
import { inTurn } from './in-turn.ts';

/** A message as it came off the wire, with a header of its own. */
export interface FrameEvent {
  readonly kind: 'frame';
  readonly message: FromPen | ToPen;
  readonly header: Header;
}

/** Time is looked at. */
export interface TickEvent {
  readonly kind: 'tick';
}

/** Where messages come from. */
export interface Wire {
  readonly bytes$: Observable<Uint8Array>;
  readonly dropped: (why: DropReason) => void;
  /** Hears every message before the reducer does: the guard keeps its own account of the pen. */
  readonly overhears: Guard['hears'];
}

/** Messages out of bytes. */
export const messages = ({ bytes$, dropped, overhears }: Wire): Observable<FrameEvent> =>
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

/** Everything that can happen to a reducer but the passing of time. */
export interface Happenings<Event> {
  readonly heard$: Observable<Event>;
  /** Port, operator, pedal, and what became of effects. */
  readonly others$: Observable<Event>;
  readonly scheduler: SchedulerLike;
  readonly takeElapsedMs: TakeElapsedMs;
}

/** How often time is looked at; deadlines are ages, so a late look is harmless. */
const TICK_MS = TELEMETRY_MS;
const TICK: TickEvent = { kind: 'tick' };

/** Everything that happens, in the order in which it happened, through the one reducer. */
export function stepsOf<Event extends object, Step>(
  { heard$, others$, scheduler, takeElapsedMs }: Happenings<Event>,
  reduce: (step: Step, event: Event | TickEvent, elapsedMs: number) => Step,
  initial: Step,
): Observable<Step> {
  const tick$ = interval(TICK_MS, scheduler).pipe(map(() => TICK));
  return merge(heard$, others$, tick$).pipe(
    inTurn(), // finish one event, effects and all, before the next
    scan((step: Step, event) => reduce(step, event, takeElapsedMs()), initial),
  );
}

/** Where everything comes from that a host hears. */
export interface Sources extends Wire, Omit<Happenings<HostEvent>, 'heard$'> {
  /** The reducer; another one only where a test wants to see a broken one caught. */
  readonly step?: typeof hostStep;
}

/** The pipeline of a host. */
export function hostSteps(sources: Sources, initial: Host = NEW_HOST): Observable<HostStep> {
  const { step: reduce = hostStep } = sources;
  return stepsOf<HostEvent, HostStep>(
    { ...sources, heard$: messages(sources) },
    ({ host }, event, elapsedMs) => reduce(host, event, elapsedMs),
    { host: initial, effects: [] },
  );
}
