/** What a document tells the reader to open or to type is there. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { deadCommands, deadLinks } from './documents.ts';
import { filesMatching } from './tree.ts';

const manifest = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const scripts = new Set(Object.keys(manifest.scripts));
const documents = filesMatching('**/*.md');

test('every link of every document leads to a file', () => {
  expect(documents.flatMap(deadLinks)).toEqual([]);
});

test('every script that a document or a source names exists', () => {
  const files = [...documents, ...filesMatching('{host,protocol,sim,ui}/**/*.ts', '.ci/run')];
  expect(files.flatMap((file) => deadCommands(file, scripts))).toEqual([]);
});

test('a link that leads nowhere is found; headings and the outside world are not looked up', () => {
  const text = '[a](nowhere.md) [b](../test/house/tree.ts#x) [c](https://example.org/x) [d](#here)';
  expect(deadLinks({ path: 'host/README.md', text })).toEqual([
    'host/README.md links to nowhere.md, which is not there.',
  ]);
});

test('a script that does not exist is found, however it is run', () => {
  const file = { path: 'a.md', text: 'npm run treat -- x; npm run fly; npm run -s dive' };
  expect(deadCommands(file, new Set(['treat']))).toHaveLength(2);
});
