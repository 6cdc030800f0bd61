/** The plot in a real browser: it fills, moves on in silence, and outlives a change of size. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, openPage } from '../support/bundle.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  const entry = fileURLToPath(new URL('page.ts', import.meta.url));
  page = await openPage(browser, entry, { width: 900, height: 320 });
  await page.evaluate('begin(860, 300)');
  await page.waitForFunction('inked().every((share) => share > 0.01)');
});
afterAll(() => browser.close());

const inked = (): Promise<readonly number[]> => page.evaluate<readonly number[]>('inked()');

test('a minute of samples fills the plot from end to end', async () => {
  const picture = process.env['PLOT_PICTURE'];
  if (picture !== undefined) await page.screenshot({ path: picture });
  const shares = await inked();
  expect(Math.min(...shares)).toBeGreaterThan(0.02);
});

test('another width keeps what was drawn', async () => {
  await page.evaluate("canvas.style.width = '500px'; plot.refit()");
  expect(await page.evaluate('canvas.width')).toBe(500);
  expect(Math.min(...(await inked()))).toBeGreaterThan(0.02);
});

test('silence is a gap that moves in from the right', async () => {
  const before = (await inked()).at(-1) ?? 0;
  await page.evaluate('hush()');
  await page.waitForFunction(`inked().at(-1) < ${before * 0.75}`);
  expect((await inked())[0]).toBeGreaterThan(0.02);
});
