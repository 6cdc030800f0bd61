// What the frame says of people and visits, in German; everything else of care is fetched with its
// screens.

import { translation } from '../translation.ts';
import type { careFrame as original } from '../en/screens-care.ts';

/** The texts of this part of the screens. */
export const careFrame = translation<typeof original>()({
  'menu-people': 'Personen',
  'next-sign-in': 'Sagen, wer Sie sind, mit PIN oder Passphrase.',
  'next-visit': 'Der Besuch: {open:number} noch offen.',
  'do-visit': 'Mit dem Besuch weitermachen',
  'sign-out': 'Abmelden',
  'signed-in-as': '{name}, angemeldet',
  'typed-name': 'Name wie getippt: Hier meldet sich niemand an',
  'person-choose': 'Akte öffnen',
  'person-chart': 'Akte',
});
