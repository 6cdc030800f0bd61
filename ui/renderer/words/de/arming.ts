// Why an area is not armed at this moment, in German.

import { translation } from '../translation.ts';
import type { arming as original } from '../en/arming.ts';

/** Reasons against arming. */
export const arming = translation<typeof original>()({
  'not-now': 'Jetzt nicht: {phase}. | Warten, bis der Pen bereit ist, und erneut verlangen.',
  'nothing-latched': 'Nichts ist verriegelt. | Ein Areal scharf schalten.',
  'day-changed': `Seit der Vorbereitung hat ein anderer Tag begonnen. | Beenden und mit heutigem
    Stand neu beginnen.`,
  'not-in-plan': '{where}: nicht im Plan. | Einen Bereich des Plans wählen.',
  'eye-not-confirmed': `{area}: liegt am Auge. | Mit eingesetztem Schutz eigens bestätigen, dann
    scharf schalten.`,
  'nothing-left': '{area}: heute keine Hübe mehr. | Mit einem anderen Bereich weitermachen.',
  'pass-limit': '{area}: alle Durchgänge sind getan. | Mit einem anderen Bereich weitermachen.',
  'contact-limit': '{area}: die Kontaktzeit ist um. | Mit einem anderen Bereich weitermachen.',
  'pen-shaken': `{area}: gesperrt, weil der Pen blockierte oder zu tief stach. | Mit einem anderen
    Bereich weitermachen oder einen anderen Pen nehmen.`,
  'needle-on-limit': `Die Nadeln liefen so lange, wie eine Behandlung dauern darf. | Jetzt
    abschließen.`,
  'puncture-limit': 'Die Behandlung hat ihre Grenze an Einstichen erreicht. | Jetzt abschließen.',
  'pen-changed': `Dies ist Pen {found}; zugelassen wurde der Plan für {expected}. | Jenen
    anschließen oder mit diesem neu beginnen.`,
  'cartridge-changed': `Die Kartusche ist {found}; zugelassen wurde der Plan mit {expected}. |
    Jene einsetzen oder mit dieser neu beginnen.`,
  'certificate-changed': 'Das Zertifikat des Pens ist {found}, nicht {expected}. | Neu beginnen.',
  'schema-differs': `Der Pen spricht eine andere Version des Protokolls: lesbar, aber nicht zu
    bewegen. | Pen und Konsole auf passende Versionen bringen.`,
  'no-telemetry': `Der Pen hat seinen Zustand noch nicht gemeldet. | Kurz warten und erneut
    verlangen.`,
  'ledger-differs': `Der Pen zählt {told:number} Hübe, sein Zählwerk {ledger:number}. | Verbindung
    beenden und neu verbinden.`,
  'energy-unknown': `Der Pen hat seine Impulse noch nicht gemeldet. | Kurz warten und neu scharf
    stellen.`,
  'energy-spent': `{area}: hat heute alle Energie gehabt. | Mit einem anderen Bereich
    weitermachen.`,
  'ledger-unexplained': `Das Zählwerk des Pens zeigt {ledger:number} Hübe, das Journal erklärt
    {explained:number}. | Abschließen und den Stand mit Begründung übernehmen.`,
  'not-idle': `Der Pen ist {phase}. | Warten, bis er ruht, oder ihn stoppen und den Stopp
    aufheben.`,
  'not-retracted': `Es ist nicht erwiesen, dass die Nadeln eingezogen sind. | Pen von der Haut
    fernhalten und warten.`,
  'trigger-held': 'Der Auslöser ist gedrückt. | Loslassen, scharf schalten, dann drücken.',
  'pedal-missing': 'Das verlangte Fußpedal fehlt. | Einstecken.',
  'pedal-held': 'Das Fußpedal ist gedrückt. | Fuß heben, scharf schalten, dann drücken.',
  'battery-low': 'Der Akku steht bei {percent:percent}. | Zuerst den Pen laden.',
  charging: 'Der Pen lädt. | Vom Ladegerät nehmen.',
  'too-hot': 'Der Pen hat {deciDegC:degrees}. | Erst abkühlen lassen.',
  'no-vitals': 'Der Pen meldet Akku und Temperatur nicht. | Kurz warten und erneut verlangen.',
  'locked-out': `Drei Stopps in zehn Minuten: noch {forMs:minutes} gesperrt. | Erst die Ursache
    finden.`,
  'clock-unknown': `Die Uhr des Pens ist noch nicht genau genug bekannt. | Kurz warten und erneut
    verlangen.`,
  'slow-link': `Eine Antwort des Pens dauert {roundTripMs:ms}, das ist zu lang. | Kabel prüfen und
    andere Programme schließen.`,
  'pen-refused': 'Der Pen hat abgelehnt: {reason}. | Zustand lesen lassen und erneut verlangen.',
  'guard-refused': `Der Wächter hat abgelehnt ({rule}, {message}): verlangt {asked:number},
    erlaubt {allowed:number}. | Diese Behandlung abschließen und melden.`,
});
