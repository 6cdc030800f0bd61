// The alarms in Spanish: what happened, why it is an alarm, what to do next, parted by bars.

import { translation } from '../translation.ts';
import type { alarms as original } from '../en/alarms.ts';

/** What each alarm says. */
export const alarms = translation<typeof original>()({
  'too-deep': `Demasiado hondo | Se midió un golpe más hondo que lo ordenado; se paró. | Levante
    el dispositivo, mire la piel y use otro.`,
  'energy-beyond-grant': `Más energía que la dada | El dispositivo informó de energía que nadie
    permitió; se paró. | Levántelo, enfríe la piel y use otro.`,
  'energy-unasked': `Energía sin permiso | El generador dio energía por sí mismo. | Levante el
    dispositivo, enfríe la piel y no lo use más.`,
  'tissue-too-hot': `Tejido demasiado caliente | Se midieron 70 grados o más bajo las agujas. |
    Levante el dispositivo, enfríe la piel y mírela antes de seguir.`,
  'impedance-out': `Impedancia fuera de margen | Tres pulsos dieron con piel que conduce demasiado
    bien o mal. | Deje esta zona, o seque y limpie el cabezal.`,
  'counter-beyond-grant': `Más golpes que los dados | Contó golpes que nadie permitió; se paró. |
    Levántelo y use otro.`,
  'counter-backwards': `El contador retrocedió | Ya no se puede confiar en la cuenta; se paró. |
    Levántelo y use otro.`,
  'moving-unasked': `Se mueve solo | Las agujas se movieron sin permiso; se paró. | Levántelo y
    desenchúfelo.`,
  'armed-unasked': `Activado por otro | Está activado y nadie aquí lo hizo. | Levántelo, anule la
    parada y mire quién más está conectado.`,
  overspeed: `Motor demasiado rápido | Se paró solo porque el motor se aceleró. | Levántelo y
    llévelo a revisión.`,
  'not-retracted': `Agujas aún fuera | Las agujas no se retrajeron a tiempo. | Levántelo recto y
    apártelo de la piel.`,
  'stop-not-confirmed': `Levántelo ya | El dispositivo no confirma la parada. | Sepárelo de la
    piel y desenchúfelo.`,
  'foreign-arming': `Activado para otra zona | Está activado para una zona distinta de la elegida.
    | Levántelo, anule la parada y active de nuevo.`,
  'too-hard': `Presión excesiva | La fuerza superó el límite; se paró. | Mire la piel, anule la
    parada y apriete menos.`,
  'guard-refused': `Orden retenida | La consola pidió más de lo que permite su tabla; no se envió
    nada. | Termine el tratamiento y comuníquelo.`,
  'pen-fault': 'Se paró solo | El dispositivo halló un fallo propio. | Lea el motivo y anúlelo.',
  'rate-off': `Frecuencia errónea | La frecuencia está lejos de lo ordenado; se paró. | Mire el
    cartucho y anule la parada.`,
  'frozen-telemetry': `Informe congelado | Llegan siempre los mismos valores; se paró. | Anule la
    parada; si se repite, use otro.`,
  'stale-telemetry': `Informes tardíos | Lo que dice es demasiado viejo para guiarse; se paró. |
    Revise el cable y anule la parada.`,
  'future-telemetry': `Su reloj adelanta | Las horas de sus informes no pueden ser; se paró. |
    Conecte de nuevo.`,
  'vitals-missing': `Batería y calor ocultos | Ya no los comunica; se paró. | Anule la parada y
    espere su informe.`,
  'encoder-fault': `Contador averiado | Ya no pueden contarse los golpes; se paró. | Use otro
    dispositivo.`,
  'depth-implausible': `Profundidad imposible | El sensor dice lo que no puede ser; se paró. | Use
    otro y lleve este a revisión.`,
  'cartridge-gone': `Falta el cartucho | Ya no detecta su cartucho; se paró. | Coloque uno nuevo y
    anule la parada.`,
  'too-hot': 'Demasiado caliente | Se paró para enfriarse. | Déjelo aparte hasta que se enfríe.',
  'battery-low': 'Batería casi vacía | Se paró mientras aún podía. | Cárguelo.',
  tilted: `Demasiado inclinado | Las agujas al sesgo desgarran la piel; se paró. | Anule la parada
    y sujételo recto.`,
  'host-trouble': `Consola con problemas | No pudo vigilar el dispositivo y lo paró. | Lea el
    motivo y anule la parada.`,
  'operator-stop': 'Parado a mano | Alguien pulsó parar. | Anule la parada cuando todo esté bien.',
  'link-lost': `Conexión perdida | El dispositivo no oyó nada y se paró solo. | Revise el cable;
    la consola reconecta.`,
  'budget-spent': `Zona terminada | La zona recibió hoy todo lo permitido. | Siga con la próxima
    zona.`,
  'pedal-missing': 'Falta el pedal | El tratamiento pide un pedal. | Conecte el pedal.',
  'pen-shaken': `Dispositivo dudoso | Se atascó o fue demasiado hondo; ahora va menos hondo y no
    al ojo. | Siga así o use otro; haga calibrar este.`,
  'rate-drifts': `Frecuencia inestable | Se aparta algo de lo ordenado. | Apriete menos o mire el
    cartucho.`,
  'budget-nearly-spent': `Casi terminada | La zona gastó cuatro quintos de su presupuesto. |
    Reparta los últimos golpes.`,
  tilt: 'Sujételo recto | El dispositivo se inclina. | Apóyelo perpendicular a la piel.',
  force: 'Apriete menos | Presiona más de lo debido. | Déjelo deslizar.',
  dwell: 'Siga moviendo | Se queda en un punto. | Continúe deslizando.',
  'battery-weak': 'Batería baja | La carga no durará mucho. | Cárguelo tras esta zona.',
});
