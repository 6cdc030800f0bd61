// The sheet for afterwards as lines for a terminal or a message.

import { SHEET_HONEST, type Sheet } from '../core/care/aftercare/sheet.ts';
import { ENGLISH, type SheetWords } from '../core/care/aftercare/sheet-words.ts';
import { modalityLabel } from '../core/care/modality/modality.ts';

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
export function sheetLines(sheet: Sheet, words: SheetWords = ENGLISH): readonly string[] {
  const { visit, areas, instructions, flags, milestones, modality } = sheet;
  const { say, date } = words;
  const label = modality === 'automated' ? [] : [modalityLabel(modality)];
  return [
    `${say('After the visit of')} ${date(visit)}: ${words.areas(areas)}`,
    ...label,
    '',
    ...instructions.flatMap((one) =>
      wrapped(`${date(one.on).padEnd(16)} ${say(one.title)}. ${words.text(sheet, one)}`, 17)),
    '',
    `${say('Do not wait with any of these')}:`,
    ...flags.flatMap(({ urgency, seen, person }) =>
      wrapped(`  ${say(WHEN[urgency]).padEnd(8)} ${say(seen)}: ${say(person)}`, 11)),
    '',
    `${say('When somebody asks how it is')}:`,
    ...milestones.map(({ on, label: name, photograph }) =>
      `  ${date(on).padEnd(16)} ${say(name)}${photograph ? `, ${say('with a photograph')}` : ''}`),
    '',
    ...wrapped(say(SHEET_HONEST), 0),
  ];
}
