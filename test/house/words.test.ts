/** Nothing unfinished, nothing that only one machine knows, and one word for each thing. */
import { expect, test } from 'vitest';
import { filesMatching, WRITTEN } from './tree.ts';
import { unwantedWords } from './words.ts';

test('no file says what has no place in the project', () => {
  const files = filesMatching(...WRITTEN).filter(({ path }) => path !== 'package-lock.json');
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(unwantedWords)).toEqual([]);
});

/** Joined here, so that this file does not say what it forbids. */
const BAD: readonly (readonly string[])[] = [
  ['// TO', 'DO: later'],
  ['// fix', 'me'],
  ['throw new Error("not impl', 'emented");'],
  ['// good enough for n', 'ow'],
  ['const name = "placehol', 'der";'],
  ['// see issue', ' #12'],
  ['// see iss', 'ue 12'],
  ['cd /wo', 'rk/main'],
  ['https://registry.npm', 'js.org/'],
  ['// as dom', 'ain.md says'],
  ['// one needling ses', 'sion'],
  ['// the kill-', 'switch'],
];

test.each(BAD.map((parts) => parts.join('')))('"%s" is found', (text) => {
  expect(unwantedWords({ path: 'a.ts', text })).toHaveLength(1);
});

test('a finding tells the line and what to do instead', () => {
  const word = ['log', 'book'].join('');
  expect(unwantedWords({ path: 'a.md', text: `first\nin the ${word}` })).toEqual([
    `a.md:2 says "${word}". Say journal.`,
  ]);
});

test('words that only look alike pass', () => {
  const text = 'a link session; workshop; README.md; hackles; a framework/path; issued 12 grants';
  expect(unwantedWords({ path: 'a.ts', text })).toEqual([]);
});
