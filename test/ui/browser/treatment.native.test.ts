// A treatment as a person does it, in a real browser on the real host with the simulated pen: by
// somebody who presses only what is labelled as the next step, and by keyboard alone.

import { afterEach, describe, expect, it } from 'vitest';
import {
  enter, nextKind, openWholeConsole, type OpenConsole, press, untilNext, walkUntil,
} from './console-page.ts';

let console_: OpenConsole | undefined;
afterEach(() => console_?.close());

describe('a treatment in the window', () => {
  it('is finished by somebody who presses only what is labelled as the next step', async () => {
    console_ = await openWholeConsole();
    const page = await console_.open();
    await walkUntil(page, press, 'done');
    await page.waitForSelector('[data-verdict]');
    expect(await page.getAttribute('[data-verdict]', 'data-verdict')).toBe('accepted');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await press(page);
    await untilNext(page, 'answer', 'begin', 'mend', 'demo-plan', 'demo-case');
  });

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
