// The alarms in German: what happened, why it is an alarm, what to do next, parted by bars.

import { translation } from '../translation.ts';
import type { alarms as original } from '../en/alarms.ts';

/** What each alarm says. */
export const alarms = translation<typeof original>()({
  'too-deep': `Zu tief | Ein Hub wurde tiefer gemessen als befohlen; der Pen wurde gestoppt. | Pen
    abheben, Haut ansehen, einen anderen Pen nehmen.`,
  'energy-beyond-grant': `Mehr Energie als erlaubt | Der Pen meldete Energie, die niemand erlaubt
    hat; er wurde gestoppt. | Pen abheben, Haut kühlen, einen anderen Pen nehmen.`,
  'energy-unasked': `Energie ohne Erlaubnis | Der Generator gab von selbst Energie ab. | Pen
    abheben, Haut kühlen, diesen Pen nicht weiter benutzen.`,
  'tissue-too-hot': `Gewebe zu heiß | Unter den Nadeln wurden 70 Grad oder mehr gemessen. | Pen
    abheben, Haut kühlen und ansehen, bevor es weitergeht.`,
  'impedance-out': `Impedanz außerhalb | Drei Impulse trafen auf Haut, die zu gut oder zu schlecht
    leitet. | Bereich auslassen, oder den Kopf trocknen und reinigen.`,
  'counter-beyond-grant': `Mehr Hübe als erlaubt | Der Pen zählte Hübe, die niemand erlaubt hat;
    er wurde gestoppt. | Abheben und einen anderen Pen nehmen.`,
  'counter-backwards': `Hubzähler lief zurück | Der Zählung ist nicht mehr zu trauen; der Pen
    wurde gestoppt. | Abheben und einen anderen Pen nehmen.`,
  'moving-unasked': `Pen bewegt sich selbst | Die Nadeln liefen ohne Erlaubnis; der Pen wurde
    gestoppt. | Abheben und ausstecken.`,
  'armed-unasked': `Von anderswo scharf | Der Pen ist scharf, und niemand hier hat es veranlasst.
    | Abheben, Stopp aufheben und nachsehen, wer noch verbunden ist.`,
  overspeed: `Motor zu schnell | Der Pen stoppte sich, weil sein Motor durchging. | Abheben und
    prüfen lassen.`,
  'not-retracted': `Nadeln noch draußen | Die Nadeln zogen sich nicht rechtzeitig ein. | Gerade
    abheben und von der Haut fernhalten.`,
  'stop-not-confirmed': `Pen jetzt abheben | Der Pen bestätigt den Stopp nicht. | Von der Haut
    nehmen und ausstecken.`,
  'foreign-arming': `Für anderes scharf | Der Pen ist für einen anderen Bereich scharf als den
    hier gewählten. | Abheben, Stopp aufheben, neu scharf schalten.`,
  'too-hard': `Zu fest gedrückt | Die Kraft lag über der Grenze; der Pen wurde gestoppt. | Haut
    ansehen, Stopp aufheben, weniger drücken.`,
  'guard-refused': `Befehl zurückgehalten | Die Konsole verlangte mehr, als ihre Tabelle erlaubt;
    nichts wurde gesendet. | Behandlung abschließen und melden.`,
  'pen-fault': 'Pen stoppte sich | Der Pen fand einen Fehler an sich. | Grund lesen und aufheben.',
  'rate-off': `Hubzahl falsch | Die Hubzahl ist weit vom Befohlenen; der Pen wurde gestoppt. |
    Kartusche ansehen, dann Stopp aufheben.`,
  'frozen-telemetry': `Meldung steht still | Dieselben Werte kommen immer wieder; der Pen wurde
    gestoppt. | Stopp aufheben; bei Wiederholung einen anderen Pen nehmen.`,
  'stale-telemetry': `Meldungen zu spät | Was der Pen meldet, ist zu alt zum Steuern; er wurde
    gestoppt. | Kabel prüfen, dann Stopp aufheben.`,
  'future-telemetry': `Uhr des Pens geht vor | Die Zeiten seiner Meldungen können nicht sein; er
    wurde gestoppt. | Pen neu verbinden.`,
  'vitals-missing': `Akku und Wärme unbekannt | Der Pen meldet sie nicht mehr; er wurde gestoppt.
    | Stopp aufheben und auf die Meldung warten.`,
  'encoder-fault': `Hubzähler gestört | Hübe lassen sich nicht mehr zählen; der Pen wurde
    gestoppt. | Einen anderen Pen nehmen.`,
  'depth-implausible': `Tiefe unmöglich | Der Tiefensensor meldet, was nicht sein kann; der Pen
    wurde gestoppt. | Anderen Pen nehmen, diesen prüfen lassen.`,
  'cartridge-gone': `Kartusche fehlt | Der Pen spürt seine Kartusche nicht mehr; er wurde
    gestoppt. | Neue Kartusche einsetzen, dann Stopp aufheben.`,
  'too-hot': 'Pen zu heiß | Der Pen wurde zum Abkühlen gestoppt. | Weglegen, bis er kühl ist.',
  'battery-low': 'Akku fast leer | Der Pen wurde gestoppt, solange er es konnte. | Pen laden.',
  tilted: `Zu schräg gehalten | Schräge Nadeln reißen die Haut; der Pen wurde gestoppt. | Stopp
    aufheben und senkrecht halten.`,
  'host-trouble': `Konsole gestört | Die Konsole konnte den Pen nicht überwachen und stoppte ihn.
    | Grund lesen, dann Stopp aufheben.`,
  'operator-stop': `Von Hand gestoppt | Jemand hat Stopp gedrückt. | Stopp aufheben, wenn alles
    gut ist.`,
  'link-lost': `Verbindung verloren | Der Pen hörte nichts und hat von selbst gestoppt. | Kabel
    prüfen; die Konsole verbindet neu.`,
  'budget-spent': `Bereich ist fertig | Der Bereich hat heute alles erhalten. | Weiter mit dem
    nächsten Bereich.`,
  'pedal-missing': 'Fußpedal fehlt | Die Behandlung verlangt ein Pedal. | Pedal einstecken.',
  'pen-shaken': `Pen ist verdächtig | Er blockierte oder stach zu tief; darum arbeitet er flacher
    und nicht am Auge. | So weitermachen oder einen anderen nehmen; diesen kalibrieren lassen.`,
  'rate-drifts': `Hubzahl schwankt | Die Hubzahl weicht etwas vom Befohlenen ab. | Weniger drücken
    oder Kartusche ansehen.`,
  'budget-nearly-spent': `Fast fertig | Der Bereich hat vier Fünftel seines Budgets verbraucht. |
    Die letzten Hübe einteilen.`,
  tilt: 'Pen aufrecht halten | Der Pen neigt sich. | Senkrecht auf die Haut setzen.',
  force: 'Weniger drücken | Der Pen drückt fester, als er soll. | Gleiten lassen.',
  dwell: 'In Bewegung bleiben | Der Pen bleibt auf einer Stelle. | Weiter gleiten.',
  'battery-weak': 'Akku schwach | Die Ladung reicht nicht mehr lange. | Nach diesem Bereich laden.',
});
