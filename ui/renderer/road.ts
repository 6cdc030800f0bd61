// Opens the road from this window to its desk: the message port that the preload hands over in
// Electron, or a WebSocket to the server that this page came from. The token stands in the page's
// address and is said again as a subprotocol: it is in no cookie that another port would be shown.

import type { Carrier } from '../contract/carrier.ts';
import type { OpenRoad } from './link.ts';

/** The name of the message with which the preload hands over the port. */
const PORT_MESSAGE = 'corium-port';

const OPEN_MS_MAX = 5_000;

const TAB_KEY = 'corium-tab';

/** The road that this window has. */
export const roadOfWindow = (): OpenRoad =>
  location.protocol.startsWith('http') && new URLSearchParams(location.search).has('token')
    ? openSocket
    : openPort;

/** Under which this tab is known when its page is loaded again. */
function tabId(): string {
  const known = sessionStorage.getItem(TAB_KEY) ?? crypto.randomUUID();
  sessionStorage.setItem(TAB_KEY, known);
  return known;
}

function openSocket(): Promise<Carrier> {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const socket = new WebSocket(`ws://${location.host}/desk?tab=${tabId()}`, ['corium', token]);
  const hears: { message: (text: string) => void; close: () => void } = {
    message: () => undefined,
    close: () => undefined,
  };
  const early: string[] = [];
  hears.message = (text) => void early.push(text);
  socket.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') hears.message(data);
  });
  const carrier: Carrier = {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    waitingBytes: () => socket.bufferedAmount,
    onMessage: (hear) => {
      hears.message = hear;
      early.splice(0).forEach((text) => hear(text));
    },
    onClose: (hear) => {
      hears.close = hear;
    },
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(carrier));
    socket.addEventListener('close', () => {
      reject(new Error('The desk does not answer.'));
      hears.close();
    });
  });
}

function openPort(): Promise<Carrier> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      removeEventListener('message', heard);
      reject(new Error('No port was handed over.'));
    }, OPEN_MS_MAX);
    const heard = (event: MessageEvent<unknown>): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== PORT_MESSAGE || port === undefined) return;
      clearTimeout(late);
      removeEventListener('message', heard);
      resolve(carrierOfPort(port));
    };
    addEventListener('message', heard);
    // The preload waits for this, so that no port is handed to a page that does not listen yet.
    postMessage('corium-ready', location.origin);
  });
}

/** A port is in this computer's memory: what is sent has arrived. */
const carrierOfPort = (port: MessagePort): Carrier => ({
  send: (text) => port.postMessage(text),
  waitingBytes: () => 0,
  onMessage: (hear) => {
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') hear(data);
    };
  },
  onClose: (hear) => {
    port.addEventListener('close', hear);
  },
  close: () => port.close(),
});
