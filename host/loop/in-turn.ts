// One event after the other: what happens while an event is being dealt with waits until that one
// is finished, effects and all. It is what RxJS's observeOn with its queue scheduler does, without
// an action and a subscription for each event.

import { type MonoTypeOperatorFunction, Observable } from 'rxjs';

/** Lets values through one at a time, in the order in which they came. */
export const inTurn =
  <Value extends object>(): MonoTypeOperatorFunction<Value> =>
  (source) =>
    new Observable((subscriber) => {
      const waiting: Value[] = [];
      let busy = false;
      return source.subscribe({
        next: (value) => {
          if (busy) {
            waiting.push(value);
            return;
          }
          busy = true;
          try {
            let next: Value | undefined = value;
            while (next !== undefined) {
              subscriber.next(next);
              next = waiting.shift();
            }
          } finally {
            busy = false;
          }
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      });
    });
