// Why something of care was not done, in German: what, and behind the bar what to do next.

import { translation } from '../translation.ts';
import type {
  adjunct as adjunctEn, claim as claimEn, followUp as followUpEn, journal as journalEn, numbing as
  numbingEn, people as peopleEn, scan as scanEn, screening as screeningEn, series as seriesEn,
  sheet as sheetEn, staff as staffEn, visit as visitEn,
} from '../en/care-refusals.ts';

/** Why something may not be used. */
export const adjunct = translation<typeof adjunctEn>()({
  blocked: '{name}: wird nicht eingenadelt. | Nur steriles Gleitmittel.',
  'no-prescriber': '{name}: kein Verordner hat unterschrieben. | Einen fragen oder weglassen.',
  'no-lot': '{name}: die Charge fehlt. | Von der Packung ablesen.',
});

/** Why a cartridge was not given. */
export const claim = translation<typeof claimEn>()({
  'held-already': `Die Kartusche {serial} ist für einen anderen Besuch vergeben. | Eine neue
    nehmen.`,
  'cartridge-blocked': 'Die Kartusche {serial} ist gesperrt. | Wegwerfen, eine neue nehmen.',
  'used-already': 'Die Kartusche {serial} wurde schon benutzt. | Wegwerfen, eine neue nehmen.',
  'seen-while-alone': `Die Kartusche {serial} war schon hier, und die anderen Räume sind nicht zu
    fragen. | Eine frische Packung nehmen.`,
});

/** Why a follow-up is not taken. */
export const followUp = translation<typeof followUpEn>()({
  'no-such-visit': 'Diesen Besuch gibt es nicht. | Die Akte neu lesen.',
  'before-visit': 'Eine Nachfrage kommt frühestens einen Tag nach dem Besuch. | Dann wiederkommen.',
  'in-future': 'Dieser Tag kommt erst. | Die Uhr prüfen.',
  'milestone-unknown': 'Diesen Zeitpunkt gibt es nicht. | Aus der Liste wählen.',
  'flag-unknown': 'Dieses Warnzeichen gibt es nicht. | Aus der Liste wählen.',
  'nothing-treated': 'Dieser Besuch hat nichts behandelt. | Nichts nachzufragen.',
  'not-reached-with-flags': 'Niemand erreicht, und doch Warnzeichen genannt. | Sagen, woher.',
});

/** Why nothing could be written. */
export const journal = translation<typeof journalEn>()({
  chart: 'Die Akte nahm es nicht an: {says} | Nachsehen lassen.',
  other: 'Es wurde nicht getan ({code}). | Noch einmal versuchen.',
});

/** Why a step of numbing is not taken. */
export const numbing = translation<typeof numbingEn>()({
  'product-missing': 'Die Creme hat keinen Namen. | Den auf der Tube eintragen.',
  'strength-impossible': 'Die Stärke liegt nicht über 0 und bis 100 %. | Die Tube lesen.',
  'amount-impossible': 'Die Menge liegt nicht über 0 und bis 60 g. | Wiegen oder schätzen.',
  'size-impossible': `Die Fläche liegt nicht über 0 und bis 600 cm². | Die bedeckte Fläche
    eintragen.`,
  'area-missing': 'Kein Ort genannt. | Sagen, wo die Creme ist.',
  'label-impossible': 'Die Zeit der Packung liegt nicht bei 1 bis 300 min. | Die Packung lesen.',
  'clock-went-back': 'Die Uhr ging zurück. | Die Creme jetzt abnehmen.',
  'after-first-puncture': 'Die Haut ist durchstochen. | Nichts mehr auftragen.',
  'nothing-to-remove': 'Keine Creme auf der Haut. | Nichts notiert.',
  'not-removed': 'Die Creme ist noch drauf. | Zuerst abnehmen.',
  'not-cleaned': 'Die Haut ist nicht gereinigt. | Zuerst reinigen.',
});

