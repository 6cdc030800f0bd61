// How things stand, in Spanish: phases, areas, outcomes, priorities, quantities.

import { translation } from '../translation.ts';
import type * as original from '../en/states.ts';

/** Where a treatment is. */
export const phases = translation<typeof original.phases>()({
  unlinked: 'no hay dispositivo conectado',
  ready: 'listo',
  reserving: 'se reservan los golpes',
  loading: 'se activa el dispositivo',
  armed: 'activado',
  running: 'las agujas funcionan',
  ending: 'se cierra la zona',
  stopping: 'se para el dispositivo',
  latched: 'el dispositivo está enclavado',
  clearing: 'se anula la parada',
  finished: 'el tratamiento ha terminado',
  failed: 'el tratamiento ha fallado',
});

/** What a pen is doing. */
export const penPhases = translation<typeof original.penPhases>()({
  idle: 'en reposo',
  armed: 'activado',
  running: 'en marcha',
  stopping: 'parándose',
  latched: 'enclavado',
  calibrating: 'en calibración',
});

/** What a person does next. */
export const nextActs = translation<typeof original.nextActs>()({
  wait: 'Espere un momento',
  connect: 'Conecte el dispositivo',
  arm: 'Active la próxima zona',
  press: 'Apoye el dispositivo en la piel y pulse el gatillo',
  glide: 'Deslice sobre la zona',
  clear: 'Anule la parada',
  finish: 'Termine el tratamiento',
  none: 'No queda nada por hacer',
});

/** How an area stands within a treatment. */
export const areaStates = translation<typeof original.areaStates>()({
  open: 'pendiente',
  active: 'en curso',
  done: 'hecha',
});

/** How a treatment ended. */
export const outcomes = translation<typeof original.outcomes>()({
  completed: 'completo',
  stopped: 'parado',
  abandoned: 'abandonado',
});

/** How pressing an alarm is. */
export const priorities = translation<typeof original.priorities>()({
  high: 'Alta',
  medium: 'Media',
  low: 'Baja',
});

/** What a limit is about. */
export const quantities = translation<typeof original.quantities>()({
  depth: 'profundidad',
  rate: 'frecuencia',
  passes: 'pasadas',
  density: 'densidad',
  'strokes-per-pass': 'golpes por pasada',
  contact: 'tiempo de contacto',
  hold: 'tiempo de una pulsación',
  dwell: 'tiempo en un punto',
  credit: 'golpes de una vez',
});
