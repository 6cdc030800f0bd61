// The areas of skin in Spanish, alone and with their sides. The sides are the person's own.

import { translation } from '../translation.ts';
import type { areas as area, places as place, sides as side } from '../en/areas.ts';

/** The areas without their sides. */
export const areas = translation<typeof area>()({
  'upper-eyelid': 'párpado superior',
  infraorbital: 'zona bajo el ojo',
  'crows-feet': 'patas de gallo',
  forehead: 'frente',
  temple: 'sien',
  glabella: 'entrecejo',
  nose: 'nariz',
  cheek: 'mejilla',
  perioral: 'contorno de la boca',
  vermilion: 'rojo del labio',
  chin: 'mentón',
  jawline: 'línea mandibular',
  submental: 'bajo el mentón',
  neck: 'cuello',
  decolletage: 'escote',
  scalp: 'cuero cabelludo',
  abdomen: 'abdomen',
  'upper-arm': 'brazo',
  forearm: 'antebrazo',
  hand: 'dorso de la mano',
  back: 'espalda',
  buttock: 'glúteo',
  thigh: 'muslo',
  knee: 'rodilla',
});

/** The halves of areas that have a left and a right. */
export const places = translation<typeof place>()({
  'upper-eyelid-left': 'párpado superior izquierdo',
  'upper-eyelid-right': 'párpado superior derecho',
  'infraorbital-left': 'zona bajo el ojo izquierdo',
  'infraorbital-right': 'zona bajo el ojo derecho',
  'crows-feet-left': 'patas de gallo izquierdas',
  'crows-feet-right': 'patas de gallo derechas',
  'temple-left': 'sien izquierda',
  'temple-right': 'sien derecha',
  'cheek-left': 'mejilla izquierda',
  'cheek-right': 'mejilla derecha',
  'jawline-left': 'línea mandibular izquierda',
  'jawline-right': 'línea mandibular derecha',
  'upper-arm-left': 'brazo izquierdo',
  'upper-arm-right': 'brazo derecho',
  'forearm-left': 'antebrazo izquierdo',
  'forearm-right': 'antebrazo derecho',
  'hand-left': 'dorso de la mano izquierda',
  'hand-right': 'dorso de la mano derecha',
  'buttock-left': 'glúteo izquierdo',
  'buttock-right': 'glúteo derecho',
  'thigh-left': 'muslo izquierdo',
  'thigh-right': 'muslo derecho',
  'knee-left': 'rodilla izquierda',
  'knee-right': 'rodilla derecha',
});

/** The sides. */
export const sides = translation<typeof side>()({
  midline: 'centro',
  left: 'izquierda',
  right: 'derecha',
});
