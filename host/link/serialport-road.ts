// The road through serialport itself: for Windows, and wherever the fast road cannot be had. It is
// slower (see tty-road.ts) and hears of an unplugged device later, but it works everywhere.

import type { SerialPort } from 'serialport';
import type { Road, RoadNews } from './tty-road.ts';

/** Reads and writes through an open serialport; closing the port is the caller's. */
export function openSerialportRoad(port: SerialPort, news: RoadNews): Road {
  const hear = (bytes: Buffer): void => news.heard(bytes);
  port.on('data', hear);
  return {
    sink: {
      now: () => 0,
      later(bytes, taken) {
        // On a closed port this never calls back; the port has then ended and nobody waits.
        port.write(Buffer.from(bytes), (error) => (error ? undefined : taken()));
      },
    },
    close() {
      port.off('data', hear);
      return Promise.resolve();
    },
  };
}
