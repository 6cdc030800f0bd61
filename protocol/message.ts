// What a message is: an id, a name, the class of delivery it travels in, and fields in order. The
// type in code, the codec and the line in the README all come from this one definition.

import { assert } from './assert.ts';
import { type Field, OUT_OF_RANGE } from './field.ts';
import { ok, refuse, type Result } from './result.ts';

/**
 * How a message travels.
 * `urgent`: STOP, which jumps every queue and is repeated until it is seen to have worked.
 * `greeting`: the two messages of the handshake, outside any link session.
 * `request`: numbered, answered, idempotent, one at a time, repeated a bounded number of times.
 * `grant`: numbered, acknowledged by telemetry, superseded by its successor, never repeated.
 * `answer`: what a pen sends once for each request.
 * `report`: telemetry, numbered, never repeated.
 */
export type Delivery = 'urgent' | 'greeting' | 'request' | 'grant' | 'answer' | 'report';

type Fields = Readonly<Record<string, Field<unknown>>>;
type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** A field with its name, and where in the payload it lies. */
interface Placed {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly at: number;
}

/** The definition of a message. */
export interface MessageType<Kind extends string = string, F = Fields> {
  readonly id: number;
  readonly kind: Kind;
  readonly delivery: Delivery;
  /** Whether the check of its frames is bound to schema and boot, so that it can actuate. */
  readonly bound: boolean;
  readonly bytes: number;
  readonly fields: F;
  /** The same fields in the order of the wire, laid out once. */
  readonly layout: readonly Placed[];
}

/** A message as a value: its kind and its fields. */
export type MessageOf<Type> =
  Type extends MessageType<infer Kind, infer F>
    ? { readonly kind: Kind } & { readonly [Name in keyof F]: ValueOf<F[Name]> }
    : never;

/** Defines a message. */
export function message<Kind extends string, F extends Fields>(
  id: number,
  kind: Kind,
  how: { readonly delivery: Delivery; readonly bound?: true },
  fields: F,
): MessageType<Kind, F> {
  let bytes = 0;
  const layout = Object.entries(fields).map(([name, field]): Placed => {
    const at = bytes;
    bytes += field.bytes;
    return { name, field, at };
  });
  return { id, kind, delivery: how.delivery, bound: how.bound === true, bytes, fields, layout };
}

/** Why the payload of a sound frame is no message. */
export type PayloadRefusal =
  | { readonly code: 'wrong-length'; readonly kind: string; readonly bytes: number }
  | { readonly code: 'out-of-range'; readonly kind: string; readonly field: string };

/** Reads the payload `body[from, to)` of a message of the given type. */
export function readPayload(
  type: MessageType,
  body: Uint8Array,
  from: number,
  to: number,
): Result<{ readonly kind: string }, PayloadRefusal> {
  if (to - from !== type.bytes) {
    return refuse({ code: 'wrong-length', kind: type.kind, bytes: to - from });
  }
  const value: Record<string, unknown> = { kind: type.kind };
  for (const { name, field, at } of type.layout) {
    const read = field.read(body, from + at);
    if (read === OUT_OF_RANGE) {
      return refuse({ code: 'out-of-range', kind: type.kind, field: name });
    }
    value[name] = read;
  }
  return ok(value as { readonly kind: string });
}

/** Writes the payload of a message at `at` and returns where it ends. */
export function writePayload(
  type: MessageType,
  value: Readonly<Record<string, unknown>>,
  body: Uint8Array,
  at: number,
): number {
  for (const { name, field, at: within } of type.layout) {
    // The sentence is made only where it is wanted: this runs for every field of every frame.
    if (!(name in value)) assert(false, `a ${type.kind} carries its ${name}`);
    field.write(body, at + within, value[name]);
  }
  return at + type.bytes;
}
