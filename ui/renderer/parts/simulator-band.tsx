// The band that says that the pen is simulated. It lies over the whole width of every screen, in a
// pattern that nothing else has, and opens the panel of the simulator.

import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import { SCREEN_PARTS } from '../app/screen-parts.ts';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';

const Simulator = lazy(SCREEN_PARTS.simulator);

/** The band. */
export function SimulatorBand(): JSX.Element {
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  return (
    <section class="simulated" aria-label={words().t('screens.simulator')}>
      <strong>{words().t('screens.simulated')}</strong>
      <span class="simulated-more">{words().t('screens.simulated-more')}</span>
      <button type="button" class="simulated-button" onClick={() => setOpen(true)}>
        {words().t('screens.simulator-open')}
      </button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words().t('screens.simulator')}
        wide
      >
        <Show when={open()}>
          <Suspense><Simulator onClose={() => setOpen(false)} /></Suspense>
        </Show>
      </Dialog>
    </section>
  );
}
