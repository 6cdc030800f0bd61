// Every refusal, notice and open reason is one sentence that says what, why and what next.
import { expect, test } from 'vitest';
import { PEN_SENTENCES } from '../../../host/core/pen-words.ts';
import { PERSON_SENTENCES } from '../../../host/core/person-words.ts';
import { PLAN_SENTENCES } from '../../../host/core/plan-words.ts';
import { inCm2, inHz, inMm, ruleWords } from '../../../host/core/word-parts.ts';
import { noticeSentence, refusalSentence } from '../../../host/core/words.ts';
import { areaWords } from '../../../host/core/word-parts.ts';

const ABOUT = { area: 'cheek', side: 'left', item: 'face', asked: 900, allowed: 750 } as const;

const isOneSentence = (text: string): boolean => /^[A-Z][^\n]*[^.]\.$/.test(text);

const SENTENCES = Object.entries({ ...PLAN_SENTENCES, ...PERSON_SENTENCES, ...PEN_SENTENCES });

test.each(SENTENCES)('the refusal %s is one sentence with a next step', (_, sentence) => {
  for (const about of [ABOUT, {}]) {
    const text = sentence(about);
    expect(text).toSatisfy(isOneSentence);
    expect(text).toMatch(/[;,]/);
    expect(text).not.toMatch(/undefined|NaN|\. [A-Z]/);
  }
});

test('a refusal speaks of millimetres, of the side and of the rule that binds', () => {
  const refusal = { code: 'depth-over-limit', ...ABOUT, rule: 'row:8' } as const;
  expect(refusalSentence(refusal)).toBe(
    'The plan asks for 0.90 mm at the left cheek and 0.75 mm is allowed (row 8 of the table); ' +
      'lower the depth.',
  );
});

test('notices are sentences as well', () => {
  const codes = [
    'interval-short', 'many-visits', 'calibration-out-of-date', 'calibration-shaken',
    'calibration-used-up', 'no-case-file', 'precaution',
  ] as const;
  for (const code of codes) expect(noticeSentence({ code, ...ABOUT })).toSatisfy(isOneSentence);
});

test('quantities are written as people read them', () => {
  expect([inMm(250), inCm2(1_250), inHz(11_670)]).toEqual(['0.25 mm', '12.5 cm2', '116.7 Hz']);
  expect(areaWords('upper-arm', 'right')).toBe('right upper arm');
  expect(ruleWords('site-row:23')).toBe("row 23 of the site's table");
});
