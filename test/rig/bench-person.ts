/**
 * A technician who reads what the bench says and does it: answers in words at one pipe, hands at
 * another. The pen is a simulator that this rig started, so the command line knows nothing of it
 * but five ports.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SIM = fileURLToPath(new URL('../../sim/main.ts', import.meta.url));

/** A simulated bench behind pseudo-terminals. */
export interface BenchSim {
  readonly places: Readonly<Record<'pen' | 'gauge' | 'tachometer' | 'peaks' | 'force', string>>;
  readonly tell: (word: string) => void;
  readonly close: () => void;
}

interface Told {
  readonly event: string;
  readonly address: string;
  readonly [name: string]: string | { readonly address: string };
}

/** Starts one; faults are those of the simulator's command line. */
export function startBench(faults: readonly string[]): Promise<BenchSim> {
  const child = spawn(process.execPath, [
    SIM, '--pty', '--json', '--control', '--operator', 'technician', '--cartridge', 'metrology',
    '--gauge', 'mitutoyo', '--tachometer', '--peaks', '--force',
    ...faults.flatMap((fault) => ['--fault', fault]),
  ], { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('close', () => reject(new Error('the simulated bench ended')));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line) as Told;
      if (told.event !== 'listening') return;
      const at = (name: string): string => {
        const place = told[name];
        return typeof place === 'object' ? place.address : '';
      };
      resolve({
        places: {
          pen: told.address, gauge: at('gauge'), tachometer: at('tachometer'), peaks: at('peaks'),
          force: at('force'),
        },
        tell: (word) => void child.stdin.write(`${word}\n`),
        close: () => {
          child.removeAllListeners('close');
          child.kill('SIGTERM');
        },
      });
    });
  });
}

/** What is answered to what is said; the first that fits. */
const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/blunt metrology one/, 'y'], [/clamped, its rim flat/, 'y'], [/For how many minutes/, '20'],
  [/degrees Celsius/, '21.5'], [/Put a correcting curve/, 'y'],
];

/** Watches what is said and does it, line by line. */
export function technicianAt(bench: BenchSim): (text: string, child: ChildProcess) => void {
  let seen = 0;
  return (text, child) => {
    const fresh = text.slice(seen);
    const end = fresh.lastIndexOf('\n');
    if (end < 0) return;
    seen += end + 1;
    for (const line of fresh.slice(0, end).split('\n')) obey(line, bench, child);
  };
}

function obey(line: string, bench: BenchSim, child: ChildProcess): void {
  const say = (word: string): void => void child.stdin?.write(`${word}\n`);
  const answer = ANSWERS.find(([asked]) => asked.test(line));
  if (answer !== undefined) say(answer[1]);
  // The bench key is held for whoever asks for the trigger, and let go of for everything else.
  if (/until it is in calibration/.test(line)) bench.tell('press');
  else if (/ of \d+ {2}/.test(line)) bench.tell('auto');
  const force = /with about ([\d.]+) N/.exec(line);
  bench.tell(`push ${force === null ? 0 : Math.round(Number(force[1]) * 1_000)}`);
  if (/Take the cartridge out/.test(line)) {
    setTimeout(() => {
      bench.tell('seat');
      setTimeout(() => say('ok'), 100);
    }, 300);
  }
  if (/is latched|Then confirm/.test(line)) setTimeout(() => say('ok'), 1_000);
}
