/**
 * The tables of mutants as they stand: every text that is to be replaced occurs once, every named
 * check is there, and no folder has too few. The mutants themselves are run by `npm run mutants`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tableFaults } from './check-tables.ts';
import { by, edit, equivalent, mutant, type Table, untagged } from './mutant.ts';
import { TABLES } from './table/all.ts';
import { hasTitle } from './titles.ts';
import { edited } from './workplace.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GUARD = 'sim/firmware/guard.ts';

test('every mutant can be made where its table says, and its check is there', () => {
  expect(tableFaults(TABLES, ROOT)).toEqual([]);
});

test('every folder that a safety promise rests on has at least eight mutants', () => {
  const few = TABLES.filter(({ mutants, least }) => mutants.length < 8 || least < 8);
  expect(few.map(({ folder }) => folder)).toEqual([]);
  expect(TABLES.length).toBeGreaterThanOrEqual(20);
});

/** What is said against a table of one mutant, beside that it is too short. */
function against(change: Partial<Table['mutants'][number]>): readonly string[] {
  const check = by('test/sim/pen/motion.test.ts', 'a grant is refused > beyond the pass');
  const sound = mutant('S-05', 'off-by-one', 'a-mutant', edit(GUARD, 'const nearWrap:', ''), check);
  const table: Table = {
    folder: 'sim/firmware', within: ['sim/firmware/'], least: 1, mutants: [{ ...sound, ...change }],
  };
  return tableFaults([table], ROOT).filter((fault) => fault.startsWith('a-mutant: '));
}

test('a table that cannot be trusted is told what is wrong with it', () => {
  expect(against({})).toEqual([]);
  const faults: readonly [Parameters<typeof against>[0], string][] = [
    [{ edits: [edit(GUARD, 'atMost(', '')] }, 'times in sim/firmware/guard.ts'],
    [{ edits: [edit(GUARD, 'no such text', '')] }, 'occurs 0 times'],
    [{ edits: [edit('sim/firmware/gone.ts', 'x', 'y')] }, 'there is no sim/firmware/gone.ts'],
    [{ edits: [edit('host/process.ts', 'import', 'x')] }, 'changes nothing within'],
    [{ edits: [edit(GUARD, 'const nearWrap:', 'const nearWrap:')] }, 'it changes nothing'],
    [{ promise: 'S-99' }, 'S-99 is not a promise'],
    [{ caught: by('test/sim/pen/latch.test.ts', 'no such test') }, 'has no test'],
    [{ caught: by('test/sim/pen/gone.test.ts', 'beyond the pass') }, 'there is no test'],
    [{ caught: by('test/protocol/readme.test.ts', 'x') }, 'checks no promise'],
  ];
  for (const [change, fault] of faults) {
    expect(against(change).join('\n')).toContain(fault);
  }
});

test('a table that is too short, or argues nothing, is told so', () => {
  const only = equivalent('S-05', 'as-before', edit(GUARD, 'const nearWrap:', ''), 'Trust me.');
  const table: Table = {
    folder: 'sim/firmware', within: ['sim/firmware/'], least: 8, mutants: [], equivalents: [only],
  };
  expect(tableFaults([table], ROOT)).toEqual([
    'sim/firmware has 0 mutants, fewer than 8.',
    '0 mutants are fewer than 300.',
    'as-before: that it is equivalent is not argued.',
  ]);
});

test('a title is found as it is written, with its promises left out, and in lists of cases', () => {
  const text = `
    describe('S-11 S-12 a stop', () => {
      test('S-13 ends it', () => {});
      test.each(['a', 'b'])('while %s it waits', () => {});
      test(\`of \${kind}, nothing moves\`, () => {});
    });
    for (const [what] of [['for a lease', 1]]) test(what, () => {});`;
  expect(hasTitle(text, 'a stop > ends it')).toBe(true);
  expect(hasTitle(text, 'a stop > while running it waits')).toBe(true);
  expect(hasTitle(text, 'a stop > of idle, nothing moves')).toBe(true);
  expect(hasTitle(text, 'a stop > ends')).toBe(false);
  expect(hasTitle(text, 'for a lease')).toBe(true);
  expect(hasTitle(text, 'for a longer lease')).toBe(false);
  expect(untagged('S-11, S-12 a stop > S-13: ends it')).toBe('a stop > ends it');
});

test('edits of one file are made together, and each only where its text stands once', () => {
  const text = readFileSync(new URL('mutant.ts', import.meta.url), 'utf8');
  const read = (): string => text;
  const edits = [
    edit('a', 'How a line is broken.', 'one $&'),
    edit('a', 'A place in the', 'two'),
  ];
  const made = edited(edits, read).get('a') ?? '';
  expect(made).toContain('one $&');
  expect(made).toContain('two sources');
  expect(() => edited([edit('a', 'readonly', '')], read)).toThrow('occurs once');
});
