/** The figure in a real browser: touched, reached by keys, and told to a screen reader. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Point } from '../../../ui/renderer/figure/curve.ts';
import { isAtEye, isInside, VIEW_NAMES, VIEWS } from '../../../ui/renderer/figure/views.ts';
import { openBrowser, openPage } from '../support/bundle.ts';

const ENTRY = fileURLToPath(new URL('page.tsx', import.meta.url));
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openPage(browser, ENTRY, { width: 1_800, height: 470 });
  const shot = process.env['FIGURE_PICTURE'];
  if (shot !== undefined) await page.screenshot({ path: shot });
});
afterAll(() => browser.close());

const chosen = (): Promise<readonly string[]> =>
  page.evaluate(() => {
    const list: unknown = Reflect.get(window, 'chosen');
    return Array.isArray(list) ? list.splice(0).map(String) : [];
  });

/** A point of the drawing in the page. */
async function inPage(view: string, [x, y]: readonly [number, number]) {
  const box = await page.locator(`[data-view=${view}] svg`).boundingBox();
  const scale = Math.min((box?.width ?? 0) / 480, (box?.height ?? 0) / 600);
  return {
    x: (box?.x ?? 0) + (box?.width ?? 0) / 2 + (x - 240) * scale,
    y: (box?.y ?? 0) + (box?.height ?? 0) / 2 + (y - 300) * scale,
  };
}

test('a touch in the middle of a region chooses it, unless it is locked', async () => {
  for (const view of VIEW_NAMES) {
    for (const { area, side, mark } of VIEWS[view].regions) {
      const { x, y } = await inPage(view, mark);
      await page.mouse.click(x, y);
      const isLocked = area === 'upper-eyelid' || area === 'vermilion';
      expect(await chosen()).toEqual(isLocked ? [] : [`${view} ${area}/${side}`]);
    }
  }
});

test('arrow keys go from region to region, and one of them is reached by the tab key', async () => {
  const first = page.locator('[data-view=face-front] [tabindex="0"]');
  expect(await first.count()).toBe(1);
  await first.focus();
  const seen = new Set<string>();
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    const focused = page.locator('[data-view=face-front] :focus');
    seen.add((await focused.getAttribute('aria-label')) ?? 'nothing');
  }
  expect(seen.size).toBeGreaterThan(3);
  await page.keyboard.press('Enter');
  expect(await chosen()).toHaveLength(1);
  expect(await page.locator('[data-view=face-front] [tabindex="0"]').count()).toBe(1);
});

test('a region tells its place, its side and how it stands', async () => {
  const lid = page.locator('[data-view=face-front] [data-area=upper-eyelid][data-side=left]');
  expect(await lid.getAttribute('aria-label')).toBe('left upper eyelid, blocked, never treated');
  expect(await lid.getAttribute('aria-disabled')).toBe('true');
  const chin = page.locator('[data-view=face-front] [data-area=chin]');
  expect(await chin.getAttribute('aria-pressed')).toBe('true');
});

test('the left of the person is on the right from the front, on the left from behind', async () => {
  const middle = async (view: string) => {
    const box = await page
      .locator(`[data-view=${view}] [data-area=upper-arm][data-side=left]`)
      .boundingBox();
    const frame = await page.locator(`[data-view=${view}]`).boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2 - (frame?.x ?? 0) - (frame?.width ?? 0) / 2;
  };
  expect(await middle('body-front')).toBeGreaterThan(20);
  expect(await middle('body-back')).toBeLessThan(-20);
});

test('whatever lies over the eye, a touch on a region there reaches that region', async () => {
  for (const view of VIEW_NAMES) {
    const wanted = VIEWS[view].regions.filter(isAtEye).flatMap(({ area, side, polygon }) =>
      grid(polygon).map((point) => ({ point, name: `${area}/${side}` })),
    );
    const places = await Promise.all(wanted.map(({ point }) => inPage(view, point)));
    const found = await page.evaluate(
      (list) =>
        list.map(({ x, y }) => {
          const element = document.elementFromPoint(x, y);
          return `${element?.getAttribute('data-area')}/${element?.getAttribute('data-side')}`;
        }),
      places,
    );
    expect(found).toEqual(wanted.map(({ name }) => name));
  }
});

/** Points well within a polygon. */
function grid(polygon: readonly Point[]): readonly Point[] {
  const near = (point: Point): boolean => isInside(point, polygon);
  const points = Array.from({ length: 80 * 100 }, (_, at): Point => {
    const row = Math.floor(at / 80);
    return [(at % 80) * 6, row * 6];
  });
  return points.filter(
    ([x, y]) => near([x, y]) && near([x + 1.5, y + 1.5]) && near([x - 1.5, y - 1.5]),
  );
}
