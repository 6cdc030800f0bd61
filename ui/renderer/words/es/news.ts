// What the host says beside a treatment, and what keeps a request waiting, in Spanish.

import { translation } from '../translation.ts';
import type * as original from '../en/news.ts';

/** What the host says by the way. */
export const hostNews = translation<typeof original.hostNews>()({
  'pedal-there': 'El pedal está conectado.',
  'pedal-gone': 'El pedal ha desaparecido. Conéctelo.',
  'pedal-while-armed': 'El pedal no cambia de zona mientras una está armada. Cierre antes la zona.',
  'pedal-not-retracted': 'El pedal no cambia de zona antes de que se retiren las agujas. Espere.',
  'pedal-into-eye': 'El pedal no lleva a {place}, que está junto al ojo. Elíjala en la pantalla.',
  'pedal-no-further': 'No hay más zonas en esa dirección. Pulse el otro botón lateral.',
  'foreign-version': `Lo que responde ahí habla otra versión del protocolo. Actualice el lápiz o la
    consola.`,
  'frames-dropped': '{damaged:number} informes del lápiz llegaron dañados. Mire el cable.',
});

/** What is under way, or what is not there, as it stands in brackets. */
export const turns = translation<typeof original.turns>()({
  'treatment-none': 'no hay ningún tratamiento en curso',
  'treatment-starting': 'se está abriendo un tratamiento',
  'treatment-running': 'hay un tratamiento en curso',
  'treatment-leaving': 'se está soltando el lápiz',
  'treatment-ended': 'el tratamiento ha terminado',
  'treatment-broke': 'el tratamiento se interrumpió',
  'treatment-turned-away': 'el tratamiento no empezó',
  'no-treatment': 'no hay ningún tratamiento en curso',
  'no-demonstration': 'esto no es una demostración',
  'case-file': 'hay un expediente abierto',
  'road-lost': 'la consola no responde',
  model: 'el modelo',
});
