// Two ports joined by memory, for worlds that run on virtual time: what one end writes the other
// hears at once, in the same call. A wire that delays, damages or loses is put in between by
// whoever wants one.

import type { BytePort } from '../../protocol/byte-port.ts';
import { CLOSED_HERE, createPortNews, type PortNews } from './port-news.ts';

/** Makes two ports that hear each other; closing one ends both. */
export function openMemoryPair(names = { host: 'memory:host', pen: 'memory:pen' }): {
  readonly host: BytePort;
  readonly pen: BytePort;
} {
  const [host, pen] = [createPortNews(), createPortNews()];
  return { host: endOf(names.host, host, pen), pen: endOf(names.pen, pen, host) };
}

function endOf(name: string, own: PortNews, peer: PortNews): BytePort {
  const write = (bytes: Uint8Array): boolean => {
    if (own.ended()) return false;
    peer.heard(bytes);
    return true;
  };
  return {
    name,
    write,
    writeUrgent: write, // nothing is ever held back here, so there is nothing to overtake
    onBytes: own.onBytes,
    onClosed: own.onClosed,
    close() {
      own.end(CLOSED_HERE);
      peer.end('the other end closed');
      return Promise.resolve();
    },
  };
}
