/**
 * Broken twins: the real firmware or the real host with one safety rule taken away, by changing
 * what it hears, knows or finds around every step. The walk has to refute each of them; a rule
 * whose twin it does not refute is a rule that it does not see.
 */
import { newControl } from '../../host/core/control/control.ts';
import { type Host, hostStep } from '../../host/loop/host-step.ts';
import { penMs } from '../../protocol/units.ts';
import { type Firmware, type FirmwareEvent, step } from '../../sim/firmware/index.ts';
import type { Twin } from './ops.ts';
import type { FirmwareStep, Pen } from './pen.ts';

type Received = Extract<FirmwareEvent, { readonly kind: 'received' }>;

/** A pen that hears something else than what came. */
const hearing =
  (change: (event: Received, state: Firmware) => Received | undefined): FirmwareStep =>
  (state, event, elapsedMs) => {
    if (event.kind !== 'received') return step(state, event, elapsedMs);
    const heard = change(event, state);
    return heard === undefined ? { state, effects: [] } : step(state, heard, elapsedMs);
  };

const LEASE_MS = 200;

const datedFromArrival = hearing((event, { ages }) =>
  event.message.kind === 'grant'
    ? { ...event, message: { ...event.message, notAfterPenMs: penMs(ages.penMs + LEASE_MS) } }
    : event,
);

const deaf = (kind: string): FirmwareStep =>
  hearing((event) => (event.message.kind === kind ? undefined : event));

/** A foreign frame is taken for one of this link session. */
const framesOfAnySession = hearing((event, { link }) => ({
  ...event,
  header: { ...event.header, session: link.session },
}));

/** STOP ends the motion as a release does, and the arming stays. */
const stopAsARelease: FirmwareStep = (state, event, elapsedMs) => {
  if (event.kind !== 'received' || event.message.kind !== 'stop') {
    return step(state, event, elapsedMs);
  }
  return { state: { ...state, hold: { ...state.hold, held: false } }, effects: [] };
};

const stuckTrigger: FirmwareStep = (state, event, elapsedMs) => {
  const isStuck = event.kind === 'tick' && state.doing.kind === 'running';
  const seen = isStuck ? { ...event, sensed: { ...event.sensed, trigger: true } } : event;
  return step(state, seen, elapsedMs);
};

const FAR = 1_000_000;

const withPermit = (
  change: (state: Firmware) => Partial<{ ceiling: number; notAfterPenMs: number }>,
): FirmwareStep => (state, event, elapsedMs) => {
  const { doing } = state;
  if (doing.kind !== 'running' || event.kind !== 'tick') return step(state, event, elapsedMs);
  const permit = { ...doing.motion.permit, ...change(state) };
  const ledger = { ...state.ledger, storedMark: state.ledger.strokes + FAR };
  const motion = { ...doing.motion, permit };
  return step({ ...state, ledger, doing: { ...doing, motion } }, event, elapsedMs);
};

/** The ledger is found as it was counted, and not as it was reserved. */
const bootsAtTheCount = (pen: Pen): Pen => {
  const { record } = pen.memory;
  if (record === undefined) return pen;
  const motion = 'motion' in pen.firmware.doing ? pen.firmware.doing.motion : undefined;
  const mark = motion?.fromStrokes ?? pen.firmware.ledger.strokes;
  return { ...pen, memory: { ...pen.memory, record: { ...record, mark } } };
};

/** Everything is said to be on the disk as soon as it is written. */
const withoutWaitingForTheDisk: typeof hostStep = (host, event, elapsedMs) => {
  const first = hostStep(host, event, elapsedMs);
  const phase = first.host.control?.phase;
  if (phase?.kind !== 'reserving') return first;
  const second = hostStep(first.host, { kind: 'synced', token: phase.token }, 0);
  return { host: second.host, effects: [...first.effects, ...second.effects] };
};

/** The pedal is taken for held, whatever it says. */
const withoutThePedal: typeof hostStep = (host, event, elapsedMs) => {
  const { control } = host;
  const isRunning = control?.phase.kind === 'armed' || control?.phase.kind === 'running';
  const heard: Host = isRunning ? { ...host, control: { ...control, pedal: 'held' } } : host;
  const done = hostStep(heard, event, elapsedMs);
  const after = done.host.control;
  return after === undefined || control === undefined || event.kind === 'pedal'
    ? done
    : { ...done, host: { ...done.host, control: { ...after, pedal: control.pedal } } };
};

/** Every twin, under what it has forgotten. */
export const TWINS: Readonly<Record<string, Twin>> = {
  'S-12 a lease is dated by the clock of the pen and not from its arrival': {
    firmware: datedFromArrival,
  },
  'S-12 a grant ends at its ceiling': {
    firmware: withPermit(({ ledger }) => ({ ceiling: ledger.strokes + FAR })),
  },
  'S-13 STOP is heard': { firmware: deaf('stop') },
  'S-13 STOP ends the arming': { firmware: stopAsARelease },
  'S-15 the trigger that is let go ends the motion': { firmware: stuckTrigger },
  'S-15 a grant needs the pedal': { host: withoutThePedal },
  'S-19 a frame of another link session does nothing': { firmware: framesOfAnySession },
  'S-24 a restart finds its reservations': {
    restarts: (journal, treatment, pen) => ({
      journal,
      control: newControl(treatment, pen.pages.ledger.lastArmingId + 1),
    }),
  },
  'S-24 a reservation is on the disk before the pen is armed': { host: withoutWaitingForTheDisk },
  'S-25 the ledger is reserved ahead': { boots: bootsAtTheCount },
  'S-26 the end of a lease ends the motion': {
    firmware: withPermit(({ ages }) => ({ notAfterPenMs: ages.penMs + FAR })),
  },
  'S-29 another host ends what is armed': {
    firmware: (state, event, elapsedMs) => {
      const done = step(state, event, elapsedMs);
      const isHello = event.kind === 'received' && event.message.kind === 'hello';
      const isArmed = isHello && (state.doing.kind === 'armed' || state.doing.kind === 'running');
      if (!isArmed) return done;
      const { link, greetings } = done.state;
      return { state: { ...state, link, greetings }, effects: [] };
    },
  },
};
