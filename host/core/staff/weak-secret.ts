// What is no secret although somebody chose it: too short, counting, repeating, a date, the first
// that anybody tries, or the name of its owner. A PIN is digits only; anything else is a
// passphrase. Lengths are our proposal (D), above the six digits and eight characters of NIST SP
// 800-63B (A).

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { SecretKind } from './roster.ts';
import type { StaffRefusal } from './staff-refusal.ts';

/** The shortest PIN. */
export const PIN_CHARS_MIN = 6;
/** The shortest passphrase. */
export const PASSPHRASE_CHARS_MIN = 12;
/** The longest secret of either kind. */
export const SECRET_CHARS_MAX = 128;

/** The secret as it is hashed: one spelling for what looks alike (NFKC, as RFC 8265 has it). */
export const secretText = (typed: string): string => typed.normalize('NFKC');

/** What kind a secret is of. */
export const kindOf = (secret: string): SecretKind => (/^\d+$/.test(secret) ? 'pin' : 'passphrase');

/**
 * Digits that are tried first, beside those that count or repeat (keypad paths, published lists).
 */
const COMMON_DIGITS: ReadonlySet<string> = new Set([
  '159753', '147258', '258369', '147258369', '159357', '741852', '852963', '963852', '123654',
  '789456', '456789', '112233', '223344', '332211', '998877', '131313', '420420', '696969',
  '007007', '314159', '271828', '102030', '142536', '246810', '135790', '111222', '123321',
  '12344321', '11223344', '14725836', '24681012', '31415926', '314159265',
]);

const COMMON_WORDS: readonly string[] = [
  'password', 'passphrase', 'letmein', 'qwerty', 'qwertz', 'azerty', 'welcome', 'iloveyou',
  'administrator', 'changeme', 'microneedling', 'corium', 'secret', 'asdfgh',
];

type Weak = Extract<StaffRefusal, { readonly code: 'weak-secret' }>['why'];

/** Whether it is one part again and again: 777777, 121212, 123123. */
function repeats(text: string): boolean {
  const letters = Array.from(text);
  return [1, 2, 3, 4].some(
    (span) =>
      letters.length >= span * 2 && letters.every((letter, at) => letter === letters[at % span]),
  );
}

/** Whether every digit follows the one before by the same step, round the corner from 9 to 0. */
function counts(digits: string): boolean {
  const values = Array.from(digits, Number);
  const steps = values.slice(1).map((value, at) => (value - (values[at] ?? 0) + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

const DAY_FIRST = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)?\d{2}$/;
const MONTH_FIRST = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)?\d{2}$/;
const YEAR_FIRST = /^(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

const isDate = (digits: string): boolean =>
  [DAY_FIRST, MONTH_FIRST, YEAR_FIRST].some((pattern) => pattern.test(digits));

function weakDigits(digits: string): Weak | undefined {
  if (repeats(digits)) return 'repeats';
  if (counts(digits)) return 'counts';
  if (COMMON_DIGITS.has(digits)) return 'common';
  return isDate(digits) ? 'year' : undefined;
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

function weakWords(words: string, owner: readonly string[]): Weak | undefined {
  const said = bare(words);
  if (repeats(words) || new Set(said).size < 5) return 'repeats';
  const parts = owner.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u)).map(bare);
  const own = [...parts.filter((part) => part.length >= 4), ...owner.map(bare)];
  const isMostly = (part: string): boolean =>
    part.length >= 4 && said.includes(part) && said.replaceAll(part, '').length < 8;
  if (own.some(isMostly)) return 'name';
  return COMMON_WORDS.some(isMostly) ? 'common' : undefined;
}

/** The secret as it will be hashed, with its kind, or why it is none. */
export function checkSecret(
  typed: string,
  owner: readonly string[],
): Result<{ readonly text: string; readonly kind: SecretKind }, StaffRefusal> {
  const text = secretText(typed);
  const kind = kindOf(text);
  const chars = Array.from(text).length;
  const leastChars = kind === 'pin' ? PIN_CHARS_MIN : PASSPHRASE_CHARS_MIN;
  if (chars < leastChars) return refuse({ code: 'short-secret', leastChars });
  if (chars > SECRET_CHARS_MAX) {
    return refuse({ code: 'long-secret', mostChars: SECRET_CHARS_MAX });
  }
  const why = kind === 'pin' ? weakDigits(text) : weakWords(text, owner);
  return why === undefined ? ok({ text, kind }) : refuse({ code: 'weak-secret', why });
}
