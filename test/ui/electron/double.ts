// A double of the `electron` module: a real Chromium behind it, the preload in a world of its own,
// ports of Node, and the scheme answered by whoever handles it. It is not Electron: there is no
// sandbox, no process model and no menu of Electron's own, and what passes here has been run
// against a double and not in Electron. A test looks into it over the process channel.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { preloadWorld } from './worlds.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
/** Where a scheme of ours lives in a browser that knows none: a name that leads nowhere. */
const STAND_IN = 'http://console.invalid';
const OWN = 'corium://console';

const held: { browser?: Browser } = {};
const facts = {
  schemes: [] as unknown[],
  options: undefined as unknown,
  blockers: 0,
  shown: false,
  reloads: 0,
  quits: 0,
};

/** As much of `app` as the main process uses. */
export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  requestSingleInstanceLock: () => process.env['DOUBLE_SECOND'] === undefined,
  whenReady: () => Promise.resolve(),
  quit: () => {
    facts.quits += 1;
    app.emit('before-quit', { preventDefault: () => undefined });
  },
  exit: (code: number) => {
    void (held.browser?.close() ?? Promise.resolve()).then(() => process.exit(code));
  },
});

/** The main end of messages from the preload. */
export const ipcMain = new EventEmitter();

interface PortDouble extends EventEmitter {
  readonly raw: MessagePort;
}

function portDouble(raw: MessagePort): PortDouble {
  const port = Object.assign(new EventEmitter(), {
    raw,
    start: () => raw.ref(),
    postMessage: (data: unknown) => raw.postMessage(data),
    close: () => raw.close(),
  });
  raw.on('message', (data: unknown) => port.emit('message', { data, ports: [] }));
  raw.on('close', () => port.emit('close'));
  return port;
}

/** Two ends of a port. */
export class MessageChannelMain {
  readonly port1: PortDouble;
  readonly port2: PortDouble;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = portDouble(port1);
    this.port2 = portDouble(port2);
  }
}

/** Sleep and locks, which a test makes up. */
export const powerMonitor = new EventEmitter();

/** Counts what keeps the computer awake. */
export const powerSaveBlocker = {
  start: () => (facts.blockers += 1),
  stop: () => void (facts.blockers -= 1),
};

type Handle = (request: { readonly url: string }) => Response | Promise<Response>;
const handlers = new Map<string, Handle>();

/** Schemes of our own. */
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => void facts.schemes.push(...schemes),
  handle: (scheme: string, handle: Handle) => void handlers.set(scheme, handle),
};

type Answer<Value> = (answer: Value) => void;
interface SessionDouble {
  permission?: (contents: unknown, permission: string, answer: Answer<boolean>) => void;
  check?: () => boolean;
  device?: () => boolean;
  request?: (details: { readonly url: string }, answer: Answer<{ cancel: boolean }>) => void;
}
const guards: SessionDouble = {};

/** The session, with what was set against it. */
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (set: SessionDouble['permission'] & object) =>
      void (guards.permission = set),
    setPermissionCheckHandler: (set: () => boolean) => void (guards.check = set),
    setDevicePermissionHandler: (set: () => boolean) => void (guards.device = set),
    webRequest: {
      onBeforeRequest: (set: SessionDouble['request'] & object) => void (guards.request = set),
    },
  },
};

interface Contents extends EventEmitter {
  readonly mainFrame: { readonly url: string; readonly parent: null };
  opens?: () => unknown;
}

const windows: BrowserWindow[] = [];

interface Said {
  readonly kind: 'send' | 'port';
  readonly channel: string;
  readonly index: number;
  readonly data: unknown;
}

