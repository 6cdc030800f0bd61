// A certificate on paper, page by page. The same certificate makes the same bytes: dates come from
// it, nothing comes from this machine, and fonts are the standard ones.

import type { Certificate, SignedCertificate } from '../../core/certificate/certificate-shape.ts';
import type { CertifiedFigures } from '../../core/certificate/figures-shape.ts';
import { decidedSeries } from '../../core/certificate/make.ts';
import { drawBack } from './back.ts';
import { drawLegend, drawPlot, reachOf } from './plot.ts';
import {
  dateOf, FONT, heading, heightOf, INK, INNER, type Paper, put, roomFor, rule, SHEET,
} from './sheet.ts';
import { drawFacts } from './table.ts';
import { CLASS_WORDS, decisionWords, HONEST } from './words.ts';

/** The certificate as a PDF. */
export async function certificatePdf(signed: SignedCertificate): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const { certificate: of } = signed;
  const at = new Date(`${dateOf(of.issuedDay)}T00:00:00Z`);
  const paper = new PDFDocument({
    size: 'A4',
    bufferPages: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: {
      Title: `Certificate of calibration ${of.certificateId}`,
      Subject: `Pen ${of.pen.serial}`,
      Producer: 'Corium',
      Creator: 'Corium',
      CreationDate: at,
      ModDate: at,
    },
  });
  const whole = collected(paper);
  drawFront(paper, signed);
  drawBack(paper, signed);
  footers(paper, signed);
  paper.end();
  return whole;
}

const collected = (paper: Paper): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    paper.on('error', reject);
  });

function drawFront(paper: Paper, { certificate: of }: SignedCertificate): void {
  const { left, top } = SHEET;
  paper.rect(0, 0, SHEET.width, 6).fillColor(INK.left, 1).fill();
  put(paper, 'Certificate of calibration', left, top - 8, { size: 21, font: FONT.bold });
  put(paper, 'Microneedling pen: protrusion of the needles and stroke rate', left, top + 19, {
    size: 9.5, colour: INK.soft,
  });
  put(paper, of.certificateId, left, top - 4, { size: 13, font: FONT.code, align: 'right' });
  put(paper, `issued ${dateOf(of.issuedDay)}`, left, top + 13, {
    size: 8.5, colour: INK.soft, align: 'right',
  });
  rule(paper, top + 38);
  let y = badge(paper, of, top + 50);
  y = heading(paper, 'Pen and calibration', y + 12);
  y = drawFacts(paper, factsOf(of), y);
  y = heading(paper, 'Error of depth, micrometres, against depth, millimetres', y + 10);
  y = plots(paper, of, y + 16);
  y = drawLegend(paper, left + 30, y + 20);
  y = heading(paper, 'What the pen was told', y + 10);
  y = told(paper, of, y);
  y = heading(paper, 'Instruments', y + 8);
  for (const one of of.instruments) {
    y = put(paper, instrumentWords(one), left, y, { size: 8.5 }) + 2;
  }
  y = paragraph(paper, 'Decision rule', decisionWords(of), y + 8);
  paragraph(paper, 'What this is, and is not', HONEST, y + 8);
}

const SMALL = { size: 8, gap: 1.5, colour: INK.text };

/** A paragraph with its heading; on the next page if this one is full. */
function paragraph(paper: Paper, title: string, text: string, from: number): number {
  const y = heading(paper, title, roomFor(paper, from, heightOf(paper, text, SMALL) + 16));
  return put(paper, text, SHEET.left, y, SMALL);
}

function badge(paper: Paper, of: Certificate, y: number): number {
  const isBad = of.table.class !== 'P' && of.table.class !== 'S';
  const colour = isBad ? INK.bad : INK.left;
  const height = 64;
  paper.roundedRect(SHEET.left, y, INNER, height, 4).fillColor(colour, 0.07).fill();
  paper.rect(SHEET.left, y, 4, height).fillColor(colour, 1).fill();
  const word = isBad ? 'Failed' : `Class ${of.table.class}`;
  put(paper, word, SHEET.left + 18, y + 17, { size: 26, font: FONT.bold, colour, width: 130 });
  const x = SHEET.left + 158;
  const width = INNER - 172;
  put(paper, CLASS_WORDS[of.table.class], x, y + 13, { size: 10, width });
  const until = `Due ${dateOf(of.dueDay)} or after ${String(of.treatmentsMax)} treatments, `
    + 'whichever is sooner, and at once after a fall or a stall.';
  put(paper, isBad ? 'The reasons are overleaf.' : until, x, y + 36, {
    size: 8.5, colour: INK.soft, width,
  });
  return y + height;
}

const mm = (um: number): string => (um / 1_000).toFixed(2);

const overshootWords = (overshootUm: number | null): string =>
  overshootUm === null ? 'none declared' : `${String(overshootUm)} \xb5m`;

