// What the host said last, below the next step, while it is news: mostly why an area was not armed.

import { createMemo, For, type JSX, Show } from 'solid-js';
import type { HostNews } from '../../../host/api.ts';
import type { NoticeLine } from '../../contract/desk-state.ts';
import { useDesk } from '../app/desk.tsx';
import { freshNotice } from '../view/fresh-notice.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import { spoken } from './say.ts';

/** The newest notice. */
export function News(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const sentences = createMemo(() => {
    const notice = freshNotice(desk.state().notices, desk.nowMs());
    return notice === undefined ? [] : noticeWords(words(), notice);
  });
  return (
    <div class="refused-place" role="status">
      <Show when={sentences().length > 0}>
        <div class="card refused" data-news>
          <For each={sentences()}>{(sentence) => <p>{sentence}</p>}</For>
        </div>
      </Show>
    </div>
  );
}

function noticeWords(words: Words, notice: NoticeLine): readonly string[] {
  switch (notice.kind) {
    case 'arm-refused':
      return notice.refusals.map((refusal) => spoken(words.armRefusal(refusal)));
    case 'plan-notice':
      return [spoken(words.notice(notice.notice))];
    case 'host-news':
      return isWorthSaying(notice.news) ? [words.hostNews(notice.news)] : [];
    case 'port':
      return [words.t(portKey(notice), { port: notice.port.words })];
    case 'sentence':
      return [notice.sentence];
  }
}

const portKey = (
  { came, port }: Extract<NoticeLine, { readonly kind: 'port' }>,
): 'bench.pen-came' | 'bench.port-came' | 'bench.port-went' => {
  if (!came) return 'bench.port-went';
  return port.kind === 'pen' ? 'bench.pen-came' : 'bench.port-came';
};

/** Damaged reports up to this are the ordinary noise of a cable (grade D). */
const DAMAGED_SAID = 10;

const isWorthSaying = (news: HostNews): boolean =>
  news.code !== 'frames-dropped' || news.damaged >= DAMAGED_SAID;
