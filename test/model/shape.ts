/**
 * How a value becomes a shape and a few numbers. A host or a pen holds dates, counter readings and
 * sequence numbers that never come again; two that differ in nothing but where those begin behave
 * alike. So a value is read as its shape, in which such numbers are holes, and the numbers apart.
 * The same reading, the other way round, makes the real value again with other numbers in it.
 */
import { assert } from '../../protocol/assert.ts';
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

/** Meets a number of a space and says what is to stand there. */
type Meet = (space: Space, value: number) => number;

/** The holes that were met so far, while a value is read. */
interface Marks {
  readonly spaces: Space[];
  readonly values: number[];
}

interface Reading {
  readonly rules: Rules;
  readonly meet: Meet;
  /** Undefined while a value is filled. */
  readonly marks: Marks | undefined;
  text: string;
}

/** A value read: the text of its shape, and the numbers in its holes. */
export interface Read {
  readonly text: string;
  readonly spaces: readonly Space[];
  readonly values: readonly number[];
}

/** Reads a value. */
export function readShape(value: unknown, rules: Rules): Read {
  const spaces: Space[] = [];
  const values: number[] = [];
  const reading: Reading = {
    rules,
    marks: { spaces, values },
    text: '',
    meet: (space, met) => {
      spaces.push(space);
      values.push(met);
      return met;
    },
  };
  pass(reading, value, '', '');
  return { text: reading.text, spaces, values };
}

/** The same value with other numbers in its holes, in the order in which they were read. */
export function fillShape<Value>(value: Value, rules: Rules, values: readonly number[]): Value {
  let at = 0;
  const reading: Reading = {
    rules,
    marks: undefined,
    text: '',
    meet: () => {
      const next = values[at];
      assert(next !== undefined, 'a shape has as many holes as it had when it was read');
      at += 1;
      return next;
    },
  };
  return pass(reading, value, '', '') as Value;
}

function pass(reading: Reading, value: unknown, name: string, parent: string): unknown {
  const { rules } = reading;
  const rule = rules.get(`${parent}.${name}`) ?? rules.get(name);
  if (rule !== undefined && value !== undefined) return ruled(reading, value, rule, name);
  if (typeof value !== 'object' || value === null) {
    reading.text += plain(value);
    return value;
  }
  return whole(reading, value, name, parent);
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '_' : JSON.stringify(value);
}

function whole(reading: Reading, value: object, name: string, parent: string): unknown {
  if (Array.isArray(value)) {
    reading.text += '[';
    const made = value.map((one: unknown) => {
      const passed = pass(reading, one, name, parent);
      reading.text += ',';
      return passed;
    });
    reading.text += ']';
    return made;
  }
  if (value instanceof Map) {
    const made = pass(reading, [...value].sort(([one], [other]) => one - other), name, parent);
    return new Map(made as [unknown, unknown][]);
  }
  const tag = tagOf(value, name);
  return reading.marks !== undefined && SHARED.has(name)
    ? once(reading, reading.marks, value, tag)
    : fields(reading, value, tag);
}

/** Large parts that most steps leave as they are. */
const SHARED: ReadonlySet<string> = new Set(
  'session control heard phase link memory ledger doing latch record'.split(' '),
);

interface Mark extends Read {
  readonly rules: Rules;
  readonly tag: string;
}

// What was read of a value before; values are never changed, so it still holds.
const MARKS = new WeakMap<object, Mark>();

/** Reads a part, or takes it as it was read before. */
function once(reading: Reading, marks: Marks, value: object, tag: string): unknown {
  const known = MARKS.get(value);
  if (known?.rules === reading.rules && known.tag === tag) {
    reading.text += known.text;
    marks.spaces.push(...known.spaces);
    marks.values.push(...known.values);
    return value;
  }
  const before = reading.text;
  const from = marks.spaces.length;
  reading.text = '';
  const made = fields(reading, value, tag);
  const { text } = reading;
  const spaces = marks.spaces.slice(from);
  const values = marks.values.slice(from);
  MARKS.set(value, { text, spaces, values, rules: reading.rules, tag });
  reading.text = before + text;
  return made;
}

/** Messages carry the same field names with other meanings, so they are told apart by kind. */
function tagOf(value: object, name: string): string {
  if (name !== 'message' && name !== 'answer') return name;
  return 'kind' in value ? `${String(value.kind)}!` : name;
}

function fields(reading: Reading, value: object, tag: string): unknown {
  const made: Record<string, unknown> = { ...value };
  reading.text += '{';
  for (const key of Object.keys(value).sort()) {
    if (made[key] === undefined) continue;
    reading.text += `${key}:`;
    made[key] = pass(reading, made[key], key, tag);
    reading.text += ' ';
  }
  reading.text += '}';
  return made;
}

function ruled(reading: Reading, value: unknown, rule: Rule, name: string): unknown {
  switch (rule.kind) {
    case 'skip':
      return value;
    case 'defined':
      reading.text += '!';
      return value;
    case 'keys':
      reading.text += Object.keys(value as object).join(' ');
      return value;
    case 'kept':
      // The very object stays: firmware tells a pen at rest by which order it holds.
      reading.text += JSON.stringify(value);
      return value;
    case 'only': {
      const made: Record<string, unknown> = { ...(value as object) };
      for (const field of rule.fields) made[field] = pass(reading, made[field], field, name);
      return made;
    }
    case 'length':
      reading.text += `#${Math.min((value as unknown[]).length, rule.at)}`;
      return value;
    case 'cap':
    case 'number':
    case 'session':
    case 'pen-nonce':
      return ruledNumber(reading, Number(value), rule);
  }
}

type NumberRule = Extract<Rule, { readonly kind: 'number' | 'cap' | 'session' | 'pen-nonce' }>;

function ruledNumber(reading: Reading, value: number, rule: NumberRule): number {
  // None of anything is zero, and what a session asks on its own account has a number below it.
  if (value <= 0 && !isSigned(rule)) {
    reading.text += String(value);
    return value;
  }
  switch (rule.kind) {
    case 'cap':
      reading.text += String(Math.min(value, rule.at));
      return value;
    case 'number':
      reading.text += '?';
      return reading.meet(rule.space, value);
    case 'session': {
      const { nonce, greeting, boot } = NONCE_BOOTS.partsOf(value);
      reading.text += `s${boot}`;
      const nextNonce = reading.meet('nonce', nonce);
      return NONCE_BOOTS.session(nextNonce, reading.meet('greeting', greeting), boot);
    }
    case 'pen-nonce': {
      const { greeting, boot } = NONCE_BOOTS.greetingOf(value);
      reading.text += `g${boot}`;
      return NONCE_BOOTS.penNonce(reading.meet('greeting', greeting), boot);
    }
  }
}

const isSigned = (rule: NumberRule): boolean =>
  rule.kind === 'number' && SIGNED.has(rule.space);

const SIGNED: ReadonlySet<Space> = new Set(['pen-now', 'pen-ms', 'until', 'offset', 'strokes-now',
  'strokes']);
