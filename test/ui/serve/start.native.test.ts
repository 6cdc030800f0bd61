// The console as it is started by a person: it paints and ends, it serves until it is told to stop,
// and what cannot be is one sentence.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { isStale } from '../../../ui/serve/build-page.ts';
import { openWindow } from '../console-rig.ts';

const MAIN = fileURLToPath(new URL('../../../ui/main.ts', import.meta.url));

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', complaint: '' };
  child.stdout.on('data', (piece: Buffer) => {
    said.out += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    said.complaint += piece.toString();
  });
  const ended = once(child, 'close').then(() => child.exitCode);
  return { child, said, ended };
}

test('a check paints, closes in order and says so', async () => {
  const { said, ended } = start('--check');
  expect(await ended).toBe(0);
  expect(said.complaint).toBe('');
  expect(said.out).toMatch(/The console (painted|served)/);
}, 60_000);

test('without a terminal the address is printed and served until a signal comes', async () => {
  const { child, said, ended } = start('--page', '--pen', 'sim');
  await expect.poll(() => said.out, { timeout: 45_000 }).toMatch(/http:\S+token=\S+\n/);
  expect(said.out).toMatch(/no terminal here|no display here/);
  const address = /http:\S+/.exec(said.out)?.[0] ?? '';
  const window = await openWindow(address);
  expect(window.state().installation.demo).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
}, 60_000);

test.each([
  ['a folder without an installation', ['--data', os.tmpdir()]],
  ['a plan that is not there', ['--plan', '/nowhere/plan.json']],
  ['a plan that is none', ['--plan', fileURLToPath(import.meta.url)]],
  ['an option that is not known', ['--flat']],
])('%s is one sentence', async (_, args) => {
  const { said, ended } = start('--page', ...args);
  expect(await ended).toBe(2);
  expect(said.complaint.trim().split('\n')).toHaveLength(1);
  expect(said.complaint).not.toMatch(/at .*:\d+:\d+|Error/);
});

test('a page is stale when it is not there or older than what it is made of', () => {
  const top = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-stale-'));
  const page = path.join(top, 'out');
  fs.mkdirSync(path.join(top, 'ui', 'renderer'), { recursive: true });
  fs.mkdirSync(page);
  const source = path.join(top, 'ui', 'renderer', 'main.tsx');
  fs.writeFileSync(source, '');
  expect(isStale(page, top)).toBe(true);
  const built = path.join(page, 'index.html');
  fs.writeFileSync(built, '');
  fs.utimesSync(built, 2_000, 2_000);
  fs.utimesSync(source, 1_000, 1_000);
  expect(isStale(page, top)).toBe(false);
  fs.utimesSync(source, 3_000, 3_000);
  expect(isStale(page, top)).toBe(true);
});
