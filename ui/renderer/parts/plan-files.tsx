// Plans as files: opening one, keeping the one in work, and starting anew. A file may also be
// dropped anywhere on the window (`app/keys.ts` takes it).

import { type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { FileButton } from './file-button.tsx';
import { saveFile } from './save-file.ts';

/** The row of buttons. */
export function PlanFiles(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const load = (fileName: string, text: string): void =>
    void desk.ask({ kind: 'load-plan', fileName, text });
  const keep = async (): Promise<void> => {
    const answer = await desk.ask({ kind: 'plan-file' });
    if (typeof answer !== 'object' || answer.kind !== 'plan-file') return;
    saveFile(answer.name, answer.text);
  };
  return (
    <div class="choices plan-files">
      <Show when={desk.state().installation.demo}>
        <button type="button" class="button" onClick={() => void desk.ask({ kind: 'demo-plan' })}>
          {words().t('screens.plan-example')}
        </button>
      </Show>
      <FileButton label={words().t('screens.plan-file-open')} onFile={load} />
      <button type="button" class="button" onClick={() => void keep()}
        disabled={desk.state().plan.draft.areas.length === 0}>
        {words().t('screens.plan-file-save')}
      </button>
      <button type="button" class="button" onClick={() => void desk.ask({ kind: 'clear-plan' })}
        disabled={desk.state().plan.draft.areas.length === 0}>
        {words().t('screens.plan-clear')}
      </button>
    </div>
  );
}
