// The questions of the screening in Spanish, shortened for a finger; their full wording is the
// host’s.

import { translation } from '../translation.ts';
import type { groups as groupsEn, asks as asksEn } from '../en/care-asks.ts';

/** The groups in which the questions are asked. */
export const groups = translation<typeof groupsEn>()({
  today: 'Hoy, en la zona prevista',
  health: 'Salud',
  medicine: 'Medicamentos y procedimientos',
  skin: 'Piel',
  plans: 'Para anotar',
});

/** The questions of the screening, by their names. */
export const asks = translation<typeof asksEn>()({
  'infection-or-wound': '¿Alguna infección, herida abierta, llaga o erupción allí?',
  'cold-sore-now': '¿Un herpes labial ahora, o el hormigueo que lo anuncia?',
  'inflamed-acne': '¿Acné inflamado allí?',
  isotretinoin: '¿Isotretinoína, ahora o en los últimos seis meses? (día de la última cápsula)',
  'pregnant-or-breastfeeding': '¿Embarazo, posible embarazo o lactancia?',
  'bleeding-disorder': '¿Un trastorno de coagulación, o moratones sin motivo?',
  anticoagulant: '¿Warfarina, heparina, aspirina u otro anticoagulante?',
  immunosuppression: '¿Defensas bajas, o un medicamento que las baje?',
  'hiv-or-hepatitis': '¿VIH o hepatitis?',
  'uncontrolled-diabetes': '¿Diabetes mal controlada?',
  'keloid-history': '¿Alguna cicatriz ha crecido más allá de la herida (queloide)?',
  'lesion-in-area': '¿Queratosis actínica, verruga, lunar o mancha allí?',
  malignancy: '¿Cáncer, ahora o en seguimiento?',
  'chemo-or-radiotherapy': '¿Quimioterapia o radioterapia, ahora o en curso?',
  'systemic-steroids': '¿Cortisona u otro esteroide en pastillas o inyecciones?',
  'allergy-to-metal': '¿Alergia al acero, al níquel u otro metal?',
  'allergy-to-anaesthetic': '¿Alergia a una crema anestésica o anestésico local?',
  'skin-cancer-in-area': '¿Cáncer de piel allí, ahora o antes?',
  'collagen-disease': '¿Esclerodermia u otra enfermedad del colágeno o los vasos?',
  'heart-abnormality': '¿Una anomalía cardíaca?',
  'tattoo-in-area': '¿Un tatuaje o maquillaje permanente allí?',
  filler: '¿Relleno allí en las últimas dos semanas? (el día)',
  'implant-or-port': '¿Un implante, reservorio o hilo bajo la piel allí?',
  sunburn: '¿Quemadura solar en las últimas dos semanas? (el día)',
  'laser-or-light': '¿Láser o luz intensa allí en las últimas dos semanas? (el día)',
  peel: '¿Un peeling allí en las últimas dos semanas? (el día)',
  'melasma-or-pigment-after-inflammation': `¿Melasma, o manchas que quedaron tras granos o
    heridas?`,
  'steroid-thinned-skin': '¿Piel adelgazada por esteroides?',
  'irradiated-skin': '¿Se ha irradiado alguna vez esa piel?',
  'very-lax-skin': '¿Es muy flácida la piel allí?',
  'tanned-or-much-sun-lately': '¿Bronceado, o mucho sol en las últimas dos semanas?',
  'cold-sores-before': '¿Herpes labial alguna vez? (nota: qué se decidió sobre un antiviral)',
  'skin-or-autoimmune-disease': `¿Eccema, psoriasis, vitíligo o enfermedad autoinmune? (nota:
    dónde, ¿está tranquila?)`,
  'sun-planned': '¿Sol o bronceado previstos en dos semanas? (nota: cómo se evitará)',
  'muscle-relaxant': '¿Toxina botulínica allí en las últimas dos semanas? (el día; nota: dónde)',
  'retinoid-or-acid': '¿Retinoide o ácido allí en la última semana? (el día; nota: cuál)',
  waxing: '¿Depilación allí en la última semana? (el día; nota: qué aspecto tiene)',
  'anti-inflammatory': `¿Ibuprofeno, naproxeno o similar en los últimos tres días? (el día; nota:
    por qué)`,
  'pigment-plan': '¿Se acordó qué hacer con el pigmento: sol, fotos los días 14 y 28? (nota: qué)',
});
