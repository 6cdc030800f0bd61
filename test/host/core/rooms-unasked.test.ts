import { expect, test } from 'vitest';
import { type CaseFile, isFirstVisit } from '../../../host/core/case-file.ts';
import { day } from '../../../host/core/day.ts';

const NOW = day(20_000);
const KNOWN = { on: day(19_900), areas: [], followUpOn: undefined, redFlag: undefined };
const CASE: CaseFile = {
  person: 'p-1', bornOn: day(5_000), fitzpatrick: 2, history: [KNOWN],
  screening: { answeredOn: NOW, answers: {}, signedBy: 'm-sato' },
  conditions: {}, clearances: [], precautions: [], signer: 'm-sato',
};

test('S-74 somebody whom other rooms may have treated counts as at a first visit', () => {
  expect(isFirstVisit(CASE, NOW)).toBe(false);
  expect(isFirstVisit({ ...CASE, roomsUnasked: true }, NOW)).toBe(true);
});
