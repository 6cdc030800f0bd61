// The simulator as a program: one pen that listens on a pseudo-terminal or a socket, says where,
// and lives in real time until it is stopped. It knows nothing of the host.

import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Fault } from './faults/fault.ts';
import { createFaultLog, type FaultLog } from './faults/fault-log.ts';
import { FAULT_KINDS, readFault } from './fault-words.ts';
import { automatic, benchHand, KEYS, keyboardHand, nobody } from './hands.ts';
import { isOperator, type OperatorName, OPERATORS } from './hands.ts';
import { sayLatch } from './latch-words.ts';
import { CARTRIDGES, cartridgeFor, isModelName, MODEL_NAMES, penModel } from './models/index.ts';
import { type CartridgeName, takeCartridge } from './models/index.ts';
import { type NvFile, readNvFile, writeNvFile } from './nv-file.ts';
import { createPen, type Pen } from './pen.ts';
import { fits } from './plant/index.ts';
import type { Cartridge, PenModel } from './plant/index.ts';
import { openPty, sayNoPty } from './pty/open-pty.ts';
import { createRandom } from './random.ts';
import { type HandInTime, runInRealTime } from './real-time.ts';
import { listenTcp, sayListenRefusal } from './tcp.ts';
import { truthTeller } from './truth-teller.ts';

const LISTED_FAULTS = [0, 5, 10, 15, 20, 25]
  .map((from) => FAULT_KINDS.slice(from, from + 5).join(', '))
  .join(',\n                       ');

const USAGE = `A simulated pen that listens until it is stopped.

  npm run sim -- --pty                     on a pseudo-terminal
  npm run sim -- --tcp 127.0.0.1:0         on a socket of this computer, on any free port

  --model NAME         ${MODEL_NAMES.join(', ')}
  --cartridge NAME     ${Object.keys(CARTRIDGES).join(', ')}, none
  --operator NAME      ${OPERATORS.join(', ')} (auto unless given)
  --nv FILE            keep the pen's memory in a file, so that it is the same pen next time
  --seed NUMBER        the same number gives the same pen
  --fault FAULT        kind@ms, kind@ms+ms or kind@ms,name=value; may be given more than once:
                       ${LISTED_FAULTS}
  --json               say everything as lines of JSON
  --truth              with --json: tell every true stroke and arming, for checkers

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
  help: { type: 'boolean', default: false },
} as const;

/** A sentence for whoever started the simulator, and the end of it. */
function giveUp(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, strict: true }).values;
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const SEED_END = 2 ** 47;

/** How long a pen stays after the program that started it has died. */
const LINGER_MS = 3_000;

/** The seed that was asked for, or that of the pen whose memory is kept, or any. */
function seedOf(text: string | undefined, kept: number | undefined): number {
  if (text === undefined) return kept ?? randomInt(SEED_END);
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  return giveUp(`"${text}" is no seed: a seed is a whole number from 0 up.`);
}

const DAY_MS = 86_400_000;
const todayDay = (): number => Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / DAY_MS);

function modelOf(name: string): PenModel {
  if (isModelName(name)) return penModel(name, todayDay());
  return giveUp(`There is no model "${name}"; known are ${MODEL_NAMES.join(', ')}.`);
}

const isCartridgeName = (name: string): name is CartridgeName => Object.hasOwn(CARTRIDGES, name);

function cartridgeOf(
  name: string | undefined,
  model: PenModel,
  seed: number,
): Cartridge | undefined {
  if (name === 'none') return undefined;
  const kind = name ?? cartridgeFor(model);
  if (!isCartridgeName(kind)) {
    const known = Object.keys(CARTRIDGES).join(', ');
    return giveUp(`There is no cartridge "${kind}"; known are ${known}.`);
  }
  const number = String(seed % 1_000_000).padStart(6, '0');
  const expiryDay = todayDay() + 365;
  const box = { lot: 'SIM-LOT', serial: `SIM-C${number}`, expiryDay, usedStrokes: 0 };
  const cartridge = takeCartridge(kind, box, model, createRandom(seed, 7));
  return fits(model, cartridge)
    ? cartridge
    : giveUp(`A ${kind} does not fit ${model.model}: it takes ${model.needleCounts.join(', ')}.`);
}

function faultsOf(texts: readonly string[]): FaultLog {
  const faults: Fault[] = [];
  for (const text of texts) {
    const read = readFault(text);
    if (!read.ok) giveUp(`"${text}" is no fault: ${read.error.why}.`);
    else faults.push(read.value);
  }
  return createFaultLog(faults);
}

/** Listens where it was told to; the answer is what a host is to open, and how to end it. */
async function listen(
  pen: Pen,
  asked: { readonly pty: boolean; readonly tcp?: string | undefined },
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  if (asked.tcp !== undefined) {
    const opened = await listenTcp(pen, asked.tcp);
    return opened.ok ? opened.value : giveUp(sayListenRefusal(opened.error));
  }
  const opened = await openPty();
  if (!opened.ok) return giveUp(sayNoPty(opened.error));
  const { port, path } = opened.value;
  port.onBytes(pen.receive);
  pen.onFrame((bytes) => {
    port.write(bytes);
  });
  return { address: `serial:${path}`, close: () => port.close() };
}

/** Says what the pen begins to do, once for every change. */
function watcher(pen: Pen, say: (event: Readonly<Record<string, unknown>>, text: string) => void) {
  let before = '';
  return (): void => {
    const { doing, latch, ledger } = pen.firmware();
    const now = `${doing.kind} ${latch.reason}`;
    if (now === before) return;
    before = now;
    const { strokes } = ledger;
    const event = { event: 'phase', phase: doing.kind, latch: latch.reason, strokes };
    const why = latch.reason === 'none' ? '' : `: ${sayLatch(latch.reason)}`;
    say(event, `${doing.kind}${why} (${strokes} strokes)`);
  };
}

function keptIn(path: string): NvFile {
  const read = readNvFile(path);
  return read.ok ? read.value : giveUp(`${path} is no pen's memory: ${read.error.why}.`);
}

