// The simulator as a program: one pen that listens on a pseudo-terminal or a socket, with the
// instruments of a bench beside it if they are wanted. It says where, and lives in real time until
// it is stopped. It knows nothing of the host.

import { createInterface } from 'node:readline';
import { readArguments, USAGE } from './arguments.ts';
import { cartridgeOf, faultsOf, keeper, keptIn, modelOf, seedOf } from './asked-pen.ts';
import { setUpBench } from './bench-side.ts';
import { controlledHand } from './control.ts';
import { giveUp } from './give-up.ts';
import { automatic, benchHand, keyboardHand, nobody, technicianHand } from './hands.ts';
import { isOperator, type OperatorName, OPERATORS } from './hands.ts';
import { sayLatch } from './latch-words.ts';
import { createPen, type Pen } from './pen.ts';
import { listen } from './places.ts';
import { type HandInTime, runInRealTime } from './real-time.ts';
import { truthTeller } from './truth-teller.ts';
import { whatCanBe } from './what-can-be.ts';

/** How long a pen stays after the program that started it has died. */
const LINGER_MS = 3_000;

/** Says what the pen shows while it is being paired, once for every change. */
function pairingWatcher(
  pen: Pen,
  say: (event: Readonly<Record<string, unknown>>, text: string) => void,
) {
  let before = 'closed';
  return (): void => {
    const { window } = pen.firmware().pairing;
    if (window.kind === before) return;
    before = window.kind;
    const digits = window.kind === 'comparing' ? window.digits : undefined;
    const shown = digits === undefined ? '' : `: the pen shows ${digits}`;
    say({ event: 'pairing', window: window.kind, digits }, `pairing window ${window.kind}${shown}`);
  };
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

const values = readArguments(process.argv.slice(2));
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (values.pty === (values.tcp !== undefined)) giveUp(`Say either --pty or --tcp.\n\n${USAGE}`);

const { operator, json, nv, tcp } = values;
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
  technician: technicianHand(pen),
  keyboard: keyboard.hand,
  none: nobody,
};

const say = (event: Readonly<Record<string, unknown>>, text: string): void =>
  console.log(json ? JSON.stringify(event) : text);
const watch = watcher(pen, say);
const watchPairing = pairingWatcher(pen, say);
const save = keeper(pen, seed, nv);
const tellTruth = truthTeller(pen, () => running.bornMs(), (told) => {
  if (values.truth) console.log(JSON.stringify(told));
});
save();
const opened = await listen(pen, tcp);
const place = opened.ok ? opened.value : giveUp(opened.error);
const bench = await setUpBench(pen, seed, {
  gauge: values.gauge,
  tachometer: values.tachometer,
  peaks: values.peaks,
  force: values.force,
  gaugeFaults: values['gauge-fault'] ?? [],
  tachometerFaults: values['tachometer-fault'] ?? [],
  onTcp: tcp !== undefined,
});
const controlled = controlledHand(pen, bench, hands[chosen], seed);
const running = runInRealTime(pen, (elapsedMs) => {
  watch();
  watchPairing();
  save();
  tellTruth();
  bench.advance(elapsedMs);
  return controlled.hand(elapsedMs);
});

const stop = async (): Promise<never> => {
  running.stop();
  save();
  await place.close();
  await bench.close();
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
if (values.control) {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const why = controlled.obey(line);
    if (why === undefined) say({ event: 'obeyed', line: line.trim() }, `did: ${line.trim()}`);
    else say({ event: 'refused', line: line.trim(), why }, why);
  });
}

const places = Object.values(bench.places)
  .map((one) => `${one.kind} ${one.serial} listens on ${one.address}`);
say(
  {
    event: 'listening', address: place.address, model: model.model, serial: pen.serial, seed,
    can: whatCanBe(),
    ...bench.places,
  },
  [`${model.model} ${pen.serial} listens on ${place.address} (seed ${seed})`, ...places].join('\n'),
);
