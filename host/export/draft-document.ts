// The draft of a report about an adverse event as one document: a text for people, or the same
// sections as JSON for a program.

import { draftSections, draftText, type ToldEvent } from './adverse-event.ts';
import type { Names } from './names.ts';
import type { ExportSubject } from './subject.ts';

/** The document. */
export function draftDocument(
  subject: ExportSubject,
  names: Names,
  told: ToldEvent,
  asJson: boolean,
): string {
  const sections = draftSections(subject, names, told);
  return asJson
    ? `${JSON.stringify({ version: 1, draft: true, form: 'FDA 3500A', sections }, undefined, 2)}\n`
    : draftText(sections);
}
