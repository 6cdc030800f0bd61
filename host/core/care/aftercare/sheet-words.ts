// The words of a sheet in the language of whoever takes it home. The sheet as data stays what it
// is; only what a person reads is said otherwise, so that dates and rules cannot differ from one
// language to the other. A text without a translation would be said in English; a test sees that
// there is none.

import { type Day, formatDay } from '../../day.ts';
import { areaWords } from '../../word-parts.ts';
import { plainDate } from './plain-date.ts';
import type { TreatedArea } from './recovery.ts';
import type { Instruction, Sheet } from './sheet.ts';
import { PLACES as dePlaces, SAYS as deSays } from './words/de.ts';
import { PLACES as esPlaces, SAYS as esSays } from './words/es.ts';
import { PLACES as zhPlaces, SAYS as zhSays } from './words/zh.ts';

/** The languages of a sheet. */
export const SHEET_LANGUAGES = ['en', 'de', 'es', 'zh'] as const;

/** One of them. */
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

/** How a sheet is said. */
export interface SheetWords {
  readonly language: SheetLanguage;
  readonly say: (english: string) => string;
  readonly date: (of: Day) => string;
  readonly areas: (areas: readonly TreatedArea[]) => string;
  /** What stands behind an instruction, with its own date where it has one. */
  readonly text: (sheet: Sheet, instruction: Instruction) => string;
}

const CATALOGUES = {
  de: { SAYS: deSays, PLACES: dePlaces },
  es: { SAYS: esSays, PLACES: esPlaces },
  zh: { SAYS: zhSays, PLACES: zhPlaces },
} as const;

const MONTHS = {
  de: 'Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez'.split(' '),
  es: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
} as const;
/** Day 0 of the wire was a Wednesday. */
const WEEKDAYS = {
  de: 'Mi Do Fr Sa So Mo Di'.split(' '),
  es: 'mié jue vie sáb dom lun mar'.split(' '),
  zh: '周三 周四 周五 周六 周日 周一 周二'.split(' '),
} as const;

function dateIn(language: Exclude<SheetLanguage, 'en'>, of: Day): string {
  const [year = '', month = '', dayOfMonth = ''] = formatDay(of).split('-');
  const weekday = WEEKDAYS[language][((of % 7) + 7) % 7] ?? '';
  const number = Number(dayOfMonth);
  if (language === 'zh') return `${year}年${Number(month)}月${number}日 ${weekday}`;
  const name = MONTHS[language][Number(month) - 1] ?? '';
  return language === 'de' ? `${weekday} ${number}. ${name} ${year}`
    : `${weekday} ${number} ${name} ${year}`;
}

const NOT_BEFORE = {
  de: (date: string) => `Nicht vor ${date}; öfter ist nicht besser.`,
  es: (date: string) => `No antes del ${date}; más a menudo no es mejor.`,
  zh: (date: string) => `不要早于${date}；次数多并不更好。`,
} as const;

/** The words of a sheet in English, as it was made. */
export const ENGLISH: SheetWords = {
  language: 'en',
  say: (text) => text,
  date: plainDate,
  areas: (areas) => areas.map(({ area, side }) => areaWords(area, side)).join(', '),
  text: (_, { text }) => text,
};

/** The words of a sheet in a language. */
export function sheetWords(language: SheetLanguage): SheetWords {
  if (language === 'en') return ENGLISH;
  const { SAYS, PLACES } = CATALOGUES[language];
  const say = (english: string): string => SAYS[english] ?? english;
  const date = (of: Day): string => dateIn(language, of);
  const place = ({ area, side }: TreatedArea): string =>
    (side === 'midline' ? PLACES[area] : PLACES[`${area}-${side}`]) ?? areaWords(area, side);
  return {
    language,
    say,
    date,
    areas: (areas) => areas.map(place).join(language === 'zh' ? '、' : ', '),
    text: ({ next }, { id, text }) =>
      (id === 'next' && next !== undefined ? NOT_BEFORE[language](date(next.earliest)) : say(text)),
  };
}
