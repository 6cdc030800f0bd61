/** A certificate that was signed verifies; whatever is changed in it is named by its place. */
import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../host/core/certificate/certificate-shape.ts';
import { findingSentence, isNote } from '../../../host/core/certificate/finding.ts';
import { signCertificate } from '../../../host/certificate/sign.ts';
import { verifyCertificate } from '../../../host/certificate/verify.ts';
import { um } from '../../../protocol/units.ts';
import { given, refused } from '../../support/limit-world.ts';
import { makeCertificate } from '../../../host/core/certificate/make.ts';
import { inputFor, KEY, made, sealed, stored, WITH, written } from './made.ts';

const GOOD = made();
const findings = (certificate: Certificate, others: readonly Certificate[] = []) =>
  verifyCertificate(sealed(certificate), {
    ...WITH,
    others: others.map((other) => signCertificate(other, KEY)),
  }).findings;

/** What is said of a certificate that was changed and then signed again by the bench itself. */
const against = (change: Partial<Certificate>): readonly string[] =>
  findings({ ...GOOD, ...change }).map(findingSentence);

test('a certificate verifies: text, hash, key, and every figure from its raw lines', () => {
  expect(GOOD).toMatchObject({ adjusted: true, decided: 'as-left', dueDay: GOOD.issuedDay + 182 });
  expect(GOOD.table).toMatchObject({ class: 'P', serial: 'P1', certificateId: 'C20261120-01' });
  expect(GOOD.lines.length).toBeGreaterThan(500);
  expect(verifyCertificate(sealed(GOOD), WITH)).toEqual({ accepted: true, findings: [] });
  const plain = made({ adjust: false });
  expect(plain).toMatchObject({ adjusted: false, decided: 'as-found' });
  expect(plain.asLeft.kind).toBe('incomplete');
  expect(verifyCertificate(sealed(plain), WITH).accepted).toBe(true);
});

test('a certificate verifies in less than 200 ms', () => {
  const file = sealed(GOOD);
  verifyCertificate(file, WITH);
  const began = performance.now();
  for (let times = 0; times < 3; times += 1) verifyCertificate(file, WITH);
  expect((performance.now() - began) / 3).toBeLessThan(200);
});

describe('a file that was edited', () => {
  const signed = signCertificate(GOOD, KEY);
  const codesOf = (file: Parameters<typeof verifyCertificate>[0]) =>
    verifyCertificate(file, WITH).findings.map(({ code }) => code);

  test('is not what was signed', () => {
    const other = { ...signed, certificate: { ...GOOD, operator: 'Somebody' } };
    expect(codesOf(stored(other))).toEqual(['hash-differs', 'signature-wrong']);
    const rehashed = { ...other, hash: signCertificate(other.certificate, KEY).hash };
    expect(codesOf(stored(rehashed))).toEqual(['signature-wrong']);
    expect(codesOf({ signed, text: JSON.stringify(signed) })).toEqual(['not-canonical']);
  });

  test('under a key that nobody knows is vouched for by nobody', () => {
    const verdict = verifyCertificate(stored(signed), { keys: new Map(), others: [] });
    expect(verdict.accepted).toBe(false);
    expect(verdict.findings.map(findingSentence).join()).toContain('--public-key');
  });
});

