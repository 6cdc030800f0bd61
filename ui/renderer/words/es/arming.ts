// Why an area is not armed at this moment, in Spanish.

import { translation } from '../translation.ts';
import type { arming as original } from '../en/arming.ts';

/** Reasons against arming. */
export const arming = translation<typeof original>()({
  'not-now': 'Ahora no: {phase}. | Espere a que esté listo y pida de nuevo.',
  'nothing-latched': 'No hay nada bloqueado que quitar. | Arme una zona para seguir.',
  'day-changed': `Ha empezado otro día desde la preparación. | Termine y empiece de nuevo con
    fecha de hoy.`,
  'not-in-plan': '{where}: no está en el plan. | Elija una zona del plan.',
  'eye-not-confirmed': `{area}: está junto al ojo. | Confírmela aparte, con el protector puesto, y
    active.`,
  'nothing-left': '{area}: hoy no quedan golpes. | Siga con otra zona.',
  'pass-limit': '{area}: ya tuvo todas sus pasadas. | Siga con otra zona.',
  'contact-limit': '{area}: ya tuvo todo su tiempo de contacto. | Siga con otra zona.',
  'pen-shaken': `{area}: cerrada, porque el dispositivo se atascó o fue demasiado hondo. |
    Siga con otra zona o use otro dispositivo.`,
  'needle-on-limit': `Las agujas han funcionado todo lo que puede durar un tratamiento. |
    Termínelo ahora.`,
  'puncture-limit': 'El tratamiento llegó a su límite de punciones. | Termínelo ahora.',
  'pen-changed': `Este es el dispositivo {found} y el plan se admitió para {expected}. | Conecte
    aquel o empiece de nuevo con este.`,
  'cartridge-changed': `El cartucho es {found} y el plan se admitió con {expected}. | Coloque
    aquel o empiece de nuevo con este.`,
  'certificate-changed': 'El certificado es {found}, no {expected}. | Empiece de nuevo.',
  'schema-differs': `El dispositivo habla otra versión del protocolo: se lee, pero no se mueve. |
    Ponga ambos en versiones compatibles.`,
  'no-telemetry': 'El dispositivo aún no ha comunicado su estado. | Espere y pida de nuevo.',
  'ledger-differs': `El dispositivo cuenta {told:number} golpes y su contador {ledger:number}. |
    Cierre la conexión y conecte de nuevo.`,
  'energy-unknown': `El dispositivo no ha dicho cuántos pulsos lleva. | Espere un momento y arme
    de nuevo.`,
  'energy-spent': '{area}: ya tuvo toda su energía hoy. | Siga con otra zona.',
  'ledger-unexplained': `El contador marca {ledger:number} golpes y el diario explica
    {explained:number}. | Termine y adopte el contador con un motivo.`,
  'not-idle': 'El dispositivo está {phase}. | Espere a que repose, o párelo y anule la parada.',
  'not-retracted': `No consta que las agujas estén retraídas. | Aparte el dispositivo de la piel y
    espere.`,
  'trigger-held': 'El gatillo está pulsado. | Suéltelo, active y pulse.',
  'pedal-missing': 'Falta el pedal que pide este tratamiento. | Conéctelo.',
  'pedal-held': 'El pedal está pisado. | Levante el pie, active y pise.',
  'battery-low': 'La batería está al {percent:percent}. | Cargue antes el dispositivo.',
  charging: 'El dispositivo se está cargando. | Retírelo del cargador.',
  'too-hot': 'El dispositivo está a {deciDegC:degrees}. | Deje que se enfríe.',
  'no-vitals': 'El dispositivo no comunica batería ni temperatura. | Espere y pida de nuevo.',
  'locked-out': `Tres paradas en diez minutos: bloqueado {forMs:minutes} más. | Busque antes la
    causa.`,
  'clock-unknown': `El reloj del dispositivo aún no se conoce bien. | Espere un momento y pida de
    nuevo.`,
  'slow-link': `Una respuesta tarda {roundTripMs:ms}, demasiado. | Revise el cable y cierre otros
    programas.`,
  'pen-refused': 'El dispositivo se negó: {reason}. | Deje leer su estado y pida de nuevo.',
  'guard-refused': `El guardián se negó ({rule}, {message}): se pidió {asked:number}, se permite
    {allowed:number}. | Termine este tratamiento y comuníquelo.`,
});
