/** The journal on a real disk: written, killed, held by another process, and read again. */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { foldBudgets } from '../../host/journal/budgets.ts';
import {
  type Entry,
  explainRefusal,
  initInstallation,
  nodeWorld,
  openJournal,
  readJournal,
} from '../../host/journal/index.ts';
import { granted, linked, ORDINARY } from '../support/journal.ts';

const WRITER = fileURLToPath(new URL('journal-writer.ts', import.meta.url));
const world = nodeWorld('0.1.0');

function freshFolder(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'corium-journal-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true });
  });
  return dir;
}

/** Runs a writing host, kills it after some lines, and gives the lines it called synced. */
function killAfter(dir: string, lines: number): Promise<readonly number[]> {
  const host = spawn(process.execPath, [WRITER, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  host.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
    if (said.split('\n').length > lines) host.kill('SIGKILL');
  });
  return new Promise((done) => {
    host.on('close', () => {
      done(said.split('\n').slice(0, -1).map(Number));
    });
  });
}

test('a treatment written to a real disk is read back as it was', () => {
  const dir = path.join(freshFolder(), 'made', 'on', 'the', 'way');
  granted(initInstallation(dir, world));
  const journal = granted(openJournal(dir, world));
  for (const note of ORDINARY) granted(journal.appendAndSyncNow(note));
  granted(journal.close());
  const entries: Entry[] = [];
  const read = granted(readJournal(dir, world, (entry) => entries.push(entry)));
  expect(read.newest.tail.kind).toBe('clean');
  expect(foldBudgets(entries, '2000-01-01').spent.get('p-1/cheek/left')?.strokes).toBe(700);
  expect(readFileSync(path.join(dir, 'journal/000001.jsonl')).includes(0)).toBe(false);
});

test('S-24 after a kill every line called synced is there, and the lock is free', async () => {
  const dir = freshFolder();
  granted(initInstallation(dir, world));
  for (const lines of [1, 7, 60, 250]) {
    const synced = await killAfter(dir, lines);
    expect(synced.length).toBeGreaterThanOrEqual(lines);
    const there = new Set<number>();
    const journal = granted(openJournal(dir, world, { onEntry: ({ n }) => there.add(n) }));
    expect(synced.filter((n) => !there.has(n))).toEqual([]);
    granted(journal.close());
  }
});

test('S-29 a second opening is refused by the process that holds the journal', () => {
  const dir = freshFolder();
  granted(initInstallation(dir, world));
  const journal = granted(openJournal(dir, world));
  const second = openJournal(dir, world);
  expect(second.ok ? '' : explainRefusal(second.error)).toContain(`Process ${process.pid} on `);
  granted(journal.close());
  granted(granted(openJournal(dir, world)).close());
});

test('half a line at the end of a real file is cut, kept and said', () => {
  const dir = freshFolder();
  granted(initInstallation(dir, world));
  granted(granted(openJournal(dir, world)).close());
  appendFileSync(path.join(dir, 'journal/000001.jsonl'), '{"at":"2031');
  const entries: Entry[] = [];
  const journal = granted(openJournal(dir, world, { onEntry: (entry) => entries.push(entry) }));
  granted(journal.appendAndSyncNow(linked));
  const said = entries.find(({ kind }) => kind === 'recovered');
  expect(said).toMatchObject({ bytes: 11, kept: '000001.jsonl.3.1.torn' });
  expect(readFileSync(path.join(dir, 'journal/000001.jsonl.3.1.torn'), 'utf8')).toBe('{"at":"2031');
  granted(journal.close());
});

test('a folder that cannot be written to is refused by the call that failed', () => {
  const refused = initInstallation('/proc/corium', world);
  expect(refused.ok ? '' : explainRefusal(refused.error)).toContain('could not be made');
});
