// The readings of a certificate against its raw lines and its plan: every one made again, none
// missing, none twice, no line used for two.

import { stepsOf } from '../bench/steps.ts';
import type { CalibrationPlan } from '../calibration/plan.ts';
import type { Series } from '../calibration/sample.ts';
import type { Certificate, CertifiedInstrument } from './certificate-shape.ts';
import { depthGaugeOf } from './figures.ts';
import type { CertificateFinding } from './finding.ts';
import { forceFindings, overshootFindings, rateFindings } from './check-followed.ts';
import { against } from './remade.ts';
import { type Lines, linesOf, type Remade, remadeLength, remadeTyped } from './readings.ts';

const SERIES: readonly Series[] = ['as-found', 'as-left'];

const hasSeries = ({ depths }: Certificate, series: Series): boolean =>
  depths.some((sample) => sample.series === series);

/** Everything that is wrong with the readings of a certificate. */
export function checkReadings(of: Certificate): readonly CertificateFinding[] {
  const lines = linesOf(of.lines);
  return [
    ...lineOrder(of),
    ...usedTwice(of),
    ...instrumentFindings(of),
    ...zeroFindings(of, lines),
    ...of.depths.flatMap((_, index) => depthFindings(of, index, lines)),
    ...of.rates.flatMap((_, index) => rateFindings(of, index, lines)),
    ...of.overshoots.flatMap((_, index) => overshootFindings(of, index, lines)),
    ...forcesOf(of).flatMap((_, index) => forceFindings(of, index, lines)),
    ...SERIES.flatMap((series) => (hasSeries(of, series) ? planFindings(of, series) : [])),
  ];
}

const forcesOf = ({ forces = [] }: Certificate) => forces;

function lineOrder({ lines }: Certificate): readonly CertificateFinding[] {
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const later = before === undefined || (line.n > before.n && line.atMs >= before.atMs);
    return later ? [] : [{ code: 'line-order', n: line.n } as const];
  });
}

function usedTwice(of: Certificate): readonly CertificateFinding[] {
  const used = [
    ...[...of.depths, ...of.rates, ...of.overshoots, ...forcesOf(of)]
      .flatMap(({ lines }) => lines),
    ...of.overshoots.flatMap(({ stillLines }) => stillLines),
  ];
  used.sort((one, other) => one - other);
  const twice = used.filter((n, index) => n === used[index - 1]);
  return twice.map((n) => ({ code: 'line-used-twice', n }));
}

const instrument = (of: Certificate, serial: string): CertifiedInstrument | undefined =>
  of.instruments.find((one) => one.serial === serial);

function instrumentFindings(of: Certificate): readonly CertificateFinding[] {
  const serials = [
    of.depthGauge,
    ...of.depths.map(({ gauge }) => gauge),
    ...of.rates.filter(({ by }) => by === 'tachometer').map((rate) => rate.instrument),
    ...[...of.overshoots, ...forcesOf(of)].map((one) => one.instrument),
  ];
  return [...new Set(serials)].flatMap((serial): readonly CertificateFinding[] => {
    const found = instrument(of, serial);
    if (found === undefined) return [{ code: 'instrument-unknown', serial }];
    const { dueDay } = found;
    return dueDay < of.issuedDay ? [{ code: 'instrument-overdue', serial, dueDay }] : [];
  });
}

function zeroFindings(of: Certificate, lines: Lines): readonly CertificateFinding[] {
  const zeroed = (series: Series): boolean =>
    of.zeros.filter((zero) => zero.series === series).length === 1;
  const missing = SERIES.filter((series) => hasSeries(of, series) && !zeroed(series));
  const stated = of.zeros.flatMap((zero, index) => {
    const gauge = depthGaugeOf(of);
    if (gauge === undefined) return [];
    const at = `zeros[${String(index)}].readingNm`;
    // One line is a zero that was typed; a gauge's own takes three.
    const remade = zero.lines.length === 1
      ? remadeTyped(zero.lines, gauge, lines)
      : remadeLength(zero.lines, gauge, lines);
    return against(at, zero.readingNm, remade);
  });
  return [...missing.map((series) => ({ code: 'zero-missing', series } as const)), ...stated];
}

function depthFindings(
  of: Certificate,
  index: number,
  lines: Lines,
): readonly CertificateFinding[] {
  const sample = of.depths[index];
  const gauge = depthGaugeOf(of);
  if (gauge === undefined || sample === undefined) return [];
  const zero = of.zeros.find(({ series }) => series === sample.series);
  if (zero === undefined) return [];
  const again = sample.by === 'typed' ? remadeTyped : remadeLength;
  const remade: Remade = sample.gauge === gauge.serial
    ? again(sample.lines, gauge, lines)
    : { kind: 'fault', fault: 'other-gauge' };
  const less: Remade = remade.kind === 'fault'
    ? remade
    : { kind: 'value', value: remade.value - zero.readingNm };
  return against(`depths[${String(index)}].readingNm`, sample.readingNm, less);
}

/** Whether every step of the plan was measured once, and nothing else was. */
function planFindings(of: Certificate, series: Series): readonly CertificateFinding[] {
  const plan: CalibrationPlan = of.plan;
  const wanted = new Set(
    stepsOf(plan, series).flatMap((step) => {
      switch (step.kind) {
        case 'seat':
        case 'still':
          return [];
        case 'rate':
          return [rateName(step.commandedCentiHz)];
        case 'peak':
          return [peakName(step)];
        case 'force':
          return [forceName(step.commandedMn)];
        case 'depth':
          return [depthName(step)];
      }
    }),
  );
  const found: CertificateFinding[] = [];
  const tick = (name: string, at: string): void => {
    if (!wanted.delete(name)) found.push({ code: 'unplanned', at });
  };
  for (const [index, sample] of of.depths.entries()) {
    if (sample.series === series) tick(depthName(sample), `depths[${String(index)}]`);
  }
  for (const [index, sample] of of.rates.entries()) {
    if (sample.series !== series) continue;
    tick(rateName(sample.commandedCentiHz), `rates[${String(index)}]`);
  }
  for (const [index, sample] of of.overshoots.entries()) {
    if (sample.series === series) tick(peakName(sample), `overshoots[${String(index)}]`);
  }
  for (const [index, sample] of forcesOf(of).entries()) {
    if (sample.series === series) tick(forceName(sample.commandedMn), `forces[${String(index)}]`);
  }
  return [...found, ...[...wanted].map((what) => ({ code: 'unmeasured', series, what } as const))];
}

interface Where {
  readonly commandedUm: number;
  readonly direction: string;
  readonly seating: number;
  readonly repeat: number;
}

const depthName = ({ commandedUm, direction, seating, repeat }: Where): string =>
  `${String(commandedUm)} um ${direction} (seating ${String(seating)}, repeat ${String(repeat)})`;
const peakName = (
  { commandedUm, rateCentiHz }: { readonly commandedUm: number; readonly rateCentiHz: number },
): string => `peaks at ${String(commandedUm)} um, ${rateName(rateCentiHz)}`;
const forceName = (commandedMn: number): string => `${(commandedMn / 1_000).toFixed(1)} N`;
const rateName = (commandedCentiHz: number): string => `${(commandedCentiHz / 100).toFixed(1)} Hz`;
