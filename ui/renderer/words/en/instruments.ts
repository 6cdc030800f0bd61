// The texts of the window's instruments, in English: figure, plot and alarm sound.

import type { FigureState, FigureView } from '../../figure/figure-data.ts';

/** The views of the figure, and whose left and right are meant. */
export const figure = {
  'face-front': 'Face, front',
  'face-left': 'Face, left side',
  'face-right': 'Face, right side',
  'body-front': 'Body, front',
  'body-back': 'Body, back',
  left: 'Left',
  right: 'Right',
  own: 'Left and right are the person’s own.',
  label: '{view}. Choose an area with the arrow keys.',
  region: '{place}, {state}',
  delivered: '{place}, {state}, {share:percent} delivered',
} as const satisfies Record<FigureView, string> & Record<string, string>;

/** How an area stands on the figure. */
export const figureStates = {
  planned: 'planned',
  active: 'being treated',
  done: 'done',
  blocked: 'blocked, never treated',
  free: 'not planned',
} as const satisfies Record<FigureState, string>;

/** The plot. */
export const plot = {
  label: 'Depth, rate, force and tilt over the last {span:seconds}',
  depth: 'depth',
  command: 'commanded',
  cap: 'cap',
  rate: 'rate',
  force: 'force',
  tilt: 'tilt',
  gap: 'no report for {ageMs:seconds}',
} as const;

/** The sound of alarms. */
export const sound = {
  lost: 'Alarms make no sound: the audio device is gone. Watch the screen.',
  locked: 'Sound is off until you touch the window once.',
  paused: 'Sound paused, {leftMs:clock} left',
  pause: 'Pause sound',
  resume: 'Sound on',
  'may-not-pause': 'A high alarm cannot be paused while its cause lasts.',
  test: 'Test screen and sound',
  testing: 'You should hear a high, a medium and a low alarm, one after the other.',
  heard: 'I heard it',
  'not-heard': 'I heard nothing',
} as const;
