/**
 * The far end of the decision bench, a process of its own on the masters of two pseudo-terminals.
 *
 * On the first it is a pen: a real simulated one answers every request, and this peer tells the
 * telemetry in its stead, at the rate of the bench, with the pen's true clock, and claims to run
 * when it was granted. It times from writing a telemetry to receiving the grant that names it. On
 * the second it times frames of the same size that a bare serialport sends back.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { bindingOf } from '../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { createEncoder, encodeFrame } from '../../protocol/frame.ts';
import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import { centiHz, penMs, um } from '../../protocol/units.ts';
import { cartridgeFor, penModel, takeCartridge } from '../../sim/models/index.ts';
import { createPen } from '../../sim/pen.ts';
import { HANDS_OFF } from '../../sim/plant/index.ts';
import { openPty } from '../../sim/pty/open-pty.ts';
import { createRandom } from '../../sim/random.ts';

/** What the bench asks of its peer. */
export type PeerAsk =
  | { readonly kind: 'holds'; readonly count: number; readonly everyMs: number }
  | { readonly kind: 'renewals'; readonly forMs: number; readonly everyMs: number }
  | { readonly kind: 'echo'; readonly forMs: number; readonly everyMs: number };

/** What the peer says: where it listens, what it timed in microseconds, what it heard when. */
export type PeerSay =
  | { readonly kind: 'paths'; readonly pen: string; readonly echo: string }
  | { readonly kind: 'times'; readonly us: readonly number[]; readonly hz: number }
  | { readonly kind: 'heard'; readonly message: 'envelope' | 'stop'; readonly atNs: string };

const DAY_MS = 86_400_000;
const SEED = 7;
const KEEP_ALIVE_MS = 100;
const WAIT_MS_MAX = 2_000;

const say = (message: PeerSay): void => void process.send?.(message);
const nowUs = (): number => Number(process.hrtime.bigint()) / 1_000;

async function openPort() {
  const opened = await openPty();
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

const today = Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / DAY_MS);
const model = penModel('meridian-p', today);
const box = { lot: 'LOT', serial: 'BENCH-1', expiryDay: today + 100, usedStrokes: 0 };
const pen = createPen({
  model,
  cartridge: takeCartridge(cartridgeFor(model), box, model, createRandom(SEED, 5)),
  seed: SEED,
});
const penEnd = await openPort();
const echoEnd = await openPort();

/** What the peer claims beyond what the pen says; undefined while it claims nothing. */
interface Claim {
  readonly holdId: number;
  running: boolean;
}
let claim: Claim | undefined;
let lastHold = 100;

// Towards the host: the pen's own answers, numbered anew, and the telemetry of this peer.

const encode = createEncoder();
const sentUs = new Map<number, number>();
let spoken = { session: 0, seq: 0 };
let own: Telemetry | undefined;
let livedMs = performance.now();

function tell(message: Message): number {
  const { session, ack } = pen.firmware().link;
  if (message.kind === 'welcome') spoken = { session, seq: 0 };
  else spoken.seq += 1;
  const { seq } = spoken;
  const header = message.kind === 'welcome' ? { session: 0, seq, ack: 0 } : { session, seq, ack };
  const bytes = encode(message, header, 0);
  sentUs.set(seq, nowUs());
  sentUs.delete(seq - 5_000);
  penEnd.port.write(bytes);
  return seq;
}

const fromPen = createDeframer({
  heard: (message) => {
    if (message.kind === 'telemetry') own = message;
    else tell(message);
  },
  dropped: (why) => {
    throw new Error(`the pen said something unreadable: ${why}`);
  },
});

function live(): void {
  const passedMs = Math.floor(performance.now() - livedMs);
  livedMs += passedMs;
  pen.advance(passedMs, HANDS_OFF);
  for (const bytes of pen.takeBytes()) fromPen.push(bytes);
}

/** What the pen is and does at this very moment; its own newest telemetry may be a little old. */
function present(told: Telemetry): Telemetry {
  const { doing, ages, latch } = pen.firmware();
  const armingId = doing.kind === 'armed' ? doing.arming.id : 0;
  return { ...told, penMs: penMs(ages.penMs), phase: doing.kind, latch: latch.reason, armingId };
}

/** One telemetry: what the pen says, and what the peer claims beyond it. */
function tellTelemetry(): void {
  live();
  const { doing, link } = pen.firmware();
  if (own === undefined || link.mode === 'outside') return;
  const now = present(own);
  if (claim === undefined || doing.kind !== 'armed') {
    tell(now);
    return;
  }
  const held = { ...now, holdId: claim.holdId, signals: now.signals | SIGNAL.trigger };
  tell(claim.running ? { ...held, ...running(doing.arming.task, held.signals) } : held);
}

/** Needles under way in the air: time in the air uses up no limit, so a bench can go on. */
const running = (task: { readonly depthUm: number; readonly rateCentiHz: number }, bits: number) => ({
  phase: 'running' as const,
  depthUm: um(task.depthUm),
  rateCentiHz: centiHz(task.rateCentiHz),
  signals: bits & ~SIGNAL.retracted & ~SIGNAL.contact,
});

