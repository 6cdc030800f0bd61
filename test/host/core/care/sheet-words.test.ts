import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../../host/care/calendar.ts';
import { sheetLines } from '../../../../host/care/sheet-text.ts';
import { makeSheet, type Sheet } from '../../../../host/core/care/aftercare/sheet.ts';
import { SHEET_LANGUAGES, sheetWords } from '../../../../host/core/care/aftercare/sheet-words.ts';
import { day } from '../../../../host/core/day.ts';
import { AREA_NAMES, type AreaName, isPaired, type Side } from '../../../../protocol/area.ts';

const sheetOf = (skinType: number, depthUm: number): Sheet => makeSheet({
  name: 'Zoë', person: 'p-1', treatmentId: 't-1', visit: day(20_000), modality: 'automated',
  areas: (['cheek', 'infraorbital'] as const).map((area) => ({ area, side: 'left', depthUm })),
  skin: { skinType, keepsDarkMarks: false, isFragile: false },
  next: { earliest: day(20_028), recommended: day(20_035) }, contact: undefined,
});
const SHEETS = [sheetOf(2, 400), sheetOf(5, 1_200), sheetOf(5, 1_700)];
const OTHERS = SHEET_LANGUAGES.filter((language) => language !== 'en');

describe.each(OTHERS)('the sheet in %s', (language) => {
  const words = sheetWords(language);

  test('says nothing in English that could be said otherwise', () => {
    const texts = SHEETS.flatMap((sheet) => [
      ...sheet.instructions.flatMap((one) => [[one.title, words.say(one.title)],
        [one.text, words.text(sheet, one)]]),
      ...sheet.flags.flatMap(({ seen, person }) => [seen, person]
        .map((text) => [text, words.say(text)])),
      ...sheet.milestones.flatMap(({ label, asks }) => [label, asks]
        .map((text) => [text, words.say(text)])),
      ...sheet.stages.flatMap(({ name, what }) => [name, what]
        .map((text) => [text, words.say(text)])),
    ]);
    expect(texts.filter(([english, said]) => english === said)).toEqual([]);
  });

  test('names every area', () => {
    const sidesOf = (area: AreaName): readonly Side[] =>
      (isPaired(area) ? ['left', 'right'] : ['midline']);
    const skins = AREA_NAMES.flatMap((area) =>
      sidesOf(area).map((side) => ({ area, side, depthUm: 300 })));
    const english = sheetWords('en');
    const same = skins.filter((skin) => words.areas([skin]) === english.areas([skin]));
    // The abdomen is called so in Spanish too.
    expect(same.map(({ area }) => area).filter((area) => area !== 'abdomen')).toEqual([]);
  });

  test('has the dates of the English one, in text and calendar', () => {
    const [sheet] = SHEETS;
    if (sheet === undefined) throw new Error('a sheet');
    expect(sheetLines(sheet, words)).not.toEqual(sheetLines(sheet));
    const days = (text: string): readonly string[] => text.match(/DTSTART\S+/g) ?? [];
    const [here, there] = [calendarOf(sheet, 'X', words), calendarOf(sheet, 'X')];
    expect(days(here)).toEqual(days(there));
    expect(here).toContain(`//${language.toUpperCase()}`);
  });
});
