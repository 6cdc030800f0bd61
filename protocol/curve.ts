// The curve by which a pen corrects its depth stop: a few knots, each a commanded depth and what is
// added there, straight lines between them. A field of its own kind, because knots come in pairs
// and the ones that are not used have to be zero-filled the same way at both ends.

import { assert } from './assert.ts';
import { type Field, OUT_OF_RANGE } from './field.ts';
import { um, type Micrometres } from './units.ts';

/** One knot of a curve: at this commanded depth the depth stop goes so much further. */
export interface Knot {
  readonly atUm: Micrometres;
  /** Negative where the needles would otherwise come out too far. */
  readonly addUm: Micrometres;
}

/** Knots with rising depths; none is no correction. */
export type Curve = readonly Knot[];

/** The most that a knot may add or take away: a pen that needs more is broken (grade D). */
export const CURVE_ADD_UM_MAX = 300;

const KNOT_BYTES = 4;
const UNUSED = 0xffff;

/** Why knots are no curve that a depth stop may follow, or undefined if they are one. */
export function curveFault(curve: Curve): 'unordered' | 'too-much' | 'turns-back' | undefined {
  let before: Knot | undefined;
  for (const knot of curve) {
    if (Math.abs(knot.addUm) > CURVE_ADD_UM_MAX) return 'too-much';
    if (before !== undefined && knot.atUm <= before.atUm) return 'unordered';
    // Deeper commanded must be deeper ordered, or an area's cap would say nothing about the pen.
    if (before !== undefined && knot.atUm + knot.addUm <= before.atUm + before.addUm) {
      return 'turns-back';
    }
    before = knot;
  }
  return undefined;
}

/** Up to so many knots, each two bytes of depth and two of correction; unused ones are marked. */
export const curve = (knots: number): Field<Curve> => ({
  wire: 'curve',
  bytes: knots * KNOT_BYTES,
  says:
    `up to ${String(knots)} knots of u16 micrometres commanded and i16 micrometres added, `
    + 'unused ones 65535 and 0',
  read: (body, at) => readCurve(body, at, knots),
  write: (body, at, value) => {
    assert(value.length <= knots, 'a curve that is sent has no more knots than its field');
    for (let index = 0; index < knots; index += 1) {
      const { atUm, addUm } = value[index] ?? { atUm: UNUSED, addUm: 0 };
      assert(index >= value.length || (atUm >= 0 && atUm < UNUSED), 'a knot lies at a depth');
      writePair(body, at + index * KNOT_BYTES, atUm, addUm);
    }
  },
});

function writePair(body: Uint8Array, at: number, atUm: number, addUm: number): void {
  body[at] = atUm;
  body[at + 1] = atUm >>> 8;
  body[at + 2] = addUm;
  body[at + 3] = addUm >>> 8;
}

const pairAt = (body: Uint8Array, at: number): number =>
  (body[at] ?? 0) | ((body[at + 1] ?? 0) << 8);

function readCurve(body: Uint8Array, at: number, knots: number): Curve | typeof OUT_OF_RANGE {
  const found: Knot[] = [];
  for (let index = 0; index < knots; index += 1) {
    const from = at + index * KNOT_BYTES;
    const atUm = pairAt(body, from);
    const addUm = (pairAt(body, from + 2) << 16) >> 16;
    if (atUm === UNUSED) {
      if (addUm !== 0) return OUT_OF_RANGE;
    } else if (found.length < index) {
      return OUT_OF_RANGE; // a knot behind an unused one
    } else {
      found.push({ atUm: um(atUm), addUm: um(addUm) });
    }
  }
  return found;
}

/**
 * What is added at a commanded depth: on the line between the knots around it, beyond the outer
 * knots as at them, rounded towards the shallow side.
 */
export function addedUm(knots: Curve, commandedUm: number): number {
  let before: Knot | undefined;
  for (const knot of knots) {
    if (commandedUm <= knot.atUm) {
      return before === undefined ? knot.addUm : between(before, knot, commandedUm);
    }
    before = knot;
  }
  return before?.addUm ?? 0;
}

const between = (low: Knot, high: Knot, atUm: number): number =>
  Math.floor(
    (low.addUm * (high.atUm - atUm) + high.addUm * (atUm - low.atUm)) / (high.atUm - low.atUm),
  );
