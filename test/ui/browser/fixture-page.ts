// The screens in a real Chromium on the fixture's link: bundled once, opened at a size, told what
// to show. For what wants many states quickly; what is done on them is done on a real desk.

import type { Browser, Page } from 'playwright-core';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import { bundled } from '../support/bundle.ts';
import type { FixtureDesk } from './fixture/main.tsx';

declare global {
  interface Window {
    fixture: FixtureDesk;
  }
}

const ADDRESS = 'http://console.test/';

/** The page of the fixture as one document. */
export async function fixtureDocument(): Promise<string> {
  const { script, style } = await bundled(new URL('fixture/main.tsx', import.meta.url).pathname);
  const closed = script.replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <title>Corium</title><style>${style}</style></head>
    <body><script>${closed}</script></body></html>`;
}

/** Opens it at a size. */
export async function openFixture(
  browser: Browser,
  body: string,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  page.on('pageerror', (error) => console.error(error));
  await page.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(ADDRESS);
  return page;
}

/** Has the fixture say a state, and shows a screen of it. */
export async function shows(
  page: Page,
  state: DeskState,
  snapshot?: Snapshot,
  screen?: string,
): Promise<void> {
  await page.evaluate(
    ([said, heard, name]) => {
      window.fixture.say(said, heard);
      if (name !== undefined) document.querySelector<HTMLElement>(`[data-menu=${name}]`)?.click();
    },
    [state, snapshot, screen] as const,
  );
  if (screen !== undefined) await page.waitForSelector(`.shell[data-screen=${screen}]`);
  // Numbers that came close behind others wait for their turn; this timer runs out behind theirs.
  await page.evaluate(() => new Promise((settled) => {
    setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(settled)), 100);
  }));
}

/** Waits until everything that moves and comes to an end has come to it. */
export async function stands(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect, playState }) =>
      playState === 'running' && effect !== null
        && Number.isFinite(Number(effect.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
