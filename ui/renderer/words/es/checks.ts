// What a pen and a room have against a treatment, and what is worth knowing before one, in Spanish.

import { translation } from '../translation.ts';
import type { notices as notice, penRefusals as pen, room as open } from '../en/checks.ts';

/** Reasons that lie in the pen, its certificate and its cartridge. */
export const penRefusals = translation<typeof pen>()({
  'pen-unknown': 'No hay dispositivo conectado; nada puede activarse. | Conecte uno.',
  'pen-contradicts-itself': `Lo que el dispositivo dice de sí no puede ser todo cierto (mire:
    {item}). | Llévelo a revisión y use otro.`,
  'pen-depth-by-hand': `La profundidad de este dispositivo se ajusta a mano y ningún límite la
    sujeta. | Use uno que la ajuste solo.`,
  'pen-emits-energy': `Este dispositivo puede emitir radiofrecuencia, para la que aquí no hay
    límites. | Use uno que no pueda.`,
  'calibration-missing': 'El dispositivo nunca se calibró. | Calíbrelo o use otro.',
  'calibration-failed': `El dispositivo no superó su última calibración. | Llévelo a revisión y
    use otro.`,
  'calibration-in-future': `El dispositivo se calibró un día que aún no ha llegado. | Compruebe el
    reloj del ordenador y luego el certificado.`,
  'eye-calibration-out-of-date': `{where}: bloqueada, porque la calibración ha caducado. | Calibre
    el dispositivo o deje la zona fuera.`,
  'eye-calibration-shaken': `{where}: bloqueada, porque el dispositivo se atascó, fue demasiado
    hondo o se cayó desde su calibración. | Calíbrelo o deje la zona fuera.`,
  'eye-calibration-used-up': `{where}: bloqueada, porque el dispositivo dio tantos tratamientos
    como cubre su certificado. | Calíbrelo o deje la zona fuera.`,
  'eye-needs-class-p': `{where}: necesita un dispositivo de clase P con exceso declarado, y este
    no lo es. | Use uno así o deje la zona fuera.`,
  'cartridge-missing': 'No hay cartucho en el dispositivo. | Coloque uno nuevo y estéril.',
  'cartridge-wrong-kind': `El cartucho es para el banco y no para personas. | Coloque uno nuevo y
    estéril para pacientes.`,
  'cartridge-unknown': `El cartucho no es de un modelo conocido, o no tiene número de serie o
    lote. | Coloque uno conocido.`,
  'cartridge-contradicts-itself': `El cartucho declara otras agujas que las de su modelo. |
    Apártelo, avise al fabricante y coloque otro.`,
  'cartridge-expired': 'El cartucho está caducado. | Coloque uno vigente.',
  'cartridge-used': `El cartucho ya se usó: con otra persona, otro día o sin registro. | Coloque
    uno nuevo para cada persona y visita.`,
});

/** What an admitted plan should still be told about. */
export const notices = translation<typeof notice>()({
  'interval-short': `{where}: tratada hace {asked:number/día/días}; es pronto. | Mire la piel
    antes de seguir.`,
  'many-visits': `{where}: visita {asked:number} en un año; más de {allowed:number} es mucho. |
    Considere una pausa.`,
  'calibration-out-of-date': `La calibración ha caducado y las profundidades recomendadas son el
    límite. | Haga calibrar el dispositivo.`,
  'calibration-shaken': `El dispositivo se atascó, fue demasiado hondo o se cayó desde su
    calibración, y las profundidades recomendadas son el límite. | Hágalo calibrar.`,
  'calibration-used-up': `El dispositivo dio tantos tratamientos como cubre su certificado, y las
    profundidades recomendadas son el límite. | Hágalo calibrar.`,
  'no-case-file': `No hay ficha: cuenta como primera visita, se aplican todas las reducciones y
    los ojos quedan bloqueados. | Abra una antes de la próxima visita.`,
  precaution: 'El cuestionario anota {item}. | Lea la nota antes de empezar.',
});

/** What is still open in the room. */
export const room = translation<typeof open>()({
  'numbing-not-removed': `Hay crema anestésica en la piel, o nadie lo ha dicho. | Retírela, limpie
    la piel y confirme.`,
  'package-not-checked': `Nadie ha confirmado que el cartucho venía en un envase intacto. | Mire
    el envase; en la duda, tome otro.`,
  'barrier-not-fitted': `Nadie ha confirmado la funda sobre el dispositivo. | Ponga una nueva y
    confirme.`,
  'glide-not-checked': `Nadie ha confirmado que en la piel solo hay gel estéril. | Retire todo lo
    demás y confirme.`,
  'not-cleaned': `Nadie ha confirmado que el dispositivo se limpió tras la última persona. |
    Límpielo y firme.`,
  'not-screened': `No hay ficha y nadie ha firmado un cuestionario. | Haga ahora todas las
    preguntas y firme.`,
});
