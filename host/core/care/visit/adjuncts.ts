// What may be on the skin while a needle goes through it. Microneedling pens are cleared for no
// drug, vitamin, cosmetic or blood product; whatever is not known here is blocked.

import { type Ground, groundedIn } from '../sources.ts';

/** Whether something may be used together with the needle. */
export type Standing = 'glide' | 'needs-prescriber' | 'blocked';

/** One adjunct. */
export interface Adjunct {
  readonly id: string;
  readonly name: string;
  readonly standing: Standing;
  readonly why: string;
  readonly ground: Ground;
}

const FDA = groundedIn('A', 'fda-microneedling-page', 'cfr-878-4430');

/** They, the harmless first. */
export const ADJUNCTS: readonly Adjunct[] = [
  {
    id: 'sterile-hydrogel', name: 'sterile hydrogel without active substances', standing: 'glide',
    why: 'Glides and carries nothing in.', ground: groundedIn('B', 'skinpen-manual'),
  },
  {
    id: 'sterile-saline', name: 'sterile saline', standing: 'glide',
    why: 'Glides and carries nothing in.', ground: groundedIn('B', 'skinpen-manual'),
  },
  {
    id: 'minoxidil', name: 'minoxidil', standing: 'needs-prescriber',
    why: 'Studied on the scalp, but delivering a drug is outside what the pens are cleared for.',
    ground: groundedIn('A', 'faghihi-2021', 'english-2021', 'cfr-878-4430'),
  },
  {
    id: 'tranexamic-acid', name: 'tranexamic acid', standing: 'needs-prescriber',
    why: 'Studied, but delivering a drug is outside what the pens are cleared for.',
    ground: groundedIn('A', 'cfr-878-4430'),
  },
  {
    id: 'prp', name: 'platelet-rich plasma', standing: 'needs-prescriber',
    why: 'Not authorised with these pens; in a spa that broke hygiene it carried HIV.',
    ground: groundedIn('A', 'fda-microneedling-page', 'cdc-mmwr-2024'),
  },
  {
    id: 'vitamin-c', name: 'vitamin C', standing: 'blocked',
    why: 'Stood behind most granulomas after motorised pens, and those resist treatment.',
    ground: groundedIn('A', 'friedmann-2024'),
  },
  {
    id: 'exosomes', name: 'exosomes', standing: 'blocked',
    why: 'No product is approved, and serious events were reported.',
    ground: groundedIn('A', 'fda-exosomes-2019'),
  },
  {
    id: 'vitamin-solution', name: 'any other vitamin solution', standing: 'blocked',
    why: 'Not authorised with these pens.', ground: FDA,
  },
  {
    id: 'cosmetic-serum', name: 'cosmetic or non-sterile serum', standing: 'blocked',
    why: 'Not authorised with these pens, and not sterile.', ground: FDA,
  },
  ...[
    ['retinoid', 'a retinoid'],
    ['acid', 'an acid'],
    ['benzoyl-peroxide', 'benzoyl peroxide'],
    ['hydroquinone', 'hydroquinone'],
    ['fragrance', 'anything with fragrance or preservatives'],
  ].map(([id = '', name = '']): Adjunct => ({
    id, name, standing: 'blocked', why: 'Irritates or sensitises below the surface.',
    ground: groundedIn('B', 'skincare-device-research'),
  })),
];

const UNKNOWN: Adjunct = {
  id: 'unknown', name: 'something that is not on the list', standing: 'blocked',
  why: 'What nobody knows is not needled in.', ground: groundedIn('D', 'corium'),
};

/** An adjunct by its name; what is not on the list is blocked. */
export const adjunctNamed = (id: string): Adjunct =>
  ADJUNCTS.find((adjunct) => adjunct.id === id) ?? UNKNOWN;

/** A choice: what, with which lot, and which prescriber answers for it. */
export interface AdjunctChoice {
  readonly id: string;
  readonly lot: string | undefined;
  readonly prescriber: string | undefined;
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** What stands against a choice, in sentences; nothing if it may be used. */
export function adjunctAgainst({ id, lot, prescriber }: AdjunctChoice): readonly string[] {
  const { name, standing, why } = adjunctNamed(id);
  if (standing === 'blocked') {
    return [`Do not needle in ${name}: ${why} Use sterile glide only.`];
  }
  const unsigned = standing === 'needs-prescriber' && isBlank(prescriber);
  return [
    ...(unsigned ? [`No prescriber has signed for ${name}: ${why} Ask one, or leave it.`] : []),
    ...(isBlank(lot) ? [`The lot of ${name} is missing; read it off the package.`] : []),
  ];
}
