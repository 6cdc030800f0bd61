/**
 * How a value becomes a shape and a few numbers. A host or a pen holds dates, counter readings and
 * sequence numbers that never come again; two that differ in nothing but where those begin behave
 * alike. So a value is read as its shape, in which such numbers are holes, and the numbers apart.
 * fill-shape.ts goes the other way, in the same order. Reading is most of what a walk does.
 */
import { NONCE_BOOTS } from './nonces.ts';

/** The kinds of numbers that are only ever compared with others of their kind. */
export const SPACES = [
  'pen-now', 'pen-ms', 'until', 'offset', 'strokes-now', 'strokes', 'request', 'grant', 'heard',
  'arming', 'hold', 'latch', 'ticket', 'store', 'nonce', 'greeting',
] as const;

/** One of them. */
export type Space = (typeof SPACES)[number];

/** What is done with a field; a field without a rule is read as it stands. */
export type Rule =
  | { readonly kind: 'number'; readonly space: Space }
  | { readonly kind: 'session' }
  | { readonly kind: 'pen-nonce' }
  | { readonly kind: 'skip' | 'defined' | 'keys' | 'kept' }
  | { readonly kind: 'cap'; readonly at: number }
  | { readonly kind: 'length'; readonly at: number }
  | { readonly kind: 'only'; readonly fields: readonly string[] };

/** Rules by `field` or by `parent.field`, of which the second is the stronger. */
export type Rules = ReadonlyMap<string, Rule>;

/** A value read: the text of its shape, and the numbers in its holes. */
export interface Read {
  readonly text: string;
  readonly spaces: readonly Space[];
  readonly values: readonly number[];
}

interface Reading {
  readonly rules: Rules;
  readonly spaces: Space[];
  readonly values: number[];
  text: string;
}

/** Reads a value. */
export function readShape(value: unknown, rules: Rules): Read {
  const reading: Reading = { rules, spaces: [], values: [], text: '' };
  read(reading, value, '', '');
  return reading;
}

const FOUND = new WeakMap<Rules, Map<string, Map<string, Rule | undefined>>>();

/** The rule of a field; looked for once, since the names are few and the fields many. */
export function ruleOf(rules: Rules, parent: string, name: string): Rule | undefined {
  const byParent = FOUND.get(rules) ?? new Map<string, Map<string, Rule | undefined>>();
  const byName = byParent.get(parent) ?? new Map<string, Rule | undefined>();
  if (byName.size === 0) FOUND.set(rules, byParent.set(parent, byName));
  if (byName.has(name)) return byName.get(name);
  const rule = rules.get(`${parent}.${name}`) ?? rules.get(name);
  byName.set(name, rule);
  return rule;
}

function read(reading: Reading, value: unknown, name: string, parent: string): void {
  if (value !== undefined) {
    const rule = ruleOf(reading.rules, parent, name);
    if (rule !== undefined) return readRuled(reading, value, rule, name);
  }
  if (typeof value !== 'object' || value === null) reading.text += plain(value);
  else readWhole(reading, value, name, parent);
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '_' : JSON.stringify(value);
}

function readWhole(reading: Reading, value: object, name: string, parent: string): void {
  if (Array.isArray(value)) {
    reading.text += '[';
    for (const one of value as unknown[]) {
      read(reading, one, name, parent);
      reading.text += ',';
    }
    reading.text += ']';
  } else if (value instanceof Map) {
    read(reading, [...value].sort(([one], [other]) => one - other), name, parent);
  } else if (SHARED.has(name)) {
    readOnce(reading, value, tagOf(value, name));
  } else {
    readFields(reading, value, tagOf(value, name));
  }
}

/** Large parts that most steps leave as they are. */
const SHARED: ReadonlySet<string> = new Set(
  'session control heard phase link memory ledger doing latch record'.split(' '),
);

interface Mark {
  /** Stands for the text of the part, which is long. */
  readonly text: string;
  readonly spaces: readonly Space[];
  readonly values: readonly number[];
  readonly rules: Rules;
  readonly tag: string;
}

