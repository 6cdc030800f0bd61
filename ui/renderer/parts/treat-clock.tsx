// The clock of a treatment: how long the needles have been on.

import type { JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { Value } from './value.tsx';

/** How long the needles have been on in this treatment. */
export function TreatClock(): JSX.Element {
  const { snapshot } = useDesk();
  const words = useWords();
  return (
    <div class="card clock">
      <Value
        label={words().t('screens.needle-on')}
        value={words().number(snapshot()?.needleOnMs ?? 0, 'clock')}
        name="needle-on"
      />
    </div>
  );
}
