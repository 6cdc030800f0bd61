// What was measured while needles ran: rates from the lines of a tachometer or from the pen's own
// count, overshoot from the peaks of a sensor. The value is made again and so is its uncertainty,
// since a smaller one would be a better pen.

import { forceExpanded, forceOf } from '../calibration/force.ts';
import { overshootOf, peakExpanded } from '../calibration/overshoot.ts';
import {
  type Rate,
  rateByCounter,
  rateByTachometer,
  tachometerExpanded,
} from '../calibration/rate.ts';
import { middleNm, type Reading } from '../gauge/steady.ts';
import type { Certificate, CertifiedInstrument } from './certificate-shape.ts';
import type { CertificateFinding } from './finding.ts';
import { type Lines, type Remade, remadeFollowed } from './readings.ts';
import { against } from './remade.ts';

type Of<Kind extends CertifiedInstrument['kind']> =
  Extract<CertifiedInstrument, { readonly kind: Kind }>;

function named<Kind extends CertifiedInstrument['kind']>(
  of: Certificate,
  serial: string,
  kind: Kind,
): Of<Kind> | undefined {
  const isIt = (one: CertifiedInstrument): one is Of<Kind> =>
    one.serial === serial && one.kind === kind;
  return of.instruments.find(isIt);
}

const kOf = ({ kThousandths }: CertifiedInstrument): number => kThousandths / 1_000;

const NO_LINES: Remade = { kind: 'fault', fault: 'no-lines' };
const value = (of: number): Remade => ({ kind: 'value', value: of });

/** What is wrong with a rate. */
export function rateFindings(
  of: Certificate,
  index: number,
  lines: Lines,
): readonly CertificateFinding[] {
  const sample = of.rates[index];
  if (sample === undefined) return [];
  const at = `rates[${String(index)}]`;
  const rate = sample.by === 'tachometer'
    ? byTachometer(of, sample, lines)
    : (rateByCounter(sample.runs) ?? NO_LINES);
  if ('kind' in rate) return against(`${at}.measuredCentiHz`, sample.measuredCentiHz, rate);
  const { measuredCentiHz, expandedCentiHz } = rate;
  return [
    ...penFindings(of, sample, at),
    ...against(`${at}.measuredCentiHz`, sample.measuredCentiHz, value(measuredCentiHz)),
    ...against(`${at}.expandedCentiHz`, sample.expandedCentiHz, value(expandedCentiHz)),
  ];
}

type RateOf = Certificate['rates'][number];

/** A pen counts for itself and for no other. */
const penFindings = (of: Certificate, { by, instrument }: RateOf, at: string) =>
  by === 'pen-counter' && instrument !== of.pen.serial
    ? [{ code: 'reading', at, fault: 'other-gauge' } as const]
    : [];

function byTachometer(
  of: Certificate,
  { instrument, lines: numbers }: RateOf,
  lines: Lines,
): Rate | Remade {
  const tachometer = named(of, instrument, 'rate');
  if (tachometer === undefined) return { kind: 'fault', fault: 'other-gauge' };
  const followed = remadeFollowed(numbers, tachometer, lines);
  if (followed.kind === 'fault') return followed;
  const expanded = tachometerExpanded({ ...tachometer, k: kOf(tachometer) });
  return rateByTachometer(followed.values, expanded) ?? NO_LINES;
}

/** What is wrong with an overshoot. */
export function overshootFindings(
  of: Certificate,
  index: number,
  lines: Lines,
): readonly CertificateFinding[] {
  const sample = of.overshoots[index];
  if (sample === undefined) return [];
  const at = `overshoots[${String(index)}]`;
  const sensor = named(of, sample.instrument, 'peak');
  if (sensor === undefined) return [{ code: 'reading', at, fault: 'other-gauge' }];
  const still = remadeFollowed(sample.stillLines, sensor, lines);
  const peaks = remadeFollowed(sample.lines, sensor, lines);
  if (still.kind === 'fault') return [{ code: 'reading', at, fault: still.fault }];
  if (peaks.kind === 'fault') return [{ code: 'reading', at, fault: peaks.fault }];
  const stillNm = middleNm(still.values.map((valueNm, line): Reading =>
    ({ atMs: 0, valueNm, line })));
  const overshootNm = overshootOf(peaks.values, stillNm);
  const expandedNm = peakExpanded({ ...sensor, k: kOf(sensor) });
  return [
    ...against(`${at}.stillNm`, sample.stillNm, value(stillNm)),
    ...against(
      `${at}.overshootNm`,
      sample.overshootNm,
      overshootNm === undefined ? NO_LINES : value(overshootNm),
    ),
    ...against(`${at}.expandedNm`, sample.expandedNm, value(expandedNm)),
  ];
}

/** What is wrong with a force: made again from the gauge's lines and from what the pen told. */
export function forceFindings(
  of: Certificate,
  index: number,
  lines: Lines,
): readonly CertificateFinding[] {
  const sample = of.forces?.[index];
  if (sample === undefined) return [];
  const at = `forces[${String(index)}]`;
  const gauge = named(of, sample.instrument, 'force');
  if (gauge === undefined) return [{ code: 'reading', at, fault: 'other-gauge' }];
  const followed = remadeFollowed(sample.lines, gauge, lines);
  if (followed.kind === 'fault') return [{ code: 'reading', at, fault: followed.fault }];
  const expandedMn = forceExpanded({ ...gauge, k: kOf(gauge) });
  const force = forceOf(followed.values, sample.toldMn, expandedMn);
  const made = (figure: number | undefined): Remade =>
    figure === undefined ? NO_LINES : value(figure);
  return [
    ...against(`${at}.gaugeMn`, sample.gaugeMn, made(force?.gaugeMn)),
    ...against(`${at}.penMn`, sample.penMn, made(force?.penMn)),
    ...against(`${at}.expandedMn`, sample.expandedMn, made(force?.expandedMn)),
  ];
}
