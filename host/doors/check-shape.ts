// A JSON value against a schema, with every fault of it in our own terms. The version is looked at
// first and alone: a file of another version has fields that mean something else.

import type { z } from 'zod';
import type { DoorFile, DoorRefusal } from './door-refusal.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

type Path = readonly PropertyKey[];

/** A path inside a file as people write it: `areas[2].depthUm`. */
const written = (path: Path): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, part) => {
    const isObject = typeof inner === 'object' && inner !== null;
    return isObject && Object.hasOwn(inner, part) ? Reflect.get(inner, part) : undefined;
  }, value);
}

const SHOWN_MAX = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}...` : text;
}

const FOREIGN_UNIT = /(?:[Ii]nch|[Ii]nches|_in|In|Mm|_mm|Hz|Sec|_s|Cm2|Percent)$/;

function unknownField(file: DoorFile, path: Path, key: string): DoorRefusal {
  const field = written([...path, key]);
  return { code: FOREIGN_UNIT.test(key) ? 'wrong-unit' : 'unknown-field', file, field };
}

const isOfAnotherUnit = (field: string, value: unknown): boolean => {
  if (!/(?:Um|Mm2|CentiHz|Ms)(?:\.[a-z]+)?$/.test(field)) return false;
  return typeof value === 'string' || (typeof value === 'number' && !Number.isInteger(value));
};

const TYPES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  string: 'a text in quotes',
};

function allowedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? `a ${issue.expected}`;
  return issue.message;
}

function refusalsOf(
  issue: z.core.$ZodIssue,
  value: unknown,
  file: DoorFile,
): readonly DoorRefusal[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(file, issue.path, key));
  }
  const field = written(issue.path);
  const found = valueAt(value, issue.path);
  if (found === undefined) return [{ code: 'missing-field', file, field }];
  const asked = shown(found);
  if (isOfAnotherUnit(field, found)) return [{ code: 'wrong-unit', file, field, asked }];
  const isArea = issue.code === 'custom' && issue.params?.['door'] === 'unknown-area';
  if (isArea) return [{ code: 'unknown-area', file, field, asked }];
  return [{ code: 'bad-value', file, field, asked, allowed: allowedBy(issue) }];
}

function versionRefusal(
  value: unknown,
  file: DoorFile,
  version: number,
): DoorRefusal | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { code: 'bad-value', file, field: 'file', asked: shown(value), allowed: 'an object' };
  }
  const found = valueAt(value, ['version']);
  if (found === version) return undefined;
  return { code: 'wrong-version', file, asked: shown(found ?? null), allowed: String(version) };
}

/** One fault is enough for a field; the next is usually the same in other words. */
const isFirstOfField = (
  { field }: DoorRefusal,
  index: number,
  all: readonly DoorRefusal[],
): boolean => all.findIndex((other) => other.field === field) === index;

/** The value that a schema makes of some JSON, or everything that is wrong with it. */
export function checkShape<Shape>(
  schema: z.ZodType<Shape>,
  value: unknown,
  file: DoorFile,
  version: number,
): Result<Shape, readonly DoorRefusal[]> {
  const wrongVersion = versionRefusal(value, file, version);
  if (wrongVersion !== undefined) return refuse([wrongVersion]);
  // S-38: only what the schema names, in whole units, comes in; every fault of it is told.
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const found = parsed.error.issues.flatMap((issue) => refusalsOf(issue, value, file));
  return refuse(found.filter(isFirstOfField));
}
