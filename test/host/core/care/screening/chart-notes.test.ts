// A screening that went through the chart comes out as the case file that it made directly.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Identity, initChart, openChart, readIdentity, registerPerson,
} from '../../../../../host/chart/index.ts';
import { identityKeyOf } from '../../../../../host/chart/identity-key.ts';
import { caseFileOf } from '../../../../../host/core/care/screening/case-file-of.ts';
import { screeningNotes } from '../../../../../host/core/care/screening/chart-notes.ts';
import type { Screened } from '../../../../../host/core/care/screening/answers.ts';
import { questionsFor } from '../../../../../host/core/care/screening/questionnaire.ts';
import { caseFileOf as chartCaseFile } from '../../../../../host/core/chart/case-file-of.ts';
import { foldChart } from '../../../../../host/core/chart/fold-chart.ts';
import { day, formatDay } from '../../../../../host/core/day.ts';
import { createMemoryWorld, granted } from '../../../../support/journal.ts';
import { refused, TODAY } from '../../../../support/limit-world.ts';
import { ALL_NO } from './screened.ts';

const TOLD = { person: 'p-1', history: 'unknown', indications: [], signer: 'Provider' } as const;
const VISIT = { screeningId: 's-1', visitId: 'v-1', by: 'm-sato' };

test('a screening in which something is open is not written down', () => {
  const open = { ...ALL_NO, signedBy: undefined };
  expect(refused(screeningNotes(caseFileOf(TOLD, open), open, VISIT))).toBe('screening-open');
});

const anyScreened = fc
  .array(fc.tuple(fc.nat({ max: 9 }), fc.option(fc.nat({ max: 300 }))), {
    minLength: 40, maxLength: 40,
  })
  .map((drawn): Screened => ({
    ...ALL_NO,
    answers: questionsFor('needles').map(({ id, outcome }, index) => {
      const [chance = 1, ago] = drawn[index] ?? [];
      if (chance > 0) return { question: id, answer: 'no' };
      const note = outcome === 'warning' ? { note: 'Discussed.' } : {};
      const on = typeof ago === 'number' ? { on: day(TODAY - ago) } : {};
      return { question: id, answer: 'yes', ...note, ...on };
    }),
    clearances: ['isotretinoin', 'peel', 'anticoagulant'].map((question) =>
      ({ question, by: 'Dr. Ito', reason: 'Seen.' })),
  }))
  .filter((screened) => caseFileOf(TOLD, screened).screening.signedBy !== undefined);

test('S-60 through the chart and back, a case file says the same', async () => {
  const identity: Identity = granted(
    readIdentity({ name: 'Ana', born: '1986-04-12', contact: undefined }, TODAY),
  );
  const key = identityKeyOf(new Uint8Array(32).fill(7));
  await fc.assert(
    fc.asyncProperty(anyScreened, async (screened) => {
      const world = createMemoryWorld();
      world.day = formatDay(TODAY);
      granted(initChart('data', world));
      const chart = granted(openChart('data', world));
      const wanted = { person: 'p-1', identity, key, distinctFrom: [], by: 'm-sato' };
      granted(await registerPerson(chart, wanted));
      const direct = caseFileOf(TOLD, screened);
      granted(await chart.append(
        {
          kind: 'visit-opened', visitId: 'v-1', person: 'p-1', on: formatDay(TODAY),
          modality: 'automated', by: 'm-sato',
        },
        ...granted(screeningNotes(direct, screened, VISIT)),
      ));
      const facts = foldChart(granted(chart.entries()));
      const told = chartCaseFile({
        facts, person: 'p-1', visitId: 'v-1', bornOn: screened.bornOn, treated: [],
      });
      expect(told).toEqual(direct);
    }),
    { numRuns: 40 },
  );
});
