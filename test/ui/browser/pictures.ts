// Takes the pictures of the README: the console as `npm start` opens it, and one treatment of the
// demonstration, on a real desk, host and simulated pen. Run by hand, since a picture is looked at
// and not compared:
//
//     node test/ui/browser/pictures.ts [FOLDER]

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { nextKind, openWholeConsole, press, TABLET, untilNext } from './console-page.ts';
import { smallerPng } from './smaller-png.ts';

const FOLDER = process.argv[2] ?? fileURLToPath(new URL('../../../ui/pictures', import.meta.url));

/** A transition is over after this, and a screen that was fetched is painted. */
const SETTLED_MS = 400;

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  const png = await page.screenshot();
  writeFileSync(path.join(FOLDER, `${name}.png`), smallerPng(png));
  process.stdout.write(`${name}: ${await nextKind(page)}\n`);
}

/** Takes next steps until one is of a kind; a whole treatment takes a minute. */
async function walkOn(page: Page, kind: string): Promise<void> {
  for (let now = await nextKind(page); now !== kind; now = await nextKind(page)) {
    if ((await page.locator(`button[data-next-step=${now}]`).count()) > 0) await press(page, now);
    await page.waitForTimeout(60);
  }
}

/** Confirms the area at the eye as a person has to: shield, name, and then arming. */
async function confirmEye(page: Page, name?: string): Promise<void> {
  await page.click('button[data-next-step=confirm-eye]');
  await page.check('[role=dialog] input[type=checkbox]');
  await page.click('[role=dialog] [data-place="infraorbital/left"]');
  if (name !== undefined) await take(page, name);
  await page.click('[role=dialog] .button.next');
}

mkdirSync(FOLDER, { recursive: true });
const opened = await openWholeConsole({});
const page = await opened.open({ viewport: TABLET, colorScheme: 'light' });
await take(page, '1-ready');
await page.click('[data-menu=plan]');
await take(page, '2-plan');
await walkOn(page, 'glide');
await page.waitForTimeout(2_000);
do { // a hand lifts the pen now and then
  await walkOn(page, 'glide');
  await take(page, '3-treat');
} while ((await nextKind(page)) !== 'glide');
await walkOn(page, 'confirm-eye');
await confirmEye(page, '4-eye');
await untilNext(page, 'glide');
await page.click('[data-stop]');
await untilNext(page, 'clear');
await take(page, '5-stopped');
await press(page, 'clear');
await untilNext(page, 'confirm-eye');
await confirmEye(page);
await walkOn(page, 'done');
await page.waitForSelector('[data-verdict]');
await take(page, '6-after');
await opened.close();
