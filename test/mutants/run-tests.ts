/**
 * Runs vitest on some test files of a workplace, in a process of its own, and reads how every test
 * ended. A process that does not come to an end is ended after two minutes, and says
 * nothing.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ToldFile, TOLD_IN } from './telling-reporter.ts';
import type { Workplace } from './workplace.ts';

const RUN_MS_MAX = 120_000;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The last part of a title, which is enough to run little else beside the named test. */
const lastPart = (title: string): string => title.split(' > ').at(-1) ?? title;

/** A pattern that the titles of some tests match. */
const patternOf = (titles: readonly string[]): string =>
  [...new Set(titles.map(lastPart))].map(escaped).join('|');

const runs = new Set<AbortController>();

/** Ends every run that is under way. */
export function abortRuns(): void {
  for (const run of runs) run.abort();
}

/** Runs some files, all of them or the tests with some titles; undefined if it told nothing. */
export async function runTests(
  { dir }: Workplace,
  files: readonly string[],
  titles?: readonly string[],
): Promise<readonly ToldFile[] | undefined> {
  const told = path.join(dir, 'told.json');
  rmSync(told, { force: true });
  const only = titles === undefined ? [] : ['--testNamePattern', patternOf(titles)];
  const run = new AbortController();
  runs.add(run);
  const child = spawn(
    process.execPath,
    [
      path.join(dir, 'node_modules/vitest/vitest.mjs'),
      'run', ...files, ...only, '--reporter', './test/mutants/telling-reporter.ts',
    ],
    {
      cwd: dir,
      stdio: 'ignore',
      env: { ...process.env, [TOLD_IN]: told },
      timeout: RUN_MS_MAX,
      killSignal: 'SIGKILL',
      signal: run.signal,
    },
  );
  await new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
  runs.delete(run);
  return readTold(told);
}

function readTold(told: string): readonly ToldFile[] | undefined {
  try {
    return JSON.parse(readFileSync(told, 'utf8')) as readonly ToldFile[];
  } catch {
    return undefined;
  }
}
