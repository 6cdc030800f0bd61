/**
 * Many lines that no gauge would send, and some that one would: none is an exception, and none is
 * half a reading. A hundred thousand here; GAUGE_LINES=1000000 says how many else.
 */
import { describe, expect, test } from 'vitest';
import { toNm } from '../../../../host/core/gauge/decimal.ts';
import { readLine } from '../../../../host/core/gauge/formats.ts';
import { GAUGE_KINDS, LINE_CHARACTERS_MAX } from '../../../../host/core/gauge/gauge-line.ts';
import { implausible } from '../../../../host/core/gauge/plausible.ts';
import { type Steadying, steadyStep, UNSTEADY } from '../../../../host/core/gauge/steady.ts';
import { createLineReader } from '../../../../host/gauge/line-reader.ts';
import { mannersOf } from '../../../../host/core/gauge/manners.ts';
import { createRandom, nextBetween, nextChance, type Random } from '../../../../sim/random.ts';

const COUNT = Number(process.env['GAUGE_LINES'] ?? 100_000);

const GOOD = [
  '01A+0000.123', '01A-000.0018', '01A+00123.456', '01A+00.12345', '0A1+0000.123', '911', '912',
  '+000.5080,MM ', '-  0.0123,mm ', '+ 0.01970, in', '4.285 N', '-0.012 kgF', '4.285 Nm', '*10',
  '1.234', '-0.05', '#timeout', '116.67 Hz', '  7000 rpm',
] as const;
const LIKELY = '0123456789+-.,#* AMNmnINhHzZpr\r\n\t';

const letter = (random: Random): string =>
  nextChance(random, 700_000)
    ? LIKELY.charAt(nextBetween(random, 0, LIKELY.length - 1))
    : String.fromCharCode(nextBetween(random, 0, 255));

const noise = (random: Random, length: number): string =>
  Array.from({ length }, () => letter(random)).join('');

/** A good line with a few characters changed, lost, doubled or put in; or noise from end to end. */
function drawLine(random: Random): string {
  if (nextChance(random, 250_000)) {
    return noise(random, nextBetween(random, 0, nextChance(random, 50_000) ? 200 : 24));
  }
  let line: string = GOOD[nextBetween(random, 0, GOOD.length - 1)] ?? '';
  for (let change = nextBetween(random, 0, 3); change > 0; change -= 1) {
    const at = nextBetween(random, 0, line.length);
    const gone = nextBetween(random, 0, 2);
    line = line.slice(0, at) + noise(random, nextBetween(random, 0, 2)) + line.slice(at + gone);
  }
  return line;
}

test('lines by the hundred thousand: readings, errors and damage, and never an exception', () => {
  const random = createRandom(20_261_120, 1);
  const seen = { reading: 0, 'gauge-error': 0, damaged: 0 };
  const wrong: string[] = [];
  let steady: Steadying = UNSTEADY;
  for (let n = 0; n < COUNT; n += 1) {
    const text = drawLine(random);
    const kind = GAUGE_KINDS[n % GAUGE_KINDS.length] ?? 'plain';
    const line = readLine(kind, text);
    seen[line.kind] += 1;
    if (line.kind !== 'reading') continue;
    const valueNm = toNm(line.written, 'inch');
    const sound = /^\d{1,9}(?:\.\d{1,6})?$/.test(line.written.digits)
      && Number.isSafeInteger(valueNm)
      && text.includes(line.written.digits.slice(0, 1))
      && text.length <= LINE_CHARACTERS_MAX;
    if (!sound) wrong.push(text);
    implausible(valueNm, nextBetween(random, 100, 2_500));
    steady = steadyStep(steady, { atMs: n, valueNm, line: n }).state;
  }
  expect(wrong).toEqual([]);
  expect(seen.reading).toBeGreaterThan(COUNT / 50);
  expect(seen['gauge-error']).toBeGreaterThan(COUNT / 500);
  expect(seen.damaged).toBeGreaterThan(COUNT / 2);
});

describe('bytes by the hundred thousand', () => {
  test.each(GAUGE_KINDS)('through the reader of a %s, and never an exception', (kind) => {
    const random = createRandom(7, 2);
    let lines = 0;
    const reader = createLineReader(mannersOf(kind), (text) => {
      lines += 1;
      if (text.length > LINE_CHARACTERS_MAX + 1) throw new Error(text);
      readLine(kind, text);
    });
    for (let sent = 0; sent < COUNT; ) {
      const piece = noise(random, nextBetween(random, 1, 300));
      reader.push(Buffer.from(piece, 'latin1'));
      sent += piece.length;
    }
    expect(lines).toBeGreaterThan(0);
    reader.destroy();
  });
});
