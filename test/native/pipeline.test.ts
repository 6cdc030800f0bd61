/**
 * The example pipeline does what it says: its stages are those of the script, the scripts that it
 * runs exist, and two of the stages run here, against a real simulator on a real socket.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'pipeline-'));
afterAll(() => fs.rmSync(reports, { recursive: true }));

const SCRIPT = 'test/pipeline/run.sh';
const script = fs.readFileSync(SCRIPT, 'utf8');
const example = fs.readFileSync('test/pipeline/example.yml', 'utf8');
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(fs.readFileSync('package.json', 'utf8')));

const run = (stage: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('sh', [SCRIPT, stage], {
    encoding: 'utf8',
    timeout: 50_000,
    env: { ...process.env, REPORTS: reports, ...env },
  });

const wordsOf = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, word]) => word ?? ''))];

test('every script of npm that the pipeline runs exists', () => {
  const named = wordsOf(script, /\bnpm run (?:--silent )?([\w:-]+)/g);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the example calls every stage of the script but the one that calls all, and no other', () => {
  const stages = wordsOf(script, /^(\w+)\(\) \{$/gm).filter((stage) => stage !== 'all');
  expect(wordsOf(example, /run\.sh (\w+)$/gm)).toEqual(stages);
});

test('the example is laid out as its service reads it: no tabs, even steps, one job', () => {
  expect(example).not.toContain('\t');
  const lines = example.split('\n').filter((line) => line !== '' && !line.trim().startsWith('#'));
  for (const line of lines) expect((/^ */.exec(line)?.[0].length ?? 1) % 2).toBe(0);
  expect(wordsOf(example, /^(\w+):/gm)).toEqual(['name', 'on', 'permissions', 'jobs']);
  expect(wordsOf(example, /^ {2}(\w+):$/gm)).toEqual(['push', 'schedule', 'simulator']);
});

test('the script is one that a plain shell can read, and knows its own words', () => {
  expect(spawnSync('sh', ['-n', SCRIPT]).status).toBe(0);
  const unknown = run('fly');
  expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('takes one of')]);
});

test('the stage for the bill writes one with every part that is shipped', () => {
  expect(run('bill').status).toBe(0);
  const bill = fs.readFileSync(path.join(reports, 'sbom.cdx.json'), 'utf8');
  for (const name of ['zod', 'rxjs', 'serialport', 'node-hid', 'koffi', 'node', 'tslib']) {
    expect(bill).toContain(`"name": "${name}"`);
  }
});

test('the stage for a pen starts a simulator, judges it at its address and ends it', () => {
  const judged = run('pen', { CONFORM_FLAGS: '--only pages' });
  expect([judged.status, judged.stderr]).toEqual([0, '']);
  expect(fs.readFileSync(path.join(reports, 'conform.xml'), 'utf8')).toContain('<testsuite');
});
