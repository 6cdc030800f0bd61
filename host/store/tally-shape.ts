// A reservation whose end is not known yet, as the store keeps it between two readings of the
// journal: without it, a line that comes later would not find what it is about.

import { z } from 'zod';
import type { Tally } from '../journal/account.ts';
import { canonicalJson } from '../journal/canonical.ts';
import { readEntry } from '../journal/entry.ts';

const record = z.record(z.string(), z.unknown());
const number = z.int();
const maybe = z.int().optional();

const tallyShape = z.strictObject({
  open: z.boolean(),
  outcome: z.enum(['known', 'unknown']),
  armed: z.boolean(),
  closedBy: z.enum(['settled', 'resolved']).optional(),
  retracted: z.boolean().optional(),
  deliveredStrokes: number,
  countedStrokes: number,
  deliveredContactMs: number,
  countedContactMs: number,
  encoderStrokes: maybe,
  depthUmPeak: maybe,
  rateCentiHzLowest: number,
  seenStrokes: number,
  untilN: number,
});

/** Writes a tally as text. */
export function tallyText(tally: Tally): string {
  const told = Object.entries(tally).filter(([, held]) => held !== undefined);
  return canonicalJson(Object.fromEntries(told));
}

/** Reads it again; undefined if it is not what was written. */
export function readTally(text: string): Tally | undefined {
  const whole = record.safeParse(parse(text));
  if (!whole.success) return undefined;
  const { reservation, ...rest } = whole.data;
  const held = record.safeParse(reservation);
  const read = tallyShape.safeParse(rest);
  const entry = held.success ? readEntry(held.data) : undefined;
  if (!read.success || entry?.kind !== 'reservation') return undefined;
  const { closedBy, retracted, encoderStrokes, depthUmPeak, ...counts } = read.data;
  return { reservation: entry, ...counts, closedBy, retracted, encoderStrokes, depthUmPeak };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
