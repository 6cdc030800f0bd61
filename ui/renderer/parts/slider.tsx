// A slider whose forbidden range cannot be entered: the control ends where admission says that it
// ends, and what lies beyond is drawn barred, with the rule that draws the line written under it.

import { createUniqueId, type JSX, Show } from 'solid-js';
import { held, type SliderView, stepped } from '../view/plan-view.ts';
import { useWords } from '../words/use-words.ts';

interface SliderProps {
  readonly view: SliderView;
  readonly onSet: (value: number) => void;
  readonly disabled?: boolean;
}

/** A slider with its two step buttons. */
export function Slider(props: SliderProps): JSX.Element {
  const words = useWords();
  const id = createUniqueId();
  const name = (): string => words().t(`screens.slider-${props.view.name}`);
  const say = (value: number): string =>
    words().t(`screens.slider-says-${props.view.name}`, { value });
  const share = (value: number): number => {
    const { min, scaleMax } = props.view;
    return Math.min(100, Math.max(0, ((value - min) / (scaleMax - min)) * 100));
  };
  const enter = (text: string): void => {
    const { min, max, step } = props.view;
    props.onSet(held(Number(text), min, max, step));
  };
  return (
    <div class="slider" data-slider={props.view.name}>
      <div class="slider-head">
        <label for={id}>{name()}</label>
        <span class="value" data-value={props.view.name}>{say(props.view.value)}</span>
      </div>
      <div class="slider-row">
        <StepButton by={-1} {...props} name={name()} />
        <div class="track">
          <span class="slot" />
          <span class="filled" style={{ width: `${share(props.view.value)}%` }} />
          <span
            class="forbidden"
            style={{ width: `${100 - share(props.view.max)}%` }}
            title={words().t('screens.forbidden')}
          />
          <input
            id={id}
            type="range"
            style={{ width: `${share(props.view.max)}%` }}
            min={props.view.min}
            max={props.view.max}
            step={props.view.step}
            value={props.view.value}
            disabled={props.disabled === true}
            aria-valuetext={say(props.view.value)}
            aria-describedby={`${id}-rule`}
            onChange={(event) => enter(event.currentTarget.value)}
          />
        </div>
        <StepButton by={1} {...props} name={name()} />
      </div>
      <p class="rule" id={`${id}-rule`}>
        <span>
          {words().t('screens.at-most', {
            value: say(props.view.max), rule: words().rule(props.view.rule),
          })}
        </span>
        <Show when={props.view.recommended}>
          {(value) => <span>{words().t('screens.recommended', { value: say(value()) })}</span>}
        </Show>
      </p>
    </div>
  );
}

function StepButton(props: SliderProps & {
  readonly by: 1 | -1;
  readonly name: string;
}): JSX.Element {
  const words = useWords();
  const says = (): string =>
    words().t(props.by < 0 ? 'screens.less-of' : 'screens.more-of', { name: props.name });
  return (
    <button
      type="button"
      class="button"
      disabled={props.disabled === true || stepped(props.view, props.by) === props.view.value}
      onClick={() => props.onSet(stepped(props.view, props.by))}
    >
      <span class="sr-only">{says()}</span>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d={props.by < 0 ? 'M3 10h14' : 'M3 10h14M10 3v14'}
          fill="none"
          stroke="currentColor"
          stroke-width="2.6"
        />
      </svg>
    </button>
  );
}
