// Waits until the console has painted: in a headless Chromium where there is one, and otherwise as
// far as can be told without, that the page and its script came and that the desk spoke.

import { existsSync } from 'node:fs';
import type playwright from 'playwright-core';
import { WebSocket } from 'ws';
import { ok, refuse, type Result } from '../../protocol/result.ts';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

/** A browser that is told to fetch nothing but what it is asked for. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const PAINT_MS_MAX = 20_000;

/** The first paint, in a sentence, or why there was none. */
export async function firstPaint(address: string): Promise<Result<string, string>> {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  const driver = executablePath === undefined ? undefined : await loadDriver();
  return executablePath === undefined || driver === undefined
    ? withoutBrowser(address)
    : inBrowser(driver, executablePath, address);
}

type Driver = typeof playwright;

/** What drives a browser comes with the sources and not with an installation. */
const loadDriver = (): Promise<Driver | undefined> =>
  import('playwright-core').catch(() => undefined);

async function inBrowser(
  { chromium }: Driver,
  executablePath: string,
  address: string,
): Promise<Result<string, string>> {
  const browser = await chromium.launch({ executablePath, args: [...FLAGS] });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(address);
    await page.waitForSelector('#app > *', { timeout: PAINT_MS_MAX });
    const [first] = complaints;
    if (first !== undefined) return refuse(`The page complained: ${first}`);
    return ok('The console painted in a browser, and closed.');
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refuse(`The console did not paint: ${first}`);
  } finally {
    await browser.close();
  }
}

async function withoutBrowser(address: string): Promise<Result<string, string>> {
  const page = await fetch(address);
  const html = await page.text();
  const script = /<script[^>]* src="([^"]+)"/.exec(html)?.[1];
  if (!page.ok || script === undefined) return refuse('The page of the console did not come.');
  const code = await fetch(new URL(script, address));
  if (!code.ok) return refuse('The script of the console did not come.');
  const spoke = await deskSpeaks(address);
  return spoke
    ? ok('The console served its page and state, and closed; no browser was found to paint it.')
    : refuse('The desk did not speak.');
}

function deskSpeaks(address: string): Promise<boolean> {
  const { host, origin, searchParams } = new URL(address);
  const socket = new WebSocket(
    `ws://${host}/desk`, ['corium', searchParams.get('token') ?? ''], { origin });
  return new Promise((resolve) => {
    const settle = (spoke: boolean): void => {
      clearTimeout(late);
      socket.close();
      resolve(spoke);
    };
    const late = setTimeout(() => settle(false), PAINT_MS_MAX);
    socket.on('message', () => settle(true));
    socket.on('error', () => settle(false));
  });
}
