// Alarms and the eye on the screens, on the fixture's link: each priority is told by colour, marks
// and flash; a high one cannot be paused; an area at the eye is armed by nothing but its own step.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import { areaSnapshot, snapshot, treatingState } from '../support/desk-fixture.ts';
import { openBrowser } from '../support/bundle.ts';
import { fixtureDocument, openFixture, shows } from './fixture-page.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openFixture(browser, await fixtureDocument(), { width: 1024, height: 600 });
});
afterAll(() => browser.close());

const ALARMS = {
  high: { alarm: 'too-deep', priority: 'high', ageMs: 500 },
  medium: { alarm: 'link-lost', priority: 'medium', ageMs: 500 },
  low: { alarm: 'tilt', priority: 'low', ageMs: 500 },
} as const;

const withAlarms = (...priorities: readonly (keyof typeof ALARMS)[]): Snapshot =>
  snapshot({ alarms: priorities.map((priority) => ALARMS[priority]) });

/** Flashes a second of the mark, its characters, and the colour behind the words. */
const told = (): Promise<readonly [mark: string, flashHz: number, colour: string]> =>
  page.evaluate(() => {
    const strip = document.querySelector('.alarms');
    const mark = document.querySelector('.alarm-mark');
    if (strip === null || mark === null) throw new Error('there is no alarm');
    const { animationName, animationDuration } = getComputedStyle(mark);
    const flashHz = animationName === 'none' ? 0 : 1 / Number.parseFloat(animationDuration);
    return [mark.textContent, flashHz, getComputedStyle(strip).backgroundColor];
  });

describe('the alarm strip', () => {
  it('flashes red at 1.4 to 2.8 Hz for a high alarm, with three marks', async () => {
    await shows(page, treatingState(), withAlarms('high'), 'treat');
    const [mark, flashHz, colour] = await told();
    expect([mark, colour]).toEqual(['!!!', 'rgb(179, 18, 29)']);
    expect(flashHz).toBeGreaterThanOrEqual(1.4);
    expect(flashHz).toBeLessThanOrEqual(2.8);
  });

  it('flashes yellow at 0.4 to 0.8 Hz for a medium one, with two', async () => {
    await shows(page, treatingState(), withAlarms('medium'), 'treat');
    const [mark, flashHz, colour] = await told();
    expect([mark, colour]).toEqual(['!!', 'rgb(255, 212, 40)']);
    expect(flashHz).toBeGreaterThanOrEqual(0.4);
    expect(flashHz).toBeLessThanOrEqual(0.8);
  });

  it('stands in cyan for a low one, with one mark and no flash', async () => {
    await shows(page, treatingState(), withAlarms('low'), 'treat');
    expect(await told()).toEqual(['!', 0, 'rgb(143, 227, 240)']);
  });

  it('shows the most pressing of several in full and the others by name', async () => {
    await shows(page, treatingState(), withAlarms('low', 'medium', 'high'), 'treat');
    expect((await told())[0]).toBe('!!!');
    expect(await page.locator('.alarm-rest li').count()).toBe(2);
  });

  it('lets the sound be paused unless the alarm is high, and shows the pause', async () => {
    await shows(page, treatingState(), withAlarms('high'), 'treat');
    expect(await page.isDisabled('[data-sound]')).toBe(true);
    const soundPausedUntil = new Date(Date.now() + 60_000).toISOString();
    await shows(page, treatingState({ alarms: { log: [], soundPausedUntil } }),
      withAlarms('medium'), 'treat');
    await page.waitForSelector('[data-sound=paused]');
    expect(await page.textContent('[data-sound]')).toMatch(/paused, 0:5\d left|paused, 1:00/);
  });
});

describe('an area at the eye', () => {
  const eye = { area: 'crows-feet', side: 'left' } as const;
  const areas = [areaSnapshot({ ...eye, eye: true })];
  const asked = (): Promise<readonly { readonly kind: string }[]> =>
    page.evaluate(() => window.fixture.asked);

  it('is armed only after shield and name, and a wrong name arms nothing', async () => {
    await shows(page, treatingState(), snapshot({ areas }), 'treat');
    await page.click('[data-next-step=confirm-eye]');
    const arm = page.locator('[role=dialog] .button.next');
    expect(await arm.isDisabled()).toBe(true);
    await page.click('[role=dialog] [data-place="infraorbital/left"]');
    await page.check('[role=dialog] input[type=checkbox]');
    expect(await arm.isDisabled()).toBe(true);
    await page.click('[role=dialog] [data-place="crows-feet/left"]');
    expect((await asked()).some(({ kind }) => kind === 'arm')).toBe(false);
    await arm.click();
    expect((await asked()).at(-1)).toEqual({ kind: 'arm', ...eye, eyeConfirmed: true });
  });
});
