/** Every model of the simulator conforms, in virtual time, with a hand that presses by itself. */
import { expect, test } from 'vitest';
import { CHECKS } from '../../host/conform/checks/all.ts';
import type { Judged } from '../../host/conform/conduct.ts';
import { transcriptChecks } from '../../host/conform/read-transcripts.ts';
import { MODEL_NAMES } from '../../sim/models/index.ts';
import { rig } from '../sim/pen/rig.ts';
import { keysFor, pairedMemory, sealWith } from '../world/paired.ts';
import { penFor } from '../world/parts.ts';
import { judgeVirtually } from './bench.ts';

const ALL = [...CHECKS, ...transcriptChecks()];

/** What was not found to be so, in a line each. */
const notOk = (all: readonly Judged[]): readonly string[] =>
  all
    .filter(({ verdict }) => verdict.kind !== 'ok')
    .map(({ check, verdict }) => `${check.name}: ${JSON.stringify(verdict)}`);

test.each(MODEL_NAMES.map((model) => [model] as const))(
  'a %s conforms, and is left idle with its needles in',
  (model) => {
    const { all, end } = judgeVirtually(rig({ model }), ALL, { hand: 'bench' });
    expect(all).toHaveLength(ALL.length);
    const atBench = ALL.filter(({ cartridge }) => cartridge === 'metrology');
    expect(atBench).toHaveLength(5);
    expect(notOk(all)).toEqual(atBench.map(({ name }) =>
      `${name}: {"kind":"not-judged","want":"cartridge",` +
        '"why":"it needs a metrology cartridge in the pen"}'));
    expect(end).toMatchObject({ kind: 'judged', left: { proven: true } });
  },
);

test('S-17 with a metrology cartridge the checks of calibration are judged too', () => {
  const pen = rig({ cartridge: 'metrology' });
  const { all } = judgeVirtually(pen, ALL, { hand: 'bench' });
  const verdictOf = (name: string): unknown =>
    all.find(({ check }) => check.name === name)?.verdict;
  for (const { name } of ALL.filter(({ cartridge }) => cartridge === 'metrology')) {
    expect([name, verdictOf(name)]).toMatchObject([name, { kind: 'ok' }]);
  }
  expect(verdictOf('service-never-moves')).toMatchObject({ kind: 'ok' });
  expect(all.filter(({ verdict }) => verdict.kind === 'failed')).toEqual([]);
});

test('S-15 without leave nothing is armed, and everything that could move is not judged', () => {
  const pen = rig();
  const { all } = judgeVirtually(pen, ALL, { hand: 'bench', motion: false });
  const moving = all.filter(({ check }) => check.moves);
  expect(moving.length).toBeGreaterThan(30);
  for (const { verdict } of moving) expect(verdict).toMatchObject({ want: 'motion' });
  expect(pen.firmware().ledger.armingId).toBe(0);
  expect(pen.truth().strokes).toBe(0);
});

test('a pen that nobody holds is judged as far as that goes, and no failure is made of it', () => {
  const { all } = judgeVirtually(rig(), ALL, { hand: 'none', hands: 'none' });
  expect(all.filter(({ verdict }) => verdict.kind === 'failed')).toEqual([]);
  const byHand = all.filter(({ check }) => check.hand && check.cartridge !== 'metrology');
  for (const { verdict } of byHand) expect(verdict).toMatchObject({ want: 'hand' });
});

test('the automatic hand of the simulator is hand enough for every check of treatment', () => {
  const { all } = judgeVirtually(rig(), ALL, { hand: 'auto' });
  const modes = new Set(['modes']);
  expect(notOk(all.filter(({ check }) => !modes.has(check.group)))).toEqual([]);
});

/** Bytes that are no frame cannot be sealed, and the golden greetings are those of a bare pen. */
const BELOW_THE_SEAL = [
  'hears-between-noise', 'hears-byte-by-byte', 'hears-a-shared-delimiter',
  'golden-greeting-again', 'golden-handshake', 'golden-unjoined',
];

test('S-50 a paired pen conforms under its seal, but for what is below it', () => {
  const seed = 1;
  const pen = penFor('meridian-p', seed, { memory: pairedMemory() });
  const seal = sealWith(keysFor(pen.serial));
  const { all, end } = judgeVirtually(pen, ALL, { hand: 'bench', seal });
  const failed = all.filter(({ verdict }) => verdict.kind === 'failed');
  expect(failed.map(({ check }) => check.name).sort()).toEqual([...BELOW_THE_SEAL].sort());
  expect(end).toMatchObject({ kind: 'judged', left: { proven: true } });
  expect(pen.firmware().link.seal).not.toBe(0);
});