describe('what does not follow from the raw lines is named, even if the bench signed it', () => {
  test('a mean error, a class, a table', () => {
    const { asLeft } = GOOD;
    if (asLeft.kind !== 'evaluated') throw new Error('evaluated');
    const points = asLeft.points.map((point, index) =>
      index === 3 ? { ...point, meanErrorNm: point.meanErrorNm + 1 } : point);
    expect(against({ asLeft: { ...asLeft, points } })).toEqual([
      expect.stringMatching(/^asLeft\.points\[3\]\.meanErrorNm says -?\d+, and the raw lines give/),
    ]);
    expect(against({ asLeft: { ...asLeft, class: 'S' } }).join())
      .toContain('asLeft.class says "S"');
    expect(against({ table: { ...GOOD.table, uncertaintyLowUm: made().table.biasLowUm } }).join())
      .toContain('table.uncertaintyLowUm');
    expect(against({ table: { ...GOOD.table, serial: 'P2' } }).join()).toContain('table.serial');
    expect(against({ dueDay: GOOD.dueDay + 365 }).join()).toContain('dueDay');
    expect(against({ curve: [] }).join()).toContain('curve[0]');
  });

  test('a reading, a raw line, a zero', () => {
    const [first] = GOOD.depths;
    if (first === undefined) throw new Error('measured');
    const depths = GOOD.depths.with(0, { ...first, readingNm: first.readingNm + 1_000 });
    expect(against({ depths }).join()).toContain('depths[0].readingNm says');
    const n = first.lines[1] ?? 0;
    const edit = (text: string) =>
      GOOD.lines.map((line) => (line.n === n ? { ...line, text } : line));
    expect(against({ lines: edit(written(99_000_000)) }).join()).toContain('never came to rest');
    expect(against({ lines: edit('912') }).join()).toContain('a line that is no reading');
    expect(against({ lines: GOOD.lines.filter((line) => line.n !== n) }).join())
      .toContain('a raw line that is not in the certificate');
    const [zero] = GOOD.zeros;
    if (zero === undefined) throw new Error('zeroed');
    expect(against({ zeros: GOOD.zeros.with(0, { ...zero, readingNm: 0 }) }).join())
      .toContain('zeros[0].readingNm says 0');
    expect(against({ zeros: GOOD.zeros.slice(1) }).join()).toContain('have no zero');
  });

  test('a damaged line between two of a reading disturbs it as little as it did the bench', () => {
    const [first] = GOOD.depths;
    const after = first?.lines[0] ?? 0;
    const between = ['912', '01A+00', '01A+00009.99'];
    const lines = GOOD.lines.flatMap((line, index) => [
      { ...line, n: 10 * line.n },
      ...(line.n === after
        ? between.map((text, more) =>
            ({ ...line, n: 10 * line.n + 1 + more, atMs: (GOOD.lines[index]?.atMs ?? 0), text }))
        : []),
    ]);
    const tenfold = <Has extends { readonly lines: readonly number[] }>(of: readonly Has[]) =>
      of.map((one) => ({ ...one, lines: one.lines.map((n) => 10 * n) }));
    expect(against({
      lines,
      depths: tenfold(GOOD.depths), rates: tenfold(GOOD.rates), zeros: tenfold(GOOD.zeros),
    })).toEqual([]);
  });

  test('lines that were picked, moved or used twice', () => {
    const [first, second] = GOOD.depths;
    if (first === undefined || second === undefined) throw new Error('measured');
    const picked = first.lines.map((n, index) => (index === 0 ? n - 1 : n));
    expect(against({ depths: GOOD.depths.with(0, { ...first, lines: picked }) }).join())
      .toMatch(/leaves out lines|never came to rest/);
    expect(against({ depths: GOOD.depths.with(1, { ...second, lines: first.lines }) }).join())
      .toContain('is used for two readings');
    const [one, two, ...rest] = GOOD.lines;
    if (one === undefined || two === undefined) throw new Error('lines');
    expect(against({ lines: [two, one, ...rest] }).join()).toContain('out of order');
  });

  test('a reading that is missing, or measured twice, or by an instrument that was overdue', () => {
    expect(against({ depths: GOOD.depths.slice(1) }).join()).toContain('was not measured');
    const again = GOOD.depths[0];
    if (again === undefined) throw new Error('measured');
    expect(against({ depths: [...GOOD.depths, again] }).join()).toContain('there twice');
    const instruments = GOOD.instruments.map((one) => ({ ...one, dueDay: GOOD.issuedDay - 1 }));
    expect(against({ instruments }).join()).toContain('was overdue itself');
    expect(against({ instruments: GOOD.instruments.slice(0, 1) }).join())
      .toContain('Instrument T-1 is not among');
  });
});

test('figures of another mathematics are not judged, and the seal still is', () => {
  const verdict = verifyCertificate(sealed({ ...GOOD, mathematics: 'corium-calibration-9' }), WITH);
  expect(verdict).toMatchObject({ accepted: true, findings: [{ code: 'other-mathematics' }] });
});