function factsOf(of: Certificate): readonly (readonly [string, string])[] {
  const { pen, environment: { place, airDeciC }, plan } = of;
  const air = airDeciC === null ? 'air not measured' : `air ${(airDeciC / 10).toFixed(1)} \xb0C`;
  return [
    ['Model', pen.model],
    ['Serial number', pen.serial],
    ['Firmware, hardware', `${pen.firmware}, ${String(pen.hardware)}`],
    ['Depths', `${mm(pen.depthUmMin)} to ${mm(pen.depthUmMax)} mm in steps of `
      + `${mm(pen.depthStepUm)} mm`],
    ['Declared overshoot', overshootWords(pen.overshootUm)],
    ['Found carrying', of.before === null
      ? 'no calibration'
      : `${of.before.certificateId.padEnd(1, '-')}, class ${of.before.class}`],
    ['Technician', of.operator],
    ['Place', `${place ?? 'not stated'}, ${air}${warmWords(of)}`],
    ['Plan', `${plan.name}: ${String(plan.pointsUm.length)} depths from both sides, `
      + `${String(plan.seatings)} seatings`],
    ['Adjusted', of.adjusted ? 'yes, by a curve in the pen' : 'no'],
    ['Readings', readingWords(of)],
    ['Mathematics', of.mathematics],
    ['Follows', of.previous === null ? 'nothing: the first' : `${of.previous.slice(0, 16)}...`],
  ];
}

/** Whoever reads a certificate has to see what a person typed. */
function readingWords({ depths }: Certificate): string {
  const typed = depths.filter(({ by }) => by === 'typed').length;
  return typed === 0
    ? `${String(depths.length)}, all sent by the gauge`
    : `${String(depths.length)}, of which ${String(typed)} were typed by a person`;
}

function warmWords({ preconditions }: Certificate): string {
  const minutes = preconditions.find(({ what }) => what === 'warm-up')?.value ?? null;
  return minutes === null ? '' : `, warm for ${String(minutes)} min`;
}

const GAP = 46;

function plots(paper: Paper, of: Certificate, y: number): number {
  const series = [
    { title: 'As found', colour: INK.found, of: of.asFound },
    { title: 'As left', colour: INK.left, of: of.asLeft },
  ].flatMap(({ of: one, ...rest }) => (one.kind === 'evaluated' ? [{ ...rest, of: one }] : []));
  const reachUm = Math.max(...series.map(({ of: one }) => reachOf(one.points)));
  const width = (INNER - 30 - GAP * (series.length - 1)) / series.length;
  const height = 128;
  for (const [index, { title, colour, of: one }] of series.entries()) {
    const x = SHEET.left + 30 + index * (width + GAP);
    drawPlot(paper, {
      x, y, width, height, colour, reachUm, title: `${title}: ${classWords(one)}`,
      points: one.points, depthUmMax: of.pen.depthUmMax + 80,
    });
  }
  return y + height;
}

const classWords = ({ class: reached }: CertifiedFigures): string =>
  reached === 'fail' ? 'fails' : `class ${reached}`;

function told(paper: Paper, of: Certificate, y: number): number {
  const { table } = of;
  const figures = decidedSeries(of);
  if (figures.kind === 'incomplete' || figures.figures === null) {
    return put(paper, 'The class only: the readings bear no figures.', SHEET.left, y);
  }
  const band = (biasUm: number, uncertaintyUm: number): string =>
    `bias ${biasUm > 0 ? '+' : ''}${String(biasUm)} \xb5m, `
    + `uncertainty ${String(uncertaintyUm)} \xb5m`;
  const knots = table.curve.map(({ atUm, addUm }) =>
    `${addUm > 0 ? '+' : ''}${String(addUm)} at ${mm(atUm)}`);
  return drawFacts(paper, [
    ['Up to 0.50 mm', band(table.biasLowUm, table.uncertaintyLowUm)],
    ['Above', band(table.biasHighUm, table.uncertaintyHighUm)],
    ['Curve', knots.length === 0 ? 'none' : `${knots.join(', ')} (\xb5m at mm)`],
  ], y, 1);
}

/** What an instrument's own certificate states. */
function statedBy(one: Certificate['instruments'][number]): string {
  const um = (nm: number): string => `${String(nm / 1_000)} \xb5m`;
  switch (one.kind) {
    case 'depth':
    case 'peak':
      return `step ${um(one.resolutionNm)}, U = ${um(one.expandedNm)}`;
    case 'rate':
      return `U = ${(one.expandedCentiHz / 100).toFixed(2)} Hz`;
    case 'force':
      return `U = ${String(one.expandedMn)} mN`;
  }
}

function instrumentWords(one: Certificate['instruments'][number]): string {
  const k = (one.kThousandths / 1_000).toFixed(2);
  return `${one.model} no. ${one.serial}: ${statedBy(one)} (k = ${k}), `
    + `certificate ${one.certificate}, due ${dateOf(one.dueDay)}`;
}

function footers(paper: Paper, { certificate: of, hash }: SignedCertificate): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    const y = SHEET.height - 40;
    rule(paper, y - 6);
    const how = { size: 7, colour: INK.soft };
    const parts = [of.certificateId, `pen ${of.pen.serial}`, `SHA-256 ${hash.slice(0, 24)}...`];
    put(paper, parts.join('  \xb7  '), SHEET.left, y, how);
    put(paper, `page ${String(page - start + 1)} of ${String(count)}`, SHEET.left, y, {
      ...how, align: 'right',
    });
  }
}
