import { describe, expect, test } from 'vitest';
import { pseudonyms, trueNames } from '../../../host/export/names.ts';
import { treatmentPdf } from '../../../host/export/pdf/summary.ts';
import { ORDINARY } from '../../support/journal.ts';
import { treated } from './treated.ts';

const pages = (pdf: Uint8Array): number =>
  (Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;

describe('the summary of a treatment on paper', () => {
  const subject = treated();

  test('is a PDF, and the same treatment makes the same bytes', async () => {
    const one = await treatmentPdf(subject, pseudonyms(subject));
    const other = await treatmentPdf(treated(), pseudonyms(subject));
    expect(Buffer.from(one).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(pages(one)).toBe(1);
  });

  test('is made of a treatment without a chart, and of one with names in any script', async () => {
    const bare = treated(ORDINARY, []);
    expect(pages(await treatmentPdf(bare, pseudonyms(bare)))).toBe(1);
    const known = { name: '佐藤 美香 =1+1 \u202e', born: '1986-04-12', contact: undefined };
    expect(pages(await treatmentPdf(subject, trueNames(subject, known)))).toBe(1);
  });
});
