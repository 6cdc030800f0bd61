/**
 * The far end of the decision bench, a process of its own on the masters of two pseudo-terminals.
 *
 * On the first it is a pen, or looks like one (stand-in-pen.ts), and times from writing a telemetry
 * to receiving the grant that names it. On the second it times frames of the same size that a bare
 * serialport sends back.
 */
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import { openPty } from '../../sim/pty/open-pty.ts';
import { beat, forMs } from './beat.ts';
import { type Claim, createStandIn } from './stand-in-pen.ts';

/** What a bench asks of its peer; an answer bears the number of what it answers, or 0. */
export type PeerAsk = { readonly n?: number } & PeerTask;

/** What there is to be timed. */
export type PeerTask =
  | { readonly kind: 'holds'; readonly count: number; readonly everyMs: number }
  | { readonly kind: 'renewals'; readonly forMs: number; readonly everyMs: number }
  | { readonly kind: 'echo'; readonly forMs: number; readonly everyMs: number };

/** What the peer says: where it listens, what it timed in microseconds, what it heard when. */
export type PeerSay =
  | { readonly kind: 'paths'; readonly pen: string; readonly echo: string }
  | ({ readonly kind: 'times'; readonly n: number } & PeerTimes)
  | { readonly kind: 'heard'; readonly message: 'envelope' | 'stop'; readonly atNs: string };

/** What was timed, and at which rate. */
interface PeerTimes {
  readonly us: readonly number[];
  readonly hz: number;
}

const KEEP_ALIVE_MS = 100;
const WAIT_MS_MAX = 2_000;
const FRAME_BYTES = 47;
/** Frames that nobody has answered after so many others are forgotten. */
const KEPT = 5_000;

const say = (message: PeerSay): void => void process.send?.(message);
const nowUs = (): number => Number(process.hrtime.bigint()) / 1_000;

async function openPort() {
  const opened = await openPty();
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

const penEnd = await openPort();
const echoEnd = await openPort();

const sentUs = new Map<number, number>();
let arrivedUs = 0;
let granted: (us: number) => void = () => undefined;

const { hear, tellTelemetry, setClaim } = createStandIn({
  write: (bytes) => void penEnd.port.write(bytes),
  telling: (seq) => {
    sentUs.delete(seq - KEPT);
    sentUs.set(seq, nowUs());
  },
  granted: (ack) => {
    const us = sentUs.get(ack);
    if (us !== undefined) granted(arrivedUs - us);
  },
  heard: (message) => {
    say({ kind: 'heard', message, atNs: String(Math.round(arrivedUs * 1_000)) });
  },
});

penEnd.port.onBytes((bytes) => {
  arrivedUs = nowUs();
  hear(bytes);
});

// While nothing is measured the pen speaks at its own pace.

let resting = true;
void beat(TELEMETRY_MS, () => true, () => {
  if (resting) tellTelemetry();
});

let lastHold = 100;

/** Presses anew and waits for the first grant, with which it runs; undefined if none came. */
async function press(everyMs: number): Promise<number | undefined> {
  lastHold += 1;
  const hold: Claim = { holdId: lastHold, running: false };
  setClaim(hold);
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
  setClaim(undefined);
  granted = () => undefined;
  await beat(everyMs, forMs(Math.max(40, 5 * everyMs)), tellTelemetry);
}

async function holds(count: number, everyMs: number): Promise<PeerTimes> {
  const us: number[] = [];
  for (let hold = 0; hold < count; hold += 1) {
    const took = await press(everyMs);
    if (took !== undefined) us.push(took);
    await beat(everyMs, forMs(10 + 3 * everyMs), tellTelemetry);
    await release(everyMs);
  }
  return { us, hz: 1_000 / everyMs };
}

/** Stays on the trigger when it is done, so that a stop can be asked of needles under way. */
async function renewals(ms: number, everyMs: number): Promise<PeerTimes> {
  await press(everyMs);
  const us: number[] = [];
  granted = (took) => us.push(took);
  const hz = await beat(everyMs, forMs(ms), tellTelemetry);
  return { us, hz };
}

const echoFrame = new Uint8Array(FRAME_BYTES).fill(0x55);

async function echo(ms: number, everyMs: number): Promise<PeerTimes> {
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
  return { us, hz };
}

function answer(ask: PeerTask): Promise<PeerTimes> {
  switch (ask.kind) {
    case 'holds':
      return holds(ask.count, ask.everyMs);
    case 'renewals':
      return renewals(ask.forMs, ask.everyMs);
    case 'echo':
      setClaim(undefined);
      return echo(ask.forMs, ask.everyMs);
  }
}

let atWork = Promise.resolve();

process.on('message', (ask) => {
  const asked = ask as PeerAsk;
  // One after the other: what a bench gave up waiting for is still at work.
  atWork = atWork.then(async () => {
    resting = false;
    const told = await answer(asked);
    resting = true;
    say({ kind: 'times', n: asked.n ?? 0, ...told });
  });
});
process.on('disconnect', () => process.exit(0));
say({ kind: 'paths', pen: penEnd.path, echo: echoEnd.path });
