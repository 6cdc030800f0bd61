/** Files are short, narrow enough to read side by side, and say first what they are. */
import { expect, test } from 'vitest';
import { LINES_MAX, LONG_TABLES, TEST_LINES_MAX, tooLong, tooWide, unopened } from './shape.ts';
import { CODE, filesMatching } from './tree.ts';
import type { TextFile } from './tree.ts';

const code = filesMatching(CODE);
const documents = filesMatching('**/*.md');

/** A made-up file of code with this text. */
function file(text: string): TextFile {
  return { path: 'host/a.ts', text };
}

/** A made-up document with this text. */
function document(text: string): TextFile {
  return { path: 'README.md', text };
}

test('no file of code is longer than a file may be, but for the tables that are named', () => {
  expect(code.length).toBeGreaterThan(10);
  expect(code.flatMap(tooLong)).toEqual([]);
});

test('every table that may be long exists and is long', () => {
  const long = code.filter(({ text }) => text.split('\n').length > LINES_MAX).map((f) => f.path);
  expect([...LONG_TABLES.keys()].filter((path) => !long.includes(path))).toEqual([]);
});

test('no line of code or document is wider than the page', () => {
  expect([...code, ...documents].flatMap(tooWide)).toEqual([]);
});

// A test tells what it is in the names of its tests.
test('every file of code opens by saying what it is', () => {
  const spoken = code.filter(({ path }) => !path.endsWith('.test.ts'));
  expect(spoken.flatMap(unopened)).toEqual([]);
});

test('a file one line too long is found, and one that just fits is not', () => {
  expect(tooLong(file('x\n'.repeat(LINES_MAX)))).toEqual([]);
  expect(tooLong(file('x\n'.repeat(LINES_MAX + 1)))).toHaveLength(1);
  const long = { path: 'test/a.test.ts', text: 'x\n'.repeat(TEST_LINES_MAX + 1) };
  expect(tooLong(long)).toHaveLength(1);
});

test('a wide line is found unless it is a row of a table, an address or shown as it is', () => {
  const wide = 'word '.repeat(25);
  expect(tooWide(file(`first\n${wide}`))).toEqual([
    'host/a.ts:2 is 125 columns wide; 100 fit.',
  ]);
  expect(tooWide(document(`| ${wide} |\nhttps://${'a'.repeat(120)}`))).toEqual([]);
  expect(tooWide(document(`\`\`\`\n${wide}\n\`\`\``))).toEqual([]);
  expect(tooWide(document(`\`\`\`\n\`\`\`\n${wide}`))).toHaveLength(1);
});

test('a file that opens with code, or with a comment that says nothing, is found', () => {
  const late = "import './b.ts';\n/** A comment that comes too late to be of any help. */";
  expect(unopened(file(late))).not.toEqual([]);
  expect(unopened(file('/** Helpers. */'))).not.toEqual([]);
});

test('a comment that tells what a file is passes, also in a program', () => {
  const program = '#!/usr/bin/env node\n// Starts the host, and says so when it cannot.';
  expect(unopened(file('/** Counts strokes that the pen has not yet owned up to. */'))).toEqual([]);
  expect(unopened(file(program))).toEqual([]);
});
