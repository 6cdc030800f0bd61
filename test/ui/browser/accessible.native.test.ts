// Every screen in both themes under axe, at the size of a small tablet, on the fixture's link:
// names for screen readers, contrast, order, targets. A rule that is broken is named with its
// element.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import {
  areaSnapshot, deskState, FULL_DESK, runningSnapshot, snapshot, treatingState,
} from '../support/desk-fixture.ts';
import { openBrowser } from '../support/bundle.ts';
import { axeFindings } from './axe-findings.ts';
import { fixtureDocument, openFixture, shows, stands } from './fixture-page.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openFixture(browser, await fixtureDocument(), { width: 1024, height: 600 });
});
afterAll(() => browser.close());

const alarm = (priority: 'high' | 'medium' | 'low') => {
  const name = { high: 'too-deep', medium: 'link-lost', low: 'tilt' } as const;
  return { alarm: name[priority], priority, ageMs: 900 };
};

const latched = (priority: 'high' | 'medium' | 'low'): Snapshot =>
  snapshot({ phase: 'latched', next: 'clear', alarms: [alarm(priority), alarm('low')] });

const CASES: readonly (readonly [
  name: string, state: DeskState, heard: Snapshot | undefined, screen: string,
])[] = [
  ['Ready, at the first start', deskState(), undefined, 'ready'],
  ['Ready, with everything known', FULL_DESK, undefined, 'ready'],
  ['Plan', FULL_DESK, undefined, 'plan'],
  ['Treat, nothing under way', FULL_DESK, undefined, 'treat'],
  ['Records', FULL_DESK, undefined, 'records'],
  ['Pens', FULL_DESK, undefined, 'pens'],
  ['Settings', FULL_DESK, undefined, 'settings'],
  ['Treat, running', treatingState(), runningSnapshot(), 'treat'],
  ['Treat, stopped by a high alarm', treatingState(), latched('high'), 'treat'],
  ['Treat, a medium alarm', treatingState(), latched('medium'), 'treat'],
  ['Treat, a low alarm', treatingState(), latched('low'), 'treat'],
];

const atEye = snapshot({ areas: [areaSnapshot({ area: 'crows-feet', eye: true })] });
const lockedOut = snapshot({
  areas: [areaSnapshot({ against: [{ code: 'locked-out', forMs: 540_000 }] })],
});

const DIALOGS: readonly (readonly [
  name: string, state: DeskState, heard: Snapshot | undefined, screen: string, opener: string,
])[] = [
  ['the eye', treatingState(), atEye, 'treat', '[data-next-step=confirm-eye]'],
  ['the end', treatingState(), lockedOut, 'treat', '[data-next-step=end-here]'],
  ['the alarms', treatingState(), latched('medium'), 'treat', '.alarms .alarm-button >> nth=-1'],
  ['the simulator', FULL_DESK, undefined, 'ready', '.simulated-button'],
  ['the pens', FULL_DESK, undefined, 'ready', '[data-topic=pen] button'],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(CASES)('%s keeps WCAG 2.2 AA', async (_, state, heard, screen) => {
    const themed = { ...state, settings: { ...state.settings, theme } };
    await shows(page, themed, heard, screen);
    await stands(page);
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each(DIALOGS)('the dialog of %s keeps them too', async (_, state, heard, screen, opener) => {
    const themed = { ...state, settings: { ...state.settings, theme } };
    await shows(page, themed, heard, screen);
    await page.click(opener);
    await page.waitForSelector('[role=dialog]');
    await stands(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=dialog]', { state: 'detached' });
  });
});
