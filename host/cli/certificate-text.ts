// Certificates and pens as lines for people: aligned, with a chart of how a pen has drifted.

import { CLASS_LIMITS } from '../core/calibration/class-limits.ts';
import type { Certificate } from '../core/certificate/certificate-shape.ts';
import type { CertifiedSeries } from '../core/certificate/figures-shape.ts';
import type { Impact, ImpactRow } from '../core/certificate/impact-shape.ts';
import { decidedSeries } from '../core/certificate/make.ts';
import { day, formatDay } from '../core/day.ts';
import type { IntervalAdvice } from '../core/registry/drift.ts';
import type { DueItem } from '../core/registry/due.ts';
import type { DueWhy, PenStanding } from '../core/registry/pens.ts';

/** Rows as aligned columns; numbers to the right, by the column's sign. */
export function aligned(
  rows: readonly (readonly string[])[],
  right: ReadonlySet<number> = new Set(),
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd());
}

const date = (count: number): string => formatDay(day(count));
const um = (nm: number): string => `${nm > 0 ? '+' : ''}${(nm / 1_000).toFixed(1)}`;

const daysWords = (days: number): string => {
  if (days === 0) return 'today';
  return days < 0 ? `${String(-days)} days over` : `in ${String(days)} days`;
};

const WHY: Readonly<Record<DueWhy, string>> = {
  date: '',
  treatments: 'as many treatments as its certificate is good for',
  shaken: 'stalled, went too deep or was dropped since it was calibrated',
  failed: 'failed its calibration',
  never: 'was never calibrated',
};

/** The list of what is due. */
export function dueLines(items: readonly DueItem[]): readonly string[] {
  const rows = items.map((item) => [
    item.state === 'in-date' ? '' : item.state,
    item.what,
    item.serial,
    item.model,
    item.certificate,
    date(item.dueDay),
    `${item.used} ${item.what === 'pen' ? 'treatments' : 'calibrations'}`,
    item.why === 'date' ? daysWords(item.daysLeft) : WHY[item.why],
  ]);
  return aligned([['', '', 'serial', 'model', 'certificate', 'due', 'used in', ''], ...rows]);
}

/** The list of certificates, pen by pen. */
export function listLines(pens: readonly PenStanding[]): readonly string[] {
  const rows = pens.flatMap((pen) => pen.chain.map((of) => [
    of.certificateId,
    of.pen.serial,
    of.pen.model,
    date(of.issuedDay),
    seriesWord(of.asFound),
    of.table.class,
    of.adjusted ? 'yes' : 'no',
    of === pen.chain.at(-1) ? date(pen.dueDay) : '',
    of.operator,
  ]));
  return aligned([
    ['certificate', 'pen', 'model', 'issued', 'found', 'left', 'adjusted', 'due', 'by'],
    ...rows,
  ]);
}

const seriesWord = (series: CertifiedSeries): string =>
  series.kind === 'evaluated' ? series.class : '-';

/** What is advised for the interval, in words. */
export function adviceWords(advice: IntervalAdvice): string {
  switch (advice.kind) {
    case 'unknown':
      return 'Interval: nothing can be advised before a second calibration.';
    case 'keep':
      return `Interval: ${String(advice.days)} days may stay.`;
    case 'shorten':
      return `Interval: shorten to ${String(advice.days)} days, because `
        + (advice.because === 'drift'
          ? 'at its pace it would use half of its guard band sooner.'
          : 'it was found out of its class.');
  }
}

/** A pen with its use and its drift. */
export function penLines(pen: PenStanding): readonly string[] {
  const { use } = pen;
  return [
    `Pen ${pen.serial} (${pen.model}): class ${pen.class}, due ${date(pen.dueDay)}`,
    `Since ${pen.certificateId}: ${String(use.treatmentsSince)} treatments, `
      + `${String(use.strokesSince)} strokes; ${String(use.strokes ?? 0)} in its life.`,
    ...pen.dueNow.map((why) => `It ${WHY[why]}; calibrate it.`),
    ...(pen.carriesAnother
      ? [`It carries ${pen.carried?.certificateId ?? ''}, which is not among these certificates.`]
      : []),
    adviceWords(pen.advice),
    ...(pen.chain.length > 1 ? ['', ...driftLines(pen.chain.slice(-CHARTED_MAX))] : []),
  ];
}

/** Older ones are in the list, and not in the chart. */
const CHARTED_MAX = 6;
const HALF_WIDTH = 24;
const REACH_UM = 120;

/** The error at every depth over the certificates: o as found, * as left, | the limits of P. */
export function driftLines(chain: readonly Certificate[]): readonly string[] {
  const depths = [...new Set(chain.flatMap(pointsOf))].sort((one, other) => one - other);
  return [
    `Mean error over the certificates, -${String(REACH_UM)} to +${String(REACH_UM)} um: `
      + 'o as found, * as left, | limits of class P',
    ...depths.flatMap((depthUm) => [
      `${(depthUm / 1_000).toFixed(2)} mm`,
      ...chain.map((of) => `  ${date(of.issuedDay)} ${chartRow(of, depthUm)}`),
    ]),
  ];
}

