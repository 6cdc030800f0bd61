/**
 * A campaign of short made-up treatments over all models of pens. A seed that fails is printed with
 * the command that plays it again; a seed that found something becomes a story with a name.
 */
import { expect, test } from 'vitest';
import { runSeed } from './campaign.ts';

const ASKED = process.env['SEED'];
const BATCHES = ASKED === undefined ? 10 : 1;
const BATCH = 6;

const seedsOf = (batch: number): readonly number[] =>
  ASKED === undefined
    ? Array.from({ length: BATCH }, (_, index) => batch * BATCH + index + 1)
    : [Number(ASKED)];

const batches = Array.from({ length: BATCHES }, (_, batch) => ({ seeds: seedsOf(batch) }));

test.each(batches)('S-01 S-04 S-23 nobody complains of made-up treatments $seeds', ({ seeds }) => {
  const runs = seeds.map(runSeed);
  const guilty = runs.filter(({ complaints }) => complaints.length > 0);
  const told = guilty.map(
    ({ seed, about, complaints }) =>
      `SEED=${seed} npm test -- test/world/campaign (${about}):\n  ${complaints.join('\n  ')}`,
  );
  expect(told.join('\n')).toBe('');
  if (ASKED !== undefined) expect(runs).toHaveLength(1);
  else expect(runs.some(({ strokes }) => strokes > 0)).toBe(true);
});
