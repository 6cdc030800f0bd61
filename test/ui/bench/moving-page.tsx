// A page for the console's benches: the scrolling plot by itself, or the whole window, fed over a
// socket by whoever opened the page; or the window alone through hours that are told to it as fast
// as it can take them. The link is the window's own, and so is the way in which text becomes state.

import { render } from 'solid-js/web';
import type { TraceSample } from '../../../host/core/trace.ts';
import type { Carrier } from '../../../ui/contract/carrier.ts';
import { App } from '../../../ui/renderer/app/app.tsx';
import { startLink } from '../../../ui/renderer/link.ts';
import { plotCanvas } from '../../../ui/renderer/plot/plot-canvas.ts';
import { sayingsOf } from './score.ts';

let end: () => void = () => undefined;

function place(): HTMLElement {
  const root = document.createElement('div');
  root.id = 'app';
  document.body.replaceChildren(root);
  return root;
}

/** A carrier whose other end does nothing that it is asked, and answers as every desk does. */
function carrierOf(listen: (hear: (text: string) => void) => void): Carrier {
  let answer: (text: string) => void = () => undefined;
  return {
    send: (text) => {
      const { id } = JSON.parse(text) as { id: number };
      queueMicrotask(() => answer(JSON.stringify({ kind: 'reply', id, reply: { ok: true } })));
    },
    onMessage: (hear) => {
      answer = hear;
      listen(hear);
    },
    waitingBytes: () => 0, onClose: () => undefined, close: () => undefined,
  };
}

function showPlot(address: string, width: number, height: number): void {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = `display:block;width:${width}px;height:${height}px`;
  place().append(canvas);
  const plot = plotCanvas(canvas, { spanMs: 60_000, calm: () => false });
  plot.setCap(750);
  const socket = new WebSocket(address);
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const said = JSON.parse(data) as { kind: string; samples: readonly TraceSample[] };
    if (said.kind === 'trace') plot.push(said.samples);
  });
  end = () => {
    socket.close();
    plot.close();
  };
}

function showAll(address: string): void {
  const socket = new WebSocket(address);
  const carrier = carrierOf((hear) => {
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => hear(data));
  });
  const link = startLink(() => Promise.resolve(carrier));
  const dispose = render(() => <App link={link} />, place());
  end = () => {
    socket.close();
    dispose();
  };
}

let hearHours: (text: string) => void = () => undefined;

function showHours(): void {
  const carrier = carrierOf((hear) => {
    hearHours = hear;
  });
  const link = startLink(() => Promise.resolve(carrier));
  const dispose = render(() => <App link={link} />, place());
  end = dispose;
}

const STEP_MS = 200;
const STEPS_AT_ONCE = 50;

/** Tells some simulated time, and lets the page draw every ten simulated seconds. */
async function liveHours(fromMs: number, toMs: number): Promise<void> {
  for (let ms = fromMs, step = 0; ms < toMs; ms += STEP_MS, step += 1) {
    for (const said of sayingsOf(ms, ms + STEP_MS)) hearHours(JSON.stringify(said));
    if (step % STEPS_AT_ONCE === 0) {
      await new Promise((drawn) => {
        requestAnimationFrame(drawn);
      });
    }
  }
}

/** Frames that were not begun when they were due, of those that were, over some time. */
function countFrames(forMs: number): Promise<{ due: number; dropped: number }> {
  return new Promise((resolve) => {
    let [first, last, seen] = [0, 0, 0];
    const intervals: number[] = [];
    const onFrame = (ms: number): void => {
      if (seen === 0) first = ms;
      else intervals.push(ms - last);
      last = ms;
      seen += 1;
      if (ms - first < forMs) requestAnimationFrame(onFrame);
      else {
        const period = 1_000 / 60;
        const due = Math.round((last - first) / period);
        resolve({ due, dropped: Math.max(0, due - intervals.length) });
      }
    };
    requestAnimationFrame(onFrame);
  });
}

function clear(): void {
  end();
  end = () => undefined;
  document.body.replaceChildren();
}

Object.assign(window, { showPlot, showAll, showHours, liveHours, countFrames, clear });
