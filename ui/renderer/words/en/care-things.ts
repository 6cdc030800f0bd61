// The things that care speaks of, in English; a bar parts a title from its text.

/** What may lie on the skin. */
export const adjuncts = {
  'sterile-hydrogel': 'Sterile hydrogel',
  'sterile-saline': 'Sterile saline',
  minoxidil: 'Minoxidil',
  'tranexamic-acid': 'Tranexamic acid',
  prp: 'Platelet-rich plasma',
  'vitamin-c': 'Vitamin C',
  exosomes: 'Exosomes',
  'vitamin-solution': 'Another vitamin solution',
  'cosmetic-serum': 'A cosmetic serum',
  unknown: 'Something not on the list',
} as const;

/** How an area is said to answer. */
export const expected = {
  best: 'answers best',
  good: 'answers well',
  slower: 'answers more slowly',
  limited: 'answers little',
  marginal: 'hardly answers',
  'texture-only': 'texture at most',
  none: 'not treated',
} as const;

/** Red flags; what is seen and what to do. */
export const flags = {
  'eye-pain-or-vision': 'Pain in the eye, or seeing worse | Eye emergency service at once.',
  infection: 'Spreading redness, warmth, pus, fever, growing pain | A doctor today, and tell us.',
  'burn-or-loss': 'A burn, a dent, or numb skin | Call us today.',
  'cold-sore': 'A cold sore, or tingling | Call us today.',
  'long-redness': `Red for more than five days, rough or thin skin | Call us; nothing more until
    it was looked at.`,
  lines: 'Lines along the path of the pen | Call us, no sun.',
  lumps: 'Lumps, even weeks later | Call us, do not treat them.',
  pigment: 'Darker or lighter patches | Call us, no sun.',
} as const;

/** How far something may be trusted. */
export const grades = {
  A: 'A: regulator or peer-reviewed',
  B: 'B: maker or 510(k)',
  C: 'C: clinic or trade page',
  D: 'D: our proposal',
} as const;

/** What to do when; a title and a text. */
export const instructions = {
  'first-day': `Today | Cool water, gentle cleanser, bland moisturiser. No make-up, active
    creams, sport, heat, swimming or alcohol.`,
  'make-up': 'Make-up again | Mineral at first, with clean brushes.',
  sunscreen: 'Sunscreen every day from now on | Mineral, SPF 30 or more.',
  critical: `End of the first three days | Until now strictly no sun. Do not pick or rub what
    flakes.`,
  gym: 'Sport and sauna again | If nothing is hot or sore any more.',
  redness: 'Redness expected to be gone | If it is not gone by day 5, call us.',
  actives: 'Active creams again | One at a time, if the skin is calm.',
  retinoids: 'Retinoids again | Every second evening at first.',
  'sun-and-peel': `Out of the sun, and no peel, until here | No tanning, peel, laser or waxing.
    Sunscreen goes on.`,
  next: 'Next visit, wished for | More often is not better.',
} as const;

/** When somebody asks how it is; a name and a question. */
export const milestones = {
  'hours-24': '24 hours | Even redness; no spreading warmth, pus, blister or fever?',
  'hours-72': '72 hours | Redness fading, pain gone, no sun so far?',
  'day-7': 'Day 7 | Closed and calm? Any line, track or roughness?',
  'day-14': 'Day 14 | Any darker or lighter patch, any lump?',
  'day-28': 'Day 28 | Change of pigment, lump or line? May the next visit be planned?',
  'month-3': 'Month 3 | What has changed? Any lump that came late?',
  'month-6': 'Month 6 | What has stayed? Is a refresher wanted?',
} as const;

/** Why something is off-label. */
export const offLabel = {
  'device-not-cleared': 'no clearance of this very device is known',
  'purpose-not-cleared': 'cleared for another purpose',
  'area-not-cleared': 'cleared for other areas',
  'age-under-clearance': 'younger than the clearance',
  'age-unknown': 'age not known',
  'skin-type-outside': 'skin type outside the clearance',
  'skin-type-unknown': 'skin type not known',
} as const;

/** What people are trusted with. */
export const roles = {
  provider: 'provider',
  prescriber: 'prescriber',
  technician: 'technician',
  'clinical-lead': 'clinical lead',
  auditor: 'auditor',
} as const;

/** The stages of the collagen timeline. */
export const stages = {
  inflammation: 'Wound is cleaned',
  proliferation: 'First, loose collagen',
  'collagen-peak': 'Most collagen is said to be made',
  remodelling: 'Slow remodelling, a year and longer',
  swelling: 'Tightness is swelling, and goes',
  'quiet-weeks': 'Quiet weeks: little to be seen',
  'first-changes': 'First changes, in some people',
  'at-its-best': 'Mostly there, where it comes at all',
} as const;

/** The ticks of a visit. */
export const steps = {
  reprocessed: 'Pen cleaned since the last person',
  barrier: 'Fresh barrier fitted',
  'package-intact': 'Package was whole',
  'glide-only': 'Sterile glide chosen',
  'eye-shield': 'Eye shield fitted',
} as const;
