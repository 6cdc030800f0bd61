// A treatment by keyboard alone, in a real browser on the real host with the simulated pen: nothing
// is clicked and nothing is in focus but the page.

import { afterEach, describe, expect, it } from 'vitest';
import {
  enter, nextKind, openWholeConsole, type OpenConsole, untilNext, walkUntil,
} from './console-page.ts';

let console_: OpenConsole | undefined;
afterEach(() => console_?.close());

describe('a treatment in the window', () => {
  it('is armed, stopped by space, cleared and armed again by keyboard alone', async () => {
    console_ = await openWholeConsole();
    const page = await console_.open();
    await walkUntil(page, enter, 'arm');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('.area-row[data-place="cheek/right"][aria-current=step]');
    await walkUntil(page, enter, 'press', 'glide');
    await page.keyboard.press('Space');
    await untilNext(page, 'clear');
    expect(await page.textContent('[data-next-kind]')).toContain('Demo operator');
    await walkUntil(page, enter, 'press', 'glide');
    expect(['press', 'glide']).toContain(await nextKind(page));
  });
});
