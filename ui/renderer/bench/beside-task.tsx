// What stands beside the task of the bench: rates and overshoots that were measured, and what the
// host said on the way.

import { For, type JSX, Show } from 'solid-js';
import type { BenchView } from '../../../host/core/bench/bench-view.ts';
import { useDesk } from '../app/desk.tsx';
import { useWords } from '../words/use-words.ts';
import { um } from './bench-words.ts';

/** Rates and overshoots, each in a line. */
export function Rates(props: { readonly view: BenchView }): JSX.Element {
  const words = useWords();
  return (
    <Show when={props.view.rates.length > 0}>
      <section>
        <h3>{words().t('bench.rates-title')}</h3>
        <ul class="plain-list figures">
          <For each={props.view.rates}>
            {(rate) => (
              <li>
                {words().t('bench.rate-fact', {
                  asked: rate.commandedCentiHz, measured: rate.measuredCentiHz,
                  expanded: rate.expandedCentiHz,
                })},{' '}
                {words().t(`bench.rate-by-${rate.by}`)}
              </li>
            )}
          </For>
          <For each={props.view.overshoots}>
            {({ rateCentiHz, overshootNm }) => (
              <li>
                {words().t('bench.overshoot-fact', { rate: rateCentiHz, um: um(overshootNm) })}
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** What the host said on the way, in its own words. */
export function OnTheWay(): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  return (
    <Show when={desk.state().bench.said.length > 0}>
      <section class="bench-said" aria-label={words().t('bench.said-title')}>
        <For each={desk.state().bench.said}>
          {(line) => <p class="soft wrap-anywhere" lang="en">{line}</p>}
        </For>
      </section>
    </Show>
  );
}