// What was read of a value before; values are never changed, so it still holds.
const MARKS = new WeakMap<object, Mark>();
const NUMBERS = new Map<string, string>();

/** A short text in place of a long one: the same for the same, and for no other. */
function numbered(text: string): string {
  const known = NUMBERS.get(text);
  if (known !== undefined) return known;
  const made = `~${NUMBERS.size} `;
  NUMBERS.set(text, made);
  return made;
}

/** Reads a part, or takes it as it was read before. */
function readOnce(reading: Reading, value: object, tag: string): void {
  let mark = MARKS.get(value);
  if (mark?.rules !== reading.rules || mark.tag !== tag) {
    const part: Reading = { rules: reading.rules, spaces: [], values: [], text: '' };
    readFields(part, value, tag);
    const { spaces, values, rules } = part;
    mark = { text: numbered(part.text), spaces, values, rules, tag };
    MARKS.set(value, mark);
  }
  reading.text += mark.text;
  for (const space of mark.spaces) reading.spaces.push(space);
  for (const met of mark.values) reading.values.push(met);
}

/** Messages carry the same field names with other meanings, so they are told apart by kind. */
export function tagOf(value: object, name: string): string {
  if (name !== 'message' && name !== 'answer') return name;
  return 'kind' in value ? `${String(value.kind)}!` : name;
}

/** The fields of a value that are there, in an order that does not hang on who made it. */
export const fieldsOf = (value: object): readonly (readonly [string, unknown])[] => {
  const fields: (readonly [string, unknown])[] = [];
  for (const key of Object.keys(value).sort()) {
    const held: unknown = Reflect.get(value, key);
    if (held !== undefined) fields.push([key, held]);
  }
  return fields;
};

function readFields(reading: Reading, value: object, tag: string): void {
  reading.text += '{';
  for (const [key, held] of fieldsOf(value)) {
    reading.text += `${key}:`;
    read(reading, held, key, tag);
    reading.text += ' ';
  }
  reading.text += '}';
}

function readRuled(reading: Reading, value: unknown, rule: Rule, name: string): void {
  switch (rule.kind) {
    case 'skip':
      return;
    case 'defined':
      reading.text += '!';
      return;
    case 'keys':
      reading.text += Object.keys(value as object).join(' ');
      return;
    case 'kept':
      reading.text += JSON.stringify(value);
      return;
    case 'only':
      for (const field of rule.fields) {
        read(reading, Reflect.get(value as object, field), field, name);
      }
      return;
    case 'length':
      reading.text += `#${Math.min((value as unknown[]).length, rule.at)}`;
      return;
    case 'cap':
    case 'number':
    case 'session':
    case 'pen-nonce':
      readNumber(reading, Number(value), rule);
  }
}

/** A rule of a number. */
export type NumberRule =
  Extract<Rule, { readonly kind: 'number' | 'cap' | 'session' | 'pen-nonce' }>;

/** None of anything is zero, and what a session asks on its own account has a number below it. */
export const isPlain = (value: number, rule: NumberRule): boolean =>
  value <= 0 && !(rule.kind === 'number' && SIGNED.has(rule.space));

function readNumber(reading: Reading, value: number, rule: NumberRule): void {
  if (isPlain(value, rule)) {
    reading.text += String(value);
    return;
  }
  const meet = (space: Space, met: number): void => {
    reading.spaces.push(space);
    reading.values.push(met);
  };
  switch (rule.kind) {
    case 'cap':
      reading.text += String(Math.min(value, rule.at));
      return;
    case 'number':
      reading.text += '?';
      return meet(rule.space, value);
    case 'session': {
      const { nonce, greeting, boot } = NONCE_BOOTS.partsOf(value);
      reading.text += `s${boot}`;
      meet('nonce', nonce);
      return meet('greeting', greeting);
    }
    case 'pen-nonce': {
      const { greeting, boot } = NONCE_BOOTS.greetingOf(value);
      reading.text += `g${boot}`;
      meet('greeting', greeting);
    }
  }
}

const SIGNED: ReadonlySet<Space> = new Set(['pen-now', 'pen-ms', 'until', 'offset', 'strokes-now',
  'strokes']);
