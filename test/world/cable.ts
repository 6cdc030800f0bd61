/**
 * The cable of a world: two ends, a wire in between that may be bad, and ears at both ends and on
 * both sides of the wire. What one end writes is kept until the world moves on, as a system would.
 */
import { Subject } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { FaultLog } from '../../sim/faults/fault-log.ts';
import type { Pen } from '../../sim/pen.ts';
import { createWire, type LineOptions, pushBytes, takeBytes } from '../../sim/wire.ts';

/** Where bytes are listened to: as an end writes them, or as they come out at the other end. */
export type Tap = 'host-wrote' | 'pen-heard' | 'pen-wrote' | 'host-heard';

/** Hears bytes; they are valid during the call only. */
export type Ear = (tap: Tap, bytes: Uint8Array) => void;

/** How bad the wire is; perfect unless said otherwise. */
export interface CableOptions {
  readonly seed: number;
  readonly line: LineOptions | undefined;
  readonly faultLog: FaultLog;
}

/** A cable between whatever pen is there and the host. */
export interface Cable {
  /** The host's end. */
  readonly port: BytePort;
  /** What comes out at the host's end. */
  readonly bytes$: Subject<Uint8Array>;
  readonly listen: (ear: Ear) => void;
  /** Moves everything on; while nobody is at the host's end, its bytes wait. */
  readonly carry: (pen: Pen, nowMs: number, hostReads: boolean) => void;
  /** Loses what both ends have written: the cable is out. */
  readonly lose: (pen: Pen) => void;
  /** Somebody else writes to the pen on the same wire. */
  readonly intrude: (bytes: Uint8Array) => void;
  /** Somebody else writes to the host on the same wire. */
  readonly toHost: (bytes: Uint8Array) => void;
}

/** Makes a cable. */
export function createCable({ seed, line, faultLog }: CableOptions): Cable {
  const bytes$ = new Subject<Uint8Array>();
  const ears: Ear[] = [];
  const lines = line === undefined ? {} : { toPen: line, toHost: line };
  const wire = createWire({ seed, faultLog, ...lines });
  let written: Uint8Array[] = [];

  const tell: Ear = (tap, bytes) => {
    for (const ear of ears) ear(tap, bytes);
  };
  const write = (bytes: Uint8Array): boolean => {
    tell('host-wrote', bytes);
    written.push(bytes.slice());
    return true;
  };
  const fromPen = (pen: Pen, nowMs: number): void => {
    for (const bytes of pen.takeBytes()) {
      tell('pen-wrote', bytes);
      pushBytes(wire, 'to-host', bytes, nowMs);
    }
  };
  const toHost = (nowMs: number): void => {
    const take = (): Uint8Array | undefined => takeBytes(wire, 'to-host', nowMs);
    for (let next = take(); next !== undefined; next = take()) {
      tell('host-heard', next);
      bytes$.next(next);
    }
  };
  const toPen = (pen: Pen, nowMs: number): void => {
    const taken = written;
    written = [];
    for (const bytes of taken) pushBytes(wire, 'to-pen', bytes, nowMs);
    const take = (): Uint8Array | undefined => takeBytes(wire, 'to-pen', nowMs);
    for (let next = take(); next !== undefined; next = take()) {
      if (pen.alive()) tell('pen-heard', next);
      pen.receive(next);
    }
  };

  return {
    bytes$,
    port: {
      name: 'memory',
      write,
      writeUrgent: (bytes) => {
        written = [];
        return write(bytes);
      },
      onBytes: (listener) => {
        const listening = bytes$.subscribe(listener);
        return () => listening.unsubscribe();
      },
      onClosed: () => () => undefined,
      close: () => Promise.resolve(),
    },
    listen: (ear) => {
      ears.push(ear);
    },
    carry: (pen, nowMs, hostReads) => {
      fromPen(pen, nowMs);
      if (hostReads) toHost(nowMs);
      toPen(pen, nowMs);
    },
    lose: (pen) => {
      pen.takeBytes();
      written = [];
    },
    intrude: (bytes) => {
      written.push(bytes.slice());
    },
    toHost: (bytes) => bytes$.next(bytes),
  };
}
