// A WebSocket as a road between a window and the desk. A window that goes away without a word, a
// computer that was closed, a browser that was killed, is noticed by its silence.

import type { WebSocket } from 'ws';
import type { Carrier } from '../contract/carrier.ts';

/** How often a window is asked whether it is there; a second silence closes the road. */
const PING_MS = 5_000;

/** Makes a road of a socket that is open. */
export function socketCarrier(socket: WebSocket): Carrier {
  let hear: (text: string) => void = () => undefined;
  let answered = true;
  const ping = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, PING_MS);
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('close', () => clearInterval(ping));
  socket.on('error', () => socket.terminate()); // too large, or no text: nothing more is heard
  socket.on('message', (data, isBinary) => {
    if (isBinary || !Buffer.isBuffer(data)) return socket.terminate();
    hear(data.toString('utf8'));
  });
  return {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    waitingBytes: () => socket.bufferedAmount,
    onMessage: (listener) => {
      hear = listener;
    },
    onClose: (closed) => void socket.on('close', closed),
    close: () => socket.close(),
  };
}
