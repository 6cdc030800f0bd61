// The sheet for afterwards as lines for a terminal or a message.

import { areasLine, SHEET_HONEST, type Sheet } from '../core/care/aftercare/sheet.ts';
import { modalityLabel } from '../core/care/modality/modality.ts';
import { plainDate } from '../core/care/aftercare/plain-date.ts';

const WHEN = { emergency: 'at once', 'same-day': 'today', soon: 'soon' } as const;

const COLUMNS = 96;

/** Words in lines that fit, each but the first indented. */
export function wrapped(text: string, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0].slice(1) ?? '';
  for (const word of text.trimStart().split(' ')) {
    if (line.length + 1 + word.length > COLUMNS && line.trim() !== '') {
      lines.push(line);
      line = `${' '.repeat(indent)}${word}`;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The lines of a sheet. */
export function sheetLines(sheet: Sheet): readonly string[] {
  const { visit, areas, instructions, flags, milestones, modality } = sheet;
  const label = modality === 'automated' ? [] : [modalityLabel(modality)];
  return [
    `After the visit of ${plainDate(visit)}: ${areasLine(areas)}`,
    ...label,
    '',
    ...instructions.flatMap(({ on, title, text }) =>
      wrapped(`${plainDate(on).padEnd(16)} ${title}. ${text}`, 17)),
    '',
    'Do not wait with any of these:',
    ...flags.flatMap(({ urgency, seen, person }) =>
      wrapped(`  ${WHEN[urgency].padEnd(8)} ${seen}: ${person}`, 11)),
    '',
    'When somebody asks how it is:',
    ...milestones.map(({ on, label: name, photograph }) =>
      `  ${plainDate(on).padEnd(16)} ${name}${photograph ? ', with a photograph' : ''}`),
    '',
    ...wrapped(SHEET_HONEST, 0),
  ];
}
