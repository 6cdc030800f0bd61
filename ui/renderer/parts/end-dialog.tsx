// Ending a treatment with areas left, asked about once: what was delivered is recorded either way,
// and what is left open can be gone on with today.

import type { JSX } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { Dialog } from './dialog.tsx';

/** The question. */
export function EndDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const left = (): number =>
    desk.snapshot()?.areas.filter(({ state }) => state !== 'done').length ?? 0;
  const act = (ask: 'finish' | 'leave'): void => {
    props.onClose();
    void desk.ask(ask === 'leave' ? { kind: 'leave' } : { kind: 'finish', outcome: 'stopped' });
  };
  return (
    <Dialog open={props.open} onClose={props.onClose} title={words().t('screens.end-early')}>
      <p>{words().t('screens.end-early-why', { count: left() })}</p>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => props.onClose()}>
          {words().t('screens.go-on')}
        </button>
        <button type="button" class="button" onClick={() => act('finish')}>
          {words().t('screens.end-stopped')}
        </button>
        <button type="button" class="button" onClick={() => act('leave')}>
          {words().t('screens.end-leave')}
        </button>
      </div>
    </Dialog>
  );
}
