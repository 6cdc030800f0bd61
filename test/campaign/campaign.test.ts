/**
 * A small campaign with every test run. A seed that fails is printed with the command that plays it
 * again; `SEED=n npm test -- campaign` does so as well. A seed that found something becomes a story
 * with a name in `test/world/stories`.
 */
import { expect, test } from 'vitest';
import { drawScenario, type Length } from './draw.ts';
import { play } from './run.ts';
import { scenarioWords } from './scenario.ts';
import { failureLines, shrunkLines } from './report.ts';
import { shrink } from './shrink.ts';
import { add, emptyTally, nearPercent } from './tally.ts';

const ASKED = process.env['SEED'];
const BATCHES = ASKED === undefined ? 4 : 1;
const BATCH = 12;
const NEAR_PERCENT_MIN = 30;

const seedsOf = (batch: number): readonly number[] =>
  ASKED === undefined
    ? Array.from({ length: BATCH }, (_, index) => batch * BATCH + index + 1)
    : [Number(ASKED)];

const all = emptyTally();

/** Plays a seed, and says what was wrong, if anything, in lines. */
function said(seed: number, length: Length): readonly string[] {
  const scenario = drawScenario(seed, length);
  const run = play(scenario);
  add(all, run, length);
  if (run.complaints.length === 0) return [];
  const { complaints } = run;
  const small = shrink(scenario, run, {}, { tries: 60, wallMs: 5_000 });
  return [
    ...failureLines({ seed, length, complaints }),
    ...scenarioWords(scenario),
    ...shrunkLines(small),
  ];
}

const batches = Array.from({ length: BATCHES }, (_, batch) => ({ seeds: seedsOf(batch) }));

test.each(batches)(
  'S-01 S-04 S-09 S-13 S-14 S-20 S-23 nobody complains about made-up treatments $seeds',
  ({ seeds }) => {
    expect(seeds.flatMap((seed) => said(seed, 'short')).join('\n')).toBe('');
  },
);

test.runIf(ASKED === undefined)('a made-up treatment of full length is no harm either', () => {
  expect(said(3, 'full').join('\n')).toBe('');
});

test.runIf(ASKED === undefined)('what was played came near its limits, and went wrong', () => {
  expect(all.strokes).toBeGreaterThan(10_000);
  expect(nearPercent(all)).toBeGreaterThan(NEAR_PERCENT_MIN);
  const kinds = Object.values(all.troubles).filter(({ took }) => took > 0);
  expect(kinds.length).toBeGreaterThan(25);
});

test('a seed gives the same treatment twice, and the same run', () => {
  expect(drawScenario(11)).toEqual(drawScenario(11));
  expect(play(drawScenario(11))).toEqual(play(drawScenario(11)));
});

test('a scenario survives being written down as JSON', () => {
  const scenario = drawScenario(12);
  expect(play(JSON.parse(JSON.stringify(scenario)) as typeof scenario)).toEqual(play(scenario));
});
