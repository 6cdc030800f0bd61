// What comes in that nobody planned for: files, names, scripts, a second window, a desk that dies,
// a clock and a sound device that go wrong. Each ends in one sentence, never in a blank window.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { snapshot, treatingState } from '../support/desk-fixture.ts';
import {
  openWholeConsole, type OpenConsole, tap, untilNext, walkUntil,
} from './console-page.ts';
import { fixtureDocument, openFixture, shows } from './fixture-page.ts';

let opened: OpenConsole;
const errors: string[] = [];

beforeAll(async () => {
  opened = await openWholeConsole();
});
afterAll(() => opened.close());

/** Drops a file on a screen that has no place for one. */
const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(([fileName, body]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([body], fileName));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
  }, [name, text] as const);

const said = async (page: Page): Promise<string> => {
  await page.waitForSelector('.rail [role=alert] p');
  return (await page.textContent('.rail [role=alert] p')) ?? '';
};

const understood = (page: Page): Promise<void> => page.click('.rail [role=alert] button');

const SCRIPT = '<img src=x onerror="window.attacked = true">'
  + '<script>window.attacked = true</script>';

describe('before a treatment', () => {
  let page: Page;
  beforeAll(async () => {
    page = await opened.open();
    page.on('pageerror', (error) => errors.push(error.message));
  });
  beforeEach(() => {
    errors.length = 0;
  });

  it('reads no file that is too large, and says so', async () => {
    await drop(page, 'film.mp4', 'x'.repeat(300 * 1024));
    expect(await said(page)).toMatch(/too large.*film\.mp4/);
    await understood(page);
  });

  it.each([
    ['nothing', ''],
    ['half a plan', '{"version": 1, "areas": ['],
    ['bytes', '\u0000\u0001\u0002PNG'],
    ['a plan of another world', '{"version": 99}'],
    ['a prototype', '{"__proto__": {"version": 1}}'],
  ])('refuses %s that is dropped in a sentence with the name of the file', async (_, text) => {
    await drop(page, 'my-plan.json', text);
    expect(await said(page)).toMatch(/plan could not be read.*my-plan\.json|understand/);
    await understood(page);
    expect(errors).toEqual([]);
  });

  it('takes a plan that is dropped on any screen, and shows it', async () => {
    await page.click('[data-menu=settings]');
    const area = { area: 'chin', side: 'midline', rateCentiHz: 8_000, passes: 1, sizeMm2: 200 };
    await drop(page, 'chin.json', JSON.stringify({
      version: 1, planId: 'chin-1', person: 'demo-person-1', operator: SCRIPT,
      areas: [{ ...area, depthUm: 300 }],
    }));
    await page.waitForSelector('.shell[data-screen=plan] [data-place="chin/midline"]');
    await page.click('[data-menu=ready]');
  });

  it('shows a pasted script as text and cuts a name of a thousand characters', async () => {
    await page.click('[data-topic=operator] button');
    const field = page.locator('[role=dialog] input, [data-topic=operator] input').first();
    await field.fill(SCRIPT.slice(0, 100));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.body.textContent.includes('onerror'));
    expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
    expect(await field.count() === 0 || (await field.getAttribute('maxlength')) === '128')
      .toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  });

  it('lets a second window look on, and says which one controls', async () => {
    const viewer = await opened.open();
    await untilNext(viewer, 'look-on');
    expect(await viewer.locator('[data-next-kind] button').count()).toBe(0);
    await drop(viewer, 'x.json', '{}');
    expect(await said(viewer)).toMatch(/Another window controls/);
    await viewer.close();
  });

  it('is as large to the eye on a screen of 4K as on others', async () => {
    await page.setViewportSize({ width: 3_840, height: 2_160 });
    for (const screen of ['ready', 'plan', 'treat', 'records', 'settings']) {
      await page.click(`[data-menu=${screen}]`);
      await page.waitForSelector(`.shell[data-screen=${screen}]`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(3_840);
    }
    const [card] = await page.$$eval('.next-card', (cards) =>
      cards.map((one) => one.getBoundingClientRect().width));
    expect(card).toBeGreaterThan(400);
    await page.close();
  });
});

describe('when a part is missing', () => {
  it('opens and says that nothing is heard on a computer without sound', async () => {
    const page = await openFixture(opened.browser, '<p>', { width: 1024, height: 600 });
    await page.addInitScript(() => {
      Object.defineProperty(window, 'AudioContext', {
        value: function none() { throw new Error('no device'); },
      });
    });
    const body = await fixtureDocument();
    await page.unrouteAll();
    await page.route('http://console.test/**', (route) =>
      route.fulfill({ contentType: 'text/html', body }));
    await page.goto('http://console.test/');
    await shows(page, treatingState(), snapshot(), 'treat');
    await page.waitForSelector('.sound-problem');
    expect(await page.textContent('.sound-problem')).toMatch(/no sound/i);
    await page.close();
  });

  it('keeps no pause of the sound that a clock set back has lengthened', async () => {
    const page = await openFixture(
      opened.browser, await fixtureDocument(), { width: 1024, height: 600 });
    const soundPausedUntil = new Date(Date.now() + 3_600_000).toISOString();
    const alarms = [{ alarm: 'link-lost', priority: 'medium', ageMs: 500 }] as const;
    await shows(page, treatingState({ alarms: { log: [], soundPausedUntil } }),
      snapshot({ alarms }), 'treat');
    await page.waitForSelector('[data-sound=on]');
    await page.close();
  });
});

describe('a desk that is gone in the middle of a treatment', () => {
  it('is said at once, and neither "no alarm" nor the last step stay', async () => {
    const own = await openWholeConsole();
    const page = await own.open({ hasTouch: true });
    await walkUntil(page, tap, 'press', 'glide');
    await own.breakRoad();
    await page.waitForSelector('[data-next-kind=wait]');
    await page.waitForFunction(() =>
      document.querySelector('[data-next-kind]')?.textContent.includes('lift the pen off'));
    expect(await page.textContent('.alarms')).not.toContain('No alarm');
    expect(await page.getAttribute('.treat', 'data-fresh')).toBe('stale');
    await own.close();
  });
});
