// The only code of ours between the page and Electron: it hands the page one end of a port to the
// desk and nothing else. The page gets no function, no name and no access to anything.

import { ipcRenderer } from 'electron';

const READY = 'corium-ready';
const PORT = 'corium-port';

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source === window && data === READY) ipcRenderer.send(READY);
});

ipcRenderer.on(PORT, ({ ports }) => {
  postMessage(PORT, location.origin, [...ports]);
});
