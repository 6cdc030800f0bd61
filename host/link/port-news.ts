// What every carrier tells its owner: bytes, and once, why it ended. The carriers differ in how
// they read and write; this is the half in which they must not differ.

import { createListeners } from './listeners.ts';

/** The listening side of a port, and the levers that its carrier pulls. */
export interface PortNews {
  readonly onBytes: (listener: (bytes: Uint8Array) => void) => () => void;
  readonly onClosed: (listener: (why: string) => void) => () => void;
  /** Passes bytes on, unless the port has ended. */
  heard(bytes: Uint8Array): void;
  /** Ends the port; true for the first caller only, who then frees what the port holds. */
  end(why: string): boolean;
  ended(): boolean;
}

/** Makes the news of a port that is open. */
export function createPortNews(): PortNews {
  const bytes = createListeners<Uint8Array>();
  const closed = createListeners<string>();
  let reason: string | undefined;
  return {
    onBytes: bytes.add,
    onClosed(listener) {
      const stop = closed.add(listener);
      // A port can end between being opened and being listened to: whoever comes late hears too.
      const late = reason;
      if (late === undefined) return stop;
      let wanted = true;
      queueMicrotask(() => {
        if (wanted) listener(late);
      });
      return () => {
        wanted = false;
      };
    },
    heard(news) {
      if (reason === undefined) bytes.tell(news);
    },
    end(why) {
      if (reason !== undefined) return false;
      reason = why;
      closed.tell(why);
      return true;
    },
    ended: () => reason !== undefined,
  };
}

/** The reason that listeners hear when the port was closed by its own side. */
export const CLOSED_HERE = 'closed by this program';
