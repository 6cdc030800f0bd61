/** The front page promises what the command line keeps. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LINE_WORDS } from '../../host/cli/console/command.ts';
import { EXIT_WORDS } from '../../host/cli/exit-code.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('the table of exit codes is the table of the program', () => {
  const rows = [...readme.matchAll(/^\| (\d+) \| (.*) \|$/gm)].map(([, code, words]) => [
    Number(code),
    words,
  ]);
  expect(rows).toEqual(EXIT_WORDS.map(([code, words]) => [code, words]));
});

test('every verb of the line mode is named', () => {
  const verbs = new Set(LINE_WORDS.map(([word]) => word.split(' ')[0] ?? ''));
  for (const verb of verbs) expect(readme).toMatch(new RegExp(`\`[^\`]*\\b${verb}\\b[^\`]*\``));
});

test('a density is nowhere shown without what it is', () => {
  const shown = [...readme.matchAll(/punctures\/cm2,? (\S+ \S+ \S+)/g)].map(([, after]) => after);
  expect(shown.length).toBeGreaterThan(3);
  for (const after of shown) expect(after).toMatch(/mean/);
});
