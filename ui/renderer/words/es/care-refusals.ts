// Why something of care was not done, in Spanish: what, and behind the bar what to do next.

import { translation } from '../translation.ts';
import type {
  adjunct as adjunctEn, claim as claimEn, followUp as followUpEn, journal as journalEn, numbing as
  numbingEn, people as peopleEn, scan as scanEn, screening as screeningEn, series as seriesEn,
  sheet as sheetEn, staff as staffEn, visit as visitEn,
} from '../en/care-refusals.ts';

/** Why something may not be used. */
export const adjunct = translation<typeof adjunctEn>()({
  blocked: '{name}: no se introduce. | Solo deslizante estéril.',
  'no-prescriber': '{name}: ningún prescriptor ha firmado. | Pregunte a uno o déjelo.',
  'no-lot': '{name}: falta el lote. | Léalo en el envase.',
});

/** Why a cartridge was not given. */
export const claim = translation<typeof claimEn>()({
  'held-already': 'El cartucho {serial} es de otra visita. | Tome uno nuevo.',
  'cartridge-blocked': 'El cartucho {serial} está bloqueado. | Tírelo y tome uno nuevo.',
  'used-already': 'El cartucho {serial} ya se usó. | Tírelo y tome uno nuevo.',
  'seen-while-alone': `El cartucho {serial} ya se vio y no se puede preguntar a otras salas. |
    Tome un envase nuevo.`,
});

/** Why a follow-up is not taken. */
export const followUp = translation<typeof followUpEn>()({
  'no-such-visit': 'No existe esa visita. | Relea la ficha.',
  'before-visit': 'El seguimiento es al menos un día después. | Vuelva entonces.',
  'in-future': 'Ese día aún no ha llegado. | Revise el reloj.',
  'milestone-unknown': 'No se conoce ese momento. | Elija de la lista.',
  'flag-unknown': 'No se conoce esa señal. | Elija de la lista.',
  'nothing-treated': 'Esta visita no trató nada. | No hay nada que seguir.',
  'not-reached-with-flags': 'No se contactó y hay señales. | Diga cómo se supo.',
});

/** Why nothing could be written. */
export const journal = translation<typeof journalEn>()({
  chart: 'La ficha no lo aceptó: {says} | Hágala revisar.',
  other: 'No se hizo ({code}). | Inténtelo otra vez.',
});

/** Why a step of numbing is not taken. */
export const numbing = translation<typeof numbingEn>()({
  'product-missing': 'La crema no tiene nombre. | Escriba el del tubo.',
  'strength-impossible': 'La concentración no está entre 0 y 100 %. | Lea el tubo.',
  'amount-impossible': 'La cantidad no está entre 0 y 60 g. | Pese o estime.',
  'size-impossible': 'La superficie no está entre 0 y 600 cm². | Indique lo cubierto.',
  'area-missing': 'No se indica dónde. | Diga dónde está la crema.',
  'label-impossible': 'El tiempo del envase no es de 1 a 300 min. | Lea el envase.',
  'clock-went-back': 'El reloj retrocedió. | Retire la crema ahora.',
  'after-first-puncture': 'La piel ya está perforada. | No ponga más.',
  'nothing-to-remove': 'No hay crema en la piel. | No se anotó nada.',
  'not-removed': 'La crema sigue puesta. | Retírela primero.',
  'not-cleaned': 'La piel no está limpia. | Límpiela primero.',
});

