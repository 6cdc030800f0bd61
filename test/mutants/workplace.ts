/**
 * A copy of the sources in a folder of its own, in which one mutant after the other is made and
 * unmade. The tree that somebody works in is only ever read.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assert } from '../../protocol/assert.ts';
import type { Edit } from './mutant.ts';

/** Everything that a named test may read. */
const COPIED = [
  'host', 'protocol', 'sim', 'test', 'package.json', 'tsconfig.json', 'vitest.config.ts',
];

/** A copy of the sources. */
export interface Workplace {
  readonly dir: string;
  /** Makes some edits, lets something be done, and puts everything back. */
  readonly within: <Value>(
    edits: readonly Edit[],
    act: () => Promise<Value>,
  ) => Promise<Value>;
  readonly remove: () => void;
}

/** How often a text occurs in another. */
export const occurrences = (text: string, find: string): number => text.split(find).length - 1;

/** The files of some edits, as they are with all of them made. */
export function edited(
  edits: readonly Edit[],
  read: (file: string) => string,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file, find, put } of edits) {
    const text = texts.get(file) ?? read(file);
    assert(occurrences(text, find) === 1, `the text to be replaced occurs once in ${file}`);
    texts.set(file, text.replace(find, () => put));
  }
  return texts;
}

/** Copies the sources below a root into a temporary folder. */
export function createWorkplace(root: string): Workplace {
  const dir = mkdtempSync(path.join(tmpdir(), 'corium-mutants-'));
  for (const name of COPIED) {
    cpSync(path.join(root, name), path.join(dir, name), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(dir, 'node_modules'), 'dir');
  const at = (file: string): string => path.join(dir, file);
  return {
    dir,
    within: async (edits, act) => {
      const before = new Map(edits.map(({ file }) => [file, readFileSync(at(file), 'utf8')]));
      const after = edited(edits, (file) => before.get(file) ?? '');
      for (const [file, text] of after) writeFileSync(at(file), text);
      try {
        return await act();
      } finally {
        for (const [file, text] of before) writeFileSync(at(file), text);
      }
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
