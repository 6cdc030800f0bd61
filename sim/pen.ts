// One simulated pen: codec, firmware and plant in a body. Bytes in, bytes out, time only as whole
// milliseconds that somebody else lets pass; equal seed and equal calls give an equal pen. A world
// on virtual time and a shell in real time drive the same pen.

import type { CalibrationTable } from '../protocol/table.ts';
import { um } from '../protocol/units.ts';
import type { Fault } from './faults/fault.ts';
import { isPenFault, isPlantFault } from './faults/fault-home.ts';
import { addFault, createFaultLog, type FaultLog } from './faults/fault-log.ts';
import { enlist } from './faults/due.ts';
import { step } from './firmware/index.ts';
import type { Firmware, Make } from './firmware/index.ts';
import { createPenClock } from './pen-clock.ts';
import { BOOT_MS, createPenFaults, type Patient } from './pen-faults.ts';
import { createPairingMemory } from './pairing-memory.ts';
import { BLANK, createPenMemory, type KeptMemory, type LedgerLoss } from './pen-memory.ts';
import { bootMind, type Mind } from './pen-mind.ts';
import { createVoice, type Taker } from './pen-voice.ts';
import { afflictRadio, createPlant, plantStep, truthOf, UNPOWERED } from './plant/index.ts';
import type { Cartridge, Hand, Individual, Plant, PenModel, Truth } from './plant/index.ts';
import { createTableMemory } from './table-memory.ts';

/** What a pen is made of. */
export interface PenOptions {
  readonly model: PenModel;
  readonly cartridge: Cartridge | undefined;
  readonly seed: number;
  /** At most 16 characters; made of the seed unless given. */
  readonly serial?: string;
  readonly memory?: KeptMemory;
  readonly individual?: Individual;
  readonly faultLog?: FaultLog;
  readonly clockDriftPpm?: number;
  readonly chargePercent?: number;
  /** Another firmware: a test gives one with a rule missing, to see that it is caught. */
  readonly step?: typeof step;
}

/** A pen in a world. */
export interface Pen {
  readonly serial: string;
  /** Bytes from the wire; they are only read during the call. Without power they are lost. */
  readonly receive: (bytes: Uint8Array) => void;
  /** Lets time pass with the pen in this hand. */
  readonly advance: (ms: number, hand: Hand) => void;
  /** Who takes the pen's frames as they are sent; the bytes are valid during the call only. */
  readonly onFrame: (taker: Taker) => void;
  /** Takes everything sent since the last call; empty for good once `onFrame` has a taker. */
  readonly takeBytes: () => readonly Uint8Array[];
  /** Takes the power away: abruptly, with what was being stored lost. */
  readonly reset: (kind: 'power' | 'brown-out', how?: ResetOptions) => void;
  /** What would be left if the power went now. */
  readonly memory: () => KeptMemory;
  /** The button of pairing, in its hole beside the charging contacts. */
  readonly button: (held: boolean) => void;
  readonly setClockDriftPpm: (ppm: number) => void;
  /** Gives it one more fault while it lives; false for one that is not of a pen. */
  readonly afflict: (fault: Fault) => boolean;
  /** The body, for checkers and for hands that change cartridges; firmware does not know it. */
  readonly plant: Plant;
  readonly truth: () => Truth;
  /** What the firmware knows, for tests and for the light on the handle. */
  readonly firmware: () => Firmware;
  /** Whether the firmware runs: not while it boots, and not while it hangs. */
  readonly alive: () => boolean;
}

/** How a reset goes. */
export interface ResetOptions {
  /** How long the pen is without power, beside the boot itself. */
  readonly deadMs?: number;
  readonly ledgerLoss?: LedgerLoss;
}

/** How long firmware may stand still before the hardware's own watchdog takes the power away. */
export const WATCHDOG_MS = 10;

/** How long a brown-out lasts unless somebody says. */
const BROWN_OUT_MS = 30;

const FIRMWARE_VERSION = '1.0.0';

/** The model as the firmware may know it: the mechanics stay hidden. */
function makeOf(model: PenModel, serial: string): Make {
  const { mechanics: _hidden, sensorQuality: _unsaid, ...declared } = model;
  return { ...declared, serial, firmware: FIRMWARE_VERSION };
}

/** What the factory writes into a pen: its certificate, and no correction. */
function factoryTable({ certificate, serial }: Make): CalibrationTable {
  return {
    ...certificate,
    serial,
    biasLowUm: um(certificate.biasLowUm),
    uncertaintyLowUm: um(certificate.uncertaintyLowUm),
    biasHighUm: um(certificate.biasHighUm),
    uncertaintyHighUm: um(certificate.uncertaintyHighUm),
    curve: [],
  };
}

