// Where the visit of today stands, as rows of a list: each with what is open in it. It repeats what
// the desk says and concludes nothing; the cartridge in the pen is held against those of the visit.

import type { VisitReason } from '../../../host/core/care/visit/visit-standing.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import { metPen } from './ready-view.ts';

/** The rows, in the order in which they are done. */
export const VISIT_ROWS = [
  'visit', 'screening', 'numbing', 'reprocessed', 'barrier', 'eye-shield', 'glide', 'cartridge',
] as const;

/** A row. */
export type VisitRow = (typeof VISIT_ROWS)[number];

/** A row and how it stands; `later` while no visit is open. */
export interface VisitItem {
  readonly row: VisitRow;
  readonly standing: 'good' | 'open' | 'later';
}

const ROW_OF: Readonly<Partial<Record<VisitReason['code'], VisitRow>>> = {
  'no-visit': 'visit',
  'not-screened': 'screening',
  'numbing-on-skin': 'numbing',
  'numbing-not-cleaned': 'numbing',
  'adjunct-against': 'glide',
  'cartridge-not-claimed': 'cartridge',
  'cartridge-blocked': 'cartridge',
};

const ROW_OF_STEP = {
  reprocessed: 'reprocessed', barrier: 'barrier', 'eye-shield': 'eye-shield',
  'glide-only': 'glide', 'package-intact': 'cartridge',
} as const;

/** The row in which a reason is seen to; undefined where it is about the person. */
export const rowOf = (reason: VisitReason): VisitRow | undefined =>
  (reason.code === 'step-open' ? ROW_OF_STEP[reason.step] : ROW_OF[reason.code]);

/** The serial number of the cartridge in the pen, where it is none of the visit's. */
export function strangeSerial(state: DeskState): string | undefined {
  const { visit } = state.care;
  const serial = metPen(state)?.cartridge?.serial;
  if (serial === undefined || visit === undefined || visit.cartridges.length === 0) {
    return undefined;
  }
  return visit.cartridges.includes(serial) ? undefined : serial;
}

/** The rows of the visit. */
export function visitRows(state: DeskState): readonly VisitItem[] {
  const { visit } = state.care;
  if (visit === undefined) return [];
  const open = new Set(visit.against.flatMap((reason) => rowOf(reason) ?? []));
  const wanted = new Set(visit.steps.map(({ step }) => ROW_OF_STEP[step]));
  const isHere = visit.visitId !== undefined;
  return VISIT_ROWS
    .filter((row) => row !== 'eye-shield' || wanted.has(row))
    .map((row) => {
      const strange = row === 'cartridge' && strangeSerial(state) !== undefined;
      if (row !== 'visit' && !isHere) return { row, standing: 'later' };
      return { row, standing: open.has(row) || strange ? 'open' : 'good' };
    });
}

/** Reasons that no row sees to: a lock, a clock, a chart that goes on elsewhere. */
export const otherReasons = (state: DeskState): readonly VisitReason[] =>
  (state.care.visit?.against ?? []).filter((reason) => rowOf(reason) === undefined);

/** How many things of the visit are open. */
export const visitOpenCount = (state: DeskState): number =>
  visitRows(state).filter(({ standing }) => standing !== 'good').length
  + otherReasons(state).length;

/** Whether the visit has begun: it is open, and the questions were answered. */
export const isVisitBegun = ({ care: { visit } }: DeskState): boolean =>
  visit !== undefined
  && !visit.against.some(({ code }) => code === 'no-visit' || code === 'not-screened');