/** Why nothing was done with a person. */
export const people = translation<typeof peopleEn>()({
  'no-such-person': 'Nadie tiene esta clave aquí. | Busque a la persona por su nombre.',
  'person-there': 'Esa clave ya es de alguien. | Inténtelo de nuevo; se crea otra.',
  'perhaps-there': `Alguien de igual nombre y fecha tiene ficha. | Ábrala, o diga que es otra
    persona.`,
  'other-key': `Los nombres están sellados con otra llave. | Traiga la llave correcta a este
    equipo.`,
  'merged-already': 'Esta ficha continúa en otra. | Abra la otra.',
  'same-person': 'Es una sola ficha. | Indique dos.',
  'name-empty': 'El nombre no tiene letras. | Escríbalo como lo escribe la persona.',
  'name-unreadable': 'El nombre contiene signos que no se pueden escribir. | Escríbalo de nuevo.',
  'name-too-long': 'El nombre pasa de {allowed:number} caracteres. | Acórtelo.',
  'contact-unreadable': 'El contacto es demasiado largo o ilegible. | Escríbalo de nuevo.',
  'no-such-day': 'Ese día no existe. | Escriba la fecha como AAAA-MM-DD.',
  'born-in-future': 'Ese día aún no ha llegado. | Revise la fecha y el reloj.',
  'born-too-long-ago': 'Nadie pasa de {allowed:number} años. | Revise el año.',
  'key-absent': `Aún no se pueden sellar nombres: este equipo no tiene llave. | Cree la llave o
    tráigala.`,
  'key-unusable': 'La llave de este equipo no se puede usar. | Hágala revisar.',
  'key-already-there': 'Ya hay una llave. | Use esa.',
  'key-inside-data': 'La llave no debe estar en la carpeta de datos. | Elija otro lugar.',
  'key-unwritable': 'No se pudo escribir la llave. | Haga revisar la carpeta.',
});

/** Why a package is not taken. */
export const scan = translation<typeof scanEn>()({
  empty: 'El lector no envió nada. | Escanee otra vez.',
  'too-long': 'Es más de lo que tiene un envase. | Escanee un solo código.',
  'other-symbology': 'El código es de otro tipo. | Escanee el marcado UDI.',
  'strange-letter': 'El valor de ({about}) tiene un signo ajeno a GS1. | Escanee otra vez.',
  'unknown-identifier': '«{about}» no inicia ninguna parte de un código. | Escanee el marcado UDI.',
  'identifier-twice': 'El código dice ({about}) dos veces. | Escanee un solo envase.',
  'value-missing': 'No hay nada tras ({about}). | Escanee otra vez.',
  'value-too-long': `Lo que sigue a ({about}) es demasiado largo. | Haga que el lector envíe el
    separador (FNC1).`,
  'value-too-short': 'Lo que sigue a ({about}) está cortado. | Escanee otra vez.',
  'not-digits': 'Tras ({about}) deben ir cifras. | Escanee otra vez.',
  'check-digit-wrong': `El dígito de control de {about} es erróneo. | Escanee otra vez o teclee
    con cuidado.`,
  'bracket-broken': 'No es un identificador entre paréntesis. | Tecléelo como está impreso.',
  'article-missing': 'El código no indica artículo (01). | Escanee el marcado UDI.',
  'serial-missing': 'El código no tiene número de serie (21). | Tome un cartucho que lo tenga.',
  'expiry-missing': 'El código no tiene caducidad (17). | Tome otro.',
  'date-impossible': '{about} no es una fecha. | Escanee otra vez o tome otro.',
  'article-unknown': 'El artículo {about} es nuevo aquí. | Diga que se usa aquí o tome otro.',
  expired: 'El cartucho caducó el {about}. | Tírelo.',
  'made-in-future': 'Según el envase se fabricó el {about}. | Revise el reloj o tome otro.',
  'made-after-expiry': 'Fabricado el {about}, tras caducar. | Tome otro.',
});

/** What is open in a screening. */
export const screening = translation<typeof screeningEn>()({
  'not-today': 'Las respuestas no son de hoy. | Haga todas las preguntas de nuevo.',
  unsigned: 'Nadie ha firmado. | Diga quién es usted.',
  'skin-type-missing': 'Falta el fototipo de Fitzpatrick. | Mire la piel y elíjalo.',
  'birth-missing': 'Falta la fecha de nacimiento. | Pregúntela.',
  'birth-impossible': 'La fecha de nacimiento no es posible. | Corríjala.',
  unanswered: 'Sin responder: {question} | Pregúntelo.',
  contradicted: 'Respondido dos veces: {question} | Deje una respuesta.',
  'day-impossible': 'El día no es posible: {question} | Corríjalo.',
  'question-unknown': 'Nadie pregunta eso. | Responda de nuevo.',
  'note-missing': 'Falta una nota: {question} | Escriba lo decidido.',
  'pigment-plan-missing': `Esta piel puede quedar con manchas y nada se acordó. | Acuerde sol y
    fotos, responda sí.`,
  'clearance-empty': 'A una autorización le falta firma o motivo. | Complétela.',
  'clearance-pointless': 'Nadie puede autorizar esto: {question} | Quite la autorización.',
  'under-age': 'La persona tiene menos de {allowed:number} años. | No trate.',
  forbids: 'Sí a: {question} | No trate.',
  'needs-prescriber': 'Sí a: {question} | Pregunte a un prescriptor o no trate.',
});

