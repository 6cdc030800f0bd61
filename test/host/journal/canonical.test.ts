/** Canonical JSON: equal values make equal texts, and what JSON cannot say exactly is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../host/journal/canonical.ts';

test('keys are sorted by UTF-16 units at every depth, and nothing is spaced', () => {
  expect(canonicalJson({ b: 1, a: [{ d: true, c: null }, 'x'] })).toBe(
    '{"a":[{"c":null,"d":true},"x"],"b":1}',
  );
  expect(canonicalJson({ é: 1, z: 2, '\u{1f600}': 3 })).toBe('{"z":2,"é":1,"😀":3}');
});

test('the order in which a value was put together does not change its text', () => {
  const values = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger());
  fc.assert(
    fc.property(values, (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual({ ...value });
    }),
  );
});

test.each([[0.5], [Number.NaN], [2 ** 53], [undefined], [10n], ['\ud800'], [{ a: undefined }]])(
  'a value that JSON cannot say exactly stops us: %s',
  (value) => {
    expect(() => canonicalJson(value)).toThrow('should be true');
  },
);

test('minus nought is nought', () => {
  expect(canonicalJson(-0)).toBe('0');
});