/** Keeps the pen's memory in a file; the count of boots is kept before anything is said. */
function keeper(pen: Pen, seed: number, path: string | undefined): () => void {
  let kept: unknown = 'nothing';
  return () => {
    const memory = pen.memory();
    if (path === undefined || memory.record === kept) return;
    kept = memory.record;
    const written = writeNvFile(path, memory, seed);
    if (!written.ok) giveUp(`The pen's memory cannot be kept in ${path}: ${written.error.why}.`);
  };
}

const values = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (values.pty === (values.tcp !== undefined)) giveUp(`Say either --pty or --tcp.\n\n${USAGE}`);

const { operator, json, nv } = values;
const chosen = isOperator(operator)
  ? operator
  : giveUp(`There is no operator "${operator}"; known are ${OPERATORS.join(', ')}.`);
const kept = nv === undefined ? undefined : keptIn(nv);
const seed = seedOf(values.seed, kept?.seed);
const model = modelOf(values.model);

const pen = createPen({
  model,
  cartridge: cartridgeOf(values.cartridge, model, seed),
  seed,
  faultLog: faultsOf(values.fault ?? []),
  ...(kept === undefined ? {} : { memory: kept.memory }),
});
const keyboard = keyboardHand();
const hands: Readonly<Record<OperatorName, HandInTime>> = {
  auto: automatic(pen, seed),
  bench: benchHand(),
  keyboard: keyboard.hand,
  none: nobody,
};

const say = (event: Readonly<Record<string, unknown>>, text: string): void =>
  console.log(json ? JSON.stringify(event) : text);
const hand = hands[chosen];
const watch = watcher(pen, say);
const save = keeper(pen, seed, nv);
const tellTruth = truthTeller(pen, () => running.bornMs(), (told) => {
  if (values.truth) console.log(JSON.stringify(told));
});
save();
const place = await listen(pen, { pty: values.pty, tcp: values.tcp });
const running = runInRealTime(pen, (elapsedMs) => {
  watch();
  save();
  tellTruth();
  return hand(elapsedMs);
});

const stop = async (): Promise<never> => {
  running.stop();
  save();
  await place.close();
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
// Whoever started it over a channel is gone; a host has yet to stop the pen and see it stand, so
// the pen goes on although nobody reads what it says.
process.stdout.on('error', () => undefined);
process.on('disconnect', () => setTimeout(() => void stop(), LINGER_MS));
if (chosen === 'keyboard' && process.stdin.isTTY) {
  process.stdin.setRawMode(true);
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (keys) => {
    for (const key of String(keys)) if (keyboard.press(key)) void stop();
  });
}
say(
  { event: 'listening', address: place.address, model: model.model, serial: pen.serial, seed },
  `${model.model} ${pen.serial} listens on ${place.address} (seed ${seed})`,
);
