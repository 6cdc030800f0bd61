// A package is scanned: by a scanner that plays a keyboard, wherever the focus is, or typed as it
// is printed. Somebody says that they looked at the package; then the cartridge is claimed.

import { createEffect, createSignal, type JSX, Show } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { Dialog } from '../dialog.tsx';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';
import { RefusedHere } from './refused-here.tsx';

/** The dialog. */
export function ScanDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly code: string;
  readonly onCode: (code: string) => void;
}): JSX.Element {
  const care = useCare();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={care().t('ui.scan-title')}>
      <Show when={props.open}>
        <Scan code={props.code} onCode={props.onCode} onDone={props.onClose} />
      </Show>
    </Dialog>
  );
}

function Scan(props: {
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onDone: () => void;
}): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const [intact, setIntact] = createSignal(false);
  const [used, setUsed] = createSignal(false);
  const isNew = (): boolean =>
    desk.refusals().some((refusal) => refusal.care?.code === 'article-unknown');
  const [asksNew, setAsksNew] = createSignal(false);
  createEffect(() => {
    if (isNew()) setAsksNew(true);
  });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = await desk.ask({
      kind: 'scan-cartridge', code: props.code.slice(0, 4_000), intact: intact(),
      newArticle: used(),
    });
    if (done === undefined) return;
    props.onCode('');
    props.onDone();
  };
  return (
    <form class="stack" onSubmit={(event) => void submit(event)}>
      <Field label={care().t('ui.scan-code')} name="code" value={props.code}
        onInput={props.onCode} maxlength={4_000} />
      <Show when={desk.state().care.simulatedPackage}>
        {(code) => (
          <button type="button" class="button" data-simulated-package
            onClick={() => props.onCode(code())}>
            {care().t('ui.scan-simulated')}
          </button>
        )}
      </Show>
      <label class="tick-row">
        <input type="checkbox" data-intact checked={intact()}
          onChange={(event) => setIntact(event.currentTarget.checked)} />
        {care().t('ui.scan-intact')}
      </label>
      <Show when={asksNew()}>
        <label class="tick-row">
          <input type="checkbox" data-new-article checked={used()}
            onChange={(event) => setUsed(event.currentTarget.checked)} />
          {care().t('ui.scan-new-article')}
        </label>
      </Show>
      <RefusedHere />
      <div class="dialog-actions">
        <button type="submit" class="button next" data-claim disabled={props.code.trim() === ''}>
          {care().t('ui.scan-claim')}
        </button>
      </div>
    </form>
  );
}
