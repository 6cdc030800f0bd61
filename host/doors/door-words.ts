// What a door says when it turns a file away: one sentence each, with what to do about it.

import type { DoorCode, DoorRefusal } from './door-refusal.ts';

const at = ({ field }: DoorRefusal): string => (field === undefined ? 'something' : `"${field}"`);
const asked = (refusal: DoorRefusal): string => refusal.asked ?? 'something else';
const allowed = (refusal: DoorRefusal): string => refusal.allowed ?? 'less';

const SENTENCES: Readonly<Record<DoorCode, (refusal: DoorRefusal) => string>> = {
  absent: ({ file }) => `The ${file} was not found at that path; check the name and try again.`,
  'no-permission': ({ file }) =>
    `The ${file} may not be read by this user; give it read permission and try again.`,
  unreadable: ({ file }) =>
    `The ${file} could not be read; copy it to this computer and try again.`,
  'not-a-file': ({ file }) => `The ${file} is not a file; name the file itself.`,
  'too-large': (refusal) =>
    `The ${refusal.file} has ${asked(refusal)} where ${allowed(refusal)} is the most, and was ` +
      'not read; check that it is the right file.',
  'not-text': ({ file }) => `The ${file} is not UTF-8 text; save it again as plain text.`,
  truncated: ({ file }) => `The ${file} ends in the middle; copy or save it again.`,
  'not-json': ({ file }) => `The ${file} is not JSON; look for a missing comma, quote or bracket.`,
  'not-a-number': ({ file }) =>
    `The ${file} contains NaN or Infinity, which are no numbers; write the number that is meant.`,
  'said-twice': (refusal) =>
    `The ${refusal.file} says ${at(refusal)} twice in one place; take out the wrong one.`,
  'wrong-version': (refusal) =>
    `The ${refusal.file} is of version ${asked(refusal)} and this program reads version ` +
      `${allowed(refusal)}; convert it or use the program it was made for.`,
  'unknown-field': (refusal) =>
    `The ${refusal.file} has a field ${at(refusal)} that nobody reads; correct its name or ` +
      'take it out.',
  'missing-field': (refusal) => `The ${refusal.file} lacks ${at(refusal)}; add it.`,
  'wrong-unit': (refusal) =>
    `In the ${refusal.file}, ${at(refusal)} is not in the one unit that is read; write whole ` +
      'micrometres (0.25 mm is 250), square millimetres, hundredths of a hertz.',
  'unknown-area': (refusal) =>
    `In the ${refusal.file}, ${at(refusal)} names ${asked(refusal)}, which is no area that ` +
      'Corium knows, and so it stays blocked; use a name from the table.',
  'bad-value': (refusal) =>
    `In the ${refusal.file}, ${at(refusal)} is ${asked(refusal)} where ${allowed(refusal)} is ` +
      'expected; correct it.',
};

/** The sentence of a door's refusal. */
export const doorSentence = (refusal: DoorRefusal): string => SENTENCES[refusal.code](refusal);
