// What the link's tests share: a pseudo-terminal with its two ends, and ways to await what a port
// does. Everything here is real: real descriptors, the real serialport.

import fs from 'node:fs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { Result } from '../../protocol/result.ts';
import { openPty, type Pty } from '../../sim/pty/open-pty.ts';

/** The value of a result that the test relies on. */
export function granted<Value, Refused>(result: Result<Value, Refused>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The refusal of a result that the test expects to be refused. */
export function refused<Value, Refused>(result: Result<Value, Refused>): Refused {
  if (result.ok) throw new Error('granted, where a refusal was expected');
  return result.error;
}

/** A pseudo-terminal of this computer. */
export const pty = async (): Promise<Pty> => granted(await openPty());

/** Collects bytes until there are enough of them. */
export function bytesOf(port: BytePort, count: number): Promise<readonly number[]> {
  const heard: number[] = [];
  return new Promise((resolve) => {
    const stop = port.onBytes((bytes) => {
      heard.push(...bytes);
      if (heard.length < count) return;
      stop();
      resolve(heard);
    });
  });
}

/** Why a port ended. */
export const endOf = (port: BytePort): Promise<string> =>
  new Promise((resolve) => port.onClosed(resolve));

/** The terminals that this process has open. */
export const openTerminals = (): readonly string[] =>
  fs
    .readdirSync('/proc/self/fd')
    .map((fd) => {
      try {
        return fs.readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return ''; // the descriptor of this very listing
      }
    })
    .filter((target) => /^\/dev\/(pts\/|ptmx)/.test(target));
