// The one window: sandboxed, in a world of its own, without Node, and without a way to get any of
// it back. It is shown when it has something to show.

import type { BrowserWindow } from 'electron';

/** The smallest screen that the console is made for. */
const WIDTH = 1024;
const HEIGHT = 600;

/** Makes the window; it shows nothing before its first paint. */
export function openWindow(Window: typeof BrowserWindow, preload: string): BrowserWindow {
  const window = new Window({
    width: WIDTH * 1.25,
    height: HEIGHT * 1.25,
    minWidth: WIDTH,
    minHeight: HEIGHT,
    show: false,
    title: 'Corium',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Values age and alarms sound although another window lies on top.
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  // A page that dies is opened again, and is told everything again.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
  return window;
}
