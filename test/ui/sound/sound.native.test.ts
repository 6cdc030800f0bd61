/** The sounds as they come out, measured: pulses, spacing and fundamental, against the table. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALARM_BOUNDS, ALARM_SOUNDS } from '../../../ui/renderer/sound/alarm-table.ts';
import { pulsesOf } from '../../../ui/renderer/sound/score.ts';
import { openBrowser, openPage } from '../support/bundle.ts';

const RATE_HZ = 16_000;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser(['--autoplay-policy=no-user-gesture-required']);
  const entry = fileURLToPath(new URL('page.ts', import.meta.url));
  page = await openPage(browser, entry, { width: 200, height: 200 });
});
afterAll(() => browser.close());

interface Heard {
  readonly startMs: number;
  readonly endMs: number;
  readonly toneHz: number;
}

/** The pulses in some samples, by how loud it is around each two milliseconds. */
function pulsesIn(samples: readonly number[]): readonly Heard[] {
  const window = RATE_HZ / 500;
  const loud = Array.from({ length: Math.floor(samples.length / window) }, (_, index) =>
    Math.max(...samples.slice(index * window, (index + 3) * window).map(Math.abs)) > 0.05,
  );
  const starts = loud.flatMap((is, index) => (is && loud[index - 1] !== true ? [index] : []));
  return starts.map((start) => {
    const end = loud.indexOf(false, start);
    const pulse = samples.slice(start * window, end * window);
    return { startMs: start * 2, endMs: end * 2, toneHz: fundamentalHz(pulse) };
  });
}

/** The fundamental, by the shift at which a pulse looks most like itself. */
function fundamentalHz(pulse: readonly number[]): number {
  const likeness = (shift: number): number =>
    pulse.slice(0, 800).reduce((sum, value, at) => sum + value * (pulse[at + shift] ?? 0), 0);
  const shifts = Array.from({ length: 35 }, (_, index) => index + 40);
  const best = shifts.reduce((one, other) => (likeness(other) > likeness(one) ? other : one));
  return RATE_HZ / best;
}

const samplesOf = (priority: string): Promise<readonly number[]> =>
  page.evaluate<readonly number[]>(`rendered('${priority}')`);

test.each(['high', 'medium', 'low'] as const)('%s sounds as the table says', async (priority) => {
  const heard = pulsesIn(await samplesOf(priority));
  const [wanted, bounds] = [pulsesOf(priority), ALARM_BOUNDS[priority]];
  expect(heard).toHaveLength(wanted.length);
  expect(heard.length).toBeGreaterThanOrEqual(bounds.pulses.min);
  const beginMs = heard[0]?.startMs ?? 0;
  for (const [index, pulse] of heard.entries()) {
    expect(Math.abs(pulse.startMs - beginMs - (wanted[index]?.startMs ?? 0))).toBeLessThan(6);
    const lengthMs = pulse.endMs - pulse.startMs;
    expect(Math.abs(lengthMs - ALARM_SOUNDS[priority].pulseMs)).toBeLessThan(12);
    expect(lengthMs).toBeGreaterThanOrEqual(bounds.pulseMs.min);
    expect(lengthMs).toBeLessThanOrEqual(bounds.pulseMs.max);
    expect(Math.abs(pulse.toneHz / (wanted[index]?.toneHz ?? 1) - 1)).toBeLessThan(0.02);
  }
  const peak = Math.max(...(await samplesOf(priority)).map(Math.abs));
  expect(peak).toBeGreaterThan(0.4);
  expect(peak).toBeLessThan(1);
});

test('a device whose clock stands is said to be lost, and one that runs to be ready', async () => {
  const said = await page.evaluate<readonly string[]>('lostAndFound()');
  expect(said).toEqual(['ready', 'lost', 'ready']);
});
