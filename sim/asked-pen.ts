// The pen that was asked for on the command line: which model, which cartridge, which seed, which
// faults, and whose memory. What cannot be is said in a sentence, and the program ends.

import { randomInt } from 'node:crypto';
import type { Fault } from './faults/fault.ts';
import { createFaultLog, type FaultLog } from './faults/fault-log.ts';
import { readFault } from './fault-words.ts';
import { giveUp } from './give-up.ts';
import { CARTRIDGES, cartridgeFor, isModelName, MODEL_NAMES, penModel } from './models/index.ts';
import { type CartridgeName, takeCartridge } from './models/index.ts';
import { type NvFile, readNvFile, writeNvFile } from './nv-file.ts';
import type { Pen } from './pen.ts';
import { fits } from './plant/index.ts';
import type { Cartridge, PenModel } from './plant/index.ts';
import { createRandom } from './random.ts';

const SEED_END = 2 ** 47;
const DAY_MS = 86_400_000;
const CARTRIDGE_DAYS = 365;
const CARTRIDGE_STREAM = 7;

const todayDay = (): number => Math.floor((Date.now() - Date.UTC(2020, 0, 1)) / DAY_MS);

/** The seed that was asked for, or that of the pen whose memory is kept, or any. */
export function seedOf(text: string | undefined, kept: number | undefined): number {
  if (text === undefined) return kept ?? randomInt(SEED_END);
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  return giveUp(`"${text}" is no seed: a seed is a whole number from 0 up.`);
}

/** The model of a name. */
export function modelOf(name: string): PenModel {
  if (isModelName(name)) return penModel(name, todayDay());
  return giveUp(`There is no model "${name}"; known are ${MODEL_NAMES.join(', ')}.`);
}

/** Whether a text is the name of a kind of cartridge. */
export const isCartridgeName = (name: string): name is CartridgeName =>
  Object.hasOwn(CARTRIDGES, name);

/** A cartridge out of its box; the number tells one from another, and how it will sit. */
export function boxedCartridge(kind: CartridgeName, model: PenModel, number: number): Cartridge {
  const serial = `SIM-C${String(number % 1_000_000).padStart(6, '0')}`;
  const expiryDay = todayDay() + CARTRIDGE_DAYS;
  const box = { lot: 'SIM-LOT', serial, expiryDay, usedStrokes: 0 };
  return takeCartridge(kind, box, model, createRandom(number, CARTRIDGE_STREAM));
}

/** The cartridge of a name, or the one that a model usually has. */
export function cartridgeOf(
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
  const cartridge = boxedCartridge(kind, model, seed);
  return fits(model, cartridge)
    ? cartridge
    : giveUp(`A ${kind} does not fit ${model.model}: it takes ${model.needleCounts.join(', ')}.`);
}

/** The faults that were asked for. */
export function faultsOf(texts: readonly string[]): FaultLog {
  const faults: Fault[] = [];
  for (const text of texts) {
    const read = readFault(text);
    if (!read.ok) giveUp(`"${text}" is no fault: ${read.error.why}.`);
    else faults.push(read.value);
  }
  return createFaultLog(faults);
}

/** The memory in a file. */
export function keptIn(path: string): NvFile {
  const read = readNvFile(path);
  return read.ok ? read.value : giveUp(`${path} is no pen's memory: ${read.error.why}.`);
}

/** Keeps the pen's memory in a file; the count of boots is kept before anything is said. */
export function keeper(pen: Pen, seed: number, path: string | undefined): () => void {
  let record: unknown = 'nothing';
  let places: readonly Uint8Array[] = [];
  return () => {
    if (path === undefined) return;
    const memory = pen.memory();
    // A place is written byte by byte where it lies, so its bytes are compared and not the place.
    const now = [...memory.tables, ...memory.keys];
    const samePlaces = now.every((bytes, at) => isSame(bytes, places[at]));
    if (memory.record === record && samePlaces) return;
    ({ record } = memory);
    places = now.map((bytes) => bytes.slice());
    const written = writeNvFile(path, memory, seed);
    if (!written.ok) giveUp(`The pen's memory cannot be kept in ${path}: ${written.error.why}.`);
  };
}

const isSame = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
  other !== undefined && Buffer.compare(one, other) === 0;
