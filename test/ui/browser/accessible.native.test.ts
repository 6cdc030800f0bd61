// Every screen in both themes under axe, at the size of a small tablet, on the fixture's link:
// names for screen readers, contrast, order, targets. A rule that is broken is named with its
// element.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../../ui/contract/desk-state.ts';
import {
  deskState, FULL_DESK, runningSnapshot, snapshot, treatingState,
} from '../support/desk-fixture.ts';
import { openBrowser } from '../support/bundle.ts';
import { fixtureDocument, openFixture, shows } from './fixture-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await openFixture(browser, await fixtureDocument(), { width: 1024, height: 600 });
  await page.addScriptTag({ content: axe });
});
afterAll(() => browser.close());

/** What axe finds, one line for each element. */
const findings = (): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: {
      run: (on: Document, options: object) => Promise<{
        violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
      }>;
    } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await tool.run(document, { runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        `${id}: ${target.join(' ')} ${failureSummary ?? ''}`.replaceAll(/\s+/g, ' ')));
  });

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

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(CASES)('%s keeps WCAG 2.2 AA', async (_, state, heard, screen) => {
    const themed = { ...state, settings: { ...state.settings, theme } };
    await shows(page, themed, heard, screen);
    await page.waitForTimeout(30);
    expect(await findings()).toEqual([]);
  });
});
