// A refusal of care in the rail: its words are fetched with it.

import type { JSX } from 'solid-js';
import type { CareRefusal } from '../../../contract/care-refusal.ts';
import { useWords } from '../../words/use-words.ts';
import { spoken } from '../say.ts';
import { CareProvider, useCare } from './care-provider.tsx';
import { careSaid } from './say-care.ts';

/** The sentence of a refusal. */
export default function CareRefused(props: { readonly refusal: CareRefusal }): JSX.Element {
  return <CareProvider><Sentence refusal={props.refusal} /></CareProvider>;
}

function Sentence(props: { readonly refusal: CareRefusal }): JSX.Element {
  const words = useWords();
  const care = useCare();
  return <p class="wrap-anywhere">{spoken(careSaid(words(), care(), props.refusal))}</p>;
}
