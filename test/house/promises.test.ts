/**
 * Every safety promise can be followed from its number to the lines that keep it and the tests that
 * show it, and no number is used that promises nothing. And the check bites.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  marksIn,
  PROMISES,
  promisesOf,
  rowsOf,
  testNamesIn,
  testsIn,
  traceFaults,
  unknownNumbers,
} from './promises.ts';
import { CODE, filesMatching, PRODUCT, type TextFile } from './tree.ts';

const readme = readFileSync(PROMISES, 'utf8');
const marks = marksIn(filesMatching(PRODUCT));
const tests = testsIn(filesMatching('test/**/*.test.ts'));

test('every promise is kept by a marked line and shown by a test that names it', () => {
  expect(promisesOf(readme).length).toBeGreaterThanOrEqual(38);
  expect(traceFaults(readme, marks, tests)).toEqual([]);
});

test('no code and no document uses a number that promises nothing', () => {
  const files = filesMatching(CODE, '**/*.md');
  expect(files.flatMap((file) => unknownNumbers(file, readme))).toEqual([]);
});

/** The numbers of these examples are put together, so that the check above does not find them. */
const s = (number: string): string => `S-${number}`;
const file = (path: string, text: string): TextFile => ({ path, text });
const KEPT = `| ${s('01')} | [a](core/a.ts) | [b](../test/b.test.ts) |`;
const GOOD = `- **${s('01')}** Nothing moves by itself.\n\n${KEPT}\n`;
const A = file('host/core/a.ts', `  // ${s('01')}: because it waits\n`);
const B = file('test/b.test.ts', `test('${s('01')} it waits', () => {});`);

const faultsOf = (text: string, code = [A], shown = [B]): readonly string[] =>
  traceFaults(text, marksIn(code), testsIn(shown));

test('a promise with its line and its test is in order', () => {
  expect(rowsOf(GOOD)).toEqual([
    { id: s('01'), keptAt: ['host/core/a.ts'], shownBy: ['test/b.test.ts'] },
  ]);
  expect(faultsOf(GOOD)).toEqual([]);
});

test('a promise without a row, and a row without a promise, are found', () => {
  expect(faultsOf(GOOD.replace(KEPT, ''))).toHaveLength(1);
  expect(faultsOf(KEPT)).toHaveLength(1);
});

test('a row of numbers may leap to where a subject of its own begins, and nowhere else', () => {
  const leap = (to: string) => faultsOf(GOOD.replaceAll(s('01'), s(to))).join('\n');
  expect(leap('75')).not.toContain('belongs');
  expect(leap('76')).toContain('belongs');
});

test('a number that is missing from the row of numbers is found', () => {
  const second = GOOD.replaceAll(s('01'), s('02'));
  expect(faultsOf(second).join('\n')).toContain(`${s('02')} stands where ${s('01')} belongs`);
});

test('a promise that nothing keeps, or nothing shows, is found', () => {
  const nowhere = GOOD.replace('[a](core/a.ts)', '').replace('[b](../test/b.test.ts)', '');
  expect(faultsOf(nowhere, [], [])).toHaveLength(2);
});

test.each([
  ['has lost its mark', file(A.path, '// because it waits')],
  ['mentions the number and does not say why', file(A.path, `// see ${s('01')}`)],
])('a line that %s is found', (_, code) => {
  expect(faultsOf(GOOD, [code])).toHaveLength(1);
});

test('a marked line that the row does not know is found', () => {
  const other = file('host/core/c.ts', `/**\n * ${s('01')}: this too\n */`);
  expect(faultsOf(GOOD, [A, other])).toEqual([
    `${other.path} has a line marked "${s('01')}:" and is not in the row of ${s('01')}.`,
  ]);
});

test('a test that has the number in its body and not in its name is found', () => {
  const body = file(B.path, `test('it waits', () => '${s('01')}');`);
  expect(faultsOf(GOOD, [A], [body])).toHaveLength(1);
});

test('names are read however a test is made, and nothing else is taken for one', () => {
  const text = `
    describe.each([1])('group %s', () => {
      test.each\`a\`("quoted", () => {});
      it(\`made of \${part}\`, () => {});
      const no = say('not a test');
    });`;
  expect(testNamesIn(file('a.test.ts', text))).toEqual(['group %s', 'quoted', '`made of ${part}`']);
});

test('an unknown number is found wherever it stands, each once', () => {
  const text = `${s('01')} ${s('77')} and again ${s('77')}; not IEC ${s('777')} nor class S-P`;
  expect(unknownNumbers(file('sim/a.ts', text), GOOD)).toEqual([
    `sim/a.ts names ${s('77')}, which is no promise of ${PROMISES}.`,
  ]);
  expect(unknownNumbers(file('sim/a.ts', 'S-99'), GOOD)).toHaveLength(1);
  expect(unknownNumbers(file('test/a.test.ts', 'S-99'), GOOD)).toEqual([]);
});
