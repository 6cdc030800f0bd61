// What can be done with the area under the needles beside the next step and STOP: closing it before
// it is used up, and ending the treatment with areas left. Ending early is asked about once.

import { createSignal, type JSX, Show } from 'solid-js';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { EndDialog } from './end-dialog.tsx';

const CLOSABLE: ReadonlySet<Snapshot['phase']> = new Set(['armed', 'running']);
const ENDABLE: ReadonlySet<Snapshot['phase']> = new Set(['ready', 'latched']);

/** The small acts of a treatment. */
export function TreatActs(props: { readonly snapshot: Snapshot }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const [open, setOpen] = createSignal(false);
  const left = (): number => props.snapshot.areas.filter(({ state }) => state !== 'done').length;
  return (
    <span class="treat-acts">
      <Show when={CLOSABLE.has(props.snapshot.phase)}>
        <button type="button" class="button" onClick={() => void desk.ask({ kind: 'end-area' })}>
          {words().t('screens.end-area')}
        </button>
      </Show>
      <Show when={ENDABLE.has(props.snapshot.phase) && left() > 0}>
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {words().t('screens.end-early')}
        </button>
      </Show>
      <EndDialog open={open()} onClose={() => setOpen(false)} />
    </span>
  );
}
