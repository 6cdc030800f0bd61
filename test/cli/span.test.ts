/** Text with tones is measured and cut as what it says, and says the same without colours. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit, type Line, paint, span, wrap } from '../../host/cli/console/span.ts';
import { wantsColour } from '../../host/cli/terminal.ts';

const line = fc.array(
  fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-'), maxLength: 30 }),
    tone: fc.constantFrom('plain' as const, 'high' as const, 'faint' as const),
  }),
  { maxLength: 6 },
);
const textOf = (spans: Line): string => spans.map(({ text }) => text).join('');

test('no line is wider than its window', () => {
  fc.assert(
    fc.property(line, fc.nat({ max: 60 }), (spans, columns) => {
      expect(textOf(fit(spans, columns)).length).toBeLessThanOrEqual(columns);
    }),
  );
});

test('a line that fits is left as it is', () => {
  const short: Line = [span('depth', 'faint'), span(' 0.45 mm')];
  expect(fit(short, 13)).toBe(short);
  expect(textOf(fit(short, 12))).toBe('depth 0.45 …');
});

test('wrapping loses no word and fills no line beyond its width', () => {
  fc.assert(
    fc.property(line, fc.integer({ min: 35, max: 80 }), (spans, columns) => {
      const wrapped = wrap(spans, columns, 4);
      const words = (text: string): readonly string[] => text.split(/\s+/).filter((w) => w !== '');
      expect(words(wrapped.map(textOf).join(' ')).join('')).toBe(words(textOf(spans)).join(''));
    }),
  );
  expect(wrap([span('12:00:00  '), span('one two three')], 17, 10).map(textOf)).toEqual([
    '12:00:00  one two',
    '          three',
  ]);
});

test('without colours a painted line is its text', () => {
  const alarm: Line = [span('!!! ', 'high'), span('lift the pen', 'high')];
  expect(paint(alarm, false)).toBe('!!! lift the pen');
  expect(paint(alarm, true)).toContain('\u001b[1;97;41m!!! \u001b[0m');
});

test('the three priorities have three colours', () => {
  const tones = ['high', 'medium', 'low'] as const;
  const painted = tones.map((tone) => paint([span('x', tone)], true));
  expect(new Set(painted).size).toBe(3);
});

test('colours are for a terminal that can show them and a person who wants them', () => {
  expect(wantsColour(true, { TERM: 'xterm' })).toBe(true);
  expect(wantsColour(false, { TERM: 'xterm' })).toBe(false);
  expect(wantsColour(true, { NO_COLOR: '1' })).toBe(false);
  expect(wantsColour(true, { NO_COLOR: '' })).toBe(true);
  expect(wantsColour(true, { TERM: 'dumb' })).toBe(false);
});
