/**
 * The window through hours of treatments played at speed: state, snapshots, traces and alarms are
 * told to its link as text, ten minutes to a treatment, with the screens that come after it. After
 * every simulated hour garbage is collected, and what is left is looked at. The first hour is the
 * warm-up, in which every screen is made for the first time.
 */
import type { Browser } from 'playwright-core';
import { atMost, type Figure, median, numberOf, QUICK } from '../../support/bench.ts';
import { openPage } from '../../ui/support/bundle.ts';
import { heapBytes } from './heap.ts';
import { MOVING_PAGE } from './moving.ts';
import { ROOMY } from './stage.ts';

const HOURS = numberOf('--hours', QUICK ? 3 : 8);
const HOUR_MS = 3_600_000;
const KIB = 1_024;
const PART_MS = HOUR_MS / 6;

interface Left {
  /** Of the page's own; what the engine keeps beside it is told and not held against the page. */
  readonly heapKib: number;
  readonly engineKib: number;
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
    const { own, engine } = await heapBytes(inPage);
    const { metrics } = await inPage.send('Performance.getMetrics');
    const of = (wanted: string): number =>
      metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return {
      heapKib: own / KIB, engineKib: engine / KIB, nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
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
      `  hour ${hour}: heap ${found.heapKib.toFixed(0)} KiB, the engine's`
      + ` ${found.engineKib.toFixed(0)} KiB, nodes ${found.nodes}, listeners`
      + ` ${found.listeners}, ${speed.toFixed(0)} x real time`
      + (hour === 0 ? '   (warm-up, not counted)' : ''),
    );
  }
  await page.close();
  console.log('');
  const counted = left.slice(1);
  const half = Math.ceil(counted.length / 2);
  // Of a node or two it depends on the instant whether they were collected; of halves it does not.
  const grown = (of: keyof Left): number =>
    median(counted.slice(-half).map((one) => one[of]))
    - median(counted.slice(0, half).map((one) => one[of]));
  const halves = `of the later half of ${HOURS} h over the earlier`;
  return [
    atMost(`heap ${halves}`, grown('heapKib'), 32, ' KiB'),
    atMost(`nodes ${halves}`, grown('nodes'), 2),
    atMost(`listeners ${halves}`, grown('listeners'), 0),
  ];
}
