// One way, and only one, to write a value as JSON: keys sorted, no spaces, whole numbers. A hash
// over a text means something only if the same value always makes the same text. This is the part
// of RFC 8785 that Corium needs; fractions never occur here, so their spelling is not defined.

import { assert } from '../../protocol/assert.ts';

/** Writes a value as canonical JSON; a value that JSON cannot say exactly is our mistake. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') {
    assert(value.isWellFormed(), 'a text in the journal is well-formed Unicode');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value), 'a number in the journal is whole');
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value === 'boolean') return String(value);
  assert(typeof value === 'object', 'a value in the journal is made of what JSON can say');
  if (Array.isArray(value)) return canonicalList(value);
  return isRecord(value) ? canonicalObject(value) : 'null';
}

const isRecord = (value: object | null): value is Readonly<Record<string, unknown>> =>
  value !== null;

const canonicalList = (list: readonly unknown[]): string =>
  `[${list.map(canonicalJson).join(',')}]`;

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  let said = '';
  // Sorted by UTF-16 units, as RFC 8785 has it: a locale must not change a hash.
  for (const key of Object.keys(value).toSorted()) {
    said += `${said === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  }
  return `{${said}}`;
}
