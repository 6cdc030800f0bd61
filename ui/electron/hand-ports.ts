// Hands the page one end of a port to the desk, whenever the page says that it listens. Nobody else
// is answered: not another window, not a frame inside the page, not a page from elsewhere.

import type { BrowserWindow, IpcMain, IpcMainEvent, MessageChannelMain } from 'electron';
import type { MessagePortMain } from 'electron';
import type { Carrier } from '../contract/carrier.ts';
import { ORIGIN } from './forbid.ts';

/** What the preload says, and what it is given. */
const READY = 'corium-ready';
const PORT = 'corium-port';

/** What handing a port takes. */
export interface PortSetup {
  readonly ipcMain: IpcMain;
  readonly window: BrowserWindow;
  readonly newChannel: () => MessageChannelMain;
  readonly join: (carrier: Carrier) => void;
}

/** Starts to hand ports. */
export function handPorts({ ipcMain, window, newChannel, join }: PortSetup): void {
  let last: Carrier | undefined;
  ipcMain.on(READY, (event) => {
    if (!isOurPage(event, window)) return;
    last?.close(); // a page that was loaded again has left its old port behind
    const { port1, port2 } = newChannel();
    last = carrierOf(port1);
    join(last);
    window.webContents.postMessage(PORT, null, [port2]);
  });
}

function isOurPage({ sender, senderFrame }: IpcMainEvent, window: BrowserWindow): boolean {
  const isTop = senderFrame !== null && senderFrame.parent === null;
  return sender === window.webContents && isTop && senderFrame.url.startsWith(`${ORIGIN}/`);
}

/** A port as a road. */
function carrierOf(port: MessagePortMain): Carrier {
  let closed = false;
  const hears: (() => void)[] = [];
  const end = (): void => {
    if (closed) return;
    closed = true;
    for (const hear of hears) hear();
  };
  port.on('close', end);
  return {
    send: (text) => {
      if (!closed) port.postMessage(text);
    },
    waitingBytes: () => 0, // a port takes what it is given at once
    onMessage: (hear) => {
      port.on('message', ({ data }: { readonly data: unknown }) => {
        if (typeof data === 'string') hear(data);
      });
      port.start();
    },
    onClose: (hear) => void hears.push(hear),
    close: () => {
      port.close();
      end();
    },
  };
}
