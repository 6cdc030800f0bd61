// Everything that a pen's firmware knows, as one value of small parts, so that a millisecond in
// which little happens copies little. Times are ages that grow in one place (ages.ts); the one date
// is the pen's own clock, which crosses the wire. Plain whole numbers, the unit in the name.

import type { FromPen } from '../../protocol/from-pen.ts';
import type { Envelope } from '../../protocol/to-pen.ts';
import type { CartridgeSeen, Drive, PenModel } from '../plant/types.ts';
import type { Calibrated } from './calibrated.ts';
import type { EnergyArming, EnergyState } from './energy-state.ts';
import type { Latch } from './non-volatile.ts';
import type { Pairing } from './pairing-state.ts';

/** What was fixed when the pen was made: its declared figures, not the mechanics behind them. */
export interface Make extends Omit<PenModel, 'mechanics' | 'sensorQuality'> {
  readonly serial: string;
  readonly firmware: string;
}

/** What was given to this boot from outside, and stays until the next one. */
export interface Boot {
  readonly bootId: number;
  /** The first boot of a pen's life is number 1. */
  readonly bootCount: number;
  /** The pen's share of chance: nonces are made of it and of a count. */
  readonly nonceSeed: number;
}

/** All that grows by itself as time passes. */
export interface Ages {
  readonly penMs: number;
  readonly telemetryInMs: number;
  readonly vitalsInMs: number;
  /** Since the newest frame of the link session. */
  readonly silentMs: number;
  /** Of the present hold, from its press. */
  readonly heldMs: number;
  /** Since the pen began to do what it does now. */
  readonly doingMs: number;
  /** Since the newest stroke of the encoder, and since the one before it. */
  readonly edgeMs: number;
  readonly edgeBeforeMs: number;
  /** Motor time with needles out, times rate, times six: a fifth of a centihertz-millisecond. */
  readonly dueUnits: number;
  readonly tiltedMs: number;
  readonly pressedMs: number;
  readonly strainedMs: number;
  /** Since the newest record was ordered to be stored. */
  readonly storeMs: number;
  /** How long the switch behind the rim has been open although the needles are ordered in. */
  readonly outMs: number;
  /** What is left of the time in which the limits before a TIGHTEN are judged by. */
  readonly easeMs: number;
  readonly buttonMs: number;
  readonly windowMs: number;
}

/** What the sensors say, reduced to what decisions rest on; replaced only when it changes. */
export interface Seen {
  readonly trigger: boolean;
  readonly retracted: boolean;
  readonly contact: boolean | undefined;
  readonly cartridge: CartridgeSeen | undefined;
  readonly percent: number;
  readonly empty: boolean;
  readonly hot: boolean;
  readonly tilted: boolean;
  readonly pressed: boolean;
  readonly strained: boolean;
}

/** The trigger as a human act: a hold has a number, and is used up by the stop that ends it. */
export interface Hold {
  readonly id: number;
  readonly held: boolean;
  readonly ticks: number;
  /** Ended by something else than the finger; only a new press moves again. */
  readonly spent: boolean;
  /** Begun under the present arming, or since calibration mode was entered. */
  readonly fresh: boolean;
}

/** `outside` until a JOIN. */
export type Mode = 'outside' | 'treatment' | 'calibration' | 'service';

/** The conversation with one host. Session 0 is none. */
export interface Link {
  readonly session: number;
  readonly hostNonce: number;
  readonly welcome: Extract<FromPen, { kind: 'welcome' }> | undefined;
  readonly mode: Mode;
  readonly paired: Extract<FromPen, { kind: 'paired' }> | undefined;
  /** The number of the key that seals this session; 0 until a frame has proven one. */
  readonly seal: number;
  readonly requestSeq: number;
  readonly answer: FromPen | undefined;
  readonly grantSeq: number;
  readonly ack: number;
  /** The highest arming id used in this link session. */
  readonly armingId: number;
  readonly rows: Rows;
}

/** The envelope rows of the link session, by area code. */
export type Rows = ReadonlyMap<number, Envelope>;

/** How deep, how fast and how long: what every motion is held to. */
export interface Task {
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly holdMsMax: number;
  readonly forceMnMax: number;
}

/** How far and until when: what a grant, a RUN or an EXTEND gives. */
export interface Permit {
  readonly ceiling: number;
  readonly notAfterPenMs: number;
}

