// The texts of the window's instruments, in Spanish: figure, plot and alarm sound.

import { translation } from '../translation.ts';
import type * as original from '../en/instruments.ts';

/** The views of the figure. */
export const figure = translation<typeof original.figure>()({
  'face-front': 'Cara, de frente',
  'face-left': 'Cara, lado izquierdo',
  'face-right': 'Cara, lado derecho',
  'body-front': 'Cuerpo, de frente',
  'body-back': 'Cuerpo, de espaldas',
  left: 'Izquierda',
  right: 'Derecha',
  own: 'Izquierda y derecha son las de la persona.',
  label: '{view}. Elija una zona con las flechas.',
  region: '{place}, {state}',
  delivered: '{place}, {state}, {share:percent} administrado',
});

/** How an area stands on the figure. */
export const figureStates = translation<typeof original.figureStates>()({
  planned: 'planificada',
  active: 'en tratamiento',
  done: 'hecha',
  blocked: 'bloqueada, nunca se trata',
  free: 'sin planificar',
});

/** The plot. */
export const plot = translation<typeof original.plot>()({
  label: 'Profundidad, frecuencia, fuerza e inclinación de los últimos {span:seconds}',
  depth: 'profundidad',
  command: 'ordenada',
  cap: 'límite',
  rate: 'frecuencia',
  force: 'fuerza',
  tilt: 'inclinación',
  gap: 'sin informe desde hace {ageMs:seconds}',
});

/** The sound of alarms. */
export const sound = translation<typeof original.sound>()({
  lost: 'Las alarmas no suenan: falta el dispositivo de audio. Vigile la pantalla.',
  locked: 'El sonido está apagado hasta que toque la ventana una vez.',
  paused: 'Sonido en pausa, quedan {leftMs:clock}',
  pause: 'Pausar sonido',
  resume: 'Activar sonido',
  'may-not-pause': 'Una alarma alta no puede pausarse mientras dure su causa.',
  test: 'Probar pantalla y sonido',
  testing: 'Debe oír una alarma alta, una media y una baja, una tras otra.',
  heard: 'La he oído',
  'not-heard': 'No he oído nada',
});
