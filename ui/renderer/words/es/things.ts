// The things that a reason may be about, in Spanish, and the rules that bind a number.

import { translation } from '../translation.ts';
import type * as original from '../en/things.ts';

/** The questions of the screening. */
export const questions = translation<typeof original.questions>()({
  'active-infection-or-wound': 'infección activa, herpes o herida',
  'inflamed-acne': 'acné inflamado',
  'isotretinoin-within-6-months': 'isotretinoína en los últimos 6 meses',
  'pregnant-or-breastfeeding': 'embarazo o lactancia',
  'bleeding-disorder-or-anticoagulant': 'trastorno hemorrágico o anticoagulante',
  'immunosuppression-or-uncontrolled-diabetes': 'inmunosupresión o diabetes descontrolada',
  'keloid-history-or-lesion-in-area': 'antecedente de queloides o lesión en la zona',
  'malignancy-or-systemic-steroids': 'neoplasia o corticoides sistémicos',
  'allergy-to-steel-or-anaesthetic': 'alergia al acero o a anestésicos',
  'skin-cancer-or-collagen-disease-or-heart': 'cáncer de piel, colagenosis o cardiopatía',
  'tattoo-in-area': 'tatuaje en la zona',
  'filler-within-2-weeks': 'relleno en las últimas 2 semanas',
  'implant-or-port-in-area': 'implante o reservorio en la zona',
  'burnt-peeled-or-lasered-within-2-weeks': 'quemadura solar, peeling o láser en 2 semanas',
});

/** Conditions that reduce the limits, precautions that are noted, and indications. */
export const conditions = translation<typeof original.conditions>()({
  'melasma-or-pigment-after-inflammation': 'melasma o pigmento tras inflamación',
  'steroid-thinned-skin': 'piel adelgazada por corticoides',
  'irradiated-skin': 'piel irradiada',
  'very-lax-skin': 'piel muy laxa',
  'tanned-or-much-sun-lately': 'bronceado o mucho sol reciente',
  'cold-sore-history': 'antecedente de herpes labial',
  'skin-or-autoimmune-disease': 'enfermedad cutánea o autoinmune',
  'sun-planned-within-2-weeks': 'sol previsto en 2 semanas',
  'muscle-relaxant-within-2-weeks': 'relajante muscular en las últimas 2 semanas',
  'retinoid-or-acid-within-a-week': 'retinoide o ácido en la última semana',
  'waxed-within-a-week': 'depilación con cera en la última semana',
  'anti-inflammatory-within-3-days': 'antiinflamatorio en los últimos 3 días',
  'pigment-plan': 'plan para el pigmento',
  'acne-scar': 'cicatrices de acné',
  striae: 'estrías',
});

/** What else may be meant. */
export const things = translation<typeof original.things>()({
  face: 'cara',
  whole: 'todo el cuerpo',
  serial: 'su número de serie',
  depthStepUm: 'el paso de su profundidad',
  depthUmMax: 'el rango de su profundidad',
  evaluatedDepthUmMax: 'la profundidad hasta la que se evaluó',
  rateCentiHzMin: 'el rango de su frecuencia',
  creditMax: 'lo que acepta de una vez',
  leaseMsMax: 'cuánto espera al sistema',
  retractMsMax: 'cuánto tarda en retraer',
  overshootUm: 'su exceso de recorrido',
  uncertaintyLowUm: 'la incertidumbre de su profundidad',
  cartridge: 'su cartucho',
  dueDay: 'las fechas de su certificado',
});

/** The rules that bind a number. */
export const rules = translation<typeof original.rules>()({
  row: 'fila «{row}» de la tabla',
  'site-row': 'fila «{row}» de la tabla del centro',
  'first-visit': 'el valor recomendado, por ser la primera visita',
  'calibration-out-of-date': 'el valor recomendado, por calibración caducada',
  'calibration-shaken': 'el valor recomendado, porque se atascó o fue demasiado hondo',
  'calibration-used-up': 'el valor recomendado, porque el certificado está agotado',
  'no-recorded-reason': 'el valor recomendado, por no anotarse un motivo',
  'table-step': 'el paso de la tabla',
  'mechanical-maximum': 'el máximo mecánico',
  'pen-hardware': 'lo que puede el dispositivo',
  'evaluated-maximum': 'la profundidad hasta la que se evaluó',
  'needle-length': 'la longitud de las agujas',
  'calibration-uncertainty': 'lo que el dispositivo puede errar',
  'pen-step': 'el paso del dispositivo',
  zone: 'los límites de este tipo de piel',
  'per-pass': 'lo que puede poner una pasada',
  density: 'la densidad de la zona',
  'spot-density': 'media densidad en un punto',
  'stationary-contact': 'tiempo en un punto, porque no detecta movimiento',
  'grant-maximum': 'lo que puede dar un permiso',
  'pen-credit': 'lo que el dispositivo acepta de una vez',
  plan: 'el plan',
  'darker-skin': 'la reducción por piel oscura o pigmento',
  'fragile-skin': 'la reducción por piel mayor o frágil',
  'early-interval': 'la reducción por volver pronto',
  because: ' ({rule})',
  'the-plan': 'el plan',
});
