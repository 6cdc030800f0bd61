// The sheet for afterwards in German: every English text of it, and the areas by their
// names. Written by us and read by nobody who practises in it.

/** Texts by the English ones. */
export const SAYS: Readonly<Record<string, string>> = {
  ['Cool water, gentle cleanser, bland moisturiser. No make-up, creams with active '
    + 'substances, sport, sweat, heat, swimming or alcohol, and nothing that seals the skin.']:
    'Kühles Wasser, milde Reinigung, einfache Feuchtigkeitscreme. Kein Make-up, keine Cremes '
    + 'mit Wirkstoffen, kein Sport, kein Schwitzen, keine Hitze, kein Schwimmen, kein Alkohol, '
    + 'und nichts, was die Haut abdichtet.',
  ['Cool water, gentle cleanser, bland moisturiser. No make-up, creams with active '
    + 'substances, sport, sweat, heat, swimming or alcohol, and nothing that seals the skin. '
    + 'No contact lenses, and nothing near the lid.']:
    'Kühles Wasser, milde Reinigung, einfache Feuchtigkeitscreme. Kein Make-up, keine Cremes '
    + 'mit Wirkstoffen, kein Sport, kein Schwitzen, keine Hitze, kein Schwimmen, kein Alkohol, '
    + 'und nichts, was die Haut abdichtet. Keine Kontaktlinsen, und nichts in die Nähe des '
    + 'Lids.',
  'Make-up again': 'Wieder Make-up',
  'Mineral make-up at first, with clean brushes.':
    'Zuerst mineralisches Make-up, mit sauberen Pinseln.',
  'Sunscreen every day from now on': 'Ab jetzt jeden Tag Sonnenschutz',
  'Mineral, SPF 30 or more.': 'Mineralisch, LSF 30 oder mehr.',
  'Today': 'Heute',
  'End of the first three days': 'Ende der ersten drei Tage',
  'Until now strictly no sun. Do not pick or rub what flakes.':
    'Bis hierher streng keine Sonne. Was schuppt, nicht zupfen und nicht reiben.',
  'Sport and sauna again': 'Wieder Sport und Sauna',
  'If nothing is hot or sore any more.': 'Wenn nichts mehr heiß ist oder wehtut.',
  'Redness expected to be gone': 'Rötung voraussichtlich weg',
  'If it is not gone by day 5, call us.': 'Wenn sie am Tag 5 nicht weg ist, rufen Sie uns an.',
  'Next visit, wished for': 'Nächster Besuch, gewünscht',
  'Active creams and retinoids again': 'Wieder Wirkstoffcremes und Retinoide',
  'Active creams again': 'Wieder Wirkstoffcremes',
  'One at a time, if the skin is calm.': 'Eine nach der anderen, wenn die Haut ruhig ist.',
  'Retinoids again': 'Wieder Retinoide',
  'Every second evening at first.': 'Zuerst jeden zweiten Abend.',
  'Out of the sun, and no peel, until here': 'Bis hierher keine Sonne und kein Peeling',
  'No sunbathing, no tanning bed, no peel, laser or waxing. Sunscreen goes on.':
    'Kein Sonnenbad, kein Solarium, kein Peeling, kein Laser, kein Waxing. Sonnenschutz '
    + 'bleibt.',
  '24 hours': '24 Stunden',
  '72 hours': '72 Stunden',
  'day 7': 'Tag 7',
  'day 14': 'Tag 14',
  'day 28': 'Tag 28',
  'month 3': 'Monat 3',
  'month 6': 'Monat 6',
  'Is redness even, and is there no spreading warmth, pus, blister or fever?':
    'Ist die Rötung gleichmäßig, und gibt es keine Wärme, die sich ausbreitet, keinen Eiter, '
    + 'keine Blase, kein Fieber?',
  'Is redness fading and pain gone? No sun on the skin so far?':
    'Geht die Rötung zurück, ist der Schmerz weg? Bis jetzt keine Sonne auf der Haut?',
  'Is the skin closed and calm? Any line, track, roughness or redness left?':
    'Ist die Haut geschlossen und ruhig? Ist eine Linie, Spur, Rauheit oder Rötung geblieben?',
  'Any darker or lighter patch, or any lump?':
    'Ein dunklerer oder hellerer Fleck, oder ein Knoten?',
  'Any change of pigment, lump or line? May the next visit be planned?':
    'Eine Änderung der Pigmente, ein Knoten, eine Linie? Darf der nächste Besuch geplant '
    + 'werden?',
  'What has changed since the first visit? Any lump that came late?':
    'Was hat sich seit dem ersten Besuch geändert? Ein Knoten, der spät kam?',
  'What has stayed of it? Is a refresher wanted?':
    'Was ist davon geblieben? Ist eine Auffrischung gewünscht?',
  'pain in the eye, or seeing worse or otherwise than before':
    'Schmerz im Auge, oder schlechteres oder anderes Sehen als vorher',
  'Go to an eye emergency service at once.': 'Gehen Sie sofort in eine Augen-Notaufnahme.',
  'redness that spreads, warmth, pus, fever, or pain that grows':
    'Rötung, die sich ausbreitet, Wärme, Eiter, Fieber, oder Schmerz, der zunimmt',
  'See a doctor today, and tell us.': 'Gehen Sie heute zum Arzt, und sagen Sie es uns.',
  'a burn, a dent in the contour, or numb skin':
    'eine Verbrennung, eine Delle in der Kontur, oder taube Haut',
  'Call us today; do not put anything on it.': 'Rufen Sie uns heute an; tun Sie nichts darauf.',
  'a cold sore, or the tingling before one': 'ein Lippenherpes, oder das Kribbeln davor',
  'Call us today; the medicine works best at the beginning.':
    'Rufen Sie uns heute an; das Mittel wirkt am Anfang am besten.',
  'redness for more than five days, new roughness, or skin that looks thinner':
    'Rötung über mehr als fünf Tage, neue Rauheit, oder Haut, die dünner aussieht',
  'Call us; the skin has to be looked at before anything else is done to it.':
    'Rufen Sie uns an; die Haut muss angesehen werden, bevor irgendetwas anderes mit ihr '
    + 'geschieht.',
  'lines or tracks that follow the path of the pen':
    'Linien oder Spuren, die dem Weg des Stifts folgen',
  'Call us, and keep it out of the sun.': 'Rufen Sie uns an, und halten Sie es aus der Sonne.',
  'lumps or bumps, even weeks later': 'Knoten oder Beulen, auch Wochen später',
  'Call us; do not treat them yourself.': 'Rufen Sie uns an; behandeln Sie sie nicht selbst.',
  'patches that become darker or lighter': 'Flecken, die dunkler oder heller werden',
  'swelling': 'Schwellung',
  'Tightness now is swelling, and it goes; it is not the result.':
    'Straffheit ist jetzt Schwellung, und sie vergeht; sie ist nicht das Ergebnis.',
  'quiet weeks': 'stille Wochen',
  'Little or nothing is to be seen, which is as it should be.':
    'Wenig oder nichts ist zu sehen, und so soll es sein.',
  'first changes': 'erste Veränderungen',
  'Texture may begin to look better in some people.':
    'Bei manchen beginnt die Haut ebenmäßiger auszusehen.',
  'at its best': 'am besten',
  'What there is to see is mostly there; in studies for clearance about half improved.':
    'Was zu sehen sein wird, ist meist da; in Zulassungsstudien besserte sich etwa die '
    + 'Hälfte.',
  ['Dates are a forecast from what clinics and makers tell, not a promise; your own skin '
    + 'decides. Nobody can promise a result. This sheet replaces no medical advice.']:
    'Die Tage sind eine Vorhersage nach dem, was Praxen und Hersteller sagen, kein '
    + 'Versprechen; Ihre eigene Haut entscheidet. Niemand kann ein Ergebnis versprechen. '
    + 'Dieses Blatt ersetzt keinen ärztlichen Rat.',
  'After your microneedling': 'Nach Ihrem Microneedling',
  'Treated': 'Behandelt',
  'The first month': 'Der erste Monat',
  'What to do, and when': 'Was zu tun ist, und wann',
  'When we ask how it is': 'Wann wir fragen, wie es ist',
  'What may be seen, counted from the first visit of a series':
    'Was zu sehen sein kann, gezählt vom ersten Besuch einer Serie',
  'Do not wait with any of these': 'Bei diesen Zeichen nicht warten',
  'When somebody asks how it is': 'Wann jemand fragt, wie es ist',
  'After the visit of': 'Nach dem Besuch vom',
  'with a photograph': 'mit einem Foto',
  'Please take a photograph.': 'Bitte machen Sie ein Foto.',
  'How is the skin?': 'Wie ist die Haut?',
  'Call': 'Anrufen',
  'at once': 'sofort',
  'today': 'heute',
  'soon': 'bald',
  'redness may last': 'Rötung kann dauern',
  'no make-up': 'kein Make-up',
  'no sport, no sauna': 'kein Sport, keine Sauna',
  'no active creams': 'keine Wirkstoffcremes',
  'no sun, no peel': 'keine Sonne, kein Peeling',
  'from day': 'ab Tag',
  'days': 'Tage',
  'of': 'von',
};

