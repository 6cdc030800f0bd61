// Why the desk did not do what the window asked, in German.

import { translation } from '../translation.ts';
import type { desk as original } from '../en/desk.ts';

/** What the desk says no to. */
export const desk = translation<typeof original>()({
  'not-understood': `Die Konsole hat die Anfrage nicht verstanden{item}. | Dieses Fenster neu
    laden und erneut versuchen.`,
  'too-large': `Das ist zu groß, um gelesen zu werden{item}. | Eine kleinere Datei oder einen
    kürzeren Text wählen.`,
  'viewer-only': `Ein anderes Fenster steuert die Behandlung; dieses sieht zu. | Das andere
    benutzen. STOPP wirkt auch hier.`,
  'controller-present': `Das steuernde Fenster ist noch da. | Es benutzen, oder schließen und hier
    übernehmen.`,
  'out-of-turn': 'Das geht gerade nicht{item}. | Zuerst beenden, was läuft.',
  'name-missing': 'Niemand hat gesagt, wer an der Konsole ist. | Zuerst den Namen eingeben.',
  'area-planned-already': 'Der Bereich ist schon im Plan{item}. | Dort ändern.',
  'area-not-planned': 'Der Bereich ist nicht im Plan{item}. | Zuerst auf der Figur wählen.',
  'side-not-possible': 'Der Bereich hat diese Seite nicht{item}. | Eine andere Seite wählen.',
  'areas-too-many': `Der Plan hat so viele Bereiche, wie er haben darf{allowed}. | Zuerst einen
    herausnehmen.`,
  'value-out-of-range': 'Der Wert liegt außerhalb{item}{asked}{allowed}. | Einen kleineren wählen.',
  'plan-empty': 'Der Plan hat keinen Bereich. | Einen Bereich auf der Figur wählen.',
  'plan-not-read': `Der Plan ließ sich nicht lesen{item}. | Einzelheiten ansehen und die Datei
    berichtigen.`,
  'case-not-read': `Die Akte ließ sich nicht lesen{item}. | Einzelheiten ansehen und die Datei
    berichtigen.`,
  'not-admitted': 'Der Plan ist nicht zugelassen. | Die Gründe einzeln ansehen.',
  'no-pen': 'Kein Pen antwortet. | Einen Pen anschließen und neu suchen.',
  'pen-address': 'Dort ist kein Pen erreichbar{item}. | Eine andere Verbindung wählen.',
  'not-simulated': 'Das geht nur mit einem simulierten Pen. | Zuerst den simulierten Pen wählen.',
  'simulator-refused': 'Der simulierte Pen hat abgelehnt{item}. | Etwas anderes wählen.',
  'no-such-record': 'Es gibt kein solches Protokoll{item}. | Eines aus der Liste wählen.',
  'journal-not-read': `Das Journal ist nicht lesbar. | Nachsehen lassen; bis dahin wird nichts
    behandelt.`,
  care: `Eine Regel der Behandlung oder der Akte sagt nein{item}. | Lesen, was sie sagt, und das
    zuerst tun.`,
  'not-signed-in': 'Hier ist niemand angemeldet. | Zuerst anmelden.',
  'not-permitted': `Wer angemeldet ist, darf das nicht{item}. | Jemanden fragen, der es
    darf{allowed}.`,
  'said-at-visit': 'Diese Person hat eine Akte: Das wird beim Besuch gesagt. | Dort angeben.',
  'bench-at-work': 'Die Werkbank hat den Pen{item}. | Die Kalibrierung beenden oder abbrechen.',
  'no-gauge': `Es gibt keine Messuhr, die benutzt werden darf{item}. | Eine mit gültiger
    Kalibrierung wählen und sagen, wo sie steckt.`,
  'no-bench-key': `Es gibt keinen Schlüssel, um ein Zertifikat zu unterschreiben. | Auf der Seite
    der Werkbank einen anlegen.`,
  'no-such-certificate': 'Es gibt kein solches Zertifikat{asked}. | Eines aus der Liste wählen.',
  'sound-needed': `Ein hoher Alarm besteht: Sein Ton lässt sich nicht pausieren, solange die
    Ursache andauert. | Tun, was der Alarm sagt.`,
});
