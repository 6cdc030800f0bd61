/**
 * A calibration in real time: the command itself, pen, gauge, tachometer and sensor of peaks on
 * pseudo-terminals, and a scripted technician who holds the bench key. The host is killed in the
 * middle of a sweep and goes on with --resume; then the certificate is verified.
 *
 *   node test/rig/calibration.ts
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const CORIUM = fileURLToPath(new URL('../../host/corium.mjs', import.meta.url));
const KILL_AFTER_READINGS = 9;
const ALL_MS_MAX = 420_000;

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'calibration-rig-'));
const data = path.join(home, 'data');
const key = path.join(home, 'bench.pem');

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/** Runs the command; `watch` looks at what was said so far and may end it. */
function corium(
  words: readonly string[],
  watch: (text: string, child: ChildProcess) => void = () => undefined,
): Promise<Ran> {
  const child = spawn(process.execPath, [CORIUM, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const take = (piece: Buffer): void => {
    text += piece.toString();
    watch(text, child);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const late = setTimeout(() => child.kill('SIGKILL'), ALL_MS_MAX);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code, text });
    });
  });
}

const wrong: string[] = [];
function hold(so: boolean, what: string, { text }: Ran): void {
  console.log(`${so ? 'ok    ' : 'WRONG '} ${what}`);
  if (so) return;
  wrong.push(what);
  console.log(text.split('\n').slice(-12).map((line) => `       ${line}`).join('\n'));
}

const GAUGES = [
  ['--serial', 'G1', '--kind', 'mitutoyo', '--unit', 'mm', '--resolution', '0.001mm',
    '--uncertainty', '0.002mm'],
  ['--serial', 'T1', '--kind', 'tachometer', '--resolution', '0.01Hz', '--uncertainty', '0.05Hz'],
  ['--serial', 'L1', '--kind', 'peak-hold', '--resolution', '0.001mm', '--uncertainty', '0.002mm'],
] as const;
const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ABOUT = ['--maker', 'M', '--model', 'X', '--certificate', 'DK-1', '--calibrated', day(-90),
  '--due', day(200), '--by', 'rig'];
const CALIBRATE = ['calibrate', '--data', data, '--pen', 'sim', '--gauge', 'G1', '--tachometer',
  'T1', '--peaks', 'L1', '--by', 'rig', '--scripted', '--plan', 'short', '--adjust', 'never',
  '--key', key];

const readingsIn = (text: string): number => text.match(/ mm +-?[\d.]+ um off/g)?.length ?? 0;

const beganMs = performance.now();
await corium(['init', '--data', data]);
await corium(['certificate', 'new-key', '--data', data, '--key', key]);
for (const gauge of GAUGES) {
  const added = await corium(['gauges', 'add', '--data', data, ...gauge, ...ABOUT]);
  hold(added.code === 0, `gauge ${gauge[1]} entered`, added);
}

const killed = await corium(CALIBRATE, (text, child) => {
  if (readingsIn(text) >= KILL_AFTER_READINGS) child.kill('SIGKILL');
});
const kept = readingsIn(killed.text);
hold(kept >= KILL_AFTER_READINGS, `killed in a sweep, after ${kept} readings`, killed);

const barred = await corium(CALIBRATE);
hold(barred.code === 1 && barred.text.includes('--resume'), 'not begun beside it', barred);

const resumed = await corium([...CALIBRATE, '--resume']);
hold(resumed.code === 0, 'gone on with to its certificate', resumed);
const certificates = path.join(data, 'certificates');
const files = fs.existsSync(certificates) ? fs.readdirSync(certificates) : [];
const [file = ''] = files;
hold(files.length === 1, 'one certificate is kept', resumed);

const verified = await corium(
  ['certificate', 'verify', path.basename(file, '.json'), '--data', data],
);
hold(verified.code === 0, 'every figure follows from its raw lines', verified);
const text = files.length === 1 ? fs.readFileSync(path.join(certificates, file), 'utf8') : '{}';
hold(text.includes('"by":"tachometer"'), 'the rates are the tachometer\'s', verified);
hold(text.includes('"overshootNm"'), 'peaks in motion were measured', verified);
const due = await corium(['due', '--data', data, '--all']);
hold(due.code === 0 && due.text.includes('pen'), 'the registry knows when it falls due', due);

fs.rmSync(home, { recursive: true });
const tookS = ((performance.now() - beganMs) / 1_000).toFixed(0);
console.log(wrong.length === 0
  ? `\nA calibration in real time, killed and gone on with, in ${tookS} s.`
  : `\n${wrong.length} wrong, in ${tookS} s.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
