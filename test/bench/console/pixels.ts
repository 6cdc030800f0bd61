/**
 * A snapshot from the host to the pixels: from the instant it leaves the host process, over the
 * desk and its socket, into the page, to the instant at which Chromium says that the frame with it
 * was presented. Beside it the least page on the same desk, in turns; needles run in all of them.
 *
 * The frame in which a page drew a snapshot is known by the time at which it began, which the page
 * is told to a tenth of a millisecond and Chromium writes into its trace; the end of that frame's
 * report is when it was shown. Where there is no screen, shown means handed to the surface that a
 * screen would read.
 */
import type { Browser, Page } from 'playwright-core';
import { atMost, type Figure, percentile, QUICK } from '../../support/bench.ts';
import { type Stage, stepTo } from './stage.ts';
import { beganMsOf, takeDrawn } from './watch-page.ts';

const TURNS = QUICK ? 1 : 5;
const TURN_MS = QUICK ? 5_000 : 7_000;
const CATEGORIES = ['disabled-by-default-devtools.timeline.frame', 'blink.user_timing'];
/** By which the process of a page is known in a trace. */
const MARK = 'watched';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly id2?: { readonly local: string };
  readonly args: { readonly frame_reporter?: { readonly state: string; frame_type?: string } };
}

/** When frames were shown, by when they began; both in microseconds of the machine's clock. */
function shownAt(trace: readonly TraceEvent[]): ReadonlyMap<number, number> {
  const shown = new Map<number, number>();
  const open = new Map<string, TraceEvent>();
  const pid = trace.find(({ name }) => name === MARK)?.pid;
  const reports = trace.filter((one) => one.name === 'PipelineReporter' && one.pid === pid);
  for (const event of reports) {
    const key = event.id2?.local ?? '';
    if (event.ph === 'b') {
      open.set(key, event);
      continue;
    }
    const begun = open.get(key);
    open.delete(key);
    const { state = '', frame_type: type } = begun?.args.frame_reporter ?? {};
    // A forked report is of what the page had no part in.
    if (begun === undefined || !state.startsWith('STATE_PRESENTED') || type === 'FORKED') continue;
    shown.set(begun.ts, Math.max(event.ts, shown.get(begun.ts) ?? 0));
  }
  return shown;
}

async function traced(browser: Browser, act: () => Promise<unknown>): Promise<TraceEvent[]> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  await act();
  const told: unknown = JSON.parse((await browser.stopTracing()).toString());
  const { traceEvents } = told as { readonly traceEvents: TraceEvent[] };
  return traceEvents.sort((a, b) => a.ts - b.ts);
}

/** What snapshots took, in milliseconds from the host. */
interface Took {
  readonly page: number[];
  readonly pixel: number[];
  lost: number;
}

/** Pages are told the beginning of a frame in tenths of a millisecond. */
const WITHIN_US = 500;

/** The frame whose beginning is nearest, if it is the same by all that rounding may do. */
function frameOf(shown: ReadonlyMap<number, number>, beganUs: number): number | undefined {
  const near = [...shown.keys()].find((each) => Math.abs(each - beganUs) <= WITHIN_US);
  return near === undefined ? undefined : shown.get(near);
}

async function watch(stage: Stage, page: Page, took: Took): Promise<void> {
  const began = await beganMsOf(page);
  const ran = stage.runPen(TURN_MS + 800);
  await page.waitForTimeout(400);
  await takeDrawn(page);
  const trace = await traced(stage.browser, async () => {
    await page.evaluate(`performance.mark('${MARK}')`);
    await page.waitForTimeout(TURN_MS);
  });
  const shown = shownAt(trace);
  const [first, last] = [Math.min(...shown.keys()), Math.max(...shown.keys())];
  for (const { leftNs, heardMs, frameMs } of await takeDrawn(page)) {
    const beganUs = (began + frameMs) * 1_000;
    if (beganUs < first || beganUs > last) continue; // before or after the trace
    const leftMs = Number(leftNs) / 1e6;
    const shownUs = frameOf(shown, beganUs);
    took.page.push(began + heardMs - leftMs);
    if (shownUs === undefined) took.lost += 1;
    else took.pixel.push(shownUs / 1_000 - leftMs);
  }
  await ran;
  await stage.restPen();
}

/** Watches the console and the least page in turns; the console is at the step of arming. */
export async function pixels(stage: Stage, page: Page): Promise<readonly Figure[]> {
  const ours: Took = { page: [], pixel: [], lost: 0 };
  const bare: Took = { page: [], pixel: [], lost: 0 };
  await stepTo(page, 'press', 'glide');
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.bringToFront();
    await watch(stage, page, ours);
    const least = await stage.open(stage.bareAddress);
    await watch(stage, least, bare);
    await least.close();
  }
  const row = (name: string, { page: heard, pixel, lost }: Took): string =>
    `  ${name.padEnd(12)} ${String(pixel.length).padStart(5)} x   in the page p50`
    + ` ${percentile(heard, 50).toFixed(2)} ms   pixels p50 ${percentile(pixel, 50).toFixed(1)} ms`
    + `   p99 ${percentile(pixel, 99).toFixed(1)} ms   frames not shown ${lost}`;
  const ratio = (percent: number): string =>
    (percentile(ours.pixel, percent) / percentile(bare.pixel, percent)).toFixed(2);
  console.log('A snapshot from the host to the pixels, needles running, 200 telemetries a second');
  console.log(row('console', ours));
  console.log(row('least page', bare));
  console.log(`  ratio p50 ${ratio(50)}   p99 ${ratio(99)}\n`);
  return [atMost('snapshot from host to pixel p99', percentile(ours.pixel, 99), 50, ' ms')];
}
