// After: what the treatment came to, area by area, with what nobody can know set apart, and whether
// the lines of the journal that it stands on are sound.

import { createResource, type JSX, lazy, Show, Suspense } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { RecordSheet } from '../parts/record-sheet.tsx';
import { readRecord } from '../parts/read-record.ts';
import { useWords } from '../words/use-words.ts';

const Afterwards = lazy(() => import('../parts/care/afterwards.tsx'));

/** The screen. */
export function After(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const treatmentId = (): string | undefined => {
    const { treatment, records } = desk.state();
    return treatment.kind === 'ended' ? treatment.treatmentId : records[0]?.treatmentId;
  };
  const [view] = createResource(treatmentId, (id) => readRecord(desk, id));
  return (
    <Show
      when={treatmentId()}
      fallback={
        <div class="empty">
          <h1>{words().t('screens.menu-after')}</h1>
          <p>{words().t('screens.after-none')}</p>
        </div>
      }
    >
      <Show when={view()} fallback={<p class="soft empty">{words().t('screens.reading')}</p>}>
        {(record) => (
          <>
            <RecordSheet view={record()} title={words().t('screens.after-title')} />
            <Suspense><Afterwards treatmentId={record().record.opened.treatmentId} /></Suspense>
          </>
        )}
      </Show>
    </Show>
  );
}
