// Builds the page when it is missing or older than what it is made of, so that whoever has fetched
// the sources can start the console. An installation that was packaged has it built already, and
// no builder.

import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '../../protocol/result.ts';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const TOP = at('../../');

/** Where the built page lies. */
export const PAGE_FOLDER = at('../../out/console');

/** Where the built preload lies. */
export const PRELOAD = at('../../out/preload/preload.cjs');

const SOURCES = [
  'ui/renderer/**/*.{ts,tsx,css,html,svg,json}',
  'ui/{contract,preload}/*.ts',
  'ui/*.config.ts',
  'protocol/*.ts',
];

/** Whether the page has to be built: it is not there, or a source is newer. */
export function isStale(pageFolder: string = PAGE_FOLDER, top: string = TOP): boolean {
  const built = timeOf(path.join(pageFolder, 'index.html'));
  if (built === undefined) return true;
  const files = globSync([...SOURCES], { cwd: top });
  return files.some((file) => (timeOf(path.join(top, file)) ?? 0) > built);
}

function timeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

/** Builds it, or says in a sentence why it could not. */
export async function buildPage(): Promise<Result<undefined, string>> {
  try {
    const { build } = await import('vite');
    await build({ configFile: at('../vite.config.ts'), logLevel: 'silent' });
    await build({ configFile: at('../preload.config.ts'), logLevel: 'silent' });
    return ok(undefined);
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return refuse(`The page of the console could not be built: ${first}`);
  }
}