// From the host: everything but grants goes to the pen; grants are what is timed.

let granted: (us: number) => void = () => undefined;
let bootId = -1;
let arrivedUs = 0;

const fromHost = createDeframer(
  {
    heard: (message, { session, seq, ack }) => {
      if (message.kind === 'grant') {
        const us = sentUs.get(ack);
        if (us !== undefined) granted(arrivedUs - us);
        return;
      }
      if (message.kind === 'envelope' || message.kind === 'stop') {
        say({ kind: 'heard', message: message.kind, atNs: String(Math.round(arrivedUs * 1_000)) });
      }
      live();
      pen.receive(encodeFrame(message, { session, seq, ack }, bindingOf(SCHEMA_HASH, bootId)));
      for (const bytes of pen.takeBytes()) fromPen.push(bytes);
    },
    dropped: (why) => {
      throw new Error(`the host said something unreadable: ${why}`);
    },
  },
  'host',
);

penEnd.port.onBytes((bytes) => {
  arrivedUs = nowUs();
  const { boot } = pen.firmware();
  if (boot.bootId !== bootId) {
    ({ bootId } = boot);
    fromHost.bind(bindingOf(SCHEMA_HASH, bootId));
  }
  fromHost.push(bytes);
});

// Beats: something every so often, on a beat that makes up for late timers where it can.

let resting = true;

async function beat(everyMs: number, goOn: () => boolean, each: () => void): Promise<number> {
  const begunMs = performance.now();
  let dueMs = begunMs;
  let count = 0;
  while (goOn()) {
    each();
    count += 1;
    dueMs = Math.max(dueMs + everyMs, performance.now() - everyMs);
    await pause(Math.max(0, dueMs - performance.now()));
  }
  return (count * 1_000) / (performance.now() - begunMs);
}

void beat(TELEMETRY_MS, () => true, () => {
  if (resting) tellTelemetry();
});

const forMs = (ms: number): (() => boolean) => {
  const untilMs = performance.now() + ms;
  return () => performance.now() < untilMs;
};

/** Presses anew and waits for the first grant, with which it runs; undefined if none came. */
async function press(everyMs: number): Promise<number | undefined> {
  lastHold += 1;
  const hold: Claim = { holdId: lastHold, running: false };
  claim = hold;
  let took: number | undefined;
  granted = (us) => {
    took ??= us;
    hold.running = true;
  };
  const soon = forMs(WAIT_MS_MAX);
  await beat(everyMs, () => took === undefined && soon(), tellTelemetry);
  return took;
}

async function release(everyMs: number): Promise<void> {
  claim = undefined;
  granted = () => undefined;
  await beat(everyMs, forMs(Math.max(40, 5 * everyMs)), tellTelemetry);
}

async function holds(count: number, everyMs: number): Promise<PeerSay> {
  const us: number[] = [];
  for (let hold = 0; hold < count; hold += 1) {
    const took = await press(everyMs);
    if (took !== undefined) us.push(took);
    await beat(everyMs, forMs(10 + 3 * everyMs), tellTelemetry);
    await release(everyMs);
  }
  return { kind: 'times', us, hz: 1_000 / everyMs };
}

/** Stays on the trigger when it is done, so that a stop can be asked of needles under way. */
async function renewals(ms: number, everyMs: number): Promise<PeerSay> {
  await press(everyMs);
  const us: number[] = [];
  granted = (took) => us.push(took);
  const hz = await beat(everyMs, forMs(ms), tellTelemetry);
  return { kind: 'times', us, hz };
}

const echoFrame = new Uint8Array(47).fill(0x55);

async function echo(ms: number, everyMs: number): Promise<PeerSay> {
  const us: number[] = [];
  let missing = 0;
  let beganUs = 0;
  const stop = echoEnd.port.onBytes((bytes) => {
    missing -= bytes.length;
    if (missing === 0) us.push(nowUs() - beganUs);
  });
  let toldMs = 0;
  const hz = await beat(everyMs, forMs(ms), () => {
    // The pen's own link is kept alive beside it, far more slowly than the frames that are timed.
    if (performance.now() - toldMs > KEEP_ALIVE_MS) {
      toldMs = performance.now();
      tellTelemetry();
    }
    if (missing > 0) return;
    missing = echoFrame.length;
    beganUs = nowUs();
    echoEnd.port.write(echoFrame);
  });
  stop();
  return { kind: 'times', us, hz };
}

function answer(ask: PeerAsk): Promise<PeerSay> {
  switch (ask.kind) {
    case 'holds':
      return holds(ask.count, ask.everyMs);
    case 'renewals':
      return renewals(ask.forMs, ask.everyMs);
    case 'echo':
      claim = undefined;
      return echo(ask.forMs, ask.everyMs);
  }
}

process.on('message', (ask) => {
  resting = false;
  void answer(ask as PeerAsk).then((told) => {
    resting = true;
    say(told);
  });
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'paths', pen: penEnd.path, echo: echoEnd.path });
