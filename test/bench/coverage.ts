/**
 * What an uncertainty of the calibration is worth: of many virtual calibrations, how often a later
 * stroke lies where the certificate says, and how often a pen at a limit is passed.
 *
 *   node test/bench/coverage.ts [--calibrations N]
 */
import { coverageOf, falseAcceptance } from '../host/core/calibration/coverage.ts';
import { CONDITIONS } from '../host/core/calibration/virtual-bench.ts';
import { numberOf, QUICK } from '../support/bench.ts';

const CALIBRATIONS = numberOf('--calibrations', QUICK ? 1_000 : 10_000);
const PROMISED = 0.945;
const ACCEPTED_MAX = 0.025;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

console.log(`Coverage: ${CALIBRATIONS} calibrations each, and one later stroke at every depth\n`);
console.log(`  ${'condition'.padEnd(36)}own interval   what the pen is told`);
let missed = 0;
for (const condition of CONDITIONS) {
  const { perPoint, inBand } = coverageOf(condition, CALIBRATIONS, 1);
  const good = perPoint >= PROMISED && inBand >= PROMISED;
  if (!good) missed += 1;
  const mark = good ? '' : '   MISSED';
  const own = percent(perPoint).padStart(12);
  console.log(`  ${condition.name.padEnd(36)}${own}   ${percent(inBand).padStart(20)}${mark}`);
}
console.log('\n  pens at the limit of a class that were passed, most in any condition');
for (const reached of ['P', 'S'] as const) {
  for (const where of ['shallow', 'deepest'] as const) {
    const found = CONDITIONS.map((condition) =>
      falseAcceptance(condition, reached, where, CALIBRATIONS, 1));
    const most = Math.max(...found.map(({ passed }) => passed));
    if (most / CALIBRATIONS > ACCEPTED_MAX) missed += 1;
    const of = `${String(most)} of ${String(CALIBRATIONS)}`;
    console.log(`  class ${reached}, ${where.padEnd(8)} ${of}, ${percent(most / CALIBRATIONS)}`);
  }
}
console.log(missed === 0 ? '\nall kept' : `\n${String(missed)} missed`);
process.exitCode = missed === 0 ? 0 : 1;
