// A dialog: it takes the focus, gives it back, and closes by Escape. While a treatment is under way
// STOP stands in it too, in the very corner in which it always stands.

import { Dialog as Kobalte } from '@kobalte/core/dialog';
import { type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import { isTreating } from '../view/screen-name.ts';
import { StopButton } from './stop-button.tsx';

/** A dialog with a title; what it asks is given as children. */
export function Dialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const desk = useDesk();
  return (
    <Kobalte
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-veil" />
        <div class="dialog-place" classList={{ treating: isTreating(desk.state()) }}>
          <Kobalte.Content class="dialog" classList={{ wide: props.wide === true }}>
            <Kobalte.Title>{props.title}</Kobalte.Title>
            {props.children}
            <Show when={isTreating(desk.state())}>
              <div class="dialog-stop"><StopButton /></div>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
