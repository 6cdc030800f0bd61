// The answers to one question about the room. There is no answer beforehand, and "no" leaves the
// point open: nothing here can be passed over.

import { For, type JSX } from 'solid-js';
import type { RoomReason } from '../../../host/core/checklist.ts';
import { useDesk } from '../app/desk.tsx';
import type { Ask } from '../../contract/request.ts';
import { useWords } from '../words/use-words.ts';

type Room = Extract<Ask, { kind: 'room' }>['room'];

interface Choice {
  readonly key: 'numbing-none' | 'numbing-removed' | 'looked';
  readonly room: Room;
}

const LOOKED = (room: Room): readonly Choice[] => [{ key: 'looked', room }];

const CHOICES: Readonly<Record<RoomReason, readonly Choice[]>> = {
  'numbing-not-removed': [
    { key: 'numbing-none', room: { numbing: 'none' } },
    { key: 'numbing-removed', room: { numbing: 'removed-and-cleaned' } },
  ],
  'package-not-checked': LOOKED({ packageWasIntact: true }),
  'barrier-not-fitted': LOOKED({ barrierFitted: true }),
  'glide-not-checked': LOOKED({ onlySterileGlide: true }),
  'not-cleaned': LOOKED({ cleanedSinceLastPerson: true }),
  'not-screened': LOOKED({ screened: true }),
};

/** The buttons that answer one question. */
export function RoomAnswer(props: {
  readonly reason: RoomReason;
  readonly isNext?: boolean;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <div class="stack">
      <For each={CHOICES[props.reason]}>
        {({ key, room }) => (
          <button
            type="button"
            class="button"
            classList={{ next: props.isNext === true }}
            data-next-step={props.isNext === true ? 'answer' : undefined}
            onClick={() => void desk.ask({ kind: 'room', room })}
          >
            {words().t(`screens.answer-${key}`)}
          </button>
        )}
      </For>
    </div>
  );
}
