// The pages behind the front: the points in figures, rates, the largest budget, reasons, what an
// as-found out of tolerance means, the decision rule, and what vouches for all of it.

import type { Certificate, SignedCertificate } from '../../core/certificate/certificate-shape.ts';
import type { CertifiedFigures, CertifiedPoint } from '../../core/certificate/figures-shape.ts';
import { decidedSeries } from '../../core/certificate/make.ts';
import {
  dateOf, FONT, heading, INK, type Paper, plainUm, put, roomFor, SHEET, signedUm,
} from './sheet.ts';
import { drawForces, drawOvershoots, drawRates } from './rates.ts';
import { type Column, drawTable, type Row } from './table.ts';
import { reasonWords } from './words.ts';

/** Draws them. */
export function drawBack(paper: Paper, signed: SignedCertificate): void {
  const { certificate: of } = signed;
  paper.addPage();
  let y: number = SHEET.top;
  for (const [title, series] of [['As found', of.asFound], ['As left', of.asLeft]] as const) {
    if (series.kind === 'evaluated') y = points(paper, title, series, y) + 16;
  }
  y = drawRates(paper, of, y);
  y = drawOvershoots(paper, of, y);
  y = drawForces(paper, of, y);
  y = budget(paper, of, y);
  y = reasons(paper, of, y);
  y = impact(paper, of, y);
  seal(paper, signed, y);
}

const RIGHT = { align: 'right' } as const;
const POINT_COLUMNS: readonly Column[] = [
  { head: 'commanded\nmm', share: 10, ...RIGHT },
  { head: '\nreadings', share: 9, ...RIGHT },
  { head: 'mean\nerror \xb5m', share: 11, ...RIGHT },
  { head: 'above, below\napart \xb5m', share: 12, ...RIGHT },
  { head: 'standard\nunc. \xb5m', share: 11, ...RIGHT },
  { head: 'eff. degrees\nof freedom', share: 12, ...RIGHT },
  { head: '\nk', share: 7, ...RIGHT },
  { head: 'expanded\nU \xb5m', share: 11, ...RIGHT },
  { head: 'class\nhere', share: 9, align: 'center' },
];

function points(paper: Paper, title: string, of: CertifiedFigures, from: number): number {
  const y = heading(paper, `${title}, depth by depth`, roomFor(paper, from, 90));
  const rows = of.points.map((point): Row => {
    const here = classHere(of, point);
    return {
      cells: [
        (point.commandedUm / 1_000).toFixed(2),
        String(point.readings),
        signedUm(point.meanErrorNm),
        plainUm(point.hysteresisNm),
        plainUm(point.combinedNm),
        point.effectiveDegrees >= 10_000 ? 'very many' : String(point.effectiveDegrees),
        (point.kThousandths / 1_000).toFixed(2),
        plainUm(point.expandedNm),
        here,
      ],
      ...(here === 'none' ? { colour: INK.bad } : {}),
    };
  });
  return drawTable(paper, POINT_COLUMNS, rows, y);
}

function classHere({ against }: CertifiedFigures, { commandedUm }: CertifiedPoint): string {
  const isAgainst = (of: 'P' | 'S'): boolean =>
    against[of].some(({ figures }) => figures['commandedUm'] === commandedUm);
  if (!isAgainst('P')) return 'P';
  return isAgainst('S') ? 'none' : 'S';
}

const SOURCES: Readonly<Record<string, string>> = {
  repeatability: 'from one reading to the next',
  mean: 'of the mean itself',
  seating: 'another seating of the cartridge',
  hysteresis: 'coming from above or below',
  gauge: 'the gauge, by its certificate',
  resolution: 'its resolution, reading',
  datum: 'its resolution, datum',
  temperature: 'temperature of a later day',
  'between-points': 'between two measured depths',
  typed: 'reading a display and typing it',
};

