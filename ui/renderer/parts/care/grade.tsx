// How far something may be trusted, as a letter with its meaning behind it.

import type { JSX } from 'solid-js';
import type { Grade as GradeName } from '../../../../host/core/limit-profile.ts';
import { useCare } from './care-provider.tsx';

/** The mark of a grade. */
export function Grade(props: { readonly grade: GradeName }): JSX.Element {
  const care = useCare();
  return (
    <abbr class="grade" data-grade={props.grade} title={care().t(`grades.${props.grade}`)}>
      {props.grade}
      <span class="heard">{care().t(`grades.${props.grade}`)}</span>
    </abbr>
  );
}
