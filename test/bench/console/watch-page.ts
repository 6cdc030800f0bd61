/**
 * What a page is made to note for a bench before any script of its own runs: when input came, when
 * something useful was painted, and when each snapshot came and in which frame it was drawn. Times
 * are those of the page; `beganMsOf` says where they stand on the clock of the whole machine.
 */
import type { Page } from 'playwright-core';

/** A snapshot as the page had it, in milliseconds of the page but for the first. */
export interface Drawn {
  /** When it left the host, in nanoseconds of the machine's monotonic clock. */
  readonly leftNs: string;
  readonly heardMs: number;
  /** The frame that was begun next, by its own time. */
  readonly frameMs: number;
  /** When the page had done its part of that frame. */
  readonly doneMs: number;
}

/** Runs in the page, as text: nothing of it may be bundled. */
const NOTES = `
  window.notes = { inputMs: 0, lagMs: 0, usefulMs: 0, drawn: [] };
  const soon = new MessageChannel();
  const waiting = [];
  soon.port1.onmessage = () => waiting.splice(0).forEach((go) => go(performance.now()));
  const afterFrame = (go) => requestAnimationFrame((frameMs) => {
    waiting.push((doneMs) => go(frameMs, doneMs));
    soon.port2.postMessage(0);
  });
  for (const kind of ['keydown', 'pointerdown']) {
    addEventListener(kind, ({ timeStamp }) => { 
      notes.inputMs = timeStamp;
      notes.lagMs = performance.now() - timeStamp;
    }, { capture: true });
  }
  new MutationObserver((_, watcher) => {
    if (document.querySelector('[data-next-kind], [data-bare]') === null) return;
    watcher.disconnect();
    afterFrame((_frame, doneMs) => { notes.usefulMs = doneMs; });
  }).observe(document, { childList: true, subtree: true, attributes: true });
  const Plain = WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const leftNs = /"leftNs":"(\\d+)"/.exec(data)?.[1];
        if (leftNs === undefined) return;
        const heardMs = performance.now();
        afterFrame((frameMs, doneMs) => notes.drawn.push({ leftNs, heardMs, frameMs, doneMs }));
      });
    }
  };
`;

/** Has a page take its notes from now on; it has to be opened or loaded afterwards. */
export const watchPage = (page: Page): Promise<unknown> => page.addInitScript(NOTES);

/** An input: when it came to the page, and how much later Chromium gave it to a listener. */
export interface Input {
  readonly inputMs: number;
  readonly lagMs: number;
}

/** The last input. */
export const lastInput = (page: Page): Promise<Input> =>
  page.evaluate<Input>('({ inputMs: notes.inputMs, lagMs: notes.lagMs })');

/** When the first useful thing was painted. */
export async function usefulMs(page: Page): Promise<number> {
  await page.waitForFunction('notes.usefulMs > 0');
  return page.evaluate<number>('notes.usefulMs');
}

/** Every snapshot since the last time somebody asked. */
export const takeDrawn = (page: Page): Promise<readonly Drawn[]> =>
  page.evaluate<readonly Drawn[]>('notes.drawn.splice(0)');

/** Nought of the page's clock on the machine's monotonic clock, as Chromium itself has it. */
export async function beganMsOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const began = metrics.find(({ name }) => name === 'NavigationStart');
  if (began === undefined) throw new Error('Chromium does not say when the page began');
  return began.value * 1_000;
}

/** The monotonic clock of this machine in milliseconds, which every process reads alike. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/**
 * How far the two clocks may be apart: the page is asked for its time between two looks at ours,
 * and the answer of the shortest question has to lie between them. Nought if it does.
 */
export async function clockErrorMs(page: Page): Promise<{ offMs: number; withinMs: number }> {
  const began = await beganMsOf(page);
  let best = { offMs: Number.NaN, withinMs: Infinity };
  for (let turn = 0; turn < 40; turn += 1) {
    const from = machineMs();
    const there = began + (await page.evaluate<number>('performance.now()'));
    const to = machineMs();
    const withinMs = to - from;
    const offMs = Math.max(0, from - there, there - to);
    if (withinMs < best.withinMs) best = { offMs, withinMs };
  }
  return best;
}
