/** Leaving in the middle: the pen is stopped first, and the treatment goes on where it was left. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_PLAN, newInstallation, run, start, type Running, urge } from './corium.ts';

const LONG_MS = 60_000;

interface Record {
  readonly outcome: string;
  readonly areas: readonly {
    readonly delivered: { readonly strokes: number };
    readonly unknown: { readonly strokes: number };
  }[];
}

async function recordOf(dataDir: string): Promise<Record> {
  const { out } = await run('record', 'show', '--data', dataDir, '--json');
  return JSON.parse(out) as Record;
}

const treat = (dataDir: string, casePath: string, ...more: readonly string[]): Running =>
  start(['treat', DEMO_PLAN, '--data', dataDir, '--case', casePath, '--pen', 'sim', ...more]);

test(
  'S-13 S-24 Ctrl-C stops the pen, says so, and the treatment is resumed with what it had spent',
  async () => {
    const { dataDir, casePath } = await newInstallation();
    const first = treat(dataDir, casePath, '--scripted');
    await first.said(/25 % of pass 1/);
    first.child.kill('SIGINT');
    const left = await first.ended;
    expect(left.code).toBe(6);
    expect(left.out).toContain('Stopping the pen first.');
    expect(left.err).toContain('proven to stand, needles withdrawn');
    expect(left.err).toContain(`npm run treat -- ${DEMO_PLAN} --data ${dataDir}`);

    const between = await recordOf(dataDir);
    const spent = between.areas[0]?.delivered.strokes ?? 0;
    expect(between.outcome).toBe('open');
    expect(spent).toBeGreaterThan(50);
    expect(between.areas[0]?.unknown.strokes).toBe(0);

    const second = treat(dataDir, casePath, '--scripted');
    await second.said(/The open treatment is resumed/);
    const [, given] = await second.said(/Armed: forehead, pass 1 .*at most (\d+) strokes/);
    expect(Number(given)).toBe(385 - spent);
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(6);
  },
  LONG_MS,
);

test(
  'a console that is killed leaves a host that stops the pen and settles what was delivered',
  async () => {
    const { dataDir, casePath } = await newInstallation();
    const console_ = treat(dataDir, casePath, '--scripted');
    await console_.said(/25 % of pass 1/);
    console_.child.kill('SIGKILL');
    await console_.ended;
    // The host sees the pen stand, and then lets go of the journal.
    const isHeld = (): boolean => fs.existsSync(path.join(dataDir, 'journal.lock'));
    await expect.poll(isHeld, { timeout: LONG_MS / 2, interval: 100 }).toBe(false);
    const { areas, outcome } = await recordOf(dataDir);
    expect(outcome).toBe('open');
    expect(areas[0]?.delivered.strokes).toBeGreaterThan(50);
    expect(areas[0]?.unknown.strokes).toBe(0);
  },
  LONG_MS,
);

test(
  'without a terminal words do what keys do, and the end of the input stops the pen',
  async () => {
    const { dataDir, casePath } = await newInstallation();
    const running = treat(dataDir, casePath);
    await running.said(/Ready: nothing is armed/);
    // Until the pen has told its vitals nothing is armed, whatever is asked; it is asked again.
    await urge(running, 'arm', /barrier sleeve/);
    running.child.stdin.write('room none\nfrobnicate\n');
    await running.said(/"frobnicate" is no command/);
    await urge(running, 'arm infraorbital left', /lies at the eye; confirm it by itself/);
    await urge(running, 'arm', /Armed: forehead/);
    running.child.stdin.write('stop\n');
    await running.said(/The pen stands, needles withdrawn/);
    running.child.stdin.write('clear\n');
    await running.said(/Cleared/);
    running.child.stdin.end();
    const { code, err } = await running.ended;
    expect(code).toBe(6);
    expect(err).toContain('Nothing was armed when it was left.');
  },
  LONG_MS,
);
