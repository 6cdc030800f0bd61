// The areas of a treatment as a list: what each has had, what is left, and which comes next. A row
// is pressed to have its area come next; that arms nothing.

import { createEffect, createMemo, createSignal, Index, type JSX, Show } from 'solid-js';
import type { AreaSnapshot } from '../../../host/core/snapshot.ts';
import { useDesk } from '../app/desk.tsx';
import { placeKey } from '../view/place.ts';
import { doseShare } from '../view/treat-view.ts';
import { useWords } from '../words/use-words.ts';
import { filledTo } from './filled.ts';
import { sayPlace } from './say.ts';

const MARKS: Readonly<Record<AreaSnapshot['state'], string>> = {
  open: '○', active: '▶', done: '✓',
};

/** The list. */
export function AreaRows(props: {
  readonly areas: readonly AreaSnapshot[];
  readonly turn: number | undefined;
  readonly locked: boolean;
}): JSX.Element {
  const words = useWords();
  return (
    <ol class="area-rows" aria-label={words().t('screens.areas')}>
      <Index each={props.areas}>
        {(area, index) => (
          <AreaRow area={area()} inTurn={index === props.turn} locked={props.locked} />
        )}
      </Index>
    </ol>
  );
}

function AreaRow(props: {
  readonly area: AreaSnapshot;
  readonly inTurn: boolean;
  readonly locked: boolean;
}): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const percent = createMemo(() => Math.round(doseShare(props.area) * 100));
  const [row, setRow] = createSignal<HTMLElement>();
  // Once when its turn comes, and not with every snapshot: to scroll is to have the page laid out.
  const inTurn = createMemo(() => props.inTurn);
  createEffect(() => {
    if (inTurn()) row()?.scrollIntoView({ block: 'nearest' });
  });
  const choose = (): void => {
    const { area, side } = props.area;
    void desk.ask({ kind: 'choose', area, side });
  };
  return (
    <li ref={setRow}>
      <button
        type="button"
        class="area-row"
        data-place={placeKey(props.area)}
        data-state={props.area.state}
        aria-current={props.inTurn ? 'step' : undefined}
        disabled={props.locked && !props.inTurn}
        onClick={choose}
      >
        <span class="area-mark" aria-hidden="true">{MARKS[props.area.state]}</span>
        <span class="area-name">
          {sayPlace(words(), props.area)}
          <Show when={props.area.eye}>
            <span class="eye-chip">{words().t('screens.at-eye')}</span>
          </Show>
        </span>
        <span class="area-share figures">{words().number(percent(), 'percent')}</span>
        <span class="sr-only">{words().t(`screens.area-${props.area.state}`)}</span>
        <span class="area-bar" aria-hidden="true">
          <span style={filledTo(percent() / 100)} />
        </span>
      </button>
    </li>
  );
}
