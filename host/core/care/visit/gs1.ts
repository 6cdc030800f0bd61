// Reads the element string of a package, as a scanner sends it or a person types it: a symbology
// prefix that may be there, identifiers with their values, FNC1 as the separator after values of
// open length, or the same in brackets. It is taken whole or refused; nothing is guessed.

import { ok, refuse, type Result } from '../../../../protocol/result.ts';
import {
  checkDigit, type Format, FORMATS, identifierAt, isFixed, LETTERS,
} from './gs1-table.ts';

/** Why a code is not read; `about` is the identifier or the text that is meant. */
export interface Gs1Refusal {
  readonly code:
    | 'empty' | 'too-long' | 'other-symbology' | 'strange-letter'
    | 'unknown-identifier' | 'identifier-twice'
    | 'value-missing' | 'value-too-long' | 'value-too-short' | 'not-digits'
    | 'check-digit-wrong' | 'bracket-broken';
  readonly about: string;
}

/** The values of a code by their identifiers. */
export type Elements = ReadonlyMap<string, string>;

/** The separator that FNC1 arrives as. */
export const FNC1 = '\u001d';

const CHARACTERS_MAX = 300;
const PREFIXES = [']d2', ']C1', ']Q3'] as const;

/** What keyboards and terminals make of the separator, where they cannot send it. */
const STAND_INS = /\u241d|\{GS\}|\^\]/g;

const against = (code: Gs1Refusal['code'], about: string): Result<never, Gs1Refusal> =>
  refuse({ code, about });

function withoutPrefix(text: string): Result<string, Gs1Refusal> {
  if (!text.startsWith(']')) return ok(text);
  const prefix = text.slice(0, 3);
  return PREFIXES.some((known) => known === prefix)
    ? ok(text.slice(3))
    : against('other-symbology', prefix);
}

function valueRefusal(id: string, value: string, format: Format): Gs1Refusal | undefined {
  if (value === '') return { code: 'value-missing', about: id };
  if (value.length > format.most) return { code: 'value-too-long', about: id };
  if (value.length < format.least) return { code: 'value-too-short', about: id };
  if (!format.letters && !/^\d+$/.test(value)) return { code: 'not-digits', about: id };
  if (!LETTERS.test(value)) return { code: 'strange-letter', about: id };
  const isWrong = id === '01' && checkDigit(value.slice(0, -1)) !== Number(value.at(-1));
  return isWrong ? { code: 'check-digit-wrong', about: value } : undefined;
}

type Pair = readonly [id: string, value: string];

/** Splits what a scanner sends: a value ends after its length, or at the separator. */
function split(text: string): Result<readonly Pair[], Gs1Refusal> {
  const pairs: Pair[] = [];
  let rest = text;
  while (rest !== '') {
    if (rest.startsWith(FNC1)) {
      rest = rest.slice(1);
      continue;
    }
    const id = identifierAt(rest);
    const format = id === undefined ? undefined : FORMATS.get(id);
    if (id === undefined || format === undefined) {
      return against('unknown-identifier', rest.slice(0, 4));
    }
    const behind = rest.slice(id.length);
    const separator = behind.indexOf(FNC1);
    const toSeparator = separator < 0 ? behind.length : separator;
    const length = isFixed(format) ? Math.min(format.most, toSeparator) : toSeparator;
    pairs.push([id, behind.slice(0, length)]);
    rest = behind.slice(length);
  }
  return ok(pairs);
}

/** Splits the form that people read: identifiers in brackets, which a value may contain too. */
function splitBracketed(text: string): Result<readonly Pair[], Gs1Refusal> {
  const heads = [...text.matchAll(/\((\d{2,4})\)/g)]
    .filter(({ 1: id = '', index }) => index === 0 || FORMATS.has(id));
  const pairs = heads.map(({ 0: head, 1: id = '', index }, at): Pair => {
    const end = heads[at + 1]?.index ?? text.length;
    return [id, text.slice(index + head.length, end).trim()];
  });
  const unknown = pairs.find(([id]) => !FORMATS.has(id));
  if (unknown !== undefined) return against('unknown-identifier', unknown[0]);
  return pairs.length === 0 ? against('bracket-broken', text.slice(0, 6)) : ok(pairs);
}

function gather(pairs: readonly Pair[]): Result<Elements, Gs1Refusal> {
  const elements = new Map<string, string>();
  for (const [id, value] of pairs) {
    const format = FORMATS.get(id);
    if (format === undefined) return against('unknown-identifier', id);
    const wrong = valueRefusal(id, value, format);
    if (wrong !== undefined) return refuse(wrong);
    if (elements.has(id)) return against('identifier-twice', id);
    elements.set(id, value);
  }
  return ok(elements);
}

/** The elements of a code, or why it is not one. */
export function readElements(input: string): Result<Elements, Gs1Refusal> {
  const trimmed = input.replaceAll(/^[\s\u0002]+|[\s\u0003]+$/g, '').replaceAll(STAND_INS, FNC1);
  if (trimmed.length > CHARACTERS_MAX) return against('too-long', `${trimmed.length}`);
  const text = withoutPrefix(trimmed);
  if (!text.ok) return text;
  if (text.value.replaceAll(FNC1, '') === '') return against('empty', '');
  const pairs = text.value.startsWith('(') ? splitBracketed(text.value) : split(text.value);
  return pairs.ok ? gather(pairs.value) : pairs;
}