describe('the chain of a pen', () => {
  const hash = signCertificate(GOOD, KEY).hash;
  const before = GOOD.table;
  const next = made({
    seed: 5,
    input: { certificateId: 'C20270520-01', previous: hash, before, issuedDay: 2_690 },
    adjust: false,
  });

  test('holds, and what is not at hand is said and held against nobody', () => {
    expect(findings(next, [GOOD])).toEqual([]);
    const alone = findings(next);
    expect(alone).toMatchObject([{ code: 'previous-missing' }]);
    expect(alone.every(isNote)).toBe(true);
  });

  test('takes no certificate of another pen, of an earlier day, and no second follower', () => {
    const other = made({ input: { pen: { ...GOOD.pen, serial: 'P2' }, before: undefined } });
    const wrong = { ...next, previous: signCertificate(other, KEY).hash };
    expect(findings(wrong, [other]).map(({ code }) => code)).toContain('previous-of-another-pen');
    const early = made({
      seed: 5, adjust: false,
      input: { certificateId: 'C2', previous: hash, before, issuedDay: 2_500 },
    });
    expect(findings(early, [GOOD])).toMatchObject([{ code: 'clock-went-back' }]);
    const fork = { ...next, certificateId: 'C9', table: { ...next.table, certificateId: 'C9' } };
    expect(findings(next, [GOOD, fork])).toEqual([{ code: 'fork', other: 'C9' }]);
    const elsewhere = made({
      seed: 5, adjust: false, input: { certificateId: 'C2', previous: hash, issuedDay: 2_690 },
    });
    expect(findings(elsewhere, [GOOD])).toMatchObject([{ code: 'found-differently' }]);
  });
});

describe('no certificate is made', () => {
  const why = (input: Parameters<typeof makeCertificate>[0]) => refused(makeCertificate(input));

  test('of readings that are not enough, without a zero, or by a gauge that nobody named', () => {
    const input = inputFor();
    const depths = input.depths.filter(({ seating }) => seating < 2);
    expect(why({ ...input, depths })).toMatchObject({ why: 'too-few-seatings' });
    expect(why({ ...input, zeros: [] })).toMatchObject({ code: 'no-zero' });
    expect(why({ ...input, depthGauge: 'G-2' })).toMatchObject({ code: 'no-gauge' });
    const asFound = input.depths.filter(({ series }) => series === 'as-found');
    expect(why({ ...input, depths: asFound })).toMatchObject({ series: 'as-left' });
  });

  test('with a curve in the pen that the readings did not ask for', () => {
    const input = inputFor();
    const [first, ...rest] = input.adjustedTo ?? [];
    if (first === undefined) throw new Error('adjusted');
    const adjustedTo = [{ ...first, addUm: um(first.addUm + 1) }, ...rest];
    expect(why({ ...input, adjustedTo })).toEqual({ code: 'other-curve' });
    expect(why({ ...input, adjustedTo: [] })).toEqual({ code: 'other-curve' });
  });

  test('under a name that is none, by an overdue gauge', () => {
    const input = inputFor();
    expect(why({ ...input, certificateId: '../C1' })).toMatchObject({ code: 'bad-value' });
    const instruments = input.instruments.map((one) => ({ ...one, dueDay: 2_000 }));
    expect(why({ ...input, instruments })).toMatchObject({ why: 'gauge-overdue' });
  });

  test('a zero whose lines nobody kept in mind is looked up, wherever it began', () => {
    const input = inputFor();
    const zeros = input.zeros.map(({ series, readingNm }) => ({ series, readingNm }));
    const certificate = given(makeCertificate({ ...input, zeros }));
    expect(verifyCertificate(sealed(certificate), WITH).accepted).toBe(true);
    const other = input.zeros.map(({ series }) => ({ series, readingNm: 31_000 }));
    expect(why({ ...input, zeros: other })).toMatchObject({ code: 'no-zero', series: 'as-found' });
  });
});
