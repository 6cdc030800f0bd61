/**
 * The files of the project as the house rules see them: path from the top, and text.
 *
 * Walks the folders instead of asking git, so that a file is judged before it is committed and
 * the tests pass in a copy without history.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One file: its path from the top of the project with forward slashes, and what is in it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = ['**/node_modules/**', '.git/**', 'coverage/**', 'out/**'];

/** Reads every file that matches a glob, in the order of their paths. */
export function filesMatching(...globs: readonly string[]): readonly TextFile[] {
  return globSync([...globs], { exclude: NOT_OURS, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Everything written in TypeScript: sources, tests and configurations. */
export const CODE = '**/*.{ts,tsx,cts}';

/** What is shipped, without the tests. */
export const PRODUCT = '{host,protocol,sim,ui}/**/*.{ts,tsx,cts}';

/** Everything a person wrote as text, whatever tool reads it. */
export const WRITTEN = [
  '**/*.{ts,tsx,cts,js,css,html,md,json,yml,yaml}', '.ci/*', '.gitignore', '.npmrc',
] as const;
