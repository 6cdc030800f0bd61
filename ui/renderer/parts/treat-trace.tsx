// The trace of the pen below the numbers, where the window is high enough for it: a small tablet
// keeps its room for what has to be read.

import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { TracePlot } from '../plot/trace-plot.tsx';

const ROOMY = '(min-height: 800px) and (min-width: 1280px)';

/** The trace, where there is room for it. */
export function TreatTrace(props: { readonly capUm: number | undefined }): JSX.Element {
  const { link } = useDesk();
  const query = window.matchMedia(ROOMY);
  const [isRoomy, setRoomy] = createSignal(query.matches);
  const hear = (event: MediaQueryListEvent): void => void setRoomy(event.matches);
  query.addEventListener('change', hear);
  onCleanup(() => query.removeEventListener('change', hear));
  return (
    <Show when={isRoomy()}>
      <div class="card trace">
        <TracePlot
          feed={(push) => link.on('trace', push)}
          capUm={props.capUm}
          beside={(go) => link.on('snapshot', go)}
        />
      </div>
    </Show>
  );
}
