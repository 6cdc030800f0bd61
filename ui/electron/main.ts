// The root of the console in Electron: one window without any power of its own, one port between it
// and the desk, and a desk that lives here. Host and simulator are forked processes and no utility
// processes: the end of a fork's channel is told to the fork, and that is what stops the pen when
// this process dies.

import { app, BrowserWindow, ipcMain, MessageChannelMain, powerMonitor } from 'electron';
import { powerSaveBlocker, protocol, session } from 'electron';
import process from 'node:process';
import { openDesk } from '../desk/desk.ts';
import { PAGE_FOLDER, PRELOAD } from '../serve/build-page.ts';
import { startOf } from '../serve/electron-runtime.ts';
import { pageFiles } from '../serve/page-files.ts';
import { forbidEverything, ORIGIN, SCHEME, serveScheme } from './forbid.ts';
import { handPorts } from './hand-ports.ts';
import { keepAwake } from './keep-awake.ts';
import { openWindow } from './open-window.ts';

const REFUSED = 2;

protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true } },
]);

if (app.requestSingleInstanceLock()) await open();
else app.exit(0);

async function open(): Promise<void> {
  await app.whenReady();
  const opened = await openDesk(startOf(process.env));
  if (!opened.ok) {
    console.error(opened.error);
    app.exit(REFUSED);
    return;
  }
  const { value: desk } = opened;
  forbidEverything(app, session.defaultSession);
  serveScheme(protocol, pageFiles(PAGE_FOLDER));
  keepAwake(desk, powerMonitor, powerSaveBlocker);
  const window = openWindow(BrowserWindow, PRELOAD);
  handPorts({ ipcMain, window, newChannel: () => new MessageChannelMain(), join: desk.join });
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  const close = async (): Promise<void> => {
    await desk.close(); // the pen first
    app.exit(0);
  };
  let closing: Promise<void> | undefined;
  app.on('before-quit', (event) => {
    event.preventDefault();
    closing ??= close();
  });
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
  await window.loadURL(`${ORIGIN}/index.html`);
}
