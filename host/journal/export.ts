// A treatment record for other eyes: as JSON for programs, as a table for a terminal or a page, as
// CSV for a spreadsheet. All three say the same; what is not known is never left out or added in.

import { canonicalJson } from './canonical.ts';
import type { AreaRecord, Event, TreatmentRecord } from './record.ts';
import { explainEvent } from './words.ts';

/** The version of the record as JSON. */
export const RECORD_VERSION = 1;

/** The record as JSON: keys sorted, so that equal records are equal texts. */
export function recordJson(record: TreatmentRecord): string {
  const { opened, closed } = record;
  const { treatmentId, person, operator, planHash, profileId, profileHash } = opened;
  return canonicalJson({
    version: RECORD_VERSION,
    treatmentId,
    person,
    operator,
    planId: opened.plan.planId,
    planHash,
    profileId,
    profileHash,
    ...(opened.caseFileHash === undefined ? {} : { caseFileHash: opened.caseFileHash }),
    openedAt: opened.at,
    outcome: closed?.outcome ?? 'open',
    ...(closed === undefined ? {} : { closedAt: closed.at, closedBy: closed.by }),
    areas: record.areas.map(areaData),
    pens: record.pens.map(bare),
    events: record.events.map(bare),
    lastN: record.lastN,
    lastHash: record.lastHash,
  });
}

const CHAINED = new Set(['v', 'ms', 'synced', 'prev', 'hash']);

/** A line without what chains it. */
const bare = (event: Event): object =>
  Object.fromEntries(Object.entries(event).filter(([name]) => !CHAINED.has(name)));

function areaData(record: AreaRecord) {
  const { area, side, sizeMm2, planned, granted, delivered, unknown, passes } = record;
  return {
    area,
    side,
    sizeMm2,
    planned: planned ?? null,
    granted,
    delivered,
    unknown,
    passes,
    depthUmPeak: record.depthUmPeak ?? null,
    reservations: record.reservations.map((tally) => ({
      n: tally.reservation.n,
      armingId: tally.reservation.armingId,
      penSerial: tally.reservation.penSerial,
      cartridgeSerial: tally.reservation.cartridgeSerial,
      certificateId: tally.reservation.certificateId,
      pass: tally.reservation.pass,
      stamp: tally.reservation.stamp,
      fromStrokes: tally.reservation.fromStrokes,
      ceilingStrokes: tally.reservation.ceilingStrokes,
      deliveredStrokes: tally.deliveredStrokes,
      countedStrokes: tally.countedStrokes,
      encoderStrokes: tally.encoderStrokes ?? null,
      outcome: tally.outcome,
      closedBy: tally.closedBy ?? null,
    })),
  };
}

const COLUMNS = [
  'area',
  'side',
  'sizeMm2',
  'plannedDepthUm',
  'peakDepthUm',
  'plannedPasses',
  'passes',
  'plannedStrokes',
  'grantedStrokes',
  'deliveredStrokes',
  'unknownStrokes',
  'deliveredPunctures',
  'meanPuncturesPerCm2',
  'deliveredContactMs',
  'unknownContactMs',
] as const;

/** One row for an area, in the order of the columns; an empty text for what there is not. */
const rowOf = (record: AreaRecord): readonly string[] =>
  [
    record.area,
    record.side,
    record.sizeMm2,
    record.planned?.depthUm,
    record.depthUmPeak,
    record.planned?.passes,
    record.passes,
    record.planned?.strokesTotal,
    record.granted.strokes,
    record.delivered.strokes,
    record.unknown.strokes,
    record.delivered.punctures,
    record.delivered.meanPuncturesPerCm2,
    record.delivered.contactMs,
    record.unknown.contactMs,
  ].map((value) => String(value ?? ''));

/** The areas of a record as CSV (RFC 4180), one row each, with a heading. */
export function recordCsv(record: TreatmentRecord): string {
  const { treatmentId, person } = record.opened;
  const heading = ['treatmentId', 'person', ...COLUMNS];
  const rows = record.areas.map((each) => [treatmentId, person, ...rowOf(each)]);
  return [heading, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that no spreadsheet takes for a formula. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

const HEADINGS = [
  'area',
  'planned',
  'granted',
  'delivered',
  'unknown',
  'passes',
  'mean /cm2',
  'contact',
];

/** The record as a table of text with what happened below it. */
export function recordText(record: TreatmentRecord): string {
  const { opened, closed } = record;
  const ended = closed === undefined ? 'still open' : `${closed.outcome} ${closed.at}`;
  return [
    `Treatment ${opened.treatmentId}, plan ${opened.plan.planId}, person ${opened.person}`,
    `Opened ${opened.at} by ${opened.operator}; ${ended}`,
    ...record.pens.map(penLine),
    '',
    ...table([HEADINGS, ...record.areas.map(textRow)]),
    'Strokes. Punctures per cm2 are a mean over the declared area. Unknown counts as delivered.',
    ...(record.events.length === 0 ? [] : ['', ...record.events.map(eventLine)]),
    '',
  ].join('\n');
}

const penLine = ({ serial, model, firmware, calibration }: TreatmentRecord['pens'][number]) =>
  `Pen ${serial} (${model}, firmware ${firmware}), certificate ${calibration.certificateId}, ` +
  `class ${calibration.class}`;

const eventLine = (event: Event): string => `${event.at}  ${explainEvent(event)}`;

function textRow(record: AreaRecord): readonly string[] {
  const { area, side, planned, granted, delivered, unknown, passes } = record;
  const seconds = (delivered.contactMs / 1_000).toFixed(1);
  return [
    side === 'midline' ? area : `${area} ${side}`,
    String(planned?.strokesTotal ?? 'not planned'),
    String(granted.strokes),
    String(delivered.strokes),
    unknown.strokes === 0 ? '-' : `up to ${unknown.strokes}`,
    `${passes} of ${planned?.passes ?? 0}`,
    String(delivered.meanPuncturesPerCm2),
    `${seconds} s`,
  ];
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const columns = (rows[0] ?? []).map((_, at) => at);
  const widths = columns.map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const pad = (text: string, at: number): string =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}