/** One human decision, as the pen took it. */
export interface Arming {
  readonly id: number;
  readonly area: number;
  /** The host renews no grant here: a press is one grant's worth of strokes. */
  readonly stamp: boolean;
  readonly task: Task;
  readonly passCeiling: number;
  readonly creditMax: number;
  readonly cartridge: CartridgeSeen;
  readonly energy?: EnergyArming;
}

/** Needles under way: where the ledger stood, and what the encoder has told since. */
export interface Motion {
  readonly task: Task;
  readonly permit: Permit;
  readonly cartridge: CartridgeSeen;
  readonly fromStrokes: number;
  readonly edges: number;
  /** The least that this train debits, whatever was counted. */
  readonly leastStrokes: number;
  /** Whether the depth stop has had its time and the motor was ordered to turn. */
  readonly turning: boolean;
  /** The peak that the sensor still shows from before. */
  readonly peakBeforeUm: number | undefined;
  /** What watching goes by while a TIGHTEN takes effect. */
  readonly judged: { readonly rateCentiHz: number; readonly depthUm: number };
}

/** What belongs to each thing that a pen can be doing. */
interface Doings {
  readonly idle: unknown;
  readonly armed: { readonly arming: Arming; readonly permit: Permit | undefined };
  readonly running: { readonly arming: Arming; readonly motion: Motion };
  readonly stopping: { readonly arming: Arming | undefined; readonly motion: Motion };
  readonly latched: unknown;
  readonly calibrating: { readonly bench: Bench };
}

/** A word for what a pen is doing; telemetry calls it the phase. */
export type DoingKind = keyof Doings;

/** What the pen is doing, with what belongs to it. */
export type Doing<Kind extends DoingKind = DoingKind> = {
  [One in Kind]: { readonly kind: One } & Doings[One];
}[Kind];

/** Calibration work: waiting for its mark to be stored, or under way. */
export type Bench =
  | { readonly kind: 'waiting'; readonly work: Work }
  | { readonly kind: 'moving'; readonly work: Work; readonly motion: Motion };

/** What calibration was asked to do; an extension has no rate. */
export interface Work {
  readonly kind: 'extend' | 'run';
  readonly task: Task;
  readonly permit: Permit;
  readonly cartridge: CartridgeSeen;
}

/** The stroke ledger, and how far ahead of it the stored mark is. */
export interface Ledger {
  readonly strokes: number;
  readonly counted: number;
  /** The encoder's last reading; undefined until it was read once. */
  readonly encoder: number | undefined;
  /** Up to here needles may move: confirmed as stored. */
  readonly storedMark: number;
  /** The newest mark that was ordered to be stored, and the number of that order. */
  readonly mark: number;
  readonly storeId: number;
  readonly closed: boolean;
  /** The newest arming of the pen's life, in whichever link session it was. */
  readonly armingId: number;
  /** Strokes since the encoder was last quiet, while the motor had no order to turn. */
  readonly creep: number;
}

/** Pace and quiet current, averaged over a few strokes. */
export interface Pace {
  readonly strokes: number;
  readonly ms: number;
  readonly currentSumMa: number;
  readonly rateCentiHz: number;
  /** The lowest average current seen; undefined before the first. */
  readonly quietMa: number | undefined;
}

/** How many frames were dropped, by reason, and how many requests and grants were refused. */
export interface Counters {
  readonly damaged: number;
  readonly tooLong: number;
  readonly foreignVersion: number;
  readonly unknownFlags: number;
  readonly unknownId: number;
  readonly unbound: number;
  readonly staleSession: number;
  readonly badPayload: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly unsealed: number;
}

/** The whole pen, as its firmware knows it. */
export interface Firmware {
  readonly make: Make;
  readonly boot: Boot;
  readonly ages: Ages;
  readonly seen: Seen;
  readonly hold: Hold;
  readonly link: Link;
  readonly doing: Doing;
  /** The present order to motor and depth stop; whenever it changes, a `drive` effect says so. */
  readonly drive: Drive;
  readonly ledger: Ledger;
  readonly calibrated: Calibrated;
  readonly pairing: Pairing;
  /** Only in a pen with a generator. */
  readonly energy?: EnergyState | undefined;
  readonly pace: Pace;
  readonly latch: Latch;
  readonly counters: Counters;
  /** How many times a WELCOME was made in this boot. */
  readonly greetings: number;
}

/** Needles in, motor without current: the order of a pen at rest. */
export const STILL: Drive = { motor: 'off', depthUm: 0 };
/** Needles in, motor braked: the order of a pen that has to stop. */
export const HALT: Drive = { motor: 'brake', depthUm: 0 };
