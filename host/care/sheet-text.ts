// The sheet for afterwards as lines for a terminal or a message.

import { areasLine, SHEET_HONEST, type Sheet } from '../core/care/aftercare/sheet.ts';
import { modalityLabel } from '../core/care/modality/modality.ts';
import { plainDate } from '../core/care/aftercare/plain-date.ts';

const WHEN = { emergency: 'at once', 'same-day': 'today', soon: 'soon' } as const;

/** The lines of a sheet. */
export function sheetLines(sheet: Sheet): readonly string[] {
  const { visit, areas, instructions, flags, milestones, modality } = sheet;
  const label = modality === 'automated' ? [] : [modalityLabel(modality)];
  return [
    `After the visit of ${plainDate(visit)}: ${areasLine(areas)}`,
    ...label,
    '',
    ...instructions.map(({ on, title, text }) =>
      `${plainDate(on).padEnd(16)} ${title}. ${text}`),
    '',
    'Do not wait with any of these:',
    ...flags.map(({ urgency, seen, person }) => `  ${WHEN[urgency].padEnd(8)} ${seen}: ${person}`),
    '',
    'When somebody asks how it is:',
    ...milestones.map(({ on, label: name, photograph }) =>
      `  ${plainDate(on).padEnd(16)} ${name}${photograph ? ', with a photograph' : ''}`),
    '',
    SHEET_HONEST,
  ];
}
