// A treatment as a table: one row for each area, with what every format says of it.

import { type AreaFacts, areaFacts } from './area-facts.ts';
import { type Cell, csvText } from './csv.ts';
import type { Names } from './names.ts';
import type { ExportSubject } from './subject.ts';

type Column = readonly [heading: string, of: (facts: AreaFacts) => Cell];

const joined = (texts: readonly string[]): string => texts.join(' ');

const COLUMNS: readonly Column[] = [
  ['area', ({ area }) => area],
  ['side', ({ side }) => side],
  ['sizeMm2', ({ sizeMm2 }) => sizeMm2],
  ['plannedDepthUm', ({ plannedDepthUm }) => plannedDepthUm],
  ['peakDepthUm', ({ peakDepthUm }) => peakDepthUm ?? 'unknown'],
  ['plannedPasses', ({ plannedPasses }) => plannedPasses],
  ['passes', ({ passes }) => passes],
  ['plannedStrokes', ({ plannedStrokes }) => plannedStrokes],
  ['grantedStrokes', ({ grantedStrokes }) => grantedStrokes],
  ['deliveredStrokes', ({ deliveredStrokes }) => deliveredStrokes],
  ['unknownStrokesAtMost', ({ unknownStrokes }) => unknownStrokes],
  ['deliveredPunctures', ({ deliveredPunctures }) => deliveredPunctures],
  ['meanPuncturesPerCm2', ({ deliveredPerCm2 }) => deliveredPerCm2],
  ['unknownPuncturesPerCm2AtMost', ({ unknownPerCm2 }) => unknownPerCm2],
  ['deliveredContactMs', ({ deliveredContactMs }) => deliveredContactMs],
  ['unknownContactMsAtMost', ({ unknownContactMs }) => unknownContactMs],
  ['pens', ({ pens }) => joined(pens)],
  ['certificates', ({ certificates }) => joined(certificates)],
  ['cartridges', ({ cartridges }) => joined(cartridges)],
  ['lots', ({ lots }) => joined(lots)],
];

/** The areas of a treatment as CSV. */
export function treatmentCsv({ record }: ExportSubject, names: Names): string {
  const { opened, closed } = record;
  const heading = [
    'treatment', 'openedAt', 'outcome', 'person', 'operator', ...COLUMNS.map(([head]) => head),
  ];
  const of: readonly Cell[] = [
    opened.treatmentId,
    opened.at,
    closed?.outcome ?? 'open',
    names.person(opened.person),
    names.staff(opened.operator),
  ];
  const rows = areaFacts(record).map((facts) => [...of, ...COLUMNS.map(([, cell]) => cell(facts))]);
  return csvText([heading, ...rows]);
}
