/** Codes and facts become sentences: what, why, what next, in the digits of the language. */
import { expect, test } from 'vitest';
import { ALARMS, alarmsOn } from '../../../host/core/alarm.ts';
import { catalogueOf } from '../../../ui/renderer/words/fetch-catalogue.ts';
import { LANGUAGE_NAMES, languageFor } from '../../../ui/renderer/words/languages.ts';
import { speakerOf } from '../../../ui/renderer/words/speaker.ts';
import { closed, filled } from '../../../ui/renderer/words/template.ts';
import { wordsOf } from '../../../ui/renderer/words/words.ts';

const wordsIn = async (language: (typeof LANGUAGE_NAMES)[number]) =>
  wordsOf(speakerOf(language, await catalogueOf(language)));

const TOO_DEEP = {
  code: 'depth-over-limit', area: 'cheek', side: 'left', asked: 1_200, allowed: 900,
  rule: 'modifier:darker-skin',
} as const;

test('a refusal says what, why and what to do next, in each language', async () => {
  const said = await Promise.all(
    LANGUAGE_NAMES.map(async (language) => (await wordsIn(language)).refusal(TOO_DEEP)),
  );
  expect(said).toEqual([
    {
      what: 'Left cheek: 1.20\u00a0mm asked, 0.90\u00a0mm allowed '
        + '(the reduction for darker skin or pigment).',
      next: 'Lower the depth.',
    },
    {
      what: 'Linke Wange: 1,20\u00a0mm verlangt, 0,90\u00a0mm erlaubt '
        + '(Minderung für dunklere Haut oder Pigment).',
      next: 'Die Tiefe verringern.',
    },
    {
      what: 'Mejilla izquierda: se piden 1,20\u00a0mm y se permiten 0,90\u00a0mm '
        + '(la reducción por piel oscura o pigmento).',
      next: 'Reduzca la profundidad.',
    },
    { what: '左面颊：要求 1.20\u00a0mm，允许 0.90\u00a0mm（深色皮肤或色素的减量）。', next: '请降低深度。' },
  ]);
});

test('a count takes the form of its number', async () => {
  const english = await wordsIn('en');
  const passes = (asked: number) =>
    english.refusal({ code: 'passes-over-limit', area: 'nose', side: 'midline', asked });
  expect(passes(1).what).toContain('1\u00a0pass asked');
  expect(passes(4).what).toContain('4\u00a0passes asked');
});

test('a row of the table is named by its area', async () => {
  expect((await wordsIn('de')).rule('row:cheek')).toBe('Zeile „Wange“ der Tabelle');
  expect((await wordsIn('en')).rule('site-row:forehead')).toContain('site’s table');
});

test('every alarm says three things in each language', async () => {
  const alarms = alarmsOn(Object.fromEntries(Object.keys(ALARMS).map((a) => [a, { ageMs: 0 }])));
  for (const language of LANGUAGE_NAMES) {
    const words = await wordsIn(language);
    for (const alarm of alarms) {
      const { what, why, next } = words.alarm(alarm);
      expect([what, why, next].every((part) => part.length > 1)).toBe(true);
    }
  }
});

test('every kind of stop is told', async () => {
  const words = await wordsIn('en');
  expect(words.stop({ kind: 'operator', by: 'Kim' })).toBe('Stopped by Kim.');
  expect(words.stop({ kind: 'watch', finding: 'too-deep' })).toBe('Stopped: Too deep.');
  expect(words.stop({ kind: 'pen', reason: 'stall' })).toContain('its motor was blocked');
  expect(words.stop({ kind: 'host', why: 'stalled' })).toContain('too slow');
});

test('reasons against arming put their codes into words', async () => {
  const words = await wordsIn('en');
  expect(words.armRefusal({ code: 'not-idle', phase: 'latched' }).what).toBe('The pen is latched.');
  expect(words.armRefusal({ code: 'room-open', item: 'not-cleaned' })).toEqual(
    words.room('not-cleaned'),
  );
  expect(words.armRefusal({ code: 'too-hot', deciDegC: 412 }).what).toContain('41.2\u00a0°C');
  expect(words.armRefusal({ code: 'pen-refused', reason: 'a-word-of-tomorrow' }).what).toContain(
    'a-word-of-tomorrow',
  );
});

test('numbers and days are written as the language writes them', async () => {
  const [english, german] = await Promise.all([wordsIn('en'), wordsIn('de')]);
  expect(english.number(450, 'mm')).toBe('0.45\u00a0mm');
  expect(german.number(12_345, 'number')).toBe('12.345');
  expect(german.number(0, 'day')).toBe('1. Januar 2020');
  expect(english.number(61_000, 'minutes')).toBe('2\u00a0min');
  expect(english.number(119_999, 'clock')).toBe('1:59');
});

test('a text that lacks a fact stops instead of showing a hole', async () => {
  const speaker = speakerOf('en', await catalogueOf('en'));
  expect(() => speaker.find('stops', 'operator', {})).toThrow('every fact');
});

test('a line break closes to a space, and to nothing in Chinese', () => {
  const keep = () => '';
  expect(filled(closed('one\n    two'), keep)).toBe('one two');
  expect(filled(closed('一\n    二'), keep)).toBe('一二');
});

test('the language of a browser is found, and English where there is none', () => {
  expect(languageFor(['fr-FR', 'de-AT', 'en'])).toBe('de');
  expect(languageFor(['fr'])).toBe('en');
});
