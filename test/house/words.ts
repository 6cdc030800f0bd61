/**
 * Words that have no place in the project, each with what to say or do instead.
 *
 * Three kinds: marks of unfinished work, talk of one machine or of how the work was organised, and
 * synonyms of a word in the glossary. The patterns are written so that they do not find themselves.
 */
import type { TextFile } from './tree.ts';

/** A pattern that must not be found, and the advice given when it is. */
interface Unwanted {
  readonly pattern: RegExp;
  readonly instead: string;
}

const UNFINISHED = 'Open work is not written into the sources: finish it or leave it out.';
const PLACE = 'A path, host or number that only one machine or one conversation knows.';
const MAKING = 'The project tells what it is, not how its making was organised: cite the source.';

const UNWANTED: readonly Unwanted[] = [
  // Small letters between other words are Spanish for `all`, as on screen.
  { pattern: /(?:\bT[O]DO\b|\bt[o]do:)/, instead: UNFINISHED },
  { pattern: /\b(?:F[I]XME|X[X]X|H[A]CK)\b/i, instead: UNFINISHED },
  { pattern: /\bnot (?:yet )?i[m]plemented\b/i, instead: UNFINISHED },
  { pattern: /\bfor n[o]w\b|\bplaceh[o]lder\b|\bdummy v[a]lue/i, instead: UNFINISHED },
  { pattern: /\bissue #?[\d]+|\bp[u]ll request/i, instead: PLACE },
  { pattern: /\/(?:w[o]rk|f[a]rm|r[o]ot)\/|\/t[m]p\/(?:studio|d[e]sign)/i, instead: PLACE },
  { pattern: /registry\.n[p]mjs|\bnpmjs\.(?:org|com)/i, instead: PLACE },
  { pattern: /shared\/b[r]ief|\b(?:d[o]main|t[o]oling|h[o]use|l[i]nk|c[o]ntract)\.md\b/,
    instead: MAKING },
  { pattern: /\b(?:C[l]aude|C[h]atGPT|L[L]M|C[o]pilot)\b|language m[o]del/, instead: MAKING },
  { pattern: /\b(?:treatment|needling|facial) s[e]ssions?\b/i,
    instead: 'One plan being delivered is a treatment; a session belongs to the link.' },
  { pattern: /\b(?:audit|event) l[o]g\b|\blogb[o]ok\b/i, instead: 'Say journal.' },
  { pattern: /\bkill[ -]?sw[i]tch\b/i, instead: 'Say emergency stop.' },
  { pattern: /\blog(?:ging|ged) in\b/i, instead: 'Say sign-in.' },
];

/** Each unwanted word in a file with its line and what to do instead. */
export function unwantedWords({ path, text }: TextFile): readonly string[] {
  return text.split('\n').flatMap((line, index) =>
    UNWANTED.flatMap(({ pattern, instead }) => {
      const found = pattern.exec(line);
      return found === null ? [] : [`${path}:${index + 1} says "${found[0]}". ${instead}`];
    }),
  );
}
