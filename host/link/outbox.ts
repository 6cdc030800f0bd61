// A bounded queue in front of anything that may not take bytes at once. It never waits and never
// grows past its bound: a peer that does not read makes `write` say false, not the host slow. At
// most one piece is in the system's hands at a time, so that a STOP overtakes everything else.

import { WRITE_QUEUE_BYTES_MAX } from '../../protocol/byte-port.ts';

/** Where the bytes go. */
export interface Sink {
  /** Takes what it can at once and says how many bytes that was. */
  now(bytes: Uint8Array): number;
  /** Takes all of it, sooner or later, and calls back when it has room again. */
  later(bytes: Uint8Array, taken: () => void): void;
}

/** The writing half of a port. */
export interface Outbox {
  write(bytes: Uint8Array): boolean;
  writeUrgent(bytes: Uint8Array): boolean;
  /** Bytes accepted and not yet taken by the system. */
  heldBytes(): number;
}

/** Puts a bounded queue in front of a sink. */
export function createOutbox(sink: Sink, bytesMax: number = WRITE_QUEUE_BYTES_MAX): Outbox {
  let queue: Uint8Array[] = [];
  let queuedBytes = 0;
  let handedBytes = 0;

  const taken = (): void => {
    handedBytes = 0;
    while (handedBytes === 0) {
      const next = queue.shift();
      if (next === undefined) return;
      queuedBytes -= next.length;
      pass(next);
    }
  };
  const pass = (bytes: Uint8Array): void => {
    const accepted = sink.now(bytes);
    handedBytes = bytes.length - accepted;
    // A copy: the caller may use its buffer again as soon as `write` returns.
    if (handedBytes > 0) sink.later(bytes.slice(accepted), taken);
  };
  const accept = (bytes: Uint8Array): void => {
    if (handedBytes === 0) return pass(bytes);
    queue.push(bytes.slice());
    queuedBytes += bytes.length;
  };

  return {
    write(bytes) {
      if (queuedBytes + handedBytes + bytes.length > bytesMax) return false;
      accept(bytes);
      return true;
    },
    writeUrgent(bytes) {
      // Exempt from the bound: each one drops the one before it, so at most one is held.
      queue = [];
      queuedBytes = 0;
      accept(bytes);
      return true;
    },
    heldBytes: () => queuedBytes + handedBytes,
  };
}
