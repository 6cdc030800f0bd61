// A bundle for whoever is asked for help: an excerpt of both journals, versions, and what the
// doctor found. Personal data cannot be in it by construction: nothing goes out but fields of the
// allow-list, each as a number, a yes or no, a word of the host's own, or a hash under a salt that
// nobody keeps. There is no wall clock in it, only the host's own milliseconds.

import type { Entry } from '../journal/index.ts';
import { noteSchema } from '../journal/entry.ts';
import { FIELDS, NESTED, WORDS } from './support-fields.ts';

/** The version of the document. */
export const SUPPORT_VERSION = 1;
/** So many of the newest lines of each journal go out. */
export const EXCERPT_LINES = 2_000;

/** What a support bundle is made of. */
export interface SupportGround {
  readonly treatment: readonly Entry[];
  readonly chart: readonly Entry[];
  readonly versions: Readonly<Record<string, string>>;
  readonly findings: readonly { readonly check: string; readonly level: string }[];
  /** SHA-256 under a salt that is thrown away with this bundle. */
  readonly hash: (text: string) => string;
}

type Plain = string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain };

const KINDS: ReadonlySet<string> = new Set(
  noteSchema.options.map(({ shape }) => shape.kind.value),
);
const LEVELS: ReadonlySet<string> = new Set(['good', 'warning', 'bad', 'unknown']);
/** Versions are digits and dots, perhaps with a word of those who count them. */
const VERSION = /^v?\d{1,4}(?:\.\d{1,6}){0,3}$/;

/** A support bundle. */
export function supportBundle(ground: SupportGround): string {
  const { treatment, chart, versions, findings, hash } = ground;
  return `${JSON.stringify({
    version: SUPPORT_VERSION,
    says: 'No personal data: only fields of an allow-list; names and serials are hashes under a '
      + 'salt that was thrown away, words are those of Corium itself, and there are no dates.',
    versions: Object.fromEntries(
      Object.entries(versions).map(([name, value]) =>
        [name, VERSION.test(value) ? value : `#${hash(value).slice(0, 12)}`]),
    ),
    doctor: findings.map(({ check, level }) => ({
      check: /^[a-z]+(?:-[a-z]+)*$/.test(check) ? check : `#${hash(check).slice(0, 12)}`,
      level: LEVELS.has(level) ? level : 'unknown',
    })),
    treatment: treatment.slice(-EXCERPT_LINES).map((entry) => lineOf(entry, hash)),
    chart: chart.slice(-EXCERPT_LINES).map((entry) => lineOf(entry, hash)),
  }, undefined, 1)}\n`;
}

// S-79: a field that the allow-list does not name is not there, and no text goes out as typed.
function lineOf(of: object, hash: SupportGround['hash']): Readonly<Record<string, Plain>> {
  const kept = Object.entries(of).flatMap(([name, value]) => {
    const plain = NESTED.has(name) ? nested(value, hash) : allowed(name, value, hash);
    return plain === undefined ? [] : [[name, plain] as const];
  });
  return Object.fromEntries(kept);
}

function nested(value: unknown, hash: SupportGround['hash']): Plain | undefined {
  if (Array.isArray(value)) return value.slice(0, 64).flatMap((each) => nested(each, hash) ?? []);
  return typeof value === 'object' && value !== null ? lineOf(value, hash) : undefined;
}

function allowed(name: string, value: unknown, hash: SupportGround['hash']): Plain | undefined {
  switch (Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined) {
    case undefined:
      return undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'word':
      return typeof value === 'string' ? wordOf(value, hash) : undefined;
    case 'hashed':
      return typeof value === 'string' ? `#${hash(value).slice(0, 12)}` : undefined;
  }
}

const wordOf = (value: string, hash: SupportGround['hash']): string =>
  WORDS.has(value) || KINDS.has(value) ? value : `#${hash(value).slice(0, 12)}`;
