// Whether what is planned lies within what the device was cleared for, area by area. Off-label is
// named with its reasons; it is never silently taken for on-label.

import { createResource, createSignal, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../../app/desk.tsx';
import { metPen } from '../../view/ready-view.ts';
import { useWords } from '../../words/use-words.ts';
import { Dialog } from '../dialog.tsx';
import { sayPlace } from '../say.ts';
import { useCare } from './care-provider.tsx';
import { Field } from './field.tsx';

const PURPOSES = ['none', 'acne-scar', 'wrinkle', 'abdominal-scar'] as const;

/** The dialog. */
export function LabelDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const care = useCare();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={care().t('ui.label-title')}>
      <Show when={props.open}><Label /></Show>
    </Dialog>
  );
}

function Label(): JSX.Element {
  const desk = useDesk();
  const care = useCare();
  const words = useWords();
  const [device, setDevice] = createSignal(metPen(desk.state())?.model ?? '');
  const [purpose, setPurpose] = createSignal<(typeof PURPOSES)[number]>('none');
  const asked = () => ({ device: device().trim(), purpose: purpose() });
  const [lines] = createResource(asked, async (what) => {
    if (what.device === '') return [];
    const wanted = what.purpose === 'none' ? {} : { purpose: what.purpose };
    const answer = await desk.ask({ kind: 'read-label', device: what.device, ...wanted });
    return answer !== 'done' && answer?.kind === 'label' ? answer.lines : [];
  });
  return (
    <div class="stack">
      <Field label={care().t('ui.label-device')} value={device()} onInput={setDevice}
        maxlength={128} />
      <div class="choices" role="radiogroup" aria-label={care().t('ui.purpose')}>
        <For each={PURPOSES}>
          {(one) => (
            <button type="button" class="button choice" role="radio"
              aria-checked={purpose() === one} onClick={() => setPurpose(one)}>
              {care().t(`ui.purpose-${one}`)}
            </button>
          )}
        </For>
      </div>
      <ul class="things" data-label-lines>
        <For each={lines.latest} fallback={<li class="soft">{care().t('ui.label-empty')}</li>}>
          {(line) => (
            <li class="label-line">
              <strong class="capital">{sayPlace(words(), line)}</strong>{' '}
              <span classList={{ 'open-note': !line.onLabel }}>
                {line.onLabel
                  ? care().t('ui.on-label', { filing: line.filing ?? '' })
                  : care().t('ui.off-label', {
                    why: line.reasons.map((reason) => care().t(`offLabel.${reason}`)).join('; '),
                  })}
              </span>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
