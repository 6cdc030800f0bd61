// The lines of a wire recording: what came, what went, and what moved the reducer in between. One
// JSON value a line, so that a tail can be read while it grows and cut where it was cut off.
//
//   {"corium":"wire recording","version":1, ...}            the first line
//   {"t":812.4,"in":"00 .. 00"}                             a piece as it was read from the pen
//   {"t":812.5,"out":"00 .. 00","urgent":true,"lost":true}  a piece as it was written to it
//   {"d":10,"e":"tick"} {"d":0,"e":{"kind":"greet",...}}    a step of the reducer by an event
//   {"d":1}                                                 one by the next frame that came
//   {"t":61012.0,"end":"left"}                              the last line

/** The version of the format. */
export const RECORDING_VERSION = 1;

/** What the first line says. */
export interface RecordingHead {
  readonly corium: 'wire recording';
  readonly version: number;
  readonly schemaHash: string;
  readonly startedAt: string;
  /** The address of the pen as it was named. */
  readonly pen: string;
  /** The version of the host that recorded. */
  readonly host: string;
}

/** One line after the first. Events are plain data, put away by `pack`. */
export type RecordingLine =
  | { readonly t: number; readonly in: string }
  | {
      readonly t: number;
      readonly out: string;
      readonly urgent?: true | undefined;
      readonly lost?: true | undefined;
    }
  | { readonly d: number; readonly e?: unknown }
  | { readonly t: number; readonly end: string };

/** A recording that was read. */
export interface Recording {
  readonly head: RecordingHead;
  readonly lines: readonly RecordingLine[];
  /** Whether its last line is there. */
  readonly whole: boolean;
}

/** How a schema hash is written. */
export const hashWords = (hash: number): string => `0x${hash.toString(16).padStart(8, '0')}`;

const digits = (byte: number): string => byte.toString(16).padStart(2, '0');

/** Bytes as hexadecimal digits. */
export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, digits).join('');

/** Bytes of hexadecimal digits. */
export const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );

const UNDEFINED = '~undefined';
const INFINITE = '~infinity';
/** Fields that say who somebody is; the reducer decides nothing by them. */
const NAMES: ReadonlySet<string> = new Set(['person', 'operator', 'by', 'screenedBy']);

const packed = (key: string, value: unknown): unknown => {
  if (value === undefined) return UNDEFINED;
  if (value === Infinity) return INFINITE;
  return typeof value === 'string' && NAMES.has(key) ? key : value;
};

/** An event as JSON, without anybody's name and with nothing else lost. */
export const pack = (event: object): string => JSON.stringify(event, packed);

/** What was packed, as it was; names stay away. */
export function unpack(value: unknown): unknown {
  if (value === UNDEFINED) return undefined;
  if (value === INFINITE) return Infinity;
  if (Array.isArray(value)) return value.map(unpack);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
}
