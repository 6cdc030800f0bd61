/**
 * The stage of the console's benches: the real desk, server and host process, Chromium, and at the
 * far end of a pseudo-terminal the peer of `decision.ts`, which is a pen to the host, tells two
 * hundred telemetries a second, and notes when a frame is there. Beside the console's page stands
 * the least page there could be, on the same desk: one number of the snapshot, written as it comes.
 */
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openDesk } from '../../../ui/desk/desk.ts';
import { buildPage, isStale, PAGE_FOLDER } from '../../../ui/serve/build-page.ts';
import { pageFiles } from '../../../ui/serve/page-files.ts';
import { type PageServer, startServer } from '../../../ui/serve/server.ts';
import { openBrowser } from '../../ui/support/bundle.ts';
import type { PeerAsk, PeerSay } from '../decision-peer.ts';
import { createMailbox } from '../mailbox.ts';
import { watchPage } from './watch-page.ts';

/** A window in which everything has room, the plot too. */
export const ROOMY = { width: 1_280, height: 800 } as const;

/** Everything that plays. */
export interface Stage {
  readonly browser: Browser;
  /** The console's page. */
  readonly address: string;
  /** The least page. */
  readonly bareAddress: string;
  /** A page that takes notes, in a context of its own. */
  readonly open: (address: string, hasTouch?: boolean) => Promise<Page>;
  /** Has the pen run for so long at 200 telemetries a second, if its area is armed. */
  readonly runPen: (forMs: number) => Promise<unknown>;
  /** Takes the finger off the trigger. */
  readonly restPen: () => Promise<unknown>;
  /** The instant at which the pen's side has the next STOP, on the machine's monotonic clock. */
  readonly stopHeard: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const EVERY_MS = 5;

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const BARE_PAGE = '<!doctype html><title>Corium</title><p id="bare"></p>'
  + '<script type="module" src="./assets/bare.js"></script>';
const BARE_SCRIPT = `
  const token = new URLSearchParams(location.search).get('token');
  const socket = new WebSocket('ws://' + location.host + '/desk', ['corium', token]);
  const place = document.getElementById('bare');
  socket.addEventListener('message', ({ data }) => {
    const said = JSON.parse(data);
    place.dataset.bare = said.kind;
    if (said.kind === 'snapshot') place.textContent = String(said.snapshot.pen?.ageMs);
  });
`;

/** A folder with the least page. */
function bareFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-bare-'));
  fs.mkdirSync(path.join(folder, 'assets'));
  fs.writeFileSync(path.join(folder, 'index.html'), BARE_PAGE);
  fs.writeFileSync(path.join(folder, 'assets', 'bare.js'), BARE_SCRIPT);
  return folder;
}

/** Builds the console's page when it is older than its sources. */
export async function freshPage(): Promise<void> {
  const built = isStale() ? await buildPage() : undefined;
  if (built?.ok === false) throw new Error(built.error);
}

async function openPeer() {
  const peer = fork(beside('../decision-peer.ts'));
  const said = createMailbox<PeerSay>();
  peer.on('message', (told) => said.put(told as PeerSay));
  const paths = await said.next('the peer', ({ kind }) => kind === 'paths');
  if (paths.kind !== 'paths') throw new Error('a peer says where it listens');
  const ask = (asked: PeerAsk): Promise<PeerSay> => {
    const told = said.next(asked.kind, ({ kind }) => kind === 'times');
    peer.send(asked);
    return told;
  };
  const stopHeard = async (): Promise<number> => {
    const isStop = (told: PeerSay): boolean => told.kind === 'heard' && told.message === 'stop';
    const told = await said.next('a STOP', isStop);
    return told.kind === 'heard' ? Number(told.atNs) / 1e6 : Number.NaN;
  };
  return { path: paths.pen, ask, stopHeard, close: () => peer.kill() };
}

const STEPS_MAX = 60;

const kindIn = async (page: Page): Promise<string> =>
  (await page.getAttribute('[data-next-kind]', 'data-next-kind')) ?? '';

/** Presses the next step, each once and then waits for another, until it is one of these. */
export async function stepTo(page: Page, ...kinds: readonly string[]): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const kind = await kindIn(page);
    if (kinds.includes(kind)) return;
    const button = page.locator(`button[data-next-step=${kind}]:not(:disabled)`).first();
    if ((await button.count()) > 0) await button.click({ timeout: 1_000 }).catch(() => undefined);
    await page
      .waitForSelector(`[data-next-kind]:not([data-next-kind=${kind}])`, { timeout: 1_000 })
      .catch(() => undefined); // a step with several answers stays the same step
  }
  const said = await page.locator('.next-card, .refused, .alarm-text').allInnerTexts();
  throw new Error(`the console stays at ${await kindIn(page)}: ${said.join(' | ')}`);
}

/** Sets the stage; the pen is not looked for yet. */
export async function openStage(): Promise<Stage> {
  await freshPage();
  const peer = await openPeer();
  // Inherited by the host process, which the desk starts.
  process.execArgv.push('--import', new URL('stamp-host.ts', import.meta.url).href);
  const desk = await openDesk({ pen: `serial:${peer.path}` });
  if (!desk.ok) throw new Error(desk.error);
  const { join } = desk.value;
  const serve = async (folder: string): Promise<PageServer> => {
    const server = await startServer({ files: pageFiles(folder), join, port: 0 });
    if (!server.ok) throw new Error(server.error);
    return server.value;
  };
  const servers = [await serve(PAGE_FOLDER), await serve(bareFolder())] as const;
  const browser = await openBrowser(['--disable-gpu']);
  return {
    browser,
    address: servers[0].address,
    bareAddress: servers[1].address,
    open: async (address, hasTouch = false) => {
      const page = await browser.newPage({ viewport: ROOMY, hasTouch });
      await watchPage(page);
      await page.goto(address);
      await page.waitForSelector('[data-next-kind], [data-bare]', { state: 'attached' });
      return page;
    },
    runPen: (forMs) => peer.ask({ kind: 'renewals', forMs, everyMs: EVERY_MS }),
    restPen: () => peer.ask({ kind: 'echo', forMs: 1, everyMs: EVERY_MS }),
    stopHeard: peer.stopHeard,
    close: async () => {
      await browser.close();
      await desk.value.close();
      for (const server of servers) await server.close();
      peer.close();
    },
  };
}
