// Ends what is under way at the bench, with the needles in; what was measured is kept.

import type { JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';

/** The button. */
export function CancelButton(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <button type="button" class="button quiet" data-bench-cancel
      onClick={() => void desk.ask({ kind: 'bench-cancel' })}>
      {words().t('bench.cancel')}
    </button>
  );
}
