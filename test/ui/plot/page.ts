// A page with one plot that is fed as the window feeds it: two hundred samples a second in batches
// every 33 ms. Feeding can be stopped, and a test can look at the pixels.

import type { TraceSample } from '../../../host/core/trace.ts';
import { plotCanvas } from '../../../ui/renderer/plot/plot-canvas.ts';

const PERIOD_MS = 5;

const sampleAt = (penMs: number): TraceSample => ({
  penMs,
  phase: 'running',
  commandedUm: 900,
  commandedCentiHz: 10_000,
  depthUm: 850 + 120 * Math.sin(penMs / 37),
  rateCentiHz: 10_000 + 900 * Math.sin(penMs / 500),
  forceMn: 1_200 + 400 * Math.sin(penMs / 230),
  tiltDeg: 12 + 8 * Math.sin(penMs / 900),
  glideMmS: 20,
  strokes: 0,
  contact: true,
  trigger: true,
});

/** Begins a plot in the page. */
function begin(width: number, height: number): void {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = `display:block;width:${width}px;height:${height}px`;
  document.body.append(canvas);
  const plot = plotCanvas(canvas, { spanMs: 60_000, calm: () => false });
  plot.setCap(1_100);
  let penMs = 0;
  // A minute at once, so that the plot is full from the beginning.
  plot.push(Array.from({ length: 12_000 }, () => sampleAt((penMs += PERIOD_MS))));
  let fedMs = performance.now();
  const timer = setInterval(() => {
    const count = Math.floor((performance.now() - fedMs) / PERIOD_MS);
    fedMs += count * PERIOD_MS;
    plot.push(Array.from({ length: count }, () => sampleAt((penMs += PERIOD_MS))));
  }, 33);
  Object.assign(window, {
    canvas,
    plot,
    hush: () => clearInterval(timer),
    end: () => {
      clearInterval(timer);
      plot.close();
      canvas.remove();
    },
  });
}

/** How much of each eighth of the picture is not ground, from left to right. */
function inked(): readonly number[] {
  const canvas = document.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (canvas === null || context === null || context === undefined) return [];
  const share = Math.floor(canvas.width / 8);
  return Array.from({ length: 8 }, (_, part) => {
    const { data } = context.getImageData(part * share, 0, share, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] ?? 255) < 200) count += 1;
    }
    return count / (data.length / 4);
  });
}

Object.assign(window, { begin, inked });
