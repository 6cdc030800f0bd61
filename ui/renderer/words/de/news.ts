// What the host says beside a treatment, and what keeps a request waiting, in German.

import { translation } from '../translation.ts';
import type * as original from '../en/news.ts';

/** What the host says by the way. */
export const hostNews = translation<typeof original.hostNews>()({
  'pedal-there': 'Das Fußpedal ist da.',
  'pedal-gone': 'Das Fußpedal ist weg. Einstecken.',
  'pedal-while-armed': `Das Pedal wechselt keinen Bereich, solange einer freigegeben ist. Erst
    schließen.`,
  'pedal-not-retracted': `Das Pedal wechselt keinen Bereich, bevor die Nadeln eingezogen sind.
    Warten.`,
  'pedal-into-eye': `Das Pedal führt nicht zu: {place}. Der Bereich liegt am Auge; am Bildschirm
    wählen.`,
  'pedal-no-further': `In dieser Richtung gibt es keinen Bereich mehr. Die andere Seitentaste
    drücken.`,
  'foreign-version': `Was dort antwortet, spricht eine andere Fassung des Protokolls. Pen oder
    Konsole erneuern.`,
  'frames-dropped': '{damaged:number} Meldungen des Pens kamen beschädigt an. Das Kabel ansehen.',
});

/** What is under way, or what is not there, as it stands in brackets. */
export const turns = translation<typeof original.turns>()({
  'treatment-none': 'keine Behandlung läuft',
  'treatment-starting': 'eine Behandlung wird geöffnet',
  'treatment-running': 'eine Behandlung läuft',
  'treatment-leaving': 'der Pen wird freigelassen',
  'treatment-ended': 'die Behandlung ist vorbei',
  'treatment-broke': 'die Behandlung brach ab',
  'treatment-turned-away': 'die Behandlung begann nicht',
  'no-treatment': 'keine Behandlung läuft',
  'no-demonstration': 'dies ist keine Vorführung',
  'case-file': 'eine Akte ist offen',
  'road-lost': 'die Konsole antwortet nicht',
  model: 'das Modell',
});
