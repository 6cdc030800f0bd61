/**
 * How a shape becomes a value again: the template of the shape is gone through in the order in
 * which it was read (shape.ts), and every hole is given its next number.
 */
import { assert } from '../../protocol/assert.ts';
import { NONCE_BOOTS } from './nonces.ts';
import {
  fieldsOf, isPlain, type NumberRule, type Rule, ruleOf, type Rules, type Space, tagOf,
} from './shape.ts';

interface Filling {
  readonly rules: Rules;
  readonly next: (space: Space) => number;
}

/** The same value with other numbers in its holes, in the order in which they were read. */
export function fillShape<Value>(value: Value, rules: Rules, values: readonly number[]): Value {
  let at = 0;
  const next = (): number => {
    const given = values[at];
    assert(given !== undefined, 'a shape has as many holes as it had when it was read');
    at += 1;
    return given;
  };
  return fill({ rules, next }, value, '', '') as Value;
}

function fill(filling: Filling, value: unknown, name: string, parent: string): unknown {
  if (value === undefined) return value;
  const rule = ruleOf(filling.rules, parent, name);
  if (rule !== undefined) return fillRuled(filling, value, rule, name);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => fill(filling, one, name, parent));
  if (value instanceof Map) {
    const pairs = fill(filling, [...value].sort(([one], [other]) => one - other), name, parent);
    return new Map(pairs as [unknown, unknown][]);
  }
  const made: Record<string, unknown> = { ...value };
  const tag = tagOf(value, name);
  for (const [key, held] of fieldsOf(value)) made[key] = fill(filling, held, key, tag);
  return made;
}

function fillRuled(filling: Filling, value: unknown, rule: Rule, name: string): unknown {
  switch (rule.kind) {
    case 'skip':
    case 'defined':
    case 'keys':
    case 'length':
    // The very object stays: firmware tells a pen at rest by which order it holds.
    case 'kept':
      return value;
    case 'only': {
      const made: Record<string, unknown> = { ...(value as object) };
      for (const field of rule.fields) made[field] = fill(filling, made[field], field, name);
      return made;
    }
    case 'cap':
    case 'number':
    case 'session':
    case 'pen-nonce':
      return fillNumber(filling, Number(value), rule);
  }
}

function fillNumber({ next }: Filling, value: number, rule: NumberRule): number {
  if (isPlain(value, rule)) return value;
  switch (rule.kind) {
    case 'cap':
      return value;
    case 'number':
      return next(rule.space);
    case 'session': {
      const { boot } = NONCE_BOOTS.partsOf(value);
      const nonce = next('nonce');
      return NONCE_BOOTS.session(nonce, next('greeting'), boot);
    }
    case 'pen-nonce': {
      const { boot } = NONCE_BOOTS.greetingOf(value);
      return NONCE_BOOTS.penNonce(next('greeting'), boot);
    }
  }
}
