// Main and preload as they are, run against a double and not in Electron: real Chromium, real host
// process, real simulated pen.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { buildPage, isStale } from '../../../ui/serve/build-page.ts';
import type { Look } from './double.ts';

const MAIN = fileURLToPath(new URL('../../../ui/electron/main.ts', import.meta.url));
const HOOKS = new URL('hooks.ts', import.meta.url).href;
const here = test.skipIf(!existsSync('/usr/bin/chromium'));

type Asked = Look extends infer One ? (One extends Look ? Omit<One, 'id'> : never) : never;

const running: ChildProcess[] = [];

function start(environment: NodeJS.ProcessEnv = {}) {
  const child = fork(MAIN, [], {
    execArgv: ['--import', HOOKS],
    env: { ...process.env, CORIUM_START: JSON.stringify({ pen: 'sim' }), ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  running.push(child);
  let lastId = 0;
  const look = (asked: Asked): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const hear = (message: unknown): void => {
        if (Reflect.get(Object(message), 'id') !== id) return;
        child.off('message', hear);
        const error: unknown = Reflect.get(Object(message), 'error');
        if (typeof error === 'string') reject(new Error(error));
        else resolve(Reflect.get(Object(message), 'value'));
      };
      child.on('message', hear);
      child.send({ id, ...asked });
    });
  };
  const onPage = (expression: string): Promise<unknown> => look({ kind: 'page', expression });
  const painted = (): Promise<unknown> =>
    onPage("document.querySelector('#app > *') !== null").catch(() => false);
  return { child, look, onPage, painted };
}

beforeAll(async () => {
  if (!isStale()) return;
  const built = await buildPage();
  if (!built.ok) throw new Error(built.error);
}, 60_000);

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

const WITHIN = { timeout: 45_000, interval: 100 };

here('the window has no power of its own, and the page is painted over a port', async () => {
  const { look, painted, onPage, child } = start();
  await expect.poll(painted, WITHIN).toBe(true);
  expect(await look({ kind: 'facts' })).toMatchObject({
    options: {
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
      },
    },
    schemes: [{ scheme: 'corium' }],
    granted: false,
    checks: false,
    devices: false,
    opens: { action: 'deny' },
    shown: true,
    blockers: 0,
  });
  for (const event of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
    expect(await look({ kind: 'emit', at: 'contents', event })).toBe(true);
  }
  // The page has no way to Node or Electron, and no address but its own.
  expect(await onPage("[typeof require, typeof process, typeof ipcRenderer].join()"))
    .toBe('undefined,undefined,undefined');
  expect(await onPage("fetch('http://127.0.0.1:9/').then(() => 'came', () => 'refused')"))
    .toBe('refused');
  // Later and by the page itself: what a debugger evaluates is not held to the policy.
  expect(await onPage(`new Promise((tell) => setTimeout(() => {
    try { tell(Function('return 1')()) } catch { tell('no') }
  }))`)).toBe('no');
  // A port that somebody else asks for is not handed out; a page that died is opened again.
  await look({ kind: 'emit', at: 'app', event: 'foreign-ready' });
  await look({ kind: 'emit', at: 'contents', event: 'render-process-gone' });
  await expect.poll(painted, WITHIN).toBe(true);
  expect(await look({ kind: 'facts' })).toMatchObject({ reloads: 1 });
  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

here('a second console leaves it to the first', async () => {
  const { child } = start({ DOUBLE_SECOND: 'yes' });
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
});

here('an installation that is not there is refused in one sentence', async () => {
  const child = fork(MAIN, [], {
    execArgv: ['--import', HOOKS],
    env: { ...process.env, CORIUM_START: JSON.stringify({ dataDir: '/nowhere/at/all' }) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  await once(child, 'exit');
  expect(child.exitCode).toBe(2);
  expect(said.trim().split('\n')).toHaveLength(1);
});