const pointsOf = (of: Certificate): readonly number[] =>
  [of.asFound, of.asLeft].flatMap((one) =>
    one.kind === 'evaluated' ? one.points.map(({ commandedUm }) => commandedUm) : []);

const errorAt = (series: CertifiedSeries, depthUm: number): number | undefined =>
  series.kind === 'evaluated'
    ? series.points.find(({ commandedUm }) => commandedUm === depthUm)?.meanErrorNm
    : undefined;

function chartRow({ asFound, asLeft }: Certificate, depthUm: number): string {
  const cells = Array.from({ length: 2 * HALF_WIDTH + 1 }, () => ' ');
  const place = (valueUm: number, mark: string): void => {
    const at = Math.round((valueUm / REACH_UM) * HALF_WIDTH) + HALF_WIDTH;
    cells[Math.max(0, Math.min(2 * HALF_WIDTH, at))] = mark;
  };
  const { low, high } = CLASS_LIMITS.P;
  const limit = depthUm <= 500 ? low : high;
  place(0, '.');
  place(limit.deepUm, '|');
  place(-limit.shallowUm, '|');
  const [found, left] = [errorAt(asFound, depthUm), errorAt(asLeft, depthUm)];
  if (found !== undefined) place(found / 1_000, 'o');
  if (left !== undefined) place(left / 1_000, '*');
  const said = [found, left].map((nm) => (nm === undefined ? '' : um(nm)).padStart(7)).join('');
  return `${cells.join('')} ${said}`.trimEnd();
}

/** One certificate in full. */
export function certificateLines(of: Certificate): readonly string[] {
  const figures = decidedSeries(of);
  const { table } = of;
  const points = figures.kind === 'evaluated'
    ? aligned([
        ['depth mm', 'error um', 'U um', 'k', 'apart um'],
        ...figures.points.map((point) => [
          (point.commandedUm / 1_000).toFixed(2),
          um(point.meanErrorNm),
          (point.expandedNm / 1_000).toFixed(1),
          (point.kThousandths / 1_000).toFixed(2),
          (point.hysteresisNm / 1_000).toFixed(1),
        ]),
      ], new Set([0, 1, 2, 3, 4]))
    : [];
  return [
    `Certificate ${of.certificateId} of pen ${of.pen.serial} (${of.pen.model}), `
      + `issued ${date(of.issuedDay)} by ${of.operator}`,
    `Class ${table.class}, due ${date(of.dueDay)} or after ${String(of.treatmentsMax)} treatments.`,
    `Found: ${seriesWord(of.asFound)}; left: ${seriesWord(of.asLeft)}; `
      + `${of.adjusted ? 'adjusted' : 'not adjusted'}.`,
    `In the pen: up to 0.50 mm bias ${String(table.biasLowUm)} um and uncertainty `
      + `${String(table.uncertaintyLowUm)} um, above ${String(table.biasHighUm)} um and `
      + `${String(table.uncertaintyHighUm)} um, a curve of ${String(table.curve.length)} knots.`,
    ...of.instruments.map((one) =>
      `${one.kind === 'rate' ? 'Tachometer' : 'Gauge'} ${one.serial} (${one.model}), `
        + `certificate ${one.certificate}`),
    '',
    `As ${of.decided === 'as-left' ? 'left' : 'found'}:`,
    ...points,
    ...(of.impact === null ? [] : ['', ...impactLines(of.impact)]),
  ];
}

const place = ({ area, side }: ImpactRow): string =>
  `${side === 'midline' ? '' : `${side} `}${area.replaceAll('-', ' ')}`;

/** What an as-found out of tolerance means for treatments. */
export function impactLines({ since, treatments, rows }: Impact): readonly string[] {
  const from = since === null ? 'ever' : `since certificate ${since}`;
  if (rows.length === 0) return [`No treatment was given with this pen ${from}.`];
  const beyond = rows.filter(({ beyondUm }) => beyondUm > 0).length;
  return [
    `Treatments with this pen ${from}: ${String(treatments)}. Areas in which the needles may have `
      + `come beyond what they were held within: ${String(beyond)} of ${String(rows.length)}.`,
    ...aligned(
      [
        ['treatment', 'on', 'area', 'told um', 'within um', 'beyond um', 'strokes'],
        ...rows.map((row) => [
          row.treatmentId,
          row.on,
          place(row),
          String(row.commandedUm),
          String(row.capUm),
          row.beyondUm > 0 ? `+${String(row.beyondUm)}` : String(row.beyondUm),
          String(row.strokes),
        ]),
      ],
      new Set([3, 4, 5, 6]),
    ),
  ];
}
