// Four things that the hand is told, each with a sign, a word and a small scale. What is not as it
// should be turns dark, grows a mark, and says what to do; colour alone says nothing.

import { Index, type JSX, Show } from 'solid-js';
import type { CoachItem } from '../view/coach-view.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import { filledTo } from './filled.ts';

/** The row of the four. */
export function Coach(props: { readonly items: readonly CoachItem[] }): JSX.Element {
  const words = useWords();
  return (
    <ul class="coach" aria-label={words().t('screens.coach')}>
      <Index each={props.items}>{(item) => <CoachCell item={item()} />}</Index>
    </ul>
  );
}

const SIGNS: Readonly<Record<CoachItem['kind'], string>> = {
  contact: 'M3 17h22M14 3v9m-4-4 4 5 4-5',
  glide: 'M3 14h20m-6-6 6 6-6 6',
  force: 'M14 3v15m-6-6 6 6 6-6M4 24h20',
  tilt: 'M14 24V4M14 24 22 7M11 7l3-3 3 3',
};

const STATE_MARKS: Readonly<Record<CoachItem['state'], string>> = {
  good: '✓', warn: '!', idle: '', unknown: '?',
};

function CoachCell(props: { readonly item: CoachItem }): JSX.Element {
  const words = useWords();
  return (
    <li class="coach-cell" data-coach={props.item.kind} data-state={props.item.state}>
      <span class="coach-name">{words().t(`screens.coach-${props.item.kind}`)}</span>
      <span class="coach-value">{valueWords(words(), props.item)}</span>
      <strong class="coach-word">
        <svg class="coach-sign" viewBox="0 0 28 28" aria-hidden="true">
          <path d={SIGNS[props.item.kind]} />
        </svg>
        <span>
          <span aria-hidden="true">{STATE_MARKS[props.item.state]} </span>
          {words().t(`screens.coach-is-${props.item.word}`)}
        </span>
      </strong>
      <Show when={props.item.warnShare !== undefined}>
        <span class="coach-scale" aria-hidden="true">
          <span class="coach-fill" style={filledTo(props.item.share)} />
          <span class="coach-warn" style={{ left: `${(props.item.warnShare ?? 1) * 100}%` }} />
        </span>
      </Show>
    </li>
  );
}

function valueWords(words: Words, { kind, value }: CoachItem): string {
  if (value === undefined) return '';
  switch (kind) {
    case 'contact':
      return '';
    case 'glide':
      return words.t('screens.glide-value', { value });
    case 'force':
      return words.number(value, 'mn');
    case 'tilt':
      return words.number(value, 'angle');
  }
}
