/**
 * Where the parts of the world are kept, each once: its shape, the numbers in its holes, and the
 * real value. A situation is then eight small numbers, and what a real reducer makes of a part and
 * an event is asked once and remembered.
 */
import { assert } from '../../protocol/assert.ts';
import { fillShape } from './fill-shape.ts';
import { type PartKind, RULES } from './rules.ts';
import { readShape, type Space, SPACES } from './shape.ts';

/** What all parts of one shape have in common. */
export interface Shape {
  readonly id: number;
  readonly kind: PartKind;
  readonly template: unknown;
  /** The space of each hole, by its place among the spaces. */
  readonly spaces: Uint8Array;
  /** Where the two halves of the part's own link session are among the holes, or -1. */
  readonly sessionAt: number;
}

/** The store. */
export interface Store {
  /** Keeps a real value and gives its number. */
  readonly keep: (kind: PartKind, value: unknown) => number;
  /** Keeps a part of a shape with other numbers in it. */
  readonly refill: (shape: Shape, values: readonly number[]) => number;
  readonly shapeOf: (part: number) => Shape;
  readonly valuesOf: (part: number) => readonly number[];
  readonly valueOf: (part: number) => unknown;
  readonly size: () => { readonly shapes: number; readonly parts: number };
}

const codeOf = (space: Space): number => SPACES.indexOf(space);
const NONCE = codeOf('nonce');
const GREETING = codeOf('greeting');

/** A session is a nonce with a greeting right behind it; a frame or a talk has one of its own. */
function sessionAtOf(kind: PartKind, spaces: Uint8Array): number {
  if (kind === 'journal' || kind === 'judge') return -1;
  for (let at = 0; at + 1 < spaces.length; at += 1) {
    if (spaces[at] === NONCE && spaces[at + 1] === GREETING) return at;
  }
  return -1;
}

/** Makes an empty store. */
export function createStore(): Store {
  const shapesByText = new Map<string, Shape>();
  const shapes: Shape[] = [];
  const shapeOfPart: number[] = [0];
  const valuesOfPart: (readonly number[])[] = [[]];
  const valueOfPart: unknown[] = [undefined];
  const parts = new Map<number, number>();

  const isSame = (part: number, shape: number, values: readonly number[]): boolean => {
    if (shapeOfPart[part] !== shape) return false;
    const kept = valuesOfPart[part];
    if (kept?.length !== values.length) return false;
    for (let at = 0; at < values.length; at += 1) if (kept[at] !== values[at]) return false;
    return true;
  };

  const intern = (shape: Shape, values: readonly number[], value: unknown): number => {
    for (let key = hashOf(shape.id, values); ; key += 1) {
      const known = parts.get(key);
      if (known === undefined) {
        const part = shapeOfPart.length;
        parts.set(key, part);
        shapeOfPart.push(shape.id);
        valuesOfPart.push(values);
        valueOfPart.push(value);
        return part;
      }
      if (isSame(known, shape.id, values)) return known;
    }
  };

  const shapeWith = (kind: PartKind, text: string, spaces: readonly Space[], value: unknown) => {
    const known = shapesByText.get(text);
    if (known !== undefined) return known;
    const codes = Uint8Array.from(spaces, codeOf);
    const id = shapes.length;
    const sessionAt = sessionAtOf(kind, codes);
    const shape: Shape = { id, kind, template: value, spaces: codes, sessionAt };
    shapesByText.set(text, shape);
    shapes.push(shape);
    return shape;
  };

  const shapeOf = (part: number): Shape => {
    const shape = shapes[shapeOfPart[part] ?? -1];
    assert(shape !== undefined, 'every part has a shape');
    return shape;
  };

  return {
    keep: (kind, value) => {
      const { text, spaces, values } = readShape(value, RULES[kind]);
      return intern(shapeWith(kind, `${kind} ${text}`, spaces, value), values, value);
    },
    refill: (shape, values) => intern(shape, values, undefined),
    shapeOf,
    valuesOf: (part) => valuesOfPart[part] ?? [],
    valueOf: (part) => {
      const known = valueOfPart[part];
      if (known !== undefined) return known;
      const shape = shapeOf(part);
      const made = fillShape(shape.template, RULES[shape.kind], valuesOfPart[part] ?? []);
      valueOfPart[part] = made;
      return made;
    },
    size: () => ({ shapes: shapes.length, parts: shapeOfPart.length - 1 }),
  };
}

/** 52 bits of a shape and its numbers; parts that share them are told apart by looking. */
function hashOf(shape: number, values: readonly number[]): number {
  let low = shape | 0;
  let high = 0x9e3779b9 ^ shape;
  for (const value of values) {
    low = Math.imul(low ^ value, 0x85ebca6b);
    low ^= low >>> 15;
    high = Math.imul(high ^ value, 0xc2b2ae35);
    high ^= high >>> 13;
  }
  return (low >>> 0) * 0x100000 + (high & 0xfffff);
}
