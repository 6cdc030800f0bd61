// The bench in a real browser on the fixture's link: its pictures under axe in both themes, and the
// key that is held, which has to let go of itself whatever takes the hand or the focus away.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchView } from '../../../host/core/bench/bench-view.ts';
import type { BenchDeskView, BenchStanding } from '../../../ui/contract/bench-state.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import { openBrowser } from '../support/bundle.ts';
import { FULL_DESK } from '../support/desk-fixture.ts';
import { axeFindings } from './axe-findings.ts';
import { fixtureDocument, openFixture, shows } from './fixture-page.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openFixture(browser, await fixtureDocument(), { width: 1024, height: 600 });
});
afterAll(() => browser.close());

const POINTS = [100, 500, 1_000].map((commandedUm) =>
  ({ commandedUm, errorNm: 12_000, expandedNm: 30_000 }));

const VIEW: BenchView = {
  phase: 'hold', series: 'as-found', done: 3, all: 48, leftMs: 240_000,
  step: {
    kind: 'depth', series: 'as-found', seating: 0, repeat: 0, direction: 'up', commandedUm: 500,
  },
  doubt: undefined, out: false, latch: undefined, clearing: false, stoppedBy: undefined,
  byHand: false, pointsUm: [100, 500, 1_000], seatings: 5, zeroNm: 0,
  readings: [{
    commandedUm: 100, direction: 'up', seating: 0, readingNm: 108_000, typed: false,
  }],
  rates: [{
    commandedCentiHz: 2_000, measuredCentiHz: 2_004, expandedCentiHz: 5, by: 'tachometer',
  }],
  overshoots: [], points: POINTS,
  pen: {
    serial: 'SIM-1', trigger: false, depthUm: 0, rateCentiHz: 0, strokes: 0,
    temperatureDeciC: 215, ageMs: 5,
  },
};

const bench = (standing: BenchStanding): BenchDeskView => ({
  standing,
  instruments: [{
    serial: 'G-1', measures: 'depth', name: 'gauge', dueOn: '2027-01-01', against: undefined,
  }],
  key: { state: 'absent', path: 'bench-key.pem' },
  open: {
    calibrationId: 'c', penSerial: 'SIM-1', gauge: 'G-1', operator: 'Anna', readings: 3,
    adjusted: false, peaks: false,
  },
  simulated: true, hands: 'window', held: false, found: undefined, said: ['A cable came back.'],
});

const STANDINGS: readonly BenchStanding[] = [
  { kind: 'none' },
  { kind: 'asking', asked: 'warm-up', met: [], complaint: { what: 'warm-up', kind: 'unmet' } },
  { kind: 'measuring', resumed: false },
  {
    kind: 'deciding',
    found: { class: 'S', points: POINTS, against: [{ code: 'overshoot-undeclared' }] },
  },
  {
    kind: 'done',
    certificate: {
      certificateId: 'C1', file: 'C1.json', penSerial: 'SIM-1', model: 'meridian-p', class: 'S',
      classBefore: 'P', dueOn: '2027-05-01', treatmentsMax: 200, adjusted: true, rawLines: 900,
      accepted: true, findings: [], impactTreatments: 2,
      asFound: { class: 'S', points: POINTS }, asLeft: { class: 'P', points: POINTS },
    },
  },
  { kind: 'broken-off', stopped: false, details: ['The cable was pulled out.'] },
];

async function showsBench(standing: BenchStanding, theme: 'light' | 'dark'): Promise<void> {
  const settings = { ...FULL_DESK.settings, theme };
  const state: DeskState = { ...FULL_DESK, settings, bench: bench(standing) };
  await page.evaluate((view) => window.fixture.bench({ view, live: [{ atMs: 1, nm: 500 }] }), VIEW);
  await shows(page, state, undefined, 'bench');
  await page.waitForSelector('.bench');
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(STANDINGS)('the bench keeps WCAG 2.2 AA while it is $kind', async (standing) => {
    await showsBench(standing, theme);
    expect(await axeFindings(page)).toEqual([]);
  });
});

const lastHold = (): Promise<boolean | undefined> => page.evaluate(() => {
  const holds = window.fixture.asked.flatMap((ask) =>
    (ask.kind === 'bench-hold' ? [ask.held] : []));
  return holds.at(-1);
});

describe('the key that is held', () => {
  it('is let go of by the finger, by the focus and by the window', async () => {
    await showsBench({ kind: 'measuring', resumed: false }, 'light');
    await page.focus('[data-hold]');
    await page.keyboard.down('Space');
    expect(await lastHold()).toBe(true);
    await page.keyboard.up('Space');
    expect(await lastHold()).toBe(false);
    await page.keyboard.down('Enter');
    await page.focus('[data-bench-cancel]');
    expect(await lastHold()).toBe(false);
    await page.keyboard.up('Enter');
    await page.hover('[data-hold]');
    await page.mouse.down();
    expect(await lastHold()).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    expect(await lastHold()).toBe(false);
    await page.mouse.up();
  });

  it('and everything beside it measures 44 px and more', async () => {
    const small = await page.evaluate(() => [...document.querySelectorAll(
      '.bench button, .bench summary, .bench input',
    )].filter((one) => one.getBoundingClientRect().height < 44
      && one.getBoundingClientRect().height > 0).map((one) => one.outerHTML.slice(0, 80)));
    expect(small).toEqual([]);
  });
});
