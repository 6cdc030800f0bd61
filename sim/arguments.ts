// What the simulator can be asked for on its command line, and how it says that it cannot.

import { parseArgs } from 'node:util';
import { BENCH_FAULT_KINDS } from './bench/bench-fault.ts';
import { INSTRUMENTS } from './bench/instrument-make.ts';
import { CONTROL_WORDS } from './control.ts';
import { FAULT_KINDS } from './fault-words.ts';
import { giveUp } from './give-up.ts';
import { KEYS, OPERATORS } from './hands.ts';
import { CARTRIDGES, MODEL_NAMES } from './models/index.ts';

const INDENT = ' '.repeat(23);

/** Words as lines of a few each, under the first. */
function listed(words: readonly string[], each = 5): string {
  const lines = Array.from({ length: Math.ceil(words.length / each) }, (_, line) =>
    words.slice(line * each, (line + 1) * each).join(', '));
  return lines.join(`,\n${INDENT}`);
}

const BESIDE: ReadonlySet<string> = new Set(['tachometer', 'peak-hold', 'mark-10']);
const GAUGES = Object.keys(INSTRUMENTS).filter((name) => !BESIDE.has(name));

/** The help. */
export const USAGE = `A simulated pen that listens until it is stopped.

  npm run sim -- --pty                     on a pseudo-terminal
  npm run sim -- --tcp 127.0.0.1:0         on a socket of this computer, on any free port

  --model NAME         ${MODEL_NAMES.join(', ')}
  --cartridge NAME     ${Object.keys(CARTRIDGES).join(', ')}, none
  --operator NAME      ${OPERATORS.join(', ')} (auto unless given)
  --nv FILE            keep the pen's memory in a file, so that it is the same pen next time
  --seed NUMBER        the same number gives the same pen
  --fault FAULT        kind@ms, kind@ms+ms or kind@ms,name=value; may be given more than once:
${INDENT}${listed(FAULT_KINDS)}
  --json               say everything as lines of JSON
  --truth              with --json: tell every true stroke and arming, for checkers

A bench, which looks at the same needles:
  --gauge NAME         ${GAUGES.join(', ')};
${INDENT}it listens on the same kind of place as the pen unless NAME:tcp or
${INDENT}NAME:pty says another
  --tachometer         strokes a second; --tachometer:tcp or --tachometer:pty as for a gauge
  --peaks              the highest of the tips in motion; --peaks:tcp or --peaks:pty likewise
  --force              how hard the rim is pressed; --force:tcp or --force:pty likewise
  --gauge-fault FAULT  kind@ms, kind@ms+ms or kind@ms,amount=nm; may be given more than once:
${INDENT}${listed(BENCH_FAULT_KINDS)}
  --tachometer-fault FAULT
${INDENT}the same, with amounts in hundredths of a hertz
  --control            take a word in each line of standard input:
${CONTROL_WORDS.map(([word, does]) => `${INDENT}${word.padEnd(16)} ${does}`).join('\n')}

With --operator keyboard:
${KEYS.map(([key, does]) => `  ${key.padEnd(6)} ${does}`).join('\n')}
`;

const OPTIONS = {
  pty: { type: 'boolean', default: false },
  tcp: { type: 'string' },
  model: { type: 'string', default: 'meridian-p' },
  cartridge: { type: 'string' },
  operator: { type: 'string', default: 'auto' },
  nv: { type: 'string' },
  seed: { type: 'string' },
  fault: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  truth: { type: 'boolean', default: false },
  gauge: { type: 'string' },
  tachometer: { type: 'string' },
  peaks: { type: 'string' },
  force: { type: 'string' },
  'gauge-fault': { type: 'string', multiple: true },
  'tachometer-fault': { type: 'string', multiple: true },
  control: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** `--tachometer`, `--peaks` and `--force` may stand alone: they then have an empty value. */
const withValue = (word: string): string =>
  word.replace(/^--(tachometer|peaks|force)(?::(\w*))?$/,
    (_, name: string, place: string | undefined) => `--${name}=${place ?? ''}`);

const parse = (args: readonly string[]) =>
  parseArgs({ args: args.map(withValue), options: OPTIONS, strict: true }).values;

/** What was asked for, or the end of the program. */
export function readArguments(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
