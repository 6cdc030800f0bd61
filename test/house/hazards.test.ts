/**
 * Every hazard is there once, and what it claims exists. To make the table at its head anew:
 * REGENERATE=yes npx vitest run test/house/hazards.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { table, withPart } from '../support/markdown.ts';
import { HAZARDS, hazardFaults, hazardsOf, overviewRows } from './hazards.ts';
import { PROMISES, testNamesIn } from './promises.ts';
import { filesMatching } from './tree.ts';

/** The hazards that were there before any of this was designed. */
const CARRIED_FORWARD = 46;

const known = {
  readme: readFileSync(PROMISES, 'utf8'),
  testNames: filesMatching('test/**/*.test.ts').flatMap(testNamesIn),
};

const HEAD = ['', 'hazard', 'severity', 'promises', 'status'];
const withOverview = (text: string): string =>
  withPart(text, 'hazards', table(HEAD, overviewRows(hazardsOf(text))));

if (process.env['REGENERATE'] !== undefined) {
  writeFileSync(HAZARDS, withOverview(readFileSync(HAZARDS, 'utf8')));
}
const hazards = readFileSync(HAZARDS, 'utf8');

test('every hazard is there once, with promises and tests that exist', () => {
  expect(hazardFaults(hazards, CARRIED_FORWARD, known)).toEqual([]);
});

test('the table of hazards is what the hazards say', () => {
  expect(hazards === withOverview(hazards), 'run it with REGENERATE=yes').toBe(true);
});

const promise = ['S', '01'].join('-');
const ONE = `### H01 Too deep

Severity 5 (scar). **built**

- *Cause.* A wrong sign.
- *Host.* Subtracts.
- *Pen.* -
- *People.* -
- *Promises.* ${promise}, shown by \`it
  subtracts\`.
- *Left over.* Nothing.
`;
const judged = (text: string): readonly string[] =>
  hazardFaults(text, 1, {
    readme: `- **${promise}** Not too deep.`,
    testNames: [`${promise} it subtracts all of it`, 'something else'],
  });

test('a hazard with all that it needs is in order', () => {
  expect(judged(ONE)).toEqual([]);
});

test.each([
  ['a hazard that is missing', ONE.replace('H01', 'H02')],
  ['a hazard that is there twice', `${ONE}\n${ONE}`],
  ['a severity out of the scale', ONE.replace('Severity 5', 'Severity 7')],
  ['a status of no kind', ONE.replace('**built**', '**fine**')],
  ['nothing said of what is left over', ONE.replace('- *Left over.* Nothing.', '')],
  ['a promise that there is not', ONE.replace(promise, `${promise}, S-99`)],
  ['promises without a test', ONE.replace(/, shown by `[^`]+`/, '')],
  ['a test of something else', ONE.replace('it\n  subtracts', 'something else')],
])('%s is found', (_, text) => {
  expect(judged(text)).toHaveLength(1);
});

test('a test that there is not is found, and shows nothing', () => {
  expect(judged(ONE.replace('subtracts`', 'adds`'))).toHaveLength(2);
});

test('an empty file has no hazards, and that is found', () => {
  expect(judged('')).toEqual(['0 of 1 hazards are there.']);
});
