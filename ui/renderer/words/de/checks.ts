// What a pen and a room have against a treatment, and what is worth knowing before one, in German.

import { translation } from '../translation.ts';
import type { notices as notice, penRefusals as pen, room as open } from '../en/checks.ts';

/** Reasons that lie in the pen, its certificate and its cartridge. */
export const penRefusals = translation<typeof pen>()({
  'pen-unknown': 'Kein Pen ist verbunden, nichts kann scharf werden. | Einen Pen anschließen.',
  'pen-contradicts-itself': `Was der Pen über sich sagt, kann nicht alles stimmen (siehe {item}).
    | Prüfen lassen und einen anderen nehmen.`,
  'pen-depth-by-hand': `Die Tiefe dieses Pens wird von Hand gestellt, keine Grenze hält sie. |
    Einen Pen nehmen, der sie selbst stellt.`,
  'pen-emits-energy': `Dieser Pen kann Hochfrequenz abgeben, für die es hier keine Grenzen gibt. |
    Einen Pen ohne nehmen.`,
  'calibration-missing': 'Der Pen wurde nie kalibriert. | Kalibrieren oder einen anderen nehmen.',
  'calibration-failed': `Der Pen hat die letzte Kalibrierung nicht bestanden. | Prüfen lassen und
    einen anderen nehmen.`,
  'calibration-in-future': `Der Pen wurde an einem Tag kalibriert, der noch nicht da ist. | Die
    Uhr des Computers prüfen, dann das Zertifikat.`,
  'eye-calibration-out-of-date': `{where}: gesperrt, weil die Kalibrierung des Pens abgelaufen
    ist. | Kalibrieren oder den Bereich weglassen.`,
  'eye-calibration-shaken': `{where}: gesperrt, weil der Pen seit der Kalibrierung blockierte, zu
    tief stach oder fiel. | Kalibrieren oder den Bereich weglassen.`,
  'eye-calibration-used-up': `{where}: gesperrt, weil der Pen so viele Behandlungen gab, wie sein
    Zertifikat trägt. | Kalibrieren oder den Bereich weglassen.`,
  'eye-needs-class-p': `{where}: braucht einen Pen der Klasse P mit erklärtem Überschwingen;
    dieser ist keiner. | Einen solchen nehmen oder den Bereich weglassen.`,
  'cartridge-missing': 'Im Pen steckt keine Kartusche. | Eine neue sterile einsetzen.',
  'cartridge-wrong-kind': `Die Kartusche ist für den Prüfstand, nicht für Menschen. | Eine neue
    sterile Patientenkartusche einsetzen.`,
  'cartridge-unknown': `Die Kartusche ist von keinem bekannten Modell oder ohne Seriennummer oder
    Charge. | Eine bekannte einsetzen.`,
  'cartridge-contradicts-itself': `Die Kartusche nennt andere Nadeln, als ihr Modell hat. |
    Beiseite legen, dem Hersteller melden, eine andere einsetzen.`,
  'cartridge-expired': 'Die Kartusche ist abgelaufen. | Eine haltbare einsetzen.',
  'cartridge-used': `Die Kartusche wurde schon benutzt: von jemand anderem, an einem anderen Tag
    oder unbekannt. | Für jede Person und jeden Besuch eine neue einsetzen.`,
});

/** What an admitted plan should still be told about. */
export const notices = translation<typeof notice>()({
  'interval-short': `{where}: vor {asked:number/Tag/Tagen} behandelt, das ist früh. | Die Haut
    ansehen, bevor es weitergeht.`,
  'many-visits': `{where}: Besuch {asked:number} binnen eines Jahres; mehr als {allowed:number}
    ist viel. | Eine Pause erwägen.`,
  'calibration-out-of-date': `Die Kalibrierung des Pens ist abgelaufen, also gelten die
    empfohlenen Tiefen als Grenze. | Kalibrieren lassen.`,
  'calibration-shaken': `Der Pen blockierte seit der Kalibrierung, stach zu tief oder fiel, also
    gelten die empfohlenen Tiefen als Grenze. | Kalibrieren lassen.`,
  'calibration-used-up': `Der Pen gab so viele Behandlungen, wie sein Zertifikat trägt, also
    gelten die empfohlenen Tiefen als Grenze. | Kalibrieren lassen.`,
  'no-case-file': `Es gibt keine Akte: Der Besuch gilt als erster, jede Minderung gilt, das Auge
    bleibt gesperrt. | Vor dem nächsten Besuch eine anlegen.`,
  precaution: 'Die Befragung vermerkt {item}. | Vor Beginn die Notiz dazu lesen.',
});

/** What is still open in the room. */
export const room = translation<typeof open>()({
  'numbing-not-removed': `Betäubungscreme ist auf der Haut, oder niemand hat es gesagt. |
    Entfernen, die Haut reinigen und bestätigen.`,
  'package-not-checked': `Niemand hat bestätigt, dass die Kartusche aus unversehrter Packung kam.
    | Die Packung ansehen; im Zweifel eine andere nehmen.`,
  'barrier-not-fitted': `Niemand hat die Schutzhülle über dem Pen bestätigt. | Eine neue anbringen
    und bestätigen.`,
  'glide-not-checked': `Niemand hat bestätigt, dass nur steriles Gleitmittel auf der Haut ist. |
    Alles andere abwischen und bestätigen.`,
  'not-cleaned': `Niemand hat bestätigt, dass der Pen seit der letzten Person gereinigt wurde. |
    Reinigen und dafür unterschreiben.`,
  'not-screened': `Es gibt keine Akte, und niemand hat eine Befragung unterschrieben. | Jetzt jede
    Frage stellen und unterschreiben.`,
});
