import { expect, test } from 'vitest';
import { checkLine, genesis, linkNote } from '../../../host/journal/chain.ts';
import { sha256 } from '../../../host/journal/world.ts';

const HEAD = genesis('here', sha256);
const STAMP = { at: '2031-03-01T10:00:00.000Z', ms: 1, synced: 0 };
const { line } = linkNote(
  HEAD, { kind: 'persons-merged', from: 'p-ä', into: 'p-2', why: 'same', by: 'x' }, STAMP, sha256,
);
const body = `${line.slice(0, line.lastIndexOf(',"hash"'))}}`;
/** The same line written otherwise, with a hash that fits. */
const sealed = (text: string): string => `${text.slice(0, -1)},"hash":"${sha256(text)}"}`;

test.each([
  ['as it is', body, true],
  ['with a space', body.replace('"by":', '"by": '), false],
  ['in another order', `{"why":"same",${body.slice(1).replace(',"why":"same"', '')}`, false],
  ['with a letter escaped', body.replace('ä', String.raw`\u00e4`), false],
  ['with a number spelled otherwise', body.replace('"ms":1', '"ms":1.0'), false],
])('there is one way to write a line: %s', (_, text, whole) => {
  expect(checkLine(sealed(text), HEAD, sha256).ok).toBe(whole);
});