/** The budget of the depth that is known worst. */
function budget(paper: Paper, of: Certificate, from: number): number {
  const series = decidedSeries(of);
  if (series.kind === 'incomplete') return from;
  const [worst] = series.points.toSorted((one, other) => other.expandedNm - one.expandedNm);
  if (worst === undefined) return from;
  const title = `Budget of uncertainty at ${(worst.commandedUm / 1_000).toFixed(2)} mm, the widest`;
  const y = heading(paper, title, roomFor(paper, from, 150));
  const columns: readonly Column[] = [
    { head: 'source', share: 40 },
    { head: 'type', share: 8, align: 'center' },
    { head: 'standard \xb5m', share: 14, ...RIGHT },
    { head: 'degrees of freedom', share: 18, ...RIGHT },
    { head: 'share of variance', share: 20, ...RIGHT },
  ];
  const rows = worst.contributions.map(({ source, type, standardNm, degreesOfFreedom }): Row => ({
    cells: [
      SOURCES[source] ?? source,
      type,
      (standardNm / 1_000).toFixed(2),
      degreesOfFreedom >= 10_000 ? 'very many' : String(degreesOfFreedom),
      `${((100 * standardNm ** 2) / Math.max(1, worst.combinedNm ** 2)).toFixed(0)} %`,
    ],
  }));
  return drawTable(paper, columns, rows, y) + 16;
}

function reasons(paper: Paper, of: Certificate, from: number): number {
  const series = decidedSeries(of);
  if (series.kind === 'incomplete') return from;
  const better = series.class === 'S' ? 'P' : 'S';
  const against = series.against[better];
  if (series.class === 'P' || against.length === 0) return from;
  let y = heading(paper, `Why not class ${better}`, roomFor(paper, from, 40));
  for (const reason of against) {
    y = put(paper, `\xb7 ${reasonWords(reason)}`, SHEET.left, roomFor(paper, y, 14), { size: 8.5 });
  }
  return y + 16;
}

const IMPACT_ROWS_MAX = 60;

function impact(paper: Paper, { impact: of }: Certificate, from: number): number {
  if (of === null) return from;
  let y = heading(paper, 'Treatments while the pen was out of tolerance', roomFor(paper, from, 80));
  const since = of.since === null ? 'ever' : `since certificate ${of.since}`;
  y = put(
    paper,
    `The pen was found worse than its certificate said. ${String(of.treatments)} treatments were `
      + `given with it ${since}; here is, area by area and worst first, by how much the needles `
      + 'may have come beyond what they were held within. Nothing and less is within.',
    SHEET.left, y, { size: 8.5 },
  ) + 6;
  const columns: readonly Column[] = [
    { head: 'treatment', share: 30 },
    { head: 'on', share: 12 },
    { head: 'area', share: 22 },
    { head: 'commanded mm', share: 12, ...RIGHT },
    { head: 'held within mm', share: 12, ...RIGHT },
    { head: 'beyond \xb5m', share: 10, ...RIGHT },
  ];
  const rows = of.rows.slice(0, IMPACT_ROWS_MAX).map((row): Row => ({
    cells: [
      row.treatmentId,
      row.on,
      `${row.side === 'midline' ? '' : `${row.side} `}${row.area.replaceAll('-', ' ')}`,
      (row.commandedUm / 1_000).toFixed(2),
      (row.capUm / 1_000).toFixed(2),
      row.beyondUm > 0 ? `+${String(row.beyondUm)}` : String(row.beyondUm),
    ],
    ...(row.beyondUm > 0 ? { colour: INK.bad } : {}),
  }));
  y = drawTable(paper, columns, rows, y);
  const more = of.rows.length - rows.length;
  if (more > 0) y = put(paper, `and ${String(more)} more in the signed file`, SHEET.left, y + 4);
  return y + 16;
}

function seal(
  paper: Paper,
  { certificate: of, hash, signature }: SignedCertificate,
  from: number,
): number {
  let y = heading(paper, 'What vouches for it', roomFor(paper, from, 110));
  const pairs = [
    ['SHA-256', hash],
    ['Ed25519, key', signature.keyId],
    ['signature', signature.value],
    ['follows', of.previous ?? 'nothing: the first certificate of this pen'],
    ['issued', dateOf(of.issuedDay)],
  ] as const;
  for (const [name, value] of pairs) {
    put(paper, name, SHEET.left, y, { size: 8, colour: INK.soft, width: 80 });
    y = put(paper, value, SHEET.left + 84, y, { size: 7.5, font: FONT.code, width: 410 }) + 3;
  }
  const verify = `corium certificate verify ${of.certificateId} --data FOLDER`;
  y = put(paper, 'Every figure is made again from the raw gauge lines in the file by', SHEET.left,
    y + 4, { size: 8.5 });
  return put(paper, verify, SHEET.left, y + 2, { size: 8, font: FONT.code }) + 16;
}
