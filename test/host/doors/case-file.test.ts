// The door for case files: what is missing stays missing, what makes no sense is turned away.
import { expect, test } from 'vitest';
import { demoCaseFile } from '../../../host/demo/case-file.ts';
import { parseCaseFile } from '../../../host/doors/case-file.ts';
import { codes, given, on, refused, TODAY } from '../../support/limit-world.ts';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const DEMO = (): Record<string, unknown> => {
  const parsed: unknown = JSON.parse(demoCaseFile(TODAY));
  if (typeof parsed !== 'object' || parsed === null) throw new Error('a case file is an object');
  return { ...parsed };
};

test('the least that a case file can say is whose it is and that its history is unknown', () => {
  const least = { version: 1, person: 'person-1', history: 'unknown' };
  expect(given(parseCaseFile(bytes(least)))).toEqual({
    person: 'person-1',
    bornOn: undefined,
    fitzpatrick: undefined,
    history: 'unknown',
    screening: { answeredOn: undefined, answers: {}, signedBy: undefined },
    conditions: {},
    clearances: [],
    precautions: [],
    signer: undefined,
  });
});

test('dates become days, other names become areas, a flag becomes an answer', () => {
  const visit = {
    date: '2026-09-25',
    areas: [{ area: 'upper-lip', side: 'midline' }],
    followUpOn: '2026-10-09',
    redFlag: true,
  };
  expect(given(parseCaseFile(bytes({ ...DEMO(), history: [visit] }))).history).toEqual([
    {
      on: on('2026-09-25'),
      areas: [{ area: 'perioral', side: 'midline' }],
      followUpOn: on('2026-10-09'),
      redFlag: 'yes',
    },
  ]);
});

test.each<[string, object, string]>([
  ['a day that does not exist', { bornOn: '1990-02-30' }, 'bad-value'],
  ['a skin type of seven', { fitzpatrick: 7 }, 'bad-value'],
  ['half a skin type', { fitzpatrick: 2.5 }, 'bad-value'],
  [
    'an answer that is neither yes nor no',
    { conditions: { 'very-lax-skin': 'maybe' } },
    'bad-value',
  ],
  ['a condition that nobody knows', { conditions: { tired: 'no' } }, 'unknown-field'],
  ['a question that nobody asks', { screening: { answers: { hungry: 'no' } } }, 'unknown-field'],
  ['no history', { history: undefined }, 'missing-field'],
  ['a history that is a word', { history: 'none' }, 'bad-value'],
  ['another version', { version: 3 }, 'wrong-version'],
  ['a person with a name', { person: 'Jane Doe' }, 'bad-value'],
  [
    'a clearance by an operator',
    { clearances: [{ item: 'inflamed-acne', by: 'Someone', role: 'operator', reason: 'Fine.' }] },
    'bad-value',
  ],
  [
    'a clearance without a reason',
    { clearances: [{ item: 'inflamed-acne', by: 'Dr. Test', role: 'prescriber' }] },
    'missing-field',
  ],
])('a case file with %s is turned away', (_, change, code) => {
  expect(codes(refused(parseCaseFile(bytes({ ...DEMO(), ...change }))))).toEqual([code]);
});
