// The things that care speaks of, in German; a bar parts a title from its text.

import { translation } from '../translation.ts';
import type {
  adjuncts as adjunctsEn, expected as expectedEn, flags as flagsEn, grades as gradesEn,
  instructions as instructionsEn, milestones as milestonesEn, offLabel as offLabelEn, roles as
  rolesEn, stages as stagesEn, steps as stepsEn,
} from '../en/care-things.ts';

/** What may lie on the skin. */
export const adjuncts = translation<typeof adjunctsEn>()({
  'sterile-hydrogel': 'Steriles Hydrogel',
  'sterile-saline': 'Sterile Kochsalzlösung',
  minoxidil: 'Minoxidil',
  'tranexamic-acid': 'Tranexamsäure',
  prp: 'Plättchenreiches Plasma',
  'vitamin-c': 'Vitamin C',
  exosomes: 'Exosomen',
  'vitamin-solution': 'Eine andere Vitaminlösung',
  'cosmetic-serum': 'Ein kosmetisches Serum',
  unknown: 'Etwas, das nicht auf der Liste steht',
});

/** How an area is said to answer. */
export const expected = translation<typeof expectedEn>()({
  best: 'spricht am besten an',
  good: 'spricht gut an',
  slower: 'spricht langsamer an',
  limited: 'spricht wenig an',
  marginal: 'spricht kaum an',
  'texture-only': 'höchstens die Textur',
  none: 'wird nicht behandelt',
});

/** Red flags; what is seen and what to do. */
export const flags = translation<typeof flagsEn>()({
  'eye-pain-or-vision': 'Augenschmerz oder schlechteres Sehen | Sofort in die Augen-Notaufnahme.',
  infection: `Rötung breitet sich aus, Wärme, Eiter, Fieber, mehr Schmerz | Heute zum Arzt und
    uns Bescheid geben.`,
  'burn-or-loss': 'Verbrennung, Delle oder taube Haut | Heute anrufen.',
  'cold-sore': 'Lippenherpes oder Kribbeln | Heute anrufen.',
  'long-redness': 'Mehr als fünf Tage rot, rau oder dünn | Anrufen; bis zur Ansicht nichts weiter.',
  lines: 'Linien entlang des Pen-Weges | Anrufen, keine Sonne.',
  lumps: 'Knoten, auch Wochen später | Anrufen, nicht selbst behandeln.',
  pigment: 'Dunklere oder hellere Flecken | Anrufen, keine Sonne.',
});

/** How far something may be trusted. */
export const grades = translation<typeof gradesEn>()({
  A: 'A: Behörde oder begutachtet',
  B: 'B: Hersteller oder 510(k)',
  C: 'C: Praxis- oder Fachseite',
  D: 'D: unser Vorschlag',
});

/** What to do when; a title and a text. */
export const instructions = translation<typeof instructionsEn>()({
  'first-day': `Heute | Kühles Wasser, milde Reinigung, schlichte Pflege. Kein Make-up, keine
    Wirkstoffe, kein Sport, keine Hitze, kein Schwimmen, kein Alkohol.`,
  'make-up': 'Wieder Make-up | Zuerst mineralisch, mit sauberen Pinseln.',
  sunscreen: 'Ab jetzt täglich Sonnenschutz | Mineralisch, LSF 30 oder mehr.',
  critical: 'Ende der ersten drei Tage | Bis hierher strikt keine Sonne. Schuppen nicht abkratzen.',
  gym: 'Wieder Sport und Sauna | Wenn nichts mehr heiß oder wund ist.',
  redness: 'Rötung dürfte weg sein | Ist sie an Tag 5 noch da: anrufen.',
  actives: 'Wieder Wirkstoffe | Eine nach der anderen, wenn die Haut ruhig ist.',
  retinoids: 'Wieder Retinoide | Zuerst jeden zweiten Abend.',
  'sun-and-peel': `Bis hier keine Sonne und kein Peeling | Kein Solarium, Peeling, Laser oder
    Wachsen. Sonnenschutz bleibt.`,
  next: 'Nächster Besuch, gewünscht | Öfter ist nicht besser.',
});

/** When somebody asks how it is; a name and a question. */
export const milestones = translation<typeof milestonesEn>()({
  'hours-24': `24 Stunden | Gleichmäßig rot; keine Wärme, die sich ausbreitet, kein Eiter, keine
    Blase, kein Fieber?`,
  'hours-72': '72 Stunden | Rötung blasser, Schmerz weg, bisher keine Sonne?',
  'day-7': 'Tag 7 | Geschlossen und ruhig? Linien, Spuren, Rauheit?',
  'day-14': 'Tag 14 | Dunklere oder hellere Flecken, Knoten?',
  'day-28': 'Tag 28 | Pigment, Knoten, Linien? Nächster Besuch planbar?',
  'month-3': 'Monat 3 | Was hat sich verändert? Späte Knoten?',
  'month-6': 'Monat 6 | Was ist geblieben? Auffrischung gewünscht?',
});

/** Why something is off-label. */
export const offLabel = translation<typeof offLabelEn>()({
  'device-not-cleared': 'für genau dieses Gerät ist keine Zulassung bekannt',
  'purpose-not-cleared': 'für einen anderen Zweck zugelassen',
  'area-not-cleared': 'für andere Bereiche zugelassen',
  'age-under-clearance': 'jünger als die Zulassung',
  'age-unknown': 'Alter nicht bekannt',
  'skin-type-outside': 'Hauttyp außerhalb der Zulassung',
  'skin-type-unknown': 'Hauttyp nicht bekannt',
});

/** What people are trusted with. */
export const roles = translation<typeof rolesEn>()({
  provider: 'Behandler',
  prescriber: 'Verordner',
  technician: 'Techniker',
  'clinical-lead': 'klinische Leitung',
  auditor: 'Prüfer',
});

/** The stages of the collagen timeline. */
export const stages = translation<typeof stagesEn>()({
  inflammation: 'Wunde wird gereinigt',
  proliferation: 'Erstes, lockeres Kollagen',
  'collagen-peak': 'Am meisten Kollagen soll entstehen',
  remodelling: 'Langsamer Umbau, ein Jahr und länger',
  swelling: 'Straffheit ist Schwellung und vergeht',
  'quiet-weeks': 'Stille Wochen: wenig zu sehen',
  'first-changes': 'Erste Veränderungen, bei manchen',
  'at-its-best': 'Meist da, wenn es überhaupt kommt',
});

/** The ticks of a visit. */
export const steps = translation<typeof stepsEn>()({
  reprocessed: 'Pen seit der letzten Person gereinigt',
  barrier: 'Frische Schutzhülle angebracht',
  'package-intact': 'Verpackung war unversehrt',
  'glide-only': 'Steriles Gleitmittel gewählt',
  'eye-shield': 'Augenschutz angelegt',
});
