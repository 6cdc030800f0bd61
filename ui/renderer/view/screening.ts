// Today's screening, as far as a case file tells of it.

import type { CaseFile } from '../../../host/core/case-file.ts';

/** The questions that were answered, with the answers. */
export const screeningAnswers = (
  caseFile: CaseFile,
): readonly (readonly [item: string, answer: 'yes' | 'no'])[] =>
  Object.entries(caseFile.screening.answers);