/** Why nothing was done with a person. */
export const people = translation<typeof peopleEn>()({
  'no-such-person': 'Diesen Schlüssel hat hier niemand. | Die Person nach Namen suchen.',
  'person-there': `Diesen Schlüssel hat schon jemand. | Noch einmal versuchen; es wird ein neuer
    gemacht.`,
  'perhaps-there': `Jemand mit demselben Namen und Geburtstag hat eine Akte. | Diese öffnen, oder
    sagen, dass es jemand anders ist.`,
  'other-key': `Namen sind hier unter einem anderen Schlüssel versiegelt. | Den richtigen
    Schlüssel auf diesen Computer bringen.`,
  'merged-already': 'Diese Akte geht in einer anderen weiter. | Jene öffnen.',
  'same-person': 'Das ist eine einzige Akte. | Zwei nennen.',
  'name-empty': 'Der Name enthält keinen Buchstaben. | So schreiben, wie die Person ihn schreibt.',
  'name-unreadable': 'Der Name enthält Zeichen, die man nicht schreiben kann. | Neu eintippen.',
  'name-too-long': 'Der Name ist länger als {allowed:number} Zeichen. | Kürzen.',
  'contact-unreadable': 'Der Kontakt ist zu lang oder nicht schreibbar. | Neu eintippen.',
  'no-such-day': 'Diesen Tag gibt es nicht. | Den Geburtstag als JJJJ-MM-TT schreiben.',
  'born-in-future': 'Dieser Tag kommt erst. | Geburtstag und Uhr prüfen.',
  'born-too-long-ago': 'Niemand ist älter als {allowed:number}. | Das Jahr prüfen.',
  'key-absent': `Namen lassen sich noch nicht versiegeln: Dieser Computer hat keinen Schlüssel. |
    Den Schlüssel anlegen oder hierher bringen.`,
  'key-unusable': 'Der Schlüssel auf diesem Computer ist nicht brauchbar. | Nachsehen lassen.',
  'key-already-there': 'Es gibt schon einen Schlüssel. | Diesen benutzen.',
  'key-inside-data': `Der Schlüssel gehört nicht in den Ordner der Daten. | Einen anderen Ort
    wählen.`,
  'key-unwritable': 'Es konnte kein Schlüssel geschrieben werden. | Den Ordner prüfen lassen.',
});

/** Why a package is not taken. */
export const scan = translation<typeof scanEn>()({
  empty: 'Der Scanner sandte nichts. | Noch einmal scannen.',
  'too-long': 'Das ist mehr, als eine Packung hat. | Nur einen Code scannen.',
  'other-symbology': 'Der Code ist von anderer Art. | Den mit UDI scannen.',
  'strange-letter': `Der Wert von ({about}) hat ein Zeichen, das GS1 nicht kennt. | Noch einmal
    scannen.`,
  'unknown-identifier': '„{about}“ beginnt keinen Teil eines Packungscodes. | Den mit UDI scannen.',
  'identifier-twice': 'Der Code nennt ({about}) zweimal. | Nur eine Packung scannen.',
  'value-missing': 'Hinter ({about}) steht nichts. | Noch einmal scannen.',
  'value-too-long': `Hinter ({about}) steht zu viel. | Den Scanner den Trenner (FNC1) senden
    lassen.`,
  'value-too-short': 'Hinter ({about}) fehlt etwas. | Noch einmal scannen.',
  'not-digits': 'Hinter ({about}) sollten Ziffern stehen. | Noch einmal scannen.',
  'check-digit-wrong': `Die Prüfziffer von {about} ist falsch. | Noch einmal scannen oder
    sorgfältig tippen.`,
  'bracket-broken': 'Das ist kein Bezeichner in Klammern. | Wie gedruckt tippen.',
  'article-missing': 'Der Code nennt keinen Artikel (01). | Den mit UDI scannen.',
  'serial-missing': 'Der Code hat keine Seriennummer (21). | Eine Kartusche mit Nummer nehmen.',
  'expiry-missing': 'Der Code hat kein Verfallsdatum (17). | Eine andere nehmen.',
  'date-impossible': '{about} ist kein Datum. | Noch einmal scannen oder eine andere nehmen.',
  'article-unknown': `Artikel {about} ist hier neu. | Sagen, dass er hier benutzt wird, oder
    einen anderen nehmen.`,
  expired: 'Die Kartusche verfiel am {about}. | Wegwerfen.',
  'made-in-future': `Laut Packung hergestellt am {about}. | Die Uhr prüfen oder eine andere
    nehmen.`,
  'made-after-expiry': 'Hergestellt am {about}, nach dem Verfall. | Eine andere nehmen.',
});

/** What is open in a screening. */
export const screening = translation<typeof screeningEn>()({
  'not-today': 'Die Antworten sind nicht von heute. | Alle Fragen neu stellen.',
  unsigned: 'Niemand hat unterschrieben. | Sagen, wer Sie sind.',
  'skin-type-missing': 'Der Fitzpatrick-Typ fehlt. | Die Haut ansehen und wählen.',
  'birth-missing': 'Das Geburtsdatum fehlt. | Danach fragen.',
  'birth-impossible': 'Das Geburtsdatum kann nicht sein. | Korrigieren.',
  unanswered: 'Nicht beantwortet: {question} | Fragen.',
  contradicted: 'Zweimal beantwortet: {question} | Eine Antwort behalten.',
  'day-impossible': 'Der Tag kann nicht sein: {question} | Korrigieren.',
  'question-unknown': 'Das fragt niemand. | Neu antworten.',
  'note-missing': 'Eine Notiz fehlt: {question} | Schreiben, was beschlossen wurde.',
  'pigment-plan-missing': `Diese Haut kann dunkle Flecken behalten, und nichts ist vereinbart. |
    Sonne und Fotos vereinbaren, mit Ja antworten.`,
  'clearance-empty': 'Einer Freigabe fehlt Name oder Grund. | Ergänzen.',
  'clearance-pointless': 'Das kann niemand freigeben: {question} | Die Freigabe entfernen.',
  'under-age': 'Die Person ist unter {allowed:number} Jahre alt. | Nicht behandeln.',
  forbids: 'Ja zu: {question} | Nicht behandeln.',
  'needs-prescriber': 'Ja zu: {question} | Einen Verordner fragen oder nicht behandeln.',
});

