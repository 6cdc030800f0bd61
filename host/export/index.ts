// The door of exports for the rest of the host's shell and for its roots.

export { EVENT_OUTCOMES, type ToldEvent } from './adverse-event.ts';
export { csvText } from './csv.ts';
export { draftDocument } from './draft-document.ts';
export { type ExportFormat, type HandedOut, handOut } from './export-desk.ts';
export { treatmentBundle } from './fhir/bundle.ts';
export { type Names, pseudonyms, trueNames } from './names.ts';
export { treatmentPdf } from './pdf/summary.ts';
export { type ExportSubject, gatherSubject } from './subject.ts';
export { supportBundle } from './support.ts';
export { treatmentCsv } from './treatment-csv.ts';
export { treatmentJson } from './treatment-json.ts';
