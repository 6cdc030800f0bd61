// A pen or a gauge whose wire is a piece of memory: what a host writes it hears in the same call,
// and the other way round. For worlds on virtual time; whoever wants a bad wire puts one between.

import type { BytePort } from '../protocol/byte-port.ts';
import type { OnWire } from './on-wire.ts';

/** The host's end of a cable that is plugged into a pen or a gauge. */
export function memoryPort(pen: OnWire): BytePort {
  const heard = new Set<(bytes: Uint8Array) => void>();
  const closed = new Set<(why: string) => void>();
  let open = true;

  pen.onFrame((bytes) => {
    if (open) for (const listener of heard) listener(bytes);
  });

  const write = (bytes: Uint8Array): boolean => {
    if (open) pen.receive(bytes);
    return open;
  };

  return {
    name: `memory:${pen.serial}`,
    write,
    writeUrgent: write, // nothing is ever held back here, so there is nothing to overtake
    onBytes: (listener) => kept(heard, listener),
    onClosed: (listener) => kept(closed, listener),
    close: () => {
      if (open) for (const listener of closed) listener('closed by this program');
      open = false;
      return Promise.resolve();
    },
  };
}

function kept<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
