/**
 * The command line at a bench, as the rig of a calibration runs it: real processes, what they said,
 * and a list of what was not as it should be.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CORIUM = fileURLToPath(new URL('../../host/corium.mjs', import.meta.url));
const ALL_MS_MAX = 900_000;

/** What a command came to. */
export interface Ran {
  readonly code: number | null;
  readonly text: string;
}

/** Runs the command; `watch` is told every new line and may speak to it or end it. */
export function corium(
  words: readonly string[],
  watch: (text: string, child: ChildProcess) => void = () => undefined,
): Promise<Ran> {
  const child = spawn(process.execPath, [CORIUM, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  const take = (piece: Buffer): void => {
    text += piece.toString();
    watch(text, child);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  child.stdin.on('error', () => undefined);
  const late = setTimeout(() => child.kill('SIGKILL'), ALL_MS_MAX);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code, text });
    });
  });
}

const wrong: string[] = [];

/** Says whether something is so, with the end of what was said where it is not. */
export function hold(so: boolean, what: string, { text }: Ran): void {
  console.log(`${so ? 'ok    ' : 'WRONG '} ${what}`);
  if (so) return;
  wrong.push(what);
  console.log(text.split('\n').slice(-12).map((line) => `       ${line}`).join('\n'));
}

/** How much was not as it should be. */
export const wrongs = (): number => wrong.length;

const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ABOUT = ['--maker', 'M', '--model', 'X', '--certificate', 'DK-1', '--calibrated', day(-90),
  '--due', day(200), '--by', 'rig'];
const GAUGES = [
  ['--serial', 'G1', '--kind', 'mitutoyo', '--unit', 'mm', '--resolution', '0.001mm',
    '--uncertainty', '0.002mm'],
  ['--serial', 'T1', '--kind', 'tachometer', '--resolution', '0.01Hz', '--uncertainty', '0.05Hz'],
  ['--serial', 'L1', '--kind', 'peak-hold', '--resolution', '0.001mm', '--uncertainty', '0.002mm'],
  ['--serial', 'F1', '--kind', 'mark-10', '--resolution', '0.001N', '--uncertainty', '0.02N'],
] as const;

/** Makes an installation with a key and four gauges. */
export async function setUp(data: string, key: string): Promise<void> {
  await corium(['init', '--data', data]);
  await corium(['certificate', 'new-key', '--data', data, '--key', key]);
  for (const gauge of GAUGES) {
    const added = await corium(['gauges', 'add', '--data', data, ...gauge, ...ABOUT]);
    hold(added.code === 0, `gauge ${gauge[1]} entered`, added);
  }
}