/** Areas by their name, and by name and side. */
export const PLACES: Readonly<Record<string, string>> = {
  'upper-eyelid': 'Oberlid',
  infraorbital: 'Unterlid',
  'crows-feet': 'Krähenfüße',
  forehead: 'Stirn',
  temple: 'Schläfe',
  glabella: 'Zornesfalte',
  nose: 'Nase',
  cheek: 'Wange',
  perioral: 'Mundumgebung',
  vermilion: 'Lippenrot',
  chin: 'Kinn',
  jawline: 'Kieferlinie',
  submental: 'Unterkinn',
  neck: 'Hals',
  decolletage: 'Dekolleté',
  scalp: 'Kopfhaut',
  abdomen: 'Bauch',
  'upper-arm': 'Oberarm',
  forearm: 'Unterarm',
  hand: 'Handrücken',
  back: 'Rücken',
  buttock: 'Gesäß',
  thigh: 'Oberschenkel',
  knee: 'Knie',
  'upper-eyelid-left': 'linkes Oberlid',
  'upper-eyelid-right': 'rechtes Oberlid',
  'infraorbital-left': 'linkes Unterlid',
  'infraorbital-right': 'rechtes Unterlid',
  'crows-feet-left': 'linke Krähenfüße',
  'crows-feet-right': 'rechte Krähenfüße',
  'temple-left': 'linke Schläfe',
  'temple-right': 'rechte Schläfe',
  'cheek-left': 'linke Wange',
  'cheek-right': 'rechte Wange',
  'jawline-left': 'linke Kieferlinie',
  'jawline-right': 'rechte Kieferlinie',
  'upper-arm-left': 'linker Oberarm',
  'upper-arm-right': 'rechter Oberarm',
  'forearm-left': 'linker Unterarm',
  'forearm-right': 'rechter Unterarm',
  'hand-left': 'linker Handrücken',
  'hand-right': 'rechter Handrücken',
  'buttock-left': 'linke Gesäßhälfte',
  'buttock-right': 'rechte Gesäßhälfte',
  'thigh-left': 'linker Oberschenkel',
  'thigh-right': 'rechter Oberschenkel',
  'knee-left': 'linkes Knie',
  'knee-right': 'rechtes Knie',
  midline: 'Mitte',
  left: 'links',
  right: 'rechts',
};
