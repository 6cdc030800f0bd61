// Treat under gloved fingers: what is touched is large enough, what is read is large enough, STOP
// stops, and a window that is loaded again in the middle shows the same treatment.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openWholeConsole, type OpenConsole, TABLET, tap, untilNext, walkUntil,
} from './console-page.ts';

let opened: OpenConsole;
let page: Page;

beforeAll(async () => {
  opened = await openWholeConsole();
  page = await opened.open({ hasTouch: true });
  await walkUntil(page, tap, 'arm');
});
afterAll(() => opened.close());

interface Box {
  readonly what: string;
  readonly width: number;
  readonly height: number;
  readonly right: number;
  readonly bottom: number;
  readonly fontPx: number;
}

const boxes = (selector: string): Promise<readonly Box[]> =>
  page.$$eval(selector, (found) =>
    found.map((element) => {
      const { width, height, right, bottom } = element.getBoundingClientRect();
      const what = element.getAttribute('data-value') ?? element.textContent.trim();
      const fontPx = Number.parseFloat(getComputedStyle(element).fontSize);
      return { what, width, height, right, bottom, fontPx };
    }));

describe('Treat at 1024 x 600', () => {
  it('writes every value at least 40 pixels high, and all of them are on the page', async () => {
    const values = await boxes('.shell [data-value]');
    expect(values.map(({ what }) => what).sort()).toEqual(
      ['cap', 'commanded', 'density', 'measured', 'needle-on', 'passes-left', 'strokes-left'],
    );
    expect(values.filter(({ fontPx }) => fontPx < 40)).toEqual([]);
    const isOutside = ({ right, bottom }: Box): boolean =>
      right > TABLET.width || bottom > TABLET.height;
    expect(values.filter(isOutside)).toEqual([]);
  });

  it('has STOP at least 96 pixels each way, and nothing to touch under 44', async () => {
    const [stop] = await boxes('[data-stop]');
    expect(Math.min(stop?.width ?? 0, stop?.height ?? 0)).toBeGreaterThanOrEqual(96);
    const targets = await boxes('button:not([disabled]), .shell a:not(.skip), input, label.button');
    expect(targets.filter(({ width, height }) => Math.min(width, height) < 44)).toEqual([]);
  });

  it('does not scroll sideways, and not at twice the size of its letters either', async () => {
    const overflow = (): Promise<number> =>
      page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 512, height: 300 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    const [stop] = await boxes('[data-stop]');
    expect(Math.min(stop?.width ?? 0, stop?.height ?? 0)).toBeGreaterThanOrEqual(96);
    expect(stop?.bottom ?? 999).toBeLessThanOrEqual(300);
    await page.setViewportSize(TABLET);
  });

  it('shows the same treatment again when it is loaded anew', async () => {
    const strokes = await page.textContent('[data-value=strokes-left]');
    await page.reload();
    await untilNext(page, 'arm');
    await page.waitForSelector('.shell[data-screen=treat] .treat');
    expect(await page.textContent('[data-value=strokes-left]')).toBe(strokes);
  });

  it('stops by a touch of STOP, wherever one has gone to look', async () => {
    await walkUntil(page, tap, 'press', 'glide');
    await page.tap('[data-menu=settings]');
    await page.waitForSelector('.shell[data-screen=settings]');
    await page.tap('[data-stop]');
    await untilNext(page, 'clear');
    await page.waitForSelector('.alarms[data-priority=low]');
  });
});
