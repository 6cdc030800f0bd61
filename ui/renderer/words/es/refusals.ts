// Why a plan is not admitted, in Spanish, where it lies in the plan, the table or the person.

import { translation } from '../translation.ts';
import type { personRefusals as person, planRefusals as plan } from '../en/refusals.ts';

/** Reasons that lie in the plan and the table. */
export const planRefusals = translation<typeof plan>()({
  'profile-expired': 'El perfil de límites ha caducado. | Instale un perfil vigente.',
  'duplicate-area': `{where}: planificada dos veces, con uno o dos nombres; es una sola piel con
    un solo presupuesto. | Deje una.`,
  'side-not-possible': `{where}: el lado no corresponde a la zona. | Elija izquierda o derecha si
    es doble, centro si no lo es.`,
  'area-blocked': `{where}: no se trata nunca, porque no se conoce una profundidad segura. |
    Quítela del plan.`,
  'indication-not-listed': `{where}: la tabla no tiene fila para {item}; está bloqueada. |
    Planifique sin la indicación o déjela fuera.`,
  'indication-needs-prescriber': `{where}: tratar {item} requiere una autorización médica firmada.
    | Añádala a la ficha o planifique sin la indicación.`,
  'indication-on-first-visit': `{where}: {item} no se trata en la primera visita. | Hoy planifique
    sin la indicación.`,
  'depth-over-limit': `{where}: se piden {asked:mm} y se permiten {allowed:mm}{because}. | Reduzca
    la profundidad.`,
  'depth-under-pen': `{where}: lo que queda de profundidad{because}, restado lo que este
    dispositivo puede errar, es menos de lo que puede ajustar. | Use uno más fino o mejor
    calibrado, o deje la zona fuera.`,
  'reason-missing': `{where}: se piden {asked:mm}, más de los {allowed:mm} recomendados. | Anote
    un motivo en el plan o reduzca la profundidad.`,
  'passes-over-limit': `{where}: se piden {asked:number/pasada/pasadas} y se permiten
    {allowed:number}{because}. | Planifique menos pasadas.`,
  'size-over-limit': `{where}: se declaran {asked:cm2} y el máximo es {allowed:cm2}, porque el
    tamaño fija cada presupuesto. | Mida de nuevo y declare el tamaño real.`,
  'size-too-small': `{where}: en {asked:cm2} no cabe ni un golpe de este cartucho. | Use un
    cartucho con menos agujas o deje la zona fuera.`,
  'size-grew': `{where}: hoy se declaró con {allowed:cm2} y ahora con {asked:cm2}; un presupuesto
    no crece. | Declare el tamaño anterior.`,
  'energy-refused': `{where}: aquí no se puede dar energía ({item}). | Planifique solo agujas, o
    haga declarar y firmar lo que falta.`,
  'spot-too-dense': `{where}: un golpe de este cartucho pone más de la mitad de la densidad
    permitida en un punto. | Use un cartucho con menos agujas.`,
  'rate-over-limit': `{where}: se piden {asked:hz} y se permiten {allowed:hz}{because}. | Reduzca
    la frecuencia.`,
  'rate-under-pen': `{where}: se piden {asked:hz} y este dispositivo no baja de {allowed:hz}. |
    Planifique su frecuencia si la zona la permite, o use otro.`,
  'pen-too-fast': `{where}: este dispositivo no baja de {asked:hz} y se permiten {allowed:hz}. |
    Use uno de frecuencia variable.`,
  'treatment-too-long': `Todas las zonas juntas ({item}) necesitan {asked:minutes} de agujas en la
    piel y hoy quedan {allowed:minutes}. | Planifique menos zonas o pasadas.`,
  'treatment-too-many-punctures': `Todas las zonas juntas ({item}) suman {asked:number} punciones
    y hoy quedan {allowed:number}. | Planifique menos zonas o pasadas.`,
});

/** Reasons that lie in the person, or in not knowing the person. */
export const personRefusals = translation<typeof person>()({
  'person-mismatch': 'El plan y la ficha son de personas distintas. | Abra la ficha correcta.',
  'case-file-unsigned': `Nadie ha firmado la ficha, así que nadie responde de ella. | Haga que se
    firme.`,
  'date-in-future': `{where}: una fecha registrada es posterior a hoy. | Corrija la fecha o el
    reloj de este ordenador.`,
  'age-unknown': `Falta la fecha de nacimiento y no pueden aplicarse los límites de edad. |
    Introdúzcala.`,
  'age-under-limit': `La persona tiene {asked:number/año/años} y ningún dispositivo está
    autorizado para menores de {allowed:number}. | No trate.`,
  'skin-type-unknown': `Falta el fototipo de Fitzpatrick y no puede ajustarse la profundidad. |
    Valore la piel e introdúzcalo.`,
  'condition-unknown': `Nadie ha dicho sí o no a: {item}; reduciría los límites. | Pregunte y
    anote la respuesta.`,
  'screening-unsigned': `Nadie ha firmado el cuestionario. | Que lo firme quien hizo las
    preguntas.`,
  'screening-not-today': `El cuestionario no es de hoy y las respuestas no se conservan. | Haga de
    nuevo todas las preguntas.`,
  'screening-unanswered': 'La pregunta sobre {item} no tiene respuesta. | Hágala y anote sí o no.',
  'screening-forbids': `El cuestionario dice sí a {item}, lo que prohíbe el tratamiento. | No
    trate, salvo autorización médica firmada donde sea posible.`,
  'interval-too-short': `{where}: tratada hace {asked:number/día/días}; deben pasar
    {allowed:number} días. | Vuelva más adelante.`,
  'treated-today-unaccounted': `{where}: según la ficha se trató hoy, pero este diario no sabe
    cuánto. | No la trate más hoy.`,
  'red-flag': `{where}: un tratamiento anterior dio una señal de alarma o no se valoró. | Haga que
    se revise y se anote primero.`,
  'eye-too-early': `{where}: espera hasta que otra zona de la cara se haya tratado, revisado con
    fecha y hallado sin señal de alarma. | Anote la revisión o deje la zona fuera.`,
  'eye-protection-missing': `{where}: el plan no prevé protección ocular. | Planifique un
    protector y colóquelo.`,
  'budget-unknown': `No se puede leer este diario y nadie sabe cuánto se ha gastado. | Restáurelo
    antes de tratar.`,
  'budget-spent': '{where}: ya ha recibido hoy todo lo permitido. | Déjela fuera.',
});
