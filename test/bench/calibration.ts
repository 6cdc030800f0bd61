/**
 * How long a whole calibration takes on virtual time: seven depths from both sides in five
 * seatings, three rates, as found and as left, pen and gauge stepped millisecond by millisecond and
 * every byte through the codec. Then its certificate is made, signed, and verified.
 */
import { performance } from 'node:perf_hooks';
import { generateKeyPairSync } from 'node:crypto';
import { keyIdOf } from '../../host/certificate/bench-key.ts';
import { signCertificate, verifyCertificate } from '../../host/certificate/index.ts';
import { fileText } from '../../host/certificate/sign.ts';
import { evaluate } from '../../host/core/calibration/evaluate.ts';
import { USUAL_CLIMATE } from '../../host/core/calibration/point-result.ts';
import { makeCertificate } from '../../host/core/certificate/make.ts';
import { um } from '../../protocol/units.ts';
import { createRoom, PLAN, type Room, type RoomParts } from '../host/bench/virtual-room.ts';
import { inputFor, PEN } from '../host/certificate/made.ts';
import { announce, atMost, conclude, median, QUICK } from '../support/bench.ts';
import { given } from '../support/limit-world.ts';

const TIMES = QUICK ? 2 : 7;
const VERIFIED = QUICK ? 10 : 60;
const GAUGE = {
  serial: 'G-1', kind: 'depth', resolutionNm: 1_000, expandedNm: 2_000, k: 2, certificate: 'C',
  dueDay: 3_000,
} as const;

function measured(parts: RoomParts): Room {
  const room = createRoom(parts);
  if (room.runUntil(() => room.host().bench.phase.kind === 'measured')) return room;
  throw new Error(`not measured: ${JSON.stringify(room.host().bench.phase)}`);
}

/** One calibration from the zero of as-found to the last rate of as-left. */
function calibration(seed: number): readonly [Room, Room] {
  const found = measured({ seed });
  const { depths, rates } = found.host().bench;
  const { adjustment } = evaluate({
    depths, rates, overshoots: [], typedZeros: [], forces: [], gauge: GAUGE,
    climate: USUAL_CLIMATE, curveBefore: [], overshootUm: 12, day: 2_500,
  });
  if (adjustment?.kind !== 'curve') throw new Error('no curve');
  found.runFor(300); // the finger leaves the trigger
  found.tell({
    kind: 'write',
    table: {
      serial: found.pen.serial, certificateId: 'ADJUSTING', class: 'none', issuedDay: 0, dueDay: 0,
      biasLowUm: um(0), uncertaintyLowUm: um(0), biasHighUm: um(0), uncertaintyHighUm: um(0),
      curve: adjustment.curve,
    },
  });
  if (!found.runUntil(() => found.host().bench.phase.kind === 'written', 20_000)) {
    throw new Error('the curve is not in the pen');
  }
  return [found, measured({ seed, memory: found.pen.memory(), start: { series: 'as-left' } })];
}

const tookMs: number[] = [];
let rooms = calibration(1);
for (let time = 0; time < TIMES; time += 1) {
  const beganMs = performance.now();
  rooms = calibration(time + 1);
  tookMs.push(performance.now() - beganMs);
}
const [found, left] = rooms;
const readings = found.host().bench.depths.length + left.host().bench.depths.length;
const simulatedS = (found.nowMs() + left.nowMs()) / 1_000;

// Lines of the second series come after those of the first, as at a bench.
const OFFSET = 100_000;
const pen = found.host().bench.pen?.serial ?? '';
const benches = [found.host().bench, left.host().bench];
const moved = <Has extends { readonly lines: readonly number[] }>(of: readonly Has[], by: number) =>
  of.map((one) => ({ ...one, lines: one.lines.map((n) => n + by) }));
const certificate = given(makeCertificate({
  ...inputFor({ adjust: false }),
  pen: { ...PEN, serial: pen },
  plan: PLAN,
  lines: [
    ...found.lines,
    ...left.lines.map((line) => ({ ...line, n: line.n + OFFSET, atMs: line.atMs + 10_000_000 })),
  ],
  depths: benches.flatMap(({ depths }, index) => moved(depths, index * OFFSET)),
  rates: benches.flatMap(({ rates }) => rates),
  zeros: benches.map(({ series, zeroNm = 0 }) => ({ series, readingNm: zeroNm })),
  adjustedTo: left.host().bench.tableBefore?.curve,
}));
const pair = generateKeyPairSync('ed25519');
const key = {
  keyId: keyIdOf(pair.publicKey),
  privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};
const signed = signCertificate(certificate, key);
const file = { signed, text: fileText(signed) };
const verifiedMs: number[] = [];
for (let time = 0; time < VERIFIED; time += 1) {
  const beganMs = performance.now();
  const { accepted } = verifyCertificate(file, {
    keys: new Map([[key.keyId, pair.publicKey]]), others: [],
  });
  verifiedMs.push(performance.now() - beganMs);
  if (!accepted) throw new Error('a certificate that was just made is not accepted');
}

announce('Calibration: as found and as left on virtual time, and its certificate verified');
console.log(`${readings} readings of a depth and ${String(certificate.lines.length)} raw lines in `
  + `${simulatedS.toFixed(0)} simulated seconds; ${TIMES} calibrations, ${VERIFIED} verifications`);
conclude('node test/bench/calibration.ts', [
  atMost('a full calibration', median(tookMs) / 1_000, 3, ' s'),
  atMost('verification of its certificate', median(verifiedMs), 200, ' ms'),
]);
