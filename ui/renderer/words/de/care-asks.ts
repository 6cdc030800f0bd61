// The questions of the screening in German, shortened for a finger; their full wording is the
// host’s.

import { translation } from '../translation.ts';
import type { groups as groupsEn, asks as asksEn } from '../en/care-asks.ts';

/** The groups in which the questions are asked. */
export const groups = translation<typeof groupsEn>()({
  today: 'Heute, an der geplanten Stelle',
  health: 'Gesundheit',
  medicine: 'Medikamente und Eingriffe',
  skin: 'Haut',
  plans: 'Zu notieren',
});

/** The questions of the screening, by their names. */
export const asks = translation<typeof asksEn>()({
  'infection-or-wound': 'Dort eine Infektion, offene Wunde oder ein Ausschlag?',
  'cold-sore-now': 'Jetzt ein Lippenherpes oder das Kribbeln davor?',
  'inflamed-acne': 'Dort entzündete Akne?',
  isotretinoin: 'Isotretinoin, jetzt oder in den letzten sechs Monaten? (Tag der letzten Kapsel)',
  'pregnant-or-breastfeeding': 'Schwanger, vielleicht schwanger oder stillend?',
  'bleeding-disorder': 'Eine Blutungsneigung oder blaue Flecken ohne Grund?',
  anticoagulant: 'Warfarin, Heparin, ASS oder ein anderer Blutverdünner?',
  immunosuppression: 'Geschwächte Abwehr oder ein Medikament, das sie schwächt?',
  'hiv-or-hepatitis': 'HIV oder Hepatitis?',
  'uncontrolled-diabetes': 'Schlecht eingestellter Diabetes?',
  'keloid-history': 'Sind Narben je über die Wunde hinausgewachsen (Keloid)?',
  'lesion-in-area': 'Dort eine aktinische Keratose, Warze, ein Mal oder Leberfleck?',
  malignancy: 'Krebs, jetzt oder in Nachsorge?',
  'chemo-or-radiotherapy': 'Chemo- oder Strahlentherapie, jetzt oder begonnen?',
  'systemic-steroids': 'Cortison oder ein anderes Steroid als Tablette oder Spritze?',
  'allergy-to-metal': 'Eine Allergie auf Edelstahl, Nickel oder ein anderes Metall?',
  'allergy-to-anaesthetic': 'Eine Allergie auf Betäubungscreme oder örtliche Betäubung?',
  'skin-cancer-in-area': 'Dort Hautkrebs, jetzt oder früher?',
  'collagen-disease': 'Sklerodermie oder eine andere Kollagen- oder Gefäßkrankheit?',
  'heart-abnormality': 'Eine Herzanomalie?',
  'tattoo-in-area': 'Dort eine Tätowierung oder Permanent-Make-up?',
  filler: 'Dort ein Filler in den letzten zwei Wochen? (der Tag)',
  'implant-or-port': 'Dort ein Implantat, Port oder Faden unter der Haut?',
  sunburn: 'Ein Sonnenbrand in den letzten zwei Wochen? (der Tag)',
  'laser-or-light': 'Dort Laser oder starkes Licht in den letzten zwei Wochen? (der Tag)',
  peel: 'Dort ein Peeling in den letzten zwei Wochen? (der Tag)',
  'melasma-or-pigment-after-inflammation': `Melasma oder dunkle Flecken, die nach Pickeln oder
    Wunden blieben?`,
  'steroid-thinned-skin': 'Durch Cortison dünn gewordene Haut?',
  'irradiated-skin': 'Wurde die Haut dort je bestrahlt?',
  'very-lax-skin': 'Ist die Haut dort sehr schlaff?',
  'tanned-or-much-sun-lately': 'Gebräunt oder viel Sonne in den letzten zwei Wochen?',
  'cold-sores-before': `Je Lippenherpes gehabt? (Notiz: was zu einem Virusmittel beschlossen
    wurde)`,
  'skin-or-autoimmune-disease': `Ekzem, Schuppenflechte, Vitiligo oder eine Autoimmunkrankheit?
    (Notiz: wo, ruhig?)`,
  'sun-planned': 'Sonne oder Bräunen in den nächsten zwei Wochen geplant? (Notiz: wie vermieden)',
  'muscle-relaxant': 'Dort Botulinumtoxin in den letzten zwei Wochen? (der Tag; Notiz: wo)',
  'retinoid-or-acid': `Dort ein Retinoid oder eine Säure in der letzten Woche? (der Tag; Notiz:
    was)`,
  waxing: 'Dort Haarentfernung in der letzten Woche? (der Tag; Notiz: wie es aussieht)',
  'anti-inflammatory': `Ibuprofen, Naproxen oder Ähnliches in den letzten drei Tagen? (der Tag;
    Notiz: warum)`,
  'pigment-plan': `Ist vereinbart, was wegen der Pigmente geschieht: Sonne, Fotos an Tag 14 und
    28? (Notiz: was)`,
});
