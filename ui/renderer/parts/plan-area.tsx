// One area of the plan: its sliders, what it would run on, what stands against it, and for an area
// at the eye the step of its own.

import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { useDesk } from '../app/desk.tsx';
import type { PlannedView } from '../view/plan-view.ts';
import { useWords } from '../words/use-words.ts';
import { sayPlace, spoken } from './say.ts';
import { Slider } from './slider.tsx';

/** The card of a planned area. */
export function PlanArea(props: { readonly view: PlannedView }): JSX.Element {
  const desk = useDesk();
  const words = useWords();
  const place = (): Pick<PlannedView['asked'], 'area' | 'side'> => props.view.asked;
  const change = (to: object): void =>
    void desk.ask({ kind: 'change-area', area: place().area, side: place().side, change: to });
  const remove = (): void =>
    void desk.ask({ kind: 'remove-area', area: place().area, side: place().side });
  return (
    <section class="card plan-area" aria-label={sayPlace(words(), props.view.asked)}>
      <header class="plan-area-head">
        <h1>{sayPlace(words(), props.view.asked)}</h1>
        <button
          type="button"
          class="button"
          onClick={remove}
        >
          {words().t('screens.remove-area')}
        </button>
      </header>
      <For each={props.view.refusals}>
        {(refusal) => (
          <p class="open-note"><strong>!</strong> {spoken(words().refusal(refusal))}</p>
        )}
      </For>
      <For each={props.view.check?.notices}>
        {(notice) => <p class="soft">{spoken(words().notice(notice))}</p>}
      </For>
      <Show when={props.view.eye}><EyeStep view={props.view} onChange={change} /></Show>
      <div class="sliders">
        <For each={props.view.sliders.map(({ name }) => name)}>
          {(name) => (
            <Show when={props.view.sliders.find((one) => one.name === name)}>
              {(slider) => <Slider view={slider()} onSet={(value) => change({ [name]: value })} />}
            </Show>
          )}
        </For>
      </div>
      <Show when={props.view.wantsReason}><Reason view={props.view} onChange={change} /></Show>
      <RunsOn view={props.view} />
    </section>
  );
}

interface Part {
  readonly view: PlannedView;
  readonly onChange: (to: object) => void;
}

function EyeStep(props: Part): JSX.Element {
  const words = useWords();
  return (
    <label class="tick-row eye-step">
      <input
        type="checkbox"
        checked={props.view.asked.eyeProtection}
        onChange={(event) => props.onChange({ eyeProtection: event.currentTarget.checked })}
      />
      <span><strong>{words().t('screens.at-eye')}.</strong> {words().t('screens.eye-plan')}</span>
    </label>
  );
}

function Reason(props: Part): JSX.Element {
  const words = useWords();
  const id = createUniqueId();
  const [text, setText] = createSignal(props.view.asked.reason ?? '');
  return (
    <label class="field" for={id}>
      {words().t('screens.reason')}
      <input
        id={id}
        value={text()}
        maxlength={1000}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={() => props.onChange({ reason: text().trim() === '' ? null : text() })}
      />
    </label>
  );
}

/** What the pen would be told, and which rule has the last word on each number. */
function RunsOn(props: { readonly view: PlannedView }): JSX.Element {
  const words = useWords();
  const limit = () => props.view.check?.limit;
  return (
    <Show when={limit()} fallback={<p class="soft">{words().t('screens.runs-unknown')}</p>}>
      {(run) => (
        <dl class="runs">
          <Run
            name={words().t('screens.runs-depth')}
            value={words().number(run().depthUm, 'mm')}
            why={words().rule(run().binding.depth)}
          />
          <Show when={props.view.check?.capUm}>
            {(capUm) => (
              <Run name={words().t('screens.runs-cap')} value={words().number(capUm(), 'mm')} />
            )}
          </Show>
          <Run
            name={words().t('screens.runs-rate')}
            value={words().number(run().rateCentiHz, 'hz')}
            why={words().rule(run().binding.rate)}
          />
          <Run
            name={words().t('screens.runs-density')}
            value={`${words().number(run().densityPerCm2, 'number')}/cm²`}
            why={words().rule(run().binding.density)}
          />
          <Run
            name={words().t('screens.runs-strokes')}
            value={words().number(run().strokesTotal, 'number')}
            why={run().stamp ? words().t('screens.runs-stamp') : undefined}
          />
        </dl>
      )}
    </Show>
  );
}

function Run(props: {
  readonly name: string;
  readonly value: string;
  readonly why?: string | undefined;
}): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd><b>{props.value}</b> {props.why}</dd>
    </div>
  );
}
