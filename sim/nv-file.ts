// A simulated pen's memory as a file, so that a pen that is started again is the same pen. The file
// holds the record and its check; one that does not fit its check is a damaged ledger, and the pen
// that boots from it says so. Written whole and renamed, so a crash leaves the one before.

import fs from 'node:fs';
import { ok, refuse, type Result } from '../protocol/result.ts';
import { isLatchReason } from './latch-words.ts';
import { checkOf, type Latch, type NonVolatile } from './firmware/index.ts';
import { BLANK, type KeptMemory } from './pen-memory.ts';
import { type KeptPlaces, NO_PLACES } from './two-places.ts';

/** Why a file is no memory of a pen. */
export interface NvRefusal {
  readonly code: 'unreadable' | 'not-a-memory' | 'cannot-write';
  readonly path: string;
  readonly why: string;
}

/** What a file keeps: the memory, and which pen it is; a new pen has no seed yet. */
export interface NvFile {
  readonly memory: KeptMemory;
  readonly seed: number | undefined;
}

const VERSION = 1;

/** Reads a memory; a file that is not there is a pen that was never switched on. */
export function readNvFile(path: string): Result<NvFile, NvRefusal> {
  let text: string;
  try {
    text = fs.readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return ok({ memory: BLANK, seed: undefined });
    return refuse({ code: 'unreadable', path, why: messageOf(error) });
  }
  try {
    return keptOf(JSON.parse(text), path);
  } catch (error) {
    return refuse({ code: 'not-a-memory', path, why: messageOf(error) });
  }
}

/** Writes a memory. */
export function writeNvFile(
  path: string,
  { record, bootCount, tables, keys }: KeptMemory,
  seed: number,
): Result<undefined, NvRefusal> {
  const check = record === undefined ? 0 : checkOf(record);
  try {
    const places = { tables: tables.map(hexOf), keys: keys.map(hexOf) };
    const kept = { version: VERSION, seed, bootCount, record, check, ...places };
    fs.writeFileSync(`${path}.new`, `${JSON.stringify(kept, undefined, 2)}\n`);
    fs.renameSync(`${path}.new`, path);
    return ok(undefined);
  } catch (error) {
    return refuse({ code: 'cannot-write', path, why: messageOf(error) });
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function keptOf(value: unknown, path: string): Result<NvFile, NvRefusal> {
  if (!isFields(value) || value['version'] !== VERSION) {
    return refuse({ code: 'not-a-memory', path, why: `it is not version ${VERSION} of one` });
  }
  const bootCount = wholeOf(value['bootCount']);
  const seed = wholeOf(value['seed']);
  if (bootCount === undefined || seed === undefined) {
    return refuse({ code: 'not-a-memory', path, why: 'it does not say which pen, or which boot' });
  }
  const record = recordOf(value['record']);
  const sound = record !== undefined && checkOf(record) === value['check'];
  const places = { tables: placesOf(value['tables']), keys: placesOf(value['keys']) };
  return ok({ memory: { bootCount, record: sound ? record : undefined, ...places }, seed });
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const bytesOf = (hex: unknown): Uint8Array =>
  typeof hex === 'string' ? Uint8Array.from(Buffer.from(hex, 'hex')) : new Uint8Array(0);

/** The two places of the calibration table or of the keys; each carries its own check. */
function placesOf(value: unknown): KeptPlaces {
  return isFields(value) ? [bytesOf(value[0]), bytesOf(value[1])] : NO_PLACES;
}

const wholeOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;

function recordOf(value: unknown): NonVolatile | undefined {
  if (!isFields(value)) return undefined;
  const mark = wholeOf(value['mark']);
  const counted = wholeOf(value['counted']);
  const armingId = wholeOf(value['armingId']);
  const { closed, armed } = value;
  const latch = latchOf(value['latch']);
  if (mark === undefined || counted === undefined || armingId === undefined) return undefined;
  if (typeof closed !== 'boolean' || typeof armed !== 'boolean' || latch === undefined) {
    return undefined;
  }
  return { mark, closed, armed, counted, armingId, latch };
}

function latchOf(value: unknown): Latch | undefined {
  if (!isFields(value)) return undefined;
  const { reason } = value;
  const latchId = wholeOf(value['latchId']);
  const atPenMs = wholeOf(value['atPenMs']);
  const strokes = wholeOf(value['strokes']);
  const bootId = wholeOf(value['bootId']);
  if (!isLatchReason(reason) || latchId === undefined || atPenMs === undefined) return undefined;
  return strokes === undefined || bootId === undefined
    ? undefined
    : { reason, latchId, atPenMs, strokes, bootId };
}
