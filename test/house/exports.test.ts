/** What a file offers to others is explained where it stands. */
import { expect, test } from 'vitest';
import { undocumented } from './exports.ts';
import { filesMatching, PRODUCT } from './tree.ts';

test('every export of the product has a sentence of its own', () => {
  const files = filesMatching(PRODUCT);
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(undocumented)).toEqual([]);
});

test.each([
  'export const LEASE_MS = 200;',
  '// Not a doc comment.\nexport const LEASE_MS = 200;',
  '/** small words without an end */\nexport function f(): void {}',
  '/** The first has one. */\nexport type A = 1;\nexport type B = 2;',
])('this leaves something unexplained: %s', (text) => {
  expect(undocumented({ path: 'a.ts', text })).toHaveLength(1);
});

test('overloads share a sentence, and what is local or passed on needs none', () => {
  const text = [
    '/** Makes micrometres. */',
    'export function um(n: number): number;',
    'export function um(n: bigint): number;',
    'const local = 1;',
    "export { um } from './b.ts';",
  ].join('\n');
  expect(undocumented({ path: 'a.ts', text })).toEqual([]);
});
