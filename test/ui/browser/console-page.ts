// The whole console in a real Chromium: the built page, the real desk and host, the simulated pen.
// Windows are opened and pressed as a person would; nothing is reached behind the page.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openDesk, type Desk } from '../../../ui/desk/desk.ts';
import type { DeskOptions } from '../../../ui/desk/given.ts';
import { buildPage, isStale, PAGE_FOLDER } from '../../../ui/serve/build-page.ts';
import { pageFiles } from '../../../ui/serve/page-files.ts';
import { startServer } from '../../../ui/serve/server.ts';
import { openBrowser } from '../support/bundle.ts';

/** A console that is open, and a browser beside it. */
export interface OpenConsole {
  readonly desk: Desk;
  readonly browser: Browser;
  readonly open: (context?: BrowserContextOptions) => Promise<Page>;
  /** Breaks the road to every window for good. */
  readonly breakRoad: () => Promise<void>;
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

function shortPlan(): DeskOptions {
  const planPath = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'corium-plan-')), 'plan.json');
  fs.writeFileSync(planPath, JSON.stringify(SHORT_PLAN));
  return { planPath };
}

/** Opens a console in a fresh demonstration; if not said, with a plan that is over in seconds. */
export async function openWholeConsole(options = shortPlan()): Promise<OpenConsole> {
  if (isStale()) {
    const built = await buildPage();
    if (!built.ok) throw new Error(built.error);
  }
  const desk = await openDesk({ pen: 'sim', ...options });
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
    breakRoad: server.value.close,
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
    timeout: 45_000,
  });
}

/** Takes one next step of a kind in some way; a step that has changed meanwhile is left alone. */
export type Take = (page: Page, kind: string) => Promise<void>;

/** Takes next steps in some way until the next step is one of these. */
export async function walkUntil(
  page: Page,
  take: Take,
  ...kinds: readonly string[]
): Promise<void> {
  const deadline = Date.now() + 50_000;
  for (let kind = await nextKind(page); !kinds.includes(kind); kind = await nextKind(page)) {
    if (Date.now() > deadline) throw new Error(`still at ${kind}`);
    if ((await stepOf(page, kind).count()) > 0) await take(page, kind);
    await page.waitForTimeout(60);
  }
}

const stepOf = (page: Page, kind: string): Locator =>
  page.locator(`button[data-next-step=${kind}]:not(:disabled)`).first();

/** Presses what is labelled as the next step. */
export const press: Take = (page, kind) =>
  stepOf(page, kind).click({ timeout: 1_000 }).catch(() => undefined);

/** The same with a finger. */
export const tap: Take = (page, kind) =>
  stepOf(page, kind).tap({ timeout: 1_000 }).catch(() => undefined);

/** The same with the Enter key, with nothing in focus. */
export const enter: Take = (page) => page.keyboard.press('Enter');
