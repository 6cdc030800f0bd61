/** One writer per journal: who holds it is named, and a holder that is gone does not hold it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { explainRefusal } from '../../../host/journal/explain.ts';
import { takeLock } from '../../../host/journal/lock.ts';
import { processTable } from '../../../host/journal/process-table.ts';
import { createMemoryWorld, granted, type MemoryWorld } from '../../support/journal.ts';

const AT = 'journal.lock';

const worldWhere = (gone: boolean, world: MemoryWorld = createMemoryWorld()) => ({
  ...world,
  processes: { ...world.processes, gone: () => gone },
});

test('S-29 a second host is refused by the number, machine and hour of the first', () => {
  const world = worldWhere(false);
  granted(takeLock(AT, world));
  const second = takeLock(AT, world);
  expect(second.ok ? '' : explainRefusal(second.error)).toBe(
    'Process 71 on here has held this journal since 2031-03-01T00:00:00.001Z. ' +
      'Stop it first; if it is certainly gone, remove journal.lock.',
  );
  expect([...world.door.files.keys()]).toEqual([AT]);
});

test('a lock that is given back can be taken again, and one that is not ours is left alone', () => {
  const world = worldWhere(false);
  const first = granted(takeLock(AT, world));
  first.release();
  const second = granted(takeLock(AT, world));
  first.release();
  expect(takeLock(AT, world)).toMatchObject({ ok: false, error: { code: 'held' } });
  second.release();
  expect(world.door.files.size).toBe(0);
});

test('the lock of a process that is gone is put aside', () => {
  const world = worldWhere(true);
  granted(takeLock(AT, world));
  expect(takeLock(AT, world).ok).toBe(true);
  expect([...world.door.files.keys()]).toEqual([AT]);
});

test('a stale lock that somebody else replaces first is theirs', () => {
  const world = worldWhere(true);
  granted(takeLock(AT, world));
  const theirs = worldWhere(true, world);
  let overtaken = false;
  world.door.mischief = (_, call) => {
    if (call !== 'rename' || overtaken) return undefined;
    overtaken = true;
    granted(takeLock(AT, theirs));
    return undefined;
  };
  const mine = takeLock(AT, world);
  expect(mine).toEqual({ ok: false, error: { code: 'held-by-unknown', path: AT } });
  expect(world.door.files.has(AT)).toBe(true);
});

test('a lock that names nobody is refused in words', () => {
  const world = worldWhere(true);
  const bytes = new TextEncoder().encode('71\n');
  world.door.files.set(AT, { bytes, synced: bytes });
  const taken = takeLock(AT, world);
  expect(taken.ok ? '' : explainRefusal(taken.error)).toContain('does not say who holds');
});

/** A /proc with one process in it. */
function procWith(pid: number, stat: string, boot: string): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'corium-proc-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  mkdirSync(path.join(root, 'sys/kernel/random'), { recursive: true });
  writeFileSync(path.join(root, 'sys/kernel/random/boot_id'), `${boot}\n`);
  mkdirSync(path.join(root, String(pid)));
  writeFileSync(path.join(root, String(pid), 'stat'), `${stat}\n`);
  return root;
}

const stat = (state: string, started: string): string =>
  `41 (a (b) c) ${state} 1 41 41 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 ${started} 0 0`;

test('a process is told by number, start and boot together', () => {
  const procRoot = procWith(41, stat('S', '777'), 'boot-1');
  const table = processTable({ procRoot, machine: 'here', pid: 41 });
  const mark = { pid: 41, machine: 'here', started: '777', boot: 'boot-1' };
  expect(table.self()).toEqual(mark);
  expect(table.gone(mark)).toBe(false);
  expect(table.gone({ ...mark, started: '778' })).toBe(true);
  expect(table.gone({ ...mark, boot: 'boot-0' })).toBe(true);
  expect(table.gone({ ...mark, pid: 42 })).toBe(true);
  expect(table.gone({ ...mark, machine: 'there', pid: 42 })).toBe(false);
});

test('a process that ended and was not yet asked about holds nothing', () => {
  const procRoot = procWith(41, stat('Z', '777'), 'boot-1');
  const table = processTable({ procRoot, machine: 'here', pid: 1 });
  expect(table.gone({ pid: 41, machine: 'here', started: '777', boot: 'boot-1' })).toBe(true);
});

test('without /proc a number in use is taken for the same process', () => {
  const table = processTable({ procRoot: '/nowhere', machine: 'here', pid: process.pid });
  expect(table.gone(table.self())).toBe(false);
  expect(table.gone({ ...table.self(), pid: 2 ** 30 })).toBe(true);
});
