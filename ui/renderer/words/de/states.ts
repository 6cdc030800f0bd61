// How things stand, in German: phases, areas, outcomes, priorities, quantities.

import { translation } from '../translation.ts';
import type * as original from '../en/states.ts';

/** Where a treatment is. */
export const phases = translation<typeof original.phases>()({
  unlinked: 'kein Pen ist verbunden',
  ready: 'bereit',
  reserving: 'die Hübe werden reserviert',
  loading: 'der Pen wird scharf geschaltet',
  armed: 'scharf',
  running: 'die Nadeln laufen',
  ending: 'der Bereich wird abgeschlossen',
  stopping: 'der Pen wird gestoppt',
  latched: 'der Pen ist verriegelt',
  clearing: 'der Stopp wird aufgehoben',
  finished: 'die Behandlung ist abgeschlossen',
  failed: 'die Behandlung ist gescheitert',
});

/** What a pen is doing. */
export const penPhases = translation<typeof original.penPhases>()({
  idle: 'in Ruhe',
  armed: 'scharf',
  running: 'in Lauf',
  stopping: 'am Anhalten',
  latched: 'verriegelt',
  calibrating: 'bei der Kalibrierung',
});

/** What a person does next. */
export const nextActs = translation<typeof original.nextActs>()({
  wait: 'Kurz warten',
  connect: 'Pen anschließen',
  arm: 'Nächsten Bereich scharf schalten',
  press: 'Pen auf die Haut setzen und den Auslöser drücken',
  glide: 'Über den Bereich gleiten',
  clear: 'Stopp aufheben',
  finish: 'Behandlung abschließen',
  none: 'Nichts mehr zu tun',
});

/** How an area stands within a treatment. */
export const areaStates = translation<typeof original.areaStates>()({
  open: 'offen',
  active: 'in Arbeit',
  done: 'fertig',
});

/** How a treatment ended. */
export const outcomes = translation<typeof original.outcomes>()({
  completed: 'vollständig',
  stopped: 'gestoppt',
  abandoned: 'abgebrochen',
});

/** How pressing an alarm is. */
export const priorities = translation<typeof original.priorities>()({
  high: 'Hoch',
  medium: 'Mittel',
  low: 'Niedrig',
});

/** What a limit is about. */
export const quantities = translation<typeof original.quantities>()({
  depth: 'Tiefe',
  rate: 'Hubzahl',
  passes: 'Durchgänge',
  density: 'Dichte',
  'strokes-per-pass': 'Hübe je Durchgang',
  contact: 'Kontaktzeit',
  hold: 'Zeit eines Drucks',
  dwell: 'Zeit auf einer Stelle',
  credit: 'Hübe auf einmal',
});
