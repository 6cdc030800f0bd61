// The whole console in a real Chromium: the built page, the real desk and host, the simulated pen.
// Windows are opened and pressed as a person would; nothing is reached behind the page.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openDesk, type Desk } from '../../../ui/desk/desk.ts';
import { buildPage, isStale, PAGE_FOLDER } from '../../../ui/serve/build-page.ts';
import { pageFiles } from '../../../ui/serve/page-files.ts';
import { startServer } from '../../../ui/serve/server.ts';
import { openBrowser } from '../support/bundle.ts';

/** A console that is open, and a browser beside it. */
export interface OpenConsole {
  readonly desk: Desk;
  readonly browser: Browser;
  readonly open: (context?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The size of a small tablet. */
export const TABLET = { width: 1024, height: 600 } as const;

const AREA = { rateCentiHz: 8_000, passes: 1, sizeMm2: 200, depthUm: 500 } as const;

/** A plan that is over in seconds: small areas, one pass each. */
const SHORT_PLAN = {
  version: 1,
  planId: 'short-1',
  person: 'demo-person-1',
  operator: 'Demo operator',
  areas: [
    { area: 'cheek', side: 'left', ...AREA },
    { area: 'cheek', side: 'right', ...AREA },
  ],
};

/** Opens a console in a fresh demonstration, with a plan that is over in seconds. */
export async function openWholeConsole(): Promise<OpenConsole> {
  if (isStale()) {
    const built = await buildPage();
    if (!built.ok) throw new Error(built.error);
  }
  const planPath = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'corium-plan-')), 'plan.json');
  fs.writeFileSync(planPath, JSON.stringify(SHORT_PLAN));
  const desk = await openDesk({ pen: 'sim', planPath });
  if (!desk.ok) throw new Error(desk.error);
  const { join } = desk.value;
  const server = await startServer({ files: pageFiles(PAGE_FOLDER), join, port: 0 });
  if (!server.ok) throw new Error(server.error);
  const browser = await openBrowser();
  return {
    desk: desk.value,
    browser,
    open: async (context = {}) => {
      const page = await browser.newPage({ viewport: TABLET, ...context });
      await page.goto(server.value.address);
      await page.waitForSelector('[data-next-kind]');
      return page;
    },
    close: async () => {
      await browser.close();
      await desk.value.close();
      await server.value.close();
    },
  };
}

/** What the next step is called now. */
export const nextKind = async (page: Page): Promise<string> =>
  (await page.getAttribute('[data-next-kind]', 'data-next-kind')) ?? '';

/** Waits until the next step is one of these. */
export async function untilNext(page: Page, ...kinds: readonly string[]): Promise<void> {
  await page.waitForSelector(kinds.map((kind) => `[data-next-kind=${kind}]`).join(','), {
    timeout: 20_000,
  });
}

/** Takes next steps in some way until the next step is one of these. */
export async function walkUntil(
  page: Page,
  take: (page: Page) => Promise<void>,
  ...kinds: readonly string[]
): Promise<void> {
  const deadline = Date.now() + 25_000;
  while (!kinds.includes(await nextKind(page))) {
    if (Date.now() > deadline) throw new Error(`still at ${await nextKind(page)}`);
    await take(page);
    await page.waitForTimeout(60);
  }
}

const NEXT = 'button[data-next-step]:not(:disabled)';

/** Presses what is labelled as the next step, if there is anything to press. */
export async function press(page: Page): Promise<void> {
  const button = page.locator(NEXT).first();
  if ((await button.count()) > 0) await button.click({ timeout: 1_000 }).catch(() => undefined);
}

/** The same with a finger. */
export async function tap(page: Page): Promise<void> {
  const button = page.locator(NEXT).first();
  if ((await button.count()) > 0) await button.tap({ timeout: 1_000 }).catch(() => undefined);
}

/** The same with the Enter key, with nothing in focus. */
export async function enter(page: Page): Promise<void> {
  if ((await page.locator(NEXT).count()) > 0) await page.keyboard.press('Enter');
}
