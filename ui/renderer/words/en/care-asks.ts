// The questions of the screening in English, shortened for a finger; their full wording is the
// host’s.

/** The groups in which the questions are asked. */
export const groups = {
  today: 'Today, where treatment is planned',
  health: 'Health',
  medicine: 'Medicines and procedures',
  skin: 'Skin',
  plans: 'To be noted',
} as const;

/** The questions of the screening, by their names. */
export const asks = {
  'infection-or-wound': 'Any infection, open wound, sore or rash there?',
  'cold-sore-now': 'A cold sore now, or the tingling before one?',
  'inflamed-acne': 'Inflamed acne there?',
  isotretinoin: 'Isotretinoin, now or in the last six months? (day of the last capsule)',
  'pregnant-or-breastfeeding': 'Pregnant, perhaps pregnant, or breastfeeding?',
  'bleeding-disorder': 'A bleeding disorder, or bruises without a reason?',
  anticoagulant: 'Warfarin, heparin, aspirin or another blood thinner?',
  immunosuppression: 'A weak immune system, or a medicine that weakens it?',
  'hiv-or-hepatitis': 'HIV or hepatitis?',
  'uncontrolled-diabetes': 'Diabetes that is not well controlled?',
  'keloid-history': 'Have scars ever grown beyond the wound (keloid)?',
  'lesion-in-area': 'An actinic keratosis, wart, mole or birthmark there?',
  malignancy: 'Cancer, now or under follow-up?',
  'chemo-or-radiotherapy': 'Chemotherapy or radiotherapy, now or under way?',
  'systemic-steroids': 'Cortisone or another steroid as tablets or injections?',
  'allergy-to-metal': 'An allergy to stainless steel, nickel or another metal?',
  'allergy-to-anaesthetic': 'An allergy to a numbing cream or local anaesthetic?',
  'skin-cancer-in-area': 'Skin cancer there, now or earlier?',
  'collagen-disease': 'Scleroderma or another disease of collagen or vessels?',
  'heart-abnormality': 'A heart abnormality?',
  'tattoo-in-area': 'A tattoo or permanent make-up there?',
  filler: 'Filler there in the last two weeks? (the day)',
  'implant-or-port': 'An implant, port or thread under the skin there?',
  sunburn: 'A sunburn in the last two weeks? (the day)',
  'laser-or-light': 'Laser or intense light there in the last two weeks? (the day)',
  peel: 'A peel there in the last two weeks? (the day)',
  'melasma-or-pigment-after-inflammation': `Melasma, or dark marks that stayed after spots or
    wounds?`,
  'steroid-thinned-skin': 'Skin thinned by steroids?',
  'irradiated-skin': 'Has the skin there ever been irradiated?',
  'very-lax-skin': 'Is the skin there very lax?',
  'tanned-or-much-sun-lately': 'Tanned now, or much sun in the last two weeks?',
  'cold-sores-before': 'Cold sores at any time? (note: what was decided about an antiviral)',
  'skin-or-autoimmune-disease': `Eczema, psoriasis, vitiligo or an autoimmune disease? (note:
    where, is it quiet)`,
  'sun-planned': 'Sun or a tan planned in the next two weeks? (note: how it is avoided)',
  'muscle-relaxant': 'Botulinum toxin there in the last two weeks? (the day; note: where)',
  'retinoid-or-acid': 'A retinoid or an acid there in the last week? (the day; note: what)',
  waxing: 'Waxing or hair removal there in the last week? (the day; note: how it looks)',
  'anti-inflammatory': `Ibuprofen, naproxen or the like in the last three days? (the day; note:
    why)`,
  'pigment-plan': `Is it agreed what is done about pigment: sun, photographs on days 14 and 28?
    (note: what)`,
} as const;
