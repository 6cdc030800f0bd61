/**
 * What the whole window costs with everything moving at 200 Hz, beside the scrolling plot alone at
 * the same size with the same samples, and the same page idle; and the frames that each dropped.
 * Processor time is that of all processes of the browser; what an idle page takes is taken off both
 * sides. All take turns on one page.
 */
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { atMost, type Figure, median, QUICK } from '../../support/bench.ts';
import { openPage } from '../../ui/support/bundle.ts';
import { openFeed } from './feed.ts';
import { ROOMY } from './stage.ts';

const [TURNS, TURN_MS] = QUICK ? [3, 3_000] : [7, 5_000];
/** A plot has settled, and every part of the window is there. */
const SETTLE_MS = 1_500;
/** The place that the plot has in the window. */
const PLOT = { width: 550, height: 146 } as const;

/** The page of these benches. */
export const MOVING_PAGE = fileURLToPath(
  new URL('../../ui/bench/moving-page.tsx', import.meta.url),
);

interface Turn {
  /** Share of a core. */
  readonly cost: number;
  /** Share of the frames that were due. */
  readonly dropped: number;
}

async function browserS(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function turn(page: Page, whole: CDPSession, begin: string): Promise<Turn> {
  await page.evaluate(begin);
  await page.waitForTimeout(SETTLE_MS);
  const [fromMs, from] = [performance.now(), await browserS(whole)];
  await page.waitForTimeout(TURN_MS);
  const cost = ((await browserS(whole)) - from) / ((performance.now() - fromMs) / 1_000);
  const frames = await page.evaluate<{ due: number; dropped: number }>(`countFrames(${TURN_MS})`);
  await page.evaluate('clear()');
  return { cost, dropped: frames.dropped / frames.due };
}

/** Measures all of them. */
export async function moving(browser: Browser): Promise<readonly Figure[]> {
  const feed = await openFeed();
  const page = await openPage(browser, MOVING_PAGE, ROOMY);
  const whole = await browser.newBrowserCDPSession();
  const ways = [
    ['idle page', 'void 0'],
    ['plot alone', `showPlot('${feed.address}0', ${PLOT.width}, ${PLOT.height})`],
    ['window, 10 snapshots a second', `showAll('${feed.address}10')`],
    ['window, 200 snapshots a second', `showAll('${feed.address}200')`],
  ] as const;
  const turns = ways.map((): Turn[] => []);
  for (let round = 0; round < TURNS; round += 1) {
    for (const [index, [, begin]] of ways.entries()) {
      turns[index]?.push(await turn(page, whole, begin));
    }
  }
  await page.close();
  await whole.detach();
  feed.close();
  const cost = (index: number): number => median((turns[index] ?? []).map((one) => one.cost));
  const drops = (index: number): number => median((turns[index] ?? []).map((one) => one.dropped));
  const [idle, plot] = [cost(0), cost(1) - cost(0)];
  console.log('The window beside the scrolling plot alone: 200 samples a second x 4 series, 60 s');
  for (const [index, [name]] of ways.entries()) {
    const over = cost(index) - idle;
    console.log(
      `  ${name.padEnd(32)} ${(cost(index) * 100).toFixed(1).padStart(5)} % of a core   over idle`
      + ` ${(over * 100).toFixed(1).padStart(5)} %   x plot ${(over / plot).toFixed(2)}`
      + `   frames dropped ${(drops(index) * 100).toFixed(1)} %`,
    );
  }
  console.log('');
  return [
    atMost('window x plot alone', (cost(2) - idle) / plot, 1.6),
    atMost('with 200 snapshots a second', (cost(3) - idle) / plot, 1.6),
    atMost('frames dropped over idle', (drops(2) - drops(0)) * 100, 1, ' %'),
    atMost('with 200 snapshots a second', (drops(3) - drops(0)) * 100, 1, ' %'),
  ];
}
