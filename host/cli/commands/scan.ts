// Reads the code of a cartridge's package: typed or scanned as an argument, or line by line from a
// scanner whose output is piped in. It claims nothing; that is done where a visit is kept.

import fs from 'node:fs';
import process from 'node:process';
import { scanCartridge, scanSentence } from '../../core/care/visit/scanned-cartridge.ts';
import { gather, NOTHING_GATHERED } from '../../core/care/visit/scanner-input.ts';
import { type Day, formatDay } from '../../core/day.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Reads one or more codes. */
export function scanCommand(
  code: string | undefined,
  gtins: readonly string[],
  today: Day,
): Outcome {
  const codes = code === undefined ? codesOf(fs.readFileSync(process.stdin.fd, 'utf8')) : [code];
  if (codes.length === 0) return failed(EXIT.refused, ['The scanner sent nothing; scan again.']);
  const scans = codes.map((one) => ({ code: one, result: scanCartridge(one, { today, gtins }) }));
  const lines = scans.flatMap(({ result }) => {
    if (!result.ok) return [];
    const { gtin, lot, serial, expiresOn, madeOn } = result.value;
    return [
      `article ${gtin}, lot ${lot ?? 'not named'}, serial ${serial}, expires `
        + `${formatDay(expiresOn)}${madeOn === undefined ? '' : `, made ${formatDay(madeOn)}`}`,
    ];
  });
  const sentences = scans.flatMap(({ result }) =>
    (result.ok ? [] : result.error.map(scanSentence)));
  const document = {
    scans: scans.map(({ code: text, result }) => (result.ok
      ? { code: text, ok: true, ...result.value, ...datesOf(result.value) }
      : { code: text, ok: false, refusals: result.error })),
  };
  return sentences.length === 0
    ? done(lines, { ok: true, ...document })
    : failed(EXIT.refused, sentences, { lines, document });
}

const datesOf = (of: { readonly expiresOn: Day; readonly madeOn: Day | undefined }): object => ({
  expiresOn: formatDay(of.expiresOn),
  madeOn: of.madeOn === undefined ? undefined : formatDay(of.madeOn),
});

/** The codes in what was piped in; a last line needs no end. */
const codesOf = (text: string): readonly string[] =>
  gather(NOTHING_GATHERED, `${text}\n`, 0).codes;
