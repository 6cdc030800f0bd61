// The plot of what the pen does: depth with command and cap, rate, force and tilt over the last
// minute. A look and no record. It follows the size of its place, the theme and whoever wants
// little motion.

import { createEffect, For, type JSX, onCleanup, onMount } from 'solid-js';
import type { TraceSample } from '../../../host/core/trace.ts';
import { useWords } from '../words/use-words.ts';
import { LANES } from './lanes.ts';
import { plotCanvas } from './plot-canvas.ts';
import './plot.css';

/** Takes samples in. */
export type Push = (samples: readonly TraceSample[]) => void;

/** What the plot is given. */
export interface TracePlotProps {
  /** Begins to feed the plot, and gives back what ends it. */
  readonly feed: (push: Push) => () => void;
  /** The cap of the armed area; undefined while nothing is armed. */
  readonly capUm: number | undefined;
  /** How much time is seen; a minute if not said. */
  readonly spanMs?: number;
  /** Says when something beside the plot is drawn, so that both go into one frame. */
  readonly beside?: (go: () => void) => () => void;
}

const MINUTE_MS = 60_000;

/** The plot. */
export function TracePlot(props: TracePlotProps): JSX.Element {
  const words = useWords();
  let canvas: HTMLCanvasElement | undefined;
  const spanMs = (): number => props.spanMs ?? MINUTE_MS;
  onMount(() => {
    if (canvas === undefined) return;
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const plot = plotCanvas(canvas, {
      spanMs: spanMs(), calm: () => motion.matches, hasBeside: props.beside !== undefined,
    });
    const size = new ResizeObserver(() => plot.refit());
    size.observe(canvas);
    // The theme is chosen on the root of the page, or by the machine.
    const theme = new MutationObserver(() => plot.refit());
    theme.observe(document.documentElement, { attributes: true });
    scheme.addEventListener('change', plot.refit);
    const stop = props.feed(plot.push);
    const part = props.beside?.(plot.goAlong);
    createEffect(() => plot.setCap(props.capUm));
    onCleanup(() => {
      stop();
      part?.();
      size.disconnect();
      theme.disconnect();
      scheme.removeEventListener('change', plot.refit);
      plot.close();
    });
  });
  return (
    <div class="plot" role="img" aria-label={words().t('plot.label', { span: spanMs() })}>
      <canvas ref={(element) => (canvas = element)} class="plot-canvas" />
      <div class="plot-names" aria-hidden="true">
        <For each={LANES}>{({ name }) => <span>{words().t(`plot.${name}`)}</span>}</For>
      </div>
    </div>
  );
}