/** Why a series or a lock was not written. */
export const series = translation<typeof seriesEn>()({
  'no-area': 'Kein Bereich genannt. | Einen nennen.',
  closed: '{where}: geschlossen, Warten öffnet nicht. | Sehen, warum.',
  'visits-out-of-range': 'Eine Serie hat {least:number} bis {most:number} Besuche. | Darin wählen.',
  'too-close': `{asked:number} Tage Abstand sind zu wenig; {allowed:number} sind nötig. | Mehr
    wählen.`,
  'no-such-series': 'Diese Serie gibt es nicht. | Die Akte neu lesen.',
  'locked-already': 'Schon gesperrt. | Nichts notiert.',
  'not-locked': 'Nicht gesperrt. | Nichts notiert.',
});

/** Why there is no sheet. */
export const sheet = translation<typeof sheetEn>()({
  'nothing-treated': 'Diese Behandlung hat nichts genadelt. | Nichts zu pflegen.',
  'no-visit': 'Kein Besuch der Akte hat diese Behandlung. | Als Datei aufbewahren.',
  'still-open': 'Die Behandlung ist noch offen. | Zuerst beenden.',
});

/** Why somebody was turned away. */
export const staff = translation<typeof staffEn>()({
  'not-recognised': 'Name und Geheimnis gehören nicht zusammen. | Noch einmal versuchen.',
  'locked-out': 'Zu viele falsche Versuche. | In {waitMs:minutes} wiederkommen.',
  'not-permitted': 'Ihre Rolle darf das nicht. | Fragen: {roles}.',
  'sign-in-needed': 'Hier meldet man sich an. | Anmelden: {roles}.',
  'sign-in-ended': 'Die Anmeldung ist zu Ende. | Erneut anmelden.',
  retired: 'Diese Person ist nicht mehr da. | Jemanden fragen, der hier arbeitet.',
  'nobody-yet': 'Hier meldet sich noch niemand an. | Mit „corium users first“ beginnen.',
  'no-reason': 'Ein Grund fehlt. | Schreiben.',
});

/** What stands against the needle at a visit. */
export const visit = translation<typeof visitEn>()({
  'no-person': 'Hier ist keine Akte offen. | Zuerst eine Person wählen.',
  'no-chart': 'Diese Person hat keine Akte. | Zuerst eine anlegen.',
  'no-visit': 'Heute ist kein Besuch offen. | Ihn öffnen.',
  'open-already': 'Heute ist schon ein Besuch offen. | Damit weitermachen.',
  'not-screened': 'Die Fragen sind heute nicht beantwortet. | Sie stellen.',
  'numbing-on-skin': 'Betäubungscreme ist auf der Haut. | Abnehmen.',
  'numbing-not-cleaned': 'Die Creme ist ab, die Haut nicht gereinigt. | Reinigen.',
  'cartridge-not-claimed': 'Keine Kartusche ist beansprucht. | Eine scannen.',
  'cartridge-blocked': 'Eine Kartusche ist gesperrt. | Wegwerfen und eine andere scannen.',
  'strange-cartridge': `Die Kartusche im Pen gehört nicht zu diesem Besuch. | Ihre Verpackung
    scannen.`,
  'adjunct-against': 'Was auf der Haut ist, darf so nicht verwendet werden. | Neu wählen.',
  'chart-merged': 'Diese Akte geht in einer anderen weiter. | Jene öffnen.',
  'clock-behind': 'Die Uhr dieses Computers geht der Akte nach. | Richtig stellen.',
  'area-locked': '{where}: gesperrt seit {since}. | Jemand, der darf, muss es ansehen.',
  'step-open': 'Ein Schritt ist offen. | Tun und notieren.',
  'was-treated': `Das Journal sagt, dass behandelt wurde. | Als behandelt oder abgebrochen
    schließen.`,
  'was-not-treated': 'Das Journal kennt keine Behandlung. | Als nicht behandelt schließen.',
});
