// Depth as one picture: skin from the surface down, the cap as a barred floor that nothing may
// reach, the commanded depth as a line, and the measured one as the needle itself. The three
// numbers stand beside it with the same signs, so that neither colour nor place is needed alone.

import { type JSX, Show } from 'solid-js';
import type { DepthView } from '../view/treat-view.ts';
import { useWords } from '../words/use-words.ts';
import { bare } from './say.ts';
import { Value } from './value.tsx';

const TOP = 26;
const DEEP = 268;

/** The picture with its numbers. */
export function DepthPicture(props: { readonly view: DepthView }): JSX.Element {
  const words = useWords();
  const mm = (depthUm: number | undefined): string | undefined =>
    depthUm === undefined ? undefined : bare(words().number(depthUm, 'mm'));
  const capNote = (): string | undefined => {
    const { capRule } = props.view;
    return capRule === undefined ? undefined : words().rule(capRule);
  };
  const measuredNote = (): string | undefined => {
    const { why } = props.view;
    return why === 'measured' ? undefined : words().t(`screens.depth-${why}`);
  };
  return (
    <div class="depth">
      <div class="depth-place"><Picture view={props.view} /></div>
      <div class="depth-values">
        <Value name="measured" label={words().t('screens.measured')} unit="mm"
          sign={<Sign kind="measured" />} value={mm(props.view.measuredUm)} note={measuredNote()} />
        <Value name="commanded" label={words().t('screens.commanded')} unit="mm"
          sign={<Sign kind="commanded" />} value={mm(props.view.commandedUm)} />
        <Value name="cap" label={words().t('screens.cap')} unit="mm"
          sign={<Sign kind="cap" />} value={mm(props.view.capUm)} note={capNote()} />
      </div>
    </div>
  );
}

function Picture(props: { readonly view: DepthView }): JSX.Element {
  const words = useWords();
  const y = (depthUm: number): number => TOP + (depthUm / props.view.scaleUm) * (DEEP - TOP);
  const label = (): string => words().t('screens.depth-picture');
  return (
    <svg
      class="depth-picture"
      viewBox="0 0 110 272"
      preserveAspectRatio="none"
      role="img"
      aria-label={label()}
    >
      <defs>
        <pattern
          id="barred"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" class="barred-ground" />
          <rect width="4" height="8" class="barred-line" />
        </pattern>
      </defs>
      <rect x="0" y={TOP} width="110" height={DEEP - TOP} class="skin" />
      <path d={`M0 ${TOP} q14 -5 28 0 t27 0 t28 0 t27 0`} class="skin-edge" />
      <Show when={props.view.capUm}>
        {(capUm) => (
          <>
            <rect x="0" y={y(capUm())} width="110" height={DEEP - y(capUm())} fill="url(#barred)" />
            <line x1="0" x2="110" y1={y(capUm())} y2={y(capUm())} class="cap-line" />
          </>
        )}
      </Show>
      <Show when={props.view.measuredUm}>
        {(depthUm) => <path class="needle" d={needleTo(y(depthUm()))} />}
      </Show>
      <Show when={props.view.measuredUm === undefined}>
        <path class="needle-rest" d={needleTo(TOP - 4)} />
      </Show>
      <line x1="4" x2="106" y1={y(props.view.commandedUm)} y2={y(props.view.commandedUm)}
        class="commanded-line" />
    </svg>
  );
}

/** A needle whose tip is at a height of the picture. */
const needleTo = (tip: number): string => `M44 0 V${tip - 16} L55 ${tip} L66 ${tip - 16} V0 Z`;

function Sign(props: { readonly kind: 'measured' | 'commanded' | 'cap' }): JSX.Element {
  return <span class={`sign sign-${props.kind}`} aria-hidden="true" />;
}
