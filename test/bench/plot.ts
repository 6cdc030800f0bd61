/**
 * What the scrolling plot costs: a page with the plot full and fed at 200 Hz, four series over a
 * minute, beside the same page idle, in turns of one run. Processor time is that of every process
 * of the browser, as it says itself; beside it stands how long the main thread of the page was in
 * its tasks, which grows with whatever else the machine does and is printed for a look only.
 *
 *   node test/bench/plot.ts            six turns of five seconds
 *   node test/bench/plot.ts --quick    two turns of three
 */
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright-core';
import { announce, atMost, conclude, median, QUICK } from '../support/bench.ts';
import { openBrowser, openPage } from '../ui/support/bundle.ts';

const [TURNS, TURN_MS] = QUICK ? [2, 3_000] : [6, 5_000];
const WIDTH = 1_000;
const HEIGHT = 320;

/** A share of one core. */
interface Share {
  readonly browser: number;
  readonly page: number;
}

announce('The scrolling plot: 200 Hz x 4 series, a window of 60 s, 1000 x 320 pixels');
const browser = await openBrowser(['--disable-gpu']);
const entry = fileURLToPath(new URL('../ui/plot/page.ts', import.meta.url));
const page = await openPage(browser, entry, { width: WIDTH, height: HEIGHT });
const whole = await browser.newBrowserCDPSession();
const inPage = await page.context().newCDPSession(page);
await inPage.send('Performance.enable');

/** Seconds of processor time of every process of the browser. */
async function browserS(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/** Seconds that the main thread of the page was busy. */
async function pageS(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** What a turn costs. */
async function turn(on: Page): Promise<Share> {
  await on.waitForTimeout(500);
  const [fromMs, all, main] = [performance.now(), await browserS(whole), await pageS(inPage)];
  await on.waitForTimeout(TURN_MS);
  const seconds = (performance.now() - fromMs) / 1_000;
  return {
    browser: ((await browserS(whole)) - all) / seconds,
    page: ((await pageS(inPage)) - main) / seconds,
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`.padStart(8);

const idle: Share[] = [];
const plotted: Share[] = [];
for (let round = 0; round < TURNS; round += 1) {
  idle.push(await turn(page));
  await page.evaluate(`begin(${WIDTH}, ${HEIGHT})`);
  plotted.push(await turn(page));
  await page.evaluate('end()');
}
await browser.close();

const [ours, nothing] = [median(plotted.map((s) => s.browser)), median(idle.map((s) => s.browser))];
const [main, still] = [median(plotted.map((s) => s.page)), median(idle.map((s) => s.page))];
console.log('share of a core, median of turns        browser     page');
console.log(`idle page                              ${percent(nothing)} ${percent(still)}`);
console.log(`plot, 200 Hz x 4 series, 60 s window   ${percent(ours)} ${percent(main)}`);
const [overAll, overMain] = [percent(ours - nothing), percent(main - still)];
console.log(`plot over idle                         ${overAll} ${overMain}`);
conclude('node test/bench/plot.ts', [
  atMost('plot over idle, whole browser', (ours - nothing) * 100, 12, ' %'),
]);
