// The texts of the window's instruments, in German: figure, plot and alarm sound.

import { translation } from '../translation.ts';
import type * as original from '../en/instruments.ts';

/** The views of the figure. */
export const figure = translation<typeof original.figure>()({
  'face-front': 'Gesicht, vorn',
  'face-left': 'Gesicht, linke Seite',
  'face-right': 'Gesicht, rechte Seite',
  'body-front': 'Körper, vorn',
  'body-back': 'Körper, hinten',
  left: 'Links',
  right: 'Rechts',
  own: 'Links und rechts meinen die Person selbst.',
  label: '{view}. Bereich mit den Pfeiltasten wählen.',
  region: '{place}, {state}',
  delivered: '{place}, {state}, {share:percent} abgegeben',
});

/** How an area stands on the figure. */
export const figureStates = translation<typeof original.figureStates>()({
  planned: 'geplant',
  active: 'wird behandelt',
  done: 'fertig',
  blocked: 'gesperrt, wird nie behandelt',
  free: 'nicht geplant',
});

/** The plot. */
export const plot = translation<typeof original.plot>()({
  label: 'Tiefe, Hubzahl, Kraft und Neigung der letzten {span:seconds}',
  depth: 'Tiefe',
  command: 'befohlen',
  cap: 'Grenze',
  rate: 'Hubzahl',
  force: 'Kraft',
  tilt: 'Neigung',
  gap: 'seit {ageMs:seconds} keine Meldung',
});

/** The sound of alarms. */
export const sound = translation<typeof original.sound>()({
  lost: 'Alarme sind stumm: Das Tongerät ist weg. Den Bildschirm beobachten.',
  locked: 'Der Ton ist aus, bis das Fenster einmal berührt wird.',
  paused: 'Ton pausiert, noch {leftMs:clock}',
  pause: 'Ton pausieren',
  resume: 'Ton an',
  'may-not-pause': 'Ein hoher Alarm lässt sich nicht pausieren, solange die Ursache andauert.',
  test: 'Bildschirm und Ton prüfen',
  testing: 'Es erklingen nacheinander ein hoher, ein mittlerer und ein niedriger Alarm.',
  heard: 'Ich habe ihn gehört',
  'not-heard': 'Ich habe nichts gehört',
});
