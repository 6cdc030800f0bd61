// A whole visit in a real Chromium on the real host: somebody is registered, asked, numbed and
// cleaned, a package is scanned, the treatment runs under the chart, and the sheet is handed over.

import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { axeFindings } from './axe-findings.ts';
import { openWholeConsole, type OpenConsole, press, untilNext, walkUntil } from './console-page.ts';

let console_: OpenConsole | undefined;
afterEach(() => console_?.close());

/** A plan that is over in seconds. */
const planOf = (person: string): string => JSON.stringify({
  version: 1, planId: 'visit-1', person, operator: 'Demo operator',
  areas: [{
    area: 'forehead', side: 'midline', sizeMm2: 60, depthUm: 400, rateCentiHz: 8_000, passes: 1,
  }],
});

/** The rules of WCAG 2.2 AA on what is shown, in a theme. */
async function keepsThem(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);
  await page.waitForTimeout(200);
  expect(await axeFindings(page)).toEqual([]);
}

/** Answers every question of every group with no, as it stands there. */
async function answerAll(page: Page): Promise<void> {
  await page.click('[data-visit-row=screening] button');
  await page.click('[data-skin-type="2"]');
  for (let pages = 0; pages < 6; pages += 1) {
    await page.locator('[data-question] [data-answer=no]').evaluateAll((buttons) => {
      for (const button of buttons) if (button instanceof HTMLElement) button.click();
    });
    if (pages === 1) await keepsThem(page, 'dark');
    await page.click('[data-screening]');
  }
  await page.waitForSelector('[role=dialog]', { state: 'detached' });
}

const settled = (page: Page, row: string): Promise<unknown> =>
  page.waitForSelector(`[data-visit-row=${row}][data-standing=good]`);

it('is walked from a new chart to a sheet that was handed over', async () => {
  console_ = await openWholeConsole({});
  const page = await console_.open();
  await page.click('[data-menu=people]');
  await page.click('[data-people=new]');
  await page.fill('[data-field=name]', 'x'.repeat(1_000));
  await page.fill('[data-field=born]', '1986-04-12');
  await page.click('[data-people=make]');
  await page.waitForSelector('[data-refused]');
  await page.fill('[data-field=name]', '<b>Zoë</b> Ó Súilleabháin');
  await page.click('[data-people=make]');
  await page.waitForSelector('[data-chart]');
  const person = (await page.getAttribute('[data-chart]', 'data-chart')) ?? '';
  await keepsThem(page, 'light');
  await page.click('[data-people=use]');
  await page.click('[data-visit=open]');
  await answerAll(page);
  await settled(page, 'screening');

  await page.click('[data-menu=plan]');
  await page.setInputFiles('input[type=file]', {
    name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(planOf(person)),
  });
  await page.waitForSelector('[data-place="forehead/midline"]');
  await page.click('[data-menu=ready]');
  await page.click('[data-visit=numbing]');
  await page.fill('[data-field=product]', 'Lidocaine');
  await page.fill('[data-field=strength]', '4');
  await page.fill('[data-field=grams]', '2');
  await page.fill('[data-field=size]', '60');
  await page.click('[data-numbing-note]');
  await page.waitForSelector('[data-numbing=running]');
  await page.click('[data-numbing-end=removed]');
  await page.click('[data-numbing-end=cleaned]');
  await page.click('[data-tick=reprocessed]');
  await page.click('[data-tick=barrier]');
  await page.click('[data-visit-row=glide] button');
  await page.click('[data-adjunct=vitamin-c]');
  await page.click('[data-glide-note]');
  await page.waitForSelector('[data-refused]');
  await page.click('[data-adjunct=sterile-hydrogel]');
  await page.fill('[data-field=lot]', 'H-1');
  await page.click('[data-glide-note]');
  await settled(page, 'glide');
  // A scanner that plays a keyboard, with nothing in focus: its Enter takes no next step.
  await page.locator('h1').click();
  await page.keyboard.type('(01)04012345678902(17)300101(21)X1\n');
  await page.click('[data-claim]');
  await page.waitForSelector('[data-refused]');
  await page.click('[data-simulated-package]');
  await page.check('[data-intact]');
  await page.click('[data-claim]');
  await settled(page, 'cartridge');
  await keepsThem(page, 'light');

  await walkUntil(page, press, 'done');
  await page.waitForSelector('[data-verdict=accepted]');
  await page.waitForSelector('[data-sheet]');
  const download = page.waitForEvent('download');
  await page.click('[data-after=paper]');
  expect((await download).suggestedFilename()).toMatch(/-aftercare\.pdf$/);
  await page.click('[data-after=hand]');
  await page.waitForSelector('[data-handed]');
  await keepsThem(page, 'dark');
  await press(page, 'done');
  await page.click('[data-menu=people]');
  await page.waitForSelector('[data-skin="forehead/midline"]');
  expect(await page.innerText('[data-skin="forehead/midline"]')).not.toContain(' 0/cm²');
  await page.click('[data-menu=ready]');
  await page.click('[data-visit=close]');
  await untilNext(page, 'visit');
});
