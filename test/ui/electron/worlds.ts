// What stands in for Electron's own code inside the page: the preload's world, with as much of
// `ipcRenderer` as a preload of ours may use, over a binding of the browser's debugging protocol.

/** The text of the preload's world around the preload itself. */
export const preloadWorld = (preload: string): string => `(() => {
  const listeners = new Map();
  const ports = [];
  const out = (said) => __toMain(JSON.stringify(said));
  globalThis.__port = (channel, index) => {
    const { port1, port2 } = new MessageChannel();
    ports[index] = port1;
    port1.onmessage = ({ data }) => out({ kind: 'port', index, data });
    for (const hear of listeners.get(channel) ?? []) hear({ ports: [port2] });
  };
  globalThis.__portIn = (index, data) => ports[index]?.postMessage(data);
  const ipcRenderer = {
    send: (channel) => out({ kind: 'send', channel }),
    on: (channel, hear) => void listeners.set(channel, [...listeners.get(channel) ?? [], hear]),
  };
  const require = (name) => {
    if (name === 'electron') return { ipcRenderer };
    throw new Error('a sandboxed preload has no module ' + name);
  };
  const process = { sandboxed: true, contextIsolated: true };
  const exports = {};
  ${preload}
})();`;
