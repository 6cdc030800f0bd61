// What the frame says of people and visits, in Spanish; everything else of care is fetched with its
// screens.

import { translation } from '../translation.ts';
import type { careFrame as original } from '../en/screens-care.ts';

/** The texts of this part of the screens. */
export const careFrame = translation<typeof original>()({
  'menu-people': 'Personas',
  'next-sign-in': 'Diga quién es, con su PIN o frase.',
  'next-visit': 'La visita: quedan {open:number}.',
  'do-visit': 'Seguir con la visita',
  'sign-out': 'Cerrar sesión',
  'signed-in-as': '{name}, sesión iniciada',
  'typed-name': 'Nombre tecleado: aquí nadie inicia sesión',
  'person-choose': 'Abrir una ficha',
  'person-chart': 'ficha',
});
