/**
 * Calibrations in real time: the command itself, pen and instruments on pseudo-terminals, and a
 * technician who holds the bench key. One is killed in the middle of a sweep and goes on with
 * --resume; another finds a pen out of tolerance, corrects it, and measures all of it again.
 *
 *   node test/rig/calibration.ts [--only killed|adjusted] [--quick]
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { SignedCertificate } from '../../host/core/certificate/certificate-shape.ts';
import type { CertifiedSeries } from '../../host/core/certificate/figures-shape.ts';
import { corium, hold, type Ran, setUp, wrongs } from './bench-commands.ts';
import { startBench, technicianAt } from './bench-person.ts';

const KILL_AFTER_READINGS = 9;
/**
 * A pen that was knocked: every stroke so much deeper than its certificate says. Out of class P,
 * and not so far off that the pen itself stops at its first stroke, as it does at 80 um.
 */
const KNOCKED = 'outside-certificate@0,offsetUm=45';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'calibration-rig-'));
const data = path.join(home, 'data');
const key = path.join(home, 'bench.pem');
const certificates = path.join(data, 'certificates');
const only = process.argv[process.argv.indexOf('--only') + 1];
/** Three depths in place of seven. */
const isQuick = process.argv.includes('--quick');
const isAsked = (name: string): boolean => !process.argv.includes('--only') || only === name;
const readingsIn = (text: string): number => text.match(/ mm +-?[\d.]+ um off/g)?.length ?? 0;
const secondsSince = (beganMs: number): string =>
  ((performance.now() - beganMs) / 1_000).toFixed(0);

const BESIDE = ['--gauge', 'G1', '--tachometer', 'T1', '--peaks', 'L1', '--force', 'F1'];
const COMMON = ['calibrate', '--data', data, '--by', 'rig', '--key', key, ...BESIDE];

/** A plan of somebody's own, so that this part takes no longer than it has to. */
const OWN_PLAN = {
  version: 1, name: 'rig', pointsUm: [250, 500, 1_000], seatings: 5, repeats: 1, clockings: 2,
  cartridges: 1, ratesCentiHz: [3_000], rateSeconds: 5, overshootRatesCentiHz: [15_000],
  forcesMn: [1_000, 1_500],
};

/** The text of a certificate that is not among those of before. */
function newest(before: readonly string[]): { readonly id: string; readonly text: string } {
  const file = filesNow().find((name) => !before.includes(name)) ?? '';
  const text = file === '' ? '{}' : fs.readFileSync(path.join(certificates, file), 'utf8');
  return { id: path.basename(file, '.json'), text };
}

const filesNow = (): readonly string[] =>
  fs.existsSync(certificates) ? fs.readdirSync(certificates) : [];

async function verified(id: string, ran: Ran): Promise<void> {
  const verify = await corium(['certificate', 'verify', id, '--data', data]);
  hold(verify.code === 0, `certificate ${id}: every figure follows from its raw lines`, verify);
  hold(ran.text.includes(id), 'its name is said at the end', ran);
}

async function killed(): Promise<void> {
  const beganMs = performance.now();
  const plan = path.join(home, 'plan.json');
  const words = [...COMMON, '--pen', 'sim', '--scripted', '--plan', plan, '--adjust', 'never'];
  fs.writeFileSync(plan, JSON.stringify({ ...OWN_PLAN, pointsUm: [250, 260, 1_000] }));
  const offStep = await corium(words);
  hold(offStep.code === 1 && offStep.text.includes('260 um is not one of'),
    'a plan that the pen cannot do is refused before anything moves', offStep);
  fs.writeFileSync(plan, JSON.stringify(OWN_PLAN));
  const broken = await corium(words, (text, child) => {
    if (readingsIn(text) >= KILL_AFTER_READINGS) child.kill('SIGKILL');
  });
  const kept = readingsIn(broken.text);
  hold(kept >= KILL_AFTER_READINGS, `killed in a sweep, after ${kept} readings`, broken);
  const barred = await corium(words);
  hold(barred.code === 1 && barred.text.includes('--resume'), 'not begun beside it', barred);
  const before = filesNow();
  const resumed = await corium([...words, '--resume']);
  hold(resumed.code === 0, 'gone on with to its certificate', resumed);
  const { id, text } = newest(before);
  await verified(id, resumed);
  hold(text.includes('"by":"tachometer"'), 'the rates are the tachometer\'s', resumed);
  hold(text.includes('"overshootNm"'), 'peaks in motion were measured', resumed);
  hold(text.includes('"penMn"'), 'force was measured beside the pen\'s own sensor', resumed);
  const due = await corium(['due', '--data', data, '--all']);
  hold(due.code === 0 && due.text.includes('pen'), 'the registry knows when it falls due', due);
  console.log(`       ${secondsSince(beganMs)} s\n`);
}

/** What a certificate says of both series. */
function readIn(text: string) {
  const { certificate } = JSON.parse(text) as Partial<SignedCertificate>;
  const classOf = (series: CertifiedSeries | undefined): string =>
    series?.kind === 'evaluated' ? series.class : 'none';
  return {
    asFound: classOf(certificate?.asFound),
    asLeft: classOf(certificate?.asLeft),
    depths: certificate?.depths.length,
  };
}

async function adjusted(): Promise<void> {
  const beganMs = performance.now();
  const bench = await startBench([KNOCKED]);
  const { pen, gauge, tachometer, peaks, force } = bench.places;
  const before = filesNow();
  const ownPlan = path.join(home, 'quick.json');
  fs.writeFileSync(ownPlan, JSON.stringify(OWN_PLAN));
  const plan = isQuick ? ownPlan : 'standard';
  const ran = await corium([
    ...COMMON, '--pen', pen, '--gauge-at', gauge, '--tachometer-at', tachometer, '--peaks-at',
    peaks, '--force-at', force, '--plan', plan, '--adjust', 'ask',
  ], technicianAt(bench));
  bench.close();
  hold(ran.code === 0, 'led by words from the datum to a certificate', ran);
  const { id, text } = newest(before);
  const { asFound, asLeft, depths } = readIn(text);
  const wanted = isQuick ? 60 : 140;
  hold(depths === wanted, `${wanted} depths from both sides, as found and as left`, ran);
  hold(asFound !== 'P', `found out of tolerance (class ${asFound})`, ran);
  hold(asLeft === 'P', `left in tolerance (class ${asLeft})`, ran);
  hold(text.includes('"adjusted":true'), 'the certificate says that it was adjusted', ran);
  await verified(id, ran);
  console.log(`       ${secondsSince(beganMs)} s\n`);
}

const beganMs = performance.now();
await setUp(data, key);
if (isAsked('killed')) await killed();
if (isAsked('adjusted')) await adjusted();
fs.rmSync(home, { recursive: true });
console.log(wrongs() === 0
  ? `Calibrations in real time, in ${secondsSince(beganMs)} s.`
  : `${wrongs()} wrong, in ${secondsSince(beganMs)} s.`);
process.exitCode = wrongs() === 0 ? 0 : 1;
