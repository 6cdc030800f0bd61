/**
 * The wire's README is current: what is made from the sources is as they are now, every message,
 * field and reason has its sentence, and every test that it names is there. To write the made parts
 * anew: REGENERATE=yes npx vitest run test/protocol/readme.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../protocol/catalogue.ts';
import { areaBoundTable } from '../support/bound-tables.ts';
import { madeParts, withPart } from '../support/markdown.ts';
import { FIELD_NOTES, MESSAGE_NOTES } from '../support/protocol-notes.ts';
import { fieldNote, PROTOCOL_PARTS } from '../support/protocol-tables.ts';
import { transcriptTables } from '../support/transcript-tables.ts';

const README = 'protocol/README.md';
const PARTS: Readonly<Record<string, () => string>> = {
  ...PROTOCOL_PARTS,
  'area-bounds': areaBoundTable,
  transcripts: transcriptTables,
};

const made = (document: string): string =>
  Object.entries(PARTS).reduce((text, [name, part]) => withPart(text, name, part()), document);

if (process.env['REGENERATE'] !== undefined) {
  writeFileSync(README, made(readFileSync(README, 'utf8')));
}
const readme = readFileSync(README, 'utf8');

test('the made parts of the README are what the sources make today', () => {
  expect([...madeParts(readme)].sort()).toEqual(Object.keys(PARTS).sort());
  expect(readme === made(readme), 'run it with REGENERATE=yes').toBe(true);
});

test('a README that is one number behind is noticed', () => {
  const behind = readme.replace('| `LEASE_MS_MAX` | 200 |', '| `LEASE_MS_MAX` | 250 |');
  expect(behind).not.toBe(readme);
  expect(behind === made(behind)).toBe(false);
});

test('every message and every field has its sentence, and no sentence is left over', () => {
  const kinds = CATALOGUE.map((type) => type.kind);
  expect(Object.keys(MESSAGE_NOTES).sort()).toEqual([...kinds].sort());
  const used = new Set<string>();
  for (const { kind, fields } of CATALOGUE) {
    for (const name of Object.keys(fields)) {
      expect([kind, name, fieldNote(kind, name)]).not.toEqual([kind, name, undefined]);
      used.add(`${kind}.${name}` in FIELD_NOTES ? `${kind}.${name}` : name);
    }
  }
  expect(Object.keys(FIELD_NOTES).filter((note) => !used.has(note))).toEqual([]);
});

test('every row of the black-channel table names a test that is there', () => {
  const from = readme.indexOf('## The black channel');
  const rows = readme.slice(from).split('\n').filter((line) => /\| `\w+: .*` \|$/.test(line));
  const tests = readFileSync('test/protocol/black-channel.test.ts', 'utf8');
  expect(rows).toHaveLength(8);
  for (const row of rows) expect(tests).toContain(`${/`(\w+: .*)` \|$/.exec(row)?.[1] ?? '?'}'`);
});

test('every heading that the contents lead to is there', () => {
  const anchors = [...readme.matchAll(/\]\(#([\w-]+)\)/g)].map((found) => found[1]);
  const headings = [...readme.matchAll(/^##+ (.+)$/gm)].map((found) =>
    (found[1] ?? '').toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-'));
  expect(anchors.length).toBeGreaterThan(20);
  for (const anchor of anchors) {
    const known = headings.some((heading) => heading === anchor);
    expect([anchor, known]).toEqual([anchor, true]);
  }
});
