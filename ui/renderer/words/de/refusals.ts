// Why a plan is not admitted, in German, where it lies in the plan, the table or the person.

import { translation } from '../translation.ts';
import type { personRefusals as person, planRefusals as plan } from '../en/refusals.ts';

/** Reasons that lie in the plan and the table. */
export const planRefusals = translation<typeof plan>()({
  'profile-expired': 'Das Grenzprofil ist abgelaufen. | Ein gültiges Profil installieren.',
  'duplicate-area': `{where}: zweimal geplant, unter einem oder zwei Namen; es ist ein Stück Haut
    mit einem Budget. | Eines davon behalten.`,
  'side-not-possible': `{where}: Die Seite passt nicht zum Bereich. | Bei paarigen Bereichen links
    oder rechts wählen, sonst Mitte.`,
  'area-blocked': `{where}: wird nie behandelt, weil keine sichere Tiefe bekannt ist. | Aus dem
    Plan nehmen.`,
  'indication-not-listed': `{where}: Für {item} hat die Tabelle keine Zeile, also gesperrt. | Ohne
    die Indikation planen oder weglassen.`,
  'indication-needs-prescriber': `{where}: {item} braucht eine unterschriebene ärztliche Freigabe.
    | Die Freigabe in die Akte aufnehmen oder ohne die Indikation planen.`,
  'indication-on-first-visit': `{where}: {item} wird nicht beim ersten Besuch behandelt. | Heute
    ohne die Indikation planen.`,
  'depth-over-limit': `{where}: {asked:mm} verlangt, {allowed:mm} erlaubt{because}. | Die Tiefe
    verringern.`,
  'depth-under-pen': `{where}: Was von der Tiefe bleibt{because}, ist nach Abzug der Unsicherheit
    weniger, als dieser Pen einstellen kann. | Einen feineren oder genauer kalibrierten Pen nehmen
    oder den Bereich weglassen.`,
  'reason-missing': `{where}: {asked:mm} verlangt, mehr als die empfohlenen {allowed:mm}. | Im
    Plan einen Grund festhalten oder die Tiefe verringern.`,
  'passes-over-limit': `{where}: {asked:number/Durchgang/Durchgänge} verlangt, {allowed:number}
    erlaubt{because}. | Weniger Durchgänge planen.`,
  'size-over-limit': `{where}: {asked:cm2} angegeben, höchstens {allowed:cm2}, denn die Größe
    bestimmt jedes Budget. | Neu messen und die wahre Größe angeben.`,
  'size-too-small': `{where}: {asked:cm2} nähme keinen einzigen Hub dieser Kartusche auf. | Eine
    Kartusche mit weniger Nadeln nehmen oder den Bereich weglassen.`,
  'size-grew': `{where}: heute schon mit {allowed:cm2} angegeben, jetzt mit {asked:cm2}; ein
    Budget wächst nicht. | Die frühere Größe angeben.`,
  'energy-refused': `{where}: Hier darf keine Energie gegeben werden ({item}). | Nur Nadeln
    planen, oder das Fehlende erklären und unterschreiben lassen.`,
  'spot-too-dense': `{where}: Ein Hub dieser Kartusche setzt mehr als die halbe Dichte, die eine
    Stelle haben darf. | Eine Kartusche mit weniger Nadeln nehmen.`,
  'rate-over-limit': `{where}: {asked:hz} verlangt, {allowed:hz} erlaubt{because}. | Die Hubzahl
    verringern.`,
  'rate-under-pen': `{where}: {asked:hz} verlangt, langsamer als {allowed:hz} läuft dieser Pen
    nicht. | Seine Hubzahl planen, wenn der Bereich sie erlaubt, oder einen anderen Pen nehmen.`,
  'pen-too-fast': `{where}: Dieser Pen läuft nicht langsamer als {asked:hz}, erlaubt sind
    {allowed:hz}. | Einen Pen mit einstellbarer Hubzahl nehmen.`,
  'treatment-too-long': `Alle Bereiche zusammen ({item}) brauchen {asked:minutes} Nadelzeit, heute
    bleiben {allowed:minutes}. | Weniger Bereiche oder Durchgänge planen.`,
  'treatment-too-many-punctures': `Alle Bereiche zusammen ({item}) ergeben {asked:number}
    Einstiche, heute bleiben {allowed:number}. | Weniger Bereiche oder Durchgänge planen.`,
});

/** Reasons that lie in the person, or in not knowing the person. */
export const personRefusals = translation<typeof person>()({
  'person-mismatch': 'Plan und Akte gehören zu verschiedenen Personen. | Die richtige Akte öffnen.',
  'case-file-unsigned': `Niemand hat die Akte unterschrieben, also steht niemand für sie ein. |
    Unterschreiben lassen.`,
  'date-in-future': `{where}: Ein Datum in der Akte liegt nach heute. | Das Datum oder die Uhr
    dieses Computers berichtigen.`,
  'age-unknown': `Das Geburtsdatum fehlt, daher gilt keine Altersgrenze sicher. | Geburtsdatum
    eingeben.`,
  'age-under-limit': `Die Person ist {asked:number/Jahr/Jahre} alt, und kein Pen ist unter
    {allowed:number} zugelassen. | Nicht behandeln.`,
  'skin-type-unknown': `Der Hauttyp nach Fitzpatrick fehlt, daher lässt sich die Tiefe nicht
    anpassen. | Haut beurteilen und Typ eingeben.`,
  'condition-unknown': `Niemand hat {item} bejaht oder verneint; es würde die Grenzen senken. |
    Fragen und die Antwort eingeben.`,
  'screening-unsigned': `Niemand hat die Befragung unterschrieben. | Von der Person unterschreiben
    lassen, die gefragt hat.`,
  'screening-not-today': `Die Befragung ist nicht von heute, und Antworten gelten nicht weiter. |
    Jede Frage neu stellen.`,
  'screening-unanswered': 'Die Frage nach {item} ist offen. | Fragen und Ja oder Nein eingeben.',
  'screening-forbids': `Die Befragung bejaht {item}; das verbietet die Behandlung. | Nicht
    behandeln, außer eine ärztliche Freigabe ist möglich und unterschrieben.`,
  'interval-too-short': `{where}: vor {asked:number/Tag/Tagen} behandelt, {allowed:number} Tage
    müssen dazwischen liegen. | Später wiederkommen.`,
  'treated-today-unaccounted': `{where}: laut Akte heute behandelt, doch das Journal hier weiß
    nicht, wie viel. | Heute nicht mehr behandeln.`,
  'red-flag': `{where}: Eine frühere Behandlung ergab ein Warnzeichen oder wurde nie beurteilt. |
    Zuerst beurteilen und festhalten lassen.`,
  'eye-too-early': `{where}: wartet, bis ein anderer Bereich des Gesichts behandelt, mit Datum
    nachkontrolliert und ohne Warnzeichen befunden ist. | Nachkontrolle eintragen oder weglassen.`,
  'eye-protection-missing': `{where}: Der Plan sieht keinen Augenschutz vor. | Einen Schutz planen
    und einsetzen.`,
  'budget-unknown': `Das Journal hier ist nicht lesbar, also weiß niemand, was schon verbraucht
    ist. | Das Journal vor der Behandlung wiederherstellen.`,
  'budget-spent': '{where}: hat heute alles erhalten, was erlaubt ist. | Weglassen.',
});