const serialOf = (seed: number): string => `SIM-${String(seed).slice(-12).padStart(4, '0')}`;

/** Where the power is: on, off for so long, or on with firmware that stands still. */
interface Power {
  deadMs: number;
  hungMs: number;
  stoodMs: number;
}

const createPower = (): Power => ({ deadMs: 0, hungMs: 0, stoodMs: 0 });

function cut(power: Power, forMs: number): void {
  power.deadMs = Math.max(1, forMs);
  power.hungMs = 0;
  power.stoodMs = 0;
}

/** Lets time pass for firmware that stands still; the hardware's watchdog ends that soon. */
function standStill(power: Power, ms: number): void {
  power.hungMs = Math.max(0, power.hungMs - ms);
  power.stoodMs += ms;
  if (power.hungMs === 0) power.stoodMs = 0;
  else if (power.stoodMs >= WATCHDOG_MS) cut(power, BOOT_MS + power.hungMs);
}

/** Makes a pen and boots it. */
export function createPen(options: PenOptions): Pen {
  const { seed, model } = options;
  const faultLog = options.faultLog ?? createFaultLog([]);
  const plant = createPlant({ ...options, faultLog });
  const serial = options.serial ?? serialOf(seed);
  const kept = options.memory ?? BLANK;
  const memory = createPenMemory(kept);
  const clock = createPenClock(options.clockDriftPpm ?? 0);
  const voice = createVoice();
  const make = makeOf(model, serial);
  const tables = createTableMemory(kept.tables, factoryTable(make));
  const keys = createPairingMemory(kept.keys);
  const parts = { make, plant, memory, tables, keys, voice, seed, step: options.step ?? step };
  const power = createPower();
  const patient: Patient = {
    reset: (forMs) => cut(power, forMs),
    hang: (ms) => {
      power.hungMs = ms;
    },
    setDriftPpm: clock.setDriftPpm,
    lose: memory.lose,
    setStore: memory.setStore,
  };
  const faults = createPenFaults(faultLog, patient);
  let mind: Mind = bootMind(parts);

  const alive = (): boolean => power.deadMs === 0 && power.hungMs === 0;

  const tick = (ms: number, hand: Hand): void => {
    plantStep(plant, power.deadMs > 0 ? UNPOWERED : mind.drive(), hand, ms);
    faults.pass(plant.tMs, plant.strokes);
    if (power.deadMs > 0) {
      power.deadMs = Math.max(0, power.deadMs - ms);
      if (power.deadMs === 0) mind = bootMind(parts);
    } else if (power.hungMs > 0) {
      mind.settle();
      standStill(power, ms);
    } else {
      mind.live(ms, clock.take(ms));
    }
  };

  const tickMs = (): number =>
    alive() && tables.isIdle() && keys.isIdle() ? Math.min(mind.tickMsMax(), memory.nextInMs()) : 1;

  return {
    serial,
    receive: (bytes) => {
      if (alive()) mind.hear(bytes);
    },
    advance: (ms, hand) => {
      for (let leftMs = ms; leftMs > 0; ) {
        const stepMs = Math.min(leftMs, tickMs());
        tick(stepMs, hand);
        leftMs -= stepMs;
      }
    },
    onFrame: voice.onFrame,
    takeBytes: voice.takeBytes,
    reset: (kind, how = {}) => {
      if (how.ledgerLoss !== undefined) memory.lose(how.ledgerLoss);
      cut(power, BOOT_MS + (how.deadMs ?? (kind === 'brown-out' ? BROWN_OUT_MS : 0)));
    },
    memory: () => ({ ...memory.kept(), tables: tables.kept(), keys: keys.kept() }),
    button: (held) => {
      if (alive()) mind.button(held);
    },
    setClockDriftPpm: clock.setDriftPpm,
    afflict: (fault) => {
      if (isPenFault(fault)) {
        faults.add({ fault, index: addFault(faultLog, fault) });
      } else if (isPlantFault(fault)) {
        enlist(plant.waiting, { fault, index: addFault(faultLog, fault) });
      } else {
        return plant.radio !== undefined && afflictRadio(plant.radio, fault);
      }
      return true;
    },
    plant,
    truth: () => truthOf(plant),
    firmware: () => mind.state(),
    alive,
  };
}
