// The things that care speaks of, in Spanish; a bar parts a title from its text.

import { translation } from '../translation.ts';
import type {
  adjuncts as adjunctsEn, expected as expectedEn, flags as flagsEn, grades as gradesEn,
  instructions as instructionsEn, milestones as milestonesEn, offLabel as offLabelEn, roles as
  rolesEn, stages as stagesEn, steps as stepsEn,
} from '../en/care-things.ts';

/** What may lie on the skin. */
export const adjuncts = translation<typeof adjunctsEn>()({
  'sterile-hydrogel': 'Hidrogel estéril',
  'sterile-saline': 'Suero salino estéril',
  minoxidil: 'Minoxidil',
  'tranexamic-acid': 'Ácido tranexámico',
  prp: 'Plasma rico en plaquetas',
  'vitamin-c': 'Vitamina C',
  exosomes: 'Exosomas',
  'vitamin-solution': 'Otra solución de vitaminas',
  'cosmetic-serum': 'Un sérum cosmético',
  unknown: 'Algo que no está en la lista',
});

/** How an area is said to answer. */
export const expected = translation<typeof expectedEn>()({
  best: 'responde mejor',
  good: 'responde bien',
  slower: 'responde más despacio',
  limited: 'responde poco',
  marginal: 'apenas responde',
  'texture-only': 'solo la textura',
  none: 'no se trata',
});

/** Red flags; what is seen and what to do. */
export const flags = translation<typeof flagsEn>()({
  'eye-pain-or-vision': 'Dolor de ojo o peor visión | Urgencias oftalmológicas de inmediato.',
  infection: 'Rojez que se extiende, calor, pus, fiebre, más dolor | Al médico hoy, y avísenos.',
  'burn-or-loss': 'Quemadura, hundimiento o piel dormida | Llámenos hoy.',
  'cold-sore': 'Herpes labial u hormigueo | Llámenos hoy.',
  'long-redness': 'Más de cinco días roja, áspera o fina | Llámenos; nada más hasta revisarla.',
  lines: 'Líneas por donde pasó el aparato | Llámenos, sin sol.',
  lumps: 'Bultos, incluso semanas después | Llámenos, no los trate.',
  pigment: 'Manchas más oscuras o claras | Llámenos, sin sol.',
});

/** How far something may be trusted. */
export const grades = translation<typeof gradesEn>()({
  A: 'A: autoridad o revisión por pares',
  B: 'B: fabricante o 510(k)',
  C: 'C: página de clínica o del sector',
  D: 'D: propuesta nuestra',
});

/** What to do when; a title and a text. */
export const instructions = translation<typeof instructionsEn>()({
  'first-day': `Hoy | Agua fresca, limpiador suave, hidratante simple. Sin maquillaje, activos,
    deporte, calor, piscina ni alcohol.`,
  'make-up': 'Maquillaje otra vez | Primero mineral, con brochas limpias.',
  sunscreen: 'Protector solar cada día desde ahora | Mineral, FPS 30 o más.',
  critical: `Fin de los tres primeros días | Hasta aquí nada de sol. No arranque ni frote lo que
    se pela.`,
  gym: 'Deporte y sauna otra vez | Si ya nada está caliente ni dolorido.',
  redness: 'El enrojecimiento debería haber pasado | Si sigue el día 5, llámenos.',
  actives: 'Cremas activas otra vez | De una en una, si la piel está tranquila.',
  retinoids: 'Retinoides otra vez | Primero en noches alternas.',
  'sun-and-peel': `Sin sol ni peeling hasta aquí | Sin bronceado, peeling, láser ni cera. Siga
    con el protector.`,
  next: 'Próxima visita deseada | Más a menudo no es mejor.',
});

/** When somebody asks how it is; a name and a question. */
export const milestones = translation<typeof milestonesEn>()({
  'hours-24': '24 horas | ¿Rojez uniforme; sin calor que se extiende, pus, ampolla ni fiebre?',
  'hours-72': '72 horas | ¿La rojez cede, sin dolor, sin sol hasta ahora?',
  'day-7': 'Día 7 | ¿Cerrada y tranquila? ¿Líneas, marcas, aspereza?',
  'day-14': 'Día 14 | ¿Manchas más oscuras o claras, bultos?',
  'day-28': 'Día 28 | ¿Cambios de pigmento, bultos, líneas? ¿Se planifica la próxima?',
  'month-3': 'Mes 3 | ¿Qué ha cambiado? ¿Bultos tardíos?',
  'month-6': 'Mes 6 | ¿Qué ha quedado? ¿Se desea un repaso?',
});

/** Why something is off-label. */
export const offLabel = translation<typeof offLabelEn>()({
  'device-not-cleared': 'no se conoce autorización de este mismo aparato',
  'purpose-not-cleared': 'autorizado para otro fin',
  'area-not-cleared': 'autorizado para otras zonas',
  'age-under-clearance': 'menor de lo autorizado',
  'age-unknown': 'edad desconocida',
  'skin-type-outside': 'fototipo fuera de lo autorizado',
  'skin-type-unknown': 'fototipo desconocido',
});

/** What people are trusted with. */
export const roles = translation<typeof rolesEn>()({
  provider: 'profesional',
  prescriber: 'prescriptor',
  technician: 'técnico',
  'clinical-lead': 'dirección clínica',
  auditor: 'auditor interno',
});

/** The stages of the collagen timeline. */
export const stages = translation<typeof stagesEn>()({
  inflammation: 'Se limpia la herida',
  proliferation: 'Primer colágeno, laxo',
  'collagen-peak': 'Se dice que se forma más colágeno',
  remodelling: 'Remodelación lenta, un año o más',
  swelling: 'La tirantez es hinchazón y pasa',
  'quiet-weeks': 'Semanas tranquilas: poco que ver',
  'first-changes': 'Primeros cambios, en algunas personas',
  'at-its-best': 'Casi todo visible, si llega',
});

/** The ticks of a visit. */
export const steps = translation<typeof stepsEn>()({
  reprocessed: 'Aparato limpiado desde la última persona',
  barrier: 'Funda nueva colocada',
  'package-intact': 'El envase estaba intacto',
  'glide-only': 'Deslizante estéril elegido',
  'eye-shield': 'Protector ocular colocado',
});