/** One window, with a page of Chromium in it. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: Contents;
  readonly ports: PortDouble[] = [];
  readonly options: { readonly webPreferences: { readonly preload: string } };
  page: Page | undefined;
  cdp: CDPSession | undefined;
  world: number | undefined;
  constructor(options: BrowserWindow['options']) {
    super();
    this.options = options;
    facts.options = options;
    const contents: Contents = Object.assign(new EventEmitter(), {
      mainFrame: { url: `${OWN}/index.html`, parent: null },
      setWindowOpenHandler: (set: () => unknown) => void (contents.opens = set),
      postMessage: (channel: string, _message: unknown, given: PortDouble[]) =>
        this.handPort(channel, given),
      reload: () => {
        facts.reloads += 1;
        void this.page?.reload();
      },
    });
    this.webContents = contents;
    windows.push(this);
    app.emit('web-contents-created', {}, contents);
  }
  show(): void {
    facts.shown = true;
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    facts.shown = true;
  }
  focus(): void {
    facts.shown = true;
  }
  private handPort(channel: string, given: PortDouble[]): void {
    for (const port of given) {
      const index = this.ports.push(port) - 1;
      port.on('message', ({ data }) =>
        void this.tell(`__portIn(${String(index)}, ${JSON.stringify(data)})`));
      void this.tell(`__port(${JSON.stringify(channel)}, ${String(index)})`);
    }
  }
  private async tell(expression: string): Promise<void> {
    await this.cdp?.send('Runtime.evaluate', {
      expression, ...(this.world === undefined ? {} : { contextId: this.world }),
    });
  }
  private heard(payload: string): void {
    const said = JSON.parse(payload) as Said;
    const event = { sender: this.webContents, senderFrame: this.webContents.mainFrame };
    if (said.kind === 'send') ipcMain.emit(said.channel, event);
    else this.ports[said.index]?.raw.postMessage(said.data);
  }
  async loadURL(url: string): Promise<void> {
    held.browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const page = await held.browser.newPage({ viewport: { width: 1280, height: 750 } });
    this.page = page;
    const cdp = await page.context().newCDPSession(page);
    this.cdp = cdp;
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: '__toMain', executionContextName: 'preload' });
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === 'preload') this.world = context.id;
    });
    cdp.on('Runtime.bindingCalled', ({ payload }) => this.heard(payload));
    const source = preloadWorld(readFileSync(this.options.webPreferences.preload, 'utf8'));
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source, worldName: 'preload', runImmediately: true,
    });
    await page.route('**/*', async (route) => {
      const asked = route.request().url().replace(STAND_IN, OWN);
      const judged = { cancel: false };
      guards.request?.({ url: asked }, (said) => Object.assign(judged, said));
      const scheme = new URL(asked).protocol.slice(0, -1);
      const handle = judged.cancel ? undefined : handlers.get(scheme);
      if (handle === undefined) return route.abort();
      const answer = await handle({ url: asked });
      return route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
    await page.goto(url.replace(OWN, STAND_IN));
    this.emit('ready-to-show');
  }
}

/** What a test asks of the double. */
export type Look =
  | { readonly id: number; readonly kind: 'facts' }
  | { readonly id: number; readonly kind: 'page'; readonly expression: string }
  | { readonly id: number; readonly kind: 'emit'; readonly at: string; readonly event: string };

async function answer(look: Look): Promise<unknown> {
  const [window] = windows;
  switch (look.kind) {
    case 'facts': {
      const asked: { granted: boolean | undefined } = { granted: undefined };
      guards.permission?.({}, 'media', (granted) => (asked.granted = granted));
      return {
        ...facts,
        granted: asked.granted,
        checks: guards.check?.(),
        devices: guards.device?.(),
        opens: window?.webContents.opens?.(),
      };
    }
    case 'page':
      return window?.page?.evaluate(look.expression);
    case 'emit': {
      const prevented: { yes: boolean } = { yes: false };
      const event = { preventDefault: () => (prevented.yes = true) };
      const emitter = { app, powerMonitor, contents: window?.webContents }[look.at];
      emitter?.emit(look.event, event, { reason: 'crashed' });
      if (look.event === 'foreign-ready') {
        const senderFrame = { url: 'http://x/', parent: null };
        ipcMain.emit('corium-ready', { sender: window?.webContents, senderFrame });
      }
      return prevented.yes;
    }
  }
}

process.on('message', (look: Look) => {
  void answer(look).then(
    (value) => process.send?.({ id: look.id, value }),
    (error: unknown) => process.send?.({ id: look.id, error: String(error) }),
  );
});
