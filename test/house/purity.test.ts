/** Pure folders are pure by inspection: no clock, no chance, no world, no waiting, no classes. */
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { expect, test } from 'vitest';
import { layerOf } from './layers.ts';
import { PURITY_RULES } from './purity-rules.ts';
import { filesMatching, PRODUCT } from './tree.ts';

const linter = new Linter();

/** What is impure in a text; a text that does not parse is not pure either. */
function impurities(text: string): readonly string[] {
  const config = { files: ['**/*.ts'], languageOptions: { parser }, rules: PURITY_RULES };
  return linter
    .verify(text, config, { filename: 'a.ts', allowInlineConfig: false })
    .map(({ line, message }) => `line ${line}: ${message}`);
}

test('every pure file is pure', () => {
  const files = filesMatching(PRODUCT).filter(({ path }) => layerOf(path)?.pure === true);
  expect(files.length).toBeGreaterThan(0);
  const found = files.flatMap(({ path, text }) =>
    impurities(text).map((what) => `${path} ${what}`),
  );
  expect(found).toEqual([]);
});

test.each([
  'const now = Date.now();',
  'const now = new Date();',
  'const now = performance.now();',
  'const chance = Math.random();',
  'const { random } = Math;',
  'setTimeout(() => 1, 5);',
  'console.log(1);',
  "const mode = process.env['MODE'];",
  "const mode = globalThis.process.env['MODE'];",
  'export async function f(): Promise<void> {}',
  'const f = async () => 1;',
  'export class Pen {}',
  'export let count = 0;',
  'let count = 0;',
  "const file = import('./a.ts');",
  'const here = import.meta.url;',
  'const words = (5).toLocaleString();',
  'const broken = ;',
])('this is not pure: %s', (text) => {
  expect(impurities(text)).not.toEqual([]);
});

test('a local name may be any word, and a local variable may vary', () => {
  const text = 'export const f = (process: number) => { let a = process; a += 1; return a };';
  expect(impurities(text)).toEqual([]);
});
