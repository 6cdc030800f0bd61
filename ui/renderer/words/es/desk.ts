// Why the desk did not do what the window asked, in Spanish.

import { translation } from '../translation.ts';
import type { desk as original } from '../en/desk.ts';

/** What the desk says no to. */
export const desk = translation<typeof original>()({
  'not-understood': `La consola no entendió la petición{item}. | Recargue esta ventana e inténtelo
    de nuevo.`,
  'too-large': 'Es demasiado grande para leerse{item}. | Elija un archivo o un texto más pequeño.',
  'viewer-only': `Otra ventana dirige el tratamiento; esta solo mira. | Use la otra. PARAR
    funciona también aquí.`,
  'controller-present': `La ventana que dirige sigue ahí. | Úsela, o ciérrela y tome el mando
    aquí.`,
  'out-of-turn': 'Ahora no se puede{item}. | Termine antes lo que está en curso.',
  'name-missing': 'Nadie ha dicho quién está en la consola. | Escriba primero su nombre.',
  'area-planned-already': 'La zona ya está en el plan{item}. | Cámbiela allí.',
  'area-not-planned': 'La zona no está en el plan{item}. | Elíjala primero en la figura.',
  'side-not-possible': 'La zona no tiene ese lado{item}. | Elija otro lado.',
  'areas-too-many': 'El plan tiene todas las zonas que puede{allowed}. | Quite antes una.',
  'value-out-of-range': 'El valor está fuera de rango{item}{asked}{allowed}. | Elija uno menor.',
  'plan-empty': 'El plan no tiene zonas. | Elija una en la figura.',
  'plan-not-read': 'No se pudo leer el plan{item}. | Mire los detalles y corrija el archivo.',
  'case-not-read': 'No se pudo leer la ficha{item}. | Mire los detalles y corrija el archivo.',
  'not-admitted': 'El plan no se admite. | Mire los motivos uno a uno.',
  'no-pen': 'Ningún dispositivo responde. | Conecte uno y busque de nuevo.',
  'pen-address': 'Allí no se alcanza ningún dispositivo{item}. | Elija otra conexión.',
  'not-simulated': 'Solo es posible con un dispositivo simulado. | Elija primero el simulado.',
  'simulator-refused': 'El dispositivo simulado se negó{item}. | Elija otra cosa.',
  'no-such-record': 'No existe ese registro{item}. | Elija uno de la lista.',
  'journal-not-read': `No se puede leer el diario. | Hágalo revisar; hasta entonces no se trata
    nada.`,
  care: `Una regla del cuidado o de la ficha dice que no{item}. | Lea lo que dice y haga eso
    primero.`,
  'not-signed-in': 'Aquí nadie ha iniciado sesión. | Inicie sesión primero.',
  'not-permitted': `Quien ha iniciado sesión no puede hacer esto{item}. | Pregunte a quien
    pueda{allowed}.`,
  'said-at-visit': 'Esta persona tiene ficha: eso se anota en la visita. | Anótelo allí.',
  'bench-at-work': 'El banco tiene el lápiz{item}. | Terminar la calibración o cancelarla.',
  'no-gauge': `No hay ningún comparador que pueda usarse{item}. | Elegir uno vigente y decir dónde
    está conectado.`,
  'no-bench-key': `No hay clave para firmar un certificado. | Crear una en la pantalla del
    banco.`,
  'no-such-certificate': 'No existe ese certificado{asked}. | Elegir uno de la lista.',
  'sound-needed': `Hay una alarma alta: su sonido no puede pausarse mientras dure la causa. | Haga
    lo que dice la alarma.`,
});
