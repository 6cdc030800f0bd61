// A dialog: it takes the focus, gives it back, and closes by Escape. STOP stays in reach of the
// space key behind it.

import { Dialog as Kobalte } from '@kobalte/core/dialog';
import type { JSX } from 'solid-js';

/** A dialog with a title; what it asks is given as children. */
export function Dialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly wide?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  return (
    <Kobalte
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Kobalte.Portal>
        <Kobalte.Overlay class="dialog-veil" />
        <div class="dialog-place">
          <Kobalte.Content class="dialog" classList={{ wide: props.wide === true }}>
            <Kobalte.Title>{props.title}</Kobalte.Title>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
