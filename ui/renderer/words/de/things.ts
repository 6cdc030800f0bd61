// The things that a reason may be about, in German, and the rules that bind a number.

import { translation } from '../translation.ts';
import type * as original from '../en/things.ts';

/** The questions of the screening. */
export const questions = translation<typeof original.questions>()({
  'active-infection-or-wound': 'akute Infektion, Herpes oder Wunde',
  'inflamed-acne': 'entzündete Akne',
  'isotretinoin-within-6-months': 'Isotretinoin in den letzten 6 Monaten',
  'pregnant-or-breastfeeding': 'Schwangerschaft oder Stillzeit',
  'bleeding-disorder-or-anticoagulant': 'Blutungsneigung oder Gerinnungshemmer',
  'immunosuppression-or-uncontrolled-diabetes': 'Immunsuppression oder entgleister Diabetes',
  'keloid-history-or-lesion-in-area': 'Keloide in der Vorgeschichte oder Läsion im Bereich',
  'malignancy-or-systemic-steroids': 'Krebsleiden oder systemische Steroide',
  'allergy-to-steel-or-anaesthetic': 'Allergie gegen Stahl oder Betäubungsmittel',
  'skin-cancer-or-collagen-disease-or-heart': 'Hautkrebs, Kollagenose oder Herzleiden',
  'tattoo-in-area': 'Tätowierung im Bereich',
  'filler-within-2-weeks': 'Filler in den letzten 2 Wochen',
  'implant-or-port-in-area': 'Implantat oder Port im Bereich',
  'burnt-peeled-or-lasered-within-2-weeks': 'Sonnenbrand, Peeling oder Laser in 2 Wochen',
});

/** Conditions that reduce the limits, precautions that are noted, and indications. */
export const conditions = translation<typeof original.conditions>()({
  'melasma-or-pigment-after-inflammation': 'Melasma oder Pigment nach Entzündung',
  'steroid-thinned-skin': 'durch Steroide verdünnte Haut',
  'irradiated-skin': 'bestrahlte Haut',
  'very-lax-skin': 'sehr schlaffe Haut',
  'tanned-or-much-sun-lately': 'Bräune oder viel Sonne in letzter Zeit',
  'cold-sore-history': 'Lippenherpes in der Vorgeschichte',
  'skin-or-autoimmune-disease': 'Haut- oder Autoimmunerkrankung',
  'sun-planned-within-2-weeks': 'geplante Sonne in 2 Wochen',
  'muscle-relaxant-within-2-weeks': 'Muskelrelaxans in den letzten 2 Wochen',
  'retinoid-or-acid-within-a-week': 'Retinoid oder Säure in der letzten Woche',
  'waxed-within-a-week': 'Wachsen in der letzten Woche',
  'anti-inflammatory-within-3-days': 'Entzündungshemmer in den letzten 3 Tagen',
  'pigment-plan': 'Pigmentplan',
  'acne-scar': 'Aknenarben',
  striae: 'Dehnungsstreifen',
});

/** What else may be meant. */
export const things = translation<typeof original.things>()({
  face: 'Gesicht',
  whole: 'ganzer Körper',
  serial: 'Seriennummer',
  depthStepUm: 'Stufe der Tiefe',
  depthUmMax: 'Bereich der Tiefe',
  evaluatedDepthUmMax: 'Tiefe, bis zu der er geprüft wurde',
  rateCentiHzMin: 'Bereich der Hubzahl',
  creditMax: 'was er auf einmal annimmt',
  leaseMsMax: 'wie lange er auf den Host wartet',
  retractMsMax: 'wie lange das Einziehen dauert',
  overshootUm: 'Überschwingen',
  uncertaintyLowUm: 'Unsicherheit der Tiefe',
  cartridge: 'Kartusche',
  dueDay: 'Daten des Zertifikats',
});

/** The rules that bind a number. */
export const rules = translation<typeof original.rules>()({
  row: 'Zeile „{row}“ der Tabelle',
  'site-row': 'Zeile „{row}“ der Tabelle der Praxis',
  'first-visit': 'empfohlener Wert, weil erster Besuch',
  'calibration-out-of-date': 'empfohlener Wert, weil die Kalibrierung abgelaufen ist',
  'calibration-shaken': 'empfohlener Wert, weil der Pen blockierte oder zu tief stach',
  'calibration-used-up': 'empfohlener Wert, weil das Zertifikat verbraucht ist',
  'no-recorded-reason': 'empfohlener Wert, weil kein Grund festgehalten ist',
  'table-step': 'Stufe der Tabelle',
  'mechanical-maximum': 'mechanisches Maximum',
  'pen-hardware': 'was der Pen kann',
  'evaluated-maximum': 'Tiefe, bis zu der der Pen geprüft wurde',
  'needle-length': 'Länge der Nadeln',
  'calibration-uncertainty': 'um wie viel der Pen irren kann',
  'pen-step': 'Stufe des Pens',
  zone: 'Grenzen dieser Art von Haut',
  'per-pass': 'was ein Durchgang setzen darf',
  density: 'Dichte des Bereichs',
  'spot-density': 'halbe Dichte auf einer Stelle',
  'stationary-contact': 'Zeit auf einer Stelle, weil der Pen Bewegung nicht spürt',
  'grant-maximum': 'was eine Erlaubnis geben darf',
  'pen-credit': 'was der Pen auf einmal annimmt',
  plan: 'der Plan',
  'darker-skin': 'Minderung für dunklere Haut oder Pigment',
  'fragile-skin': 'Minderung für ältere oder empfindliche Haut',
  'early-interval': 'Minderung für frühes Wiederkommen',
  because: ' ({rule})',
  'the-plan': 'der Plan',
});
