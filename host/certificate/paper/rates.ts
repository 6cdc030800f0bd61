// What was measured beside the depths: rates, peaks in motion, and the pen's own sensor of force.

import type { Certificate } from '../../core/certificate/certificate-shape.ts';
import { heading, type Paper, plainUm, roomFor, signedUm } from './sheet.ts';
import { type Column, drawTable, type Row } from './table.ts';

const RIGHT = { align: 'right' } as const;
const hz = (centiHz: number): string => (centiHz / 100).toFixed(2);

/** Draws the rates; where none was measured, nothing. */
export function drawRates(paper: Paper, of: Certificate, from: number): number {
  if (of.rates.length === 0) return from;
  const y = heading(paper, 'Stroke rate', roomFor(paper, from, 80));
  const columns: readonly Column[] = [
    { head: 'series', share: 12 },
    { head: 'commanded Hz', share: 12, ...RIGHT },
    { head: 'measured Hz', share: 12, ...RIGHT },
    { head: 'off by %', share: 10, ...RIGHT },
    { head: 'U (k = 2) Hz', share: 12, ...RIGHT },
    { head: '   counted by', share: 30 },
  ];
  const rows = of.rates.map((rate): Row => ({
    cells: [
      rate.series.replace('-', ' '),
      hz(rate.commandedCentiHz),
      hz(rate.measuredCentiHz),
      (((rate.measuredCentiHz - rate.commandedCentiHz) * 100) / rate.commandedCentiHz).toFixed(2),
      hz(rate.expandedCentiHz),
      rate.by === 'tachometer'
        ? `   tachometer ${rate.instrument}`
        : "   the pen's encoder, against the computer's clock",
    ],
  }));
  return drawTable(paper, columns, rows, y) + 16;
}

/** Draws the peaks in motion; where nothing saw them, nothing. */
export function drawOvershoots(paper: Paper, of: Certificate, from: number): number {
  if (of.overshoots.length === 0) return from;
  const y = heading(paper, 'Peaks in motion', roomFor(paper, from, 80));
  const columns: readonly Column[] = [
    { head: 'series', share: 12 },
    { head: 'commanded mm', share: 12, ...RIGHT },
    { head: 'at Hz', share: 10, ...RIGHT },
    { head: 'beyond rest \xb5m', share: 14, ...RIGHT },
    { head: 'U (k = 2) \xb5m', share: 12, ...RIGHT },
    { head: '   by', share: 28 },
  ];
  const rows = of.overshoots.map((one): Row => ({
    cells: [
      one.series.replace('-', ' '),
      (one.commandedUm / 1_000).toFixed(2),
      hz(one.rateCentiHz),
      signedUm(one.overshootNm),
      plainUm(one.expandedNm),
      `   peak sensor ${one.instrument}`,
    ],
  }));
  return drawTable(paper, columns, rows, y) + 16;
}

const newton = (forceMn: number): string => (forceMn / 1_000).toFixed(3);

/** Draws the pen's own sensor of force beside a force gauge; where none was, nothing. */
export function drawForces(paper: Paper, { forces = [] }: Certificate, from: number): number {
  if (forces.length === 0) return from;
  const y = heading(paper, 'Contact force, as the pen feels it', roomFor(paper, from, 80));
  const columns: readonly Column[] = [
    { head: 'series', share: 12 },
    { head: 'gauge N', share: 12, ...RIGHT },
    { head: 'pen N', share: 12, ...RIGHT },
    { head: 'off by %', share: 10, ...RIGHT },
    { head: 'U (k = 2) N', share: 12, ...RIGHT },
    { head: '   by', share: 30 },
  ];
  const rows = forces.map(({ series, gaugeMn, penMn, expandedMn, instrument }): Row => ({
    cells: [
      series.replace('-', ' '),
      newton(gaugeMn),
      newton(penMn),
      (((penMn - gaugeMn) * 100) / Math.max(1, gaugeMn)).toFixed(1),
      newton(expandedMn),
      `   force gauge ${instrument}`,
    ],
  }));
  return drawTable(paper, columns, rows, y) + 16;
}