/** Why a series or a lock was not written. */
export const series = translation<typeof seriesEn>()({
  'no-area': 'No se indica zona. | Indique una.',
  closed: '{where}: cerrada; esperar no la abre. | Vea por qué.',
  'visits-out-of-range': `Una serie tiene de {least:number} a {most:number} visitas. | Elija
    dentro de eso.`,
  'too-close': '{asked:number} días son pocos; hacen falta {allowed:number}. | Elija más.',
  'no-such-series': 'No existe esa serie. | Relea la ficha.',
  'locked-already': 'Ya está bloqueada. | No se anotó nada.',
  'not-locked': 'No está bloqueada. | No se anotó nada.',
});

/** Why there is no sheet. */
export const sheet = translation<typeof sheetEn>()({
  'nothing-treated': 'Este tratamiento no punzó nada. | No hay nada que cuidar.',
  'no-visit': 'Ninguna visita de la ficha tiene este tratamiento. | Guárdelo como archivo.',
  'still-open': 'El tratamiento sigue abierto. | Termínelo primero.',
});

/** Why somebody was turned away. */
export const staff = translation<typeof staffEn>()({
  'not-recognised': 'Nombre y clave no coinciden. | Inténtelo otra vez.',
  'locked-out': 'Demasiados intentos erróneos. | Vuelva en {waitMs:minutes}.',
  'not-permitted': 'Su función no lo permite. | Pregunte a: {roles}.',
  'sign-in-needed': 'Aquí se inicia sesión. | Inicie sesión: {roles}.',
  'sign-in-ended': 'La sesión ha terminado. | Vuelva a iniciarla.',
  retired: 'Esa persona ya no trabaja aquí. | Pregunte a quien trabaje aquí.',
  'nobody-yet': 'Aquí aún nadie inicia sesión. | Empiece con «corium users first».',
  'no-reason': 'Falta un motivo. | Escríbalo.',
});

/** What stands against the needle at a visit. */
export const visit = translation<typeof visitEn>()({
  'no-person': 'No hay ficha abierta aquí. | Elija primero a una persona.',
  'no-chart': 'Esta persona no tiene ficha. | Cree una primero.',
  'no-visit': 'Hoy no hay visita abierta. | Ábrala.',
  'open-already': 'Hoy ya hay una visita abierta. | Continúe con ella.',
  'not-screened': 'Las preguntas no se han respondido hoy. | Hágalas.',
  'numbing-on-skin': 'Hay crema anestésica en la piel. | Retírela.',
  'numbing-not-cleaned': 'La crema está retirada y la piel sin limpiar. | Límpiela.',
  'cartridge-not-claimed': 'No hay cartucho reservado. | Escanee uno.',
  'cartridge-blocked': 'Un cartucho está bloqueado. | Tírelo y escanee otro.',
  'strange-cartridge': 'El cartucho del aparato no es de esta visita. | Escanee su envase.',
  'adjunct-against': 'Lo que hay en la piel no puede usarse así. | Elíjalo de nuevo.',
  'chart-merged': 'Esta ficha continúa en otra. | Abra la otra.',
  'clock-behind': 'El reloj de este equipo va detrás de la ficha. | Ajústelo.',
  'area-locked': '{where}: bloqueada desde {since}. | Debe verla quien esté autorizado.',
  'step-open': 'Queda un paso. | Hágalo y anótelo.',
  'was-treated': 'El diario dice que se trató. | Ciérrela como tratada o interrumpida.',
  'was-not-treated': 'El diario no conoce tratamiento. | Ciérrela como no tratada.',
});
