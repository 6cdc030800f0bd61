/** What a bench measured of a simulated pen becomes a certificate that verifies. */
import { expect, test } from 'vitest';
import type { Certificate } from '../../../host/core/certificate/certificate-shape.ts';
import { makeCertificate } from '../../../host/core/certificate/make.ts';
import { verifyCertificate } from '../../../host/certificate/verify.ts';
import { given } from '../../support/limit-world.ts';
import { asMitutoyo, createRoom, PLAN } from '../bench/virtual-room.ts';
import { inputFor, PEN, sealed, WITH } from './made.ts';

test('a bench that was led from zero to the last rate gives a certificate that verifies', () => {
  const lines: Certificate['lines'][number][] = [];
  const room = createRoom({
    show: (micrometres) => {
      const text = asMitutoyo(micrometres);
      const n = lines.length + 1;
      lines.push({ n, atMs: room.nowMs(), gauge: 'G-1', text });
      return text;
    },
  });
  expect(room.runUntil(() => room.host().bench.phase.kind === 'measured')).toBe(true);
  const { depths, rates, zeroNm = 0 } = room.host().bench;
  const certificate = given(makeCertificate({
    ...inputFor({ adjust: false }),
    pen: { ...PEN, serial: room.host().bench.pen?.serial ?? '' },
    plan: PLAN,
    lines,
    zeros: [{ series: 'as-found', readingNm: zeroNm }],
    depths,
    rates,
  }));
  expect(verifyCertificate(sealed(certificate), WITH)).toEqual({ accepted: true, findings: [] });
  const [first] = depths;
  const moved = certificate.lines.map((line) =>
    line.n === first?.lines[1] ? { ...line, text: asMitutoyo(3_000) } : line);
  const verdict = verifyCertificate(sealed({ ...certificate, lines: moved }), WITH);
  expect(verdict).toMatchObject({ accepted: false, findings: [{ at: 'depths[0].readingNm' }] });
});
