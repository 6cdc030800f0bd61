/**
 * The window through hours of treatments played at speed: state, snapshots, traces and alarms are
 * told to its link as text, ten minutes to a treatment, with the screens that come after it. After
 * every simulated hour garbage is collected, and what is left is looked at. The first hour is the
 * warm-up, in which every screen is made for the first time.
 */
import type { Browser } from 'playwright-core';
import { atMost, type Figure, median, numberOf, QUICK } from '../../support/bench.ts';
import { openPage } from '../../ui/support/bundle.ts';
import { MOVING_PAGE } from './moving.ts';
import { ROOMY } from './stage.ts';

const HOURS = numberOf('--hours', QUICK ? 3 : 8);
const HOUR_MS = 3_600_000;
const KIB = 1_024;
const PART_MS = HOUR_MS / 6;

interface Left {
  readonly heapKib: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Lives through the hours. */
export async function hours(browser: Browser): Promise<readonly Figure[]> {
  const page = await openPage(browser, MOVING_PAGE, ROOMY);
  const inPage = await page.context().newCDPSession(page);
  await inPage.send('Performance.enable');
  await inPage.send('HeapProfiler.enable');
  const look = async (): Promise<Left> => {
    await inPage.send('HeapProfiler.collectGarbage');
    await inPage.send('HeapProfiler.collectGarbage');
    const { metrics } = await inPage.send('Performance.getMetrics');
    const of = (wanted: string): number =>
      metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      heapKib: of('JSHeapUsedSize') / KIB, nodes: of('Nodes'), listeners: of('JSEventListeners'),
    };
  };
  await page.evaluate('showHours()');
  console.log(`The window through ${HOURS} h of treatments, ten minutes each`);
  const left: Left[] = [];
  for (let hour = 0; hour <= HOURS; hour += 1) {
    const from = performance.now();
    for (let part = 0; part < 6; part += 1) {
      const fromMs = hour * HOUR_MS + part * PART_MS;
      await page.evaluate(`liveHours(${fromMs}, ${fromMs + PART_MS})`);
    }
    const found = await look();
    left.push(found);
    const speed = HOUR_MS / (performance.now() - from);
    console.log(
      `  hour ${hour}: heap ${found.heapKib.toFixed(0)} KiB, nodes ${found.nodes}, listeners`
      + ` ${found.listeners}, ${speed.toFixed(0)} x real time`
      + (hour === 0 ? '   (warm-up, not counted)' : ''),
    );
  }
  await page.close();
  console.log('');
  const [first, last] = [left[1], left.at(-1)];
  const grown = (of: keyof Left): number => (last?.[of] ?? NaN) - (first?.[of] ?? NaN);
  // A heap goes up and down by some hundred KiB with what was collected last; halves do not.
  const heaps = left.slice(1).map(({ heapKib }) => heapKib);
  const half = Math.ceil(heaps.length / 2);
  const heapGrown = median(heaps.slice(-half)) - median(heaps.slice(0, half));
  return [
    atMost(`heap of the later half of ${HOURS} h over the earlier`, heapGrown, 128, ' KiB'),
    atMost('nodes of the page grown', grown('nodes'), 0),
    atMost('listeners grown', grown('listeners'), 0),
  ];
}
