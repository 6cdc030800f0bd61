/**
 * COBS written a second time, from the paper and without care for speed, so that the one in the
 * protocol is not judged by itself; and the check of a body made right after it was altered.
 */
import { CRC_START, crcFinish, crcUpdate } from '../../protocol/crc.ts';

/** A body as it lies on the wire, between two delimiters. */
export function stuffed(body: Uint8Array): Uint8Array {
  const runs: number[][] = [[]];
  for (const byte of body) {
    if (byte === 0) runs.push([]);
    else runs.at(-1)?.push(byte);
  }
  return Uint8Array.from([0, ...runs.flatMap((run) => [run.length + 1, ...run]), 0]);
}

/** The body of a frame that is known to be well formed. */
export function unstuffed(frame: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 1; at < frame.length - 1; ) {
    const code = frame[at] ?? 0;
    out.push(...frame.subarray(at + 1, at + code), 0);
    at += code;
  }
  return Uint8Array.from(out.slice(0, -1));
}

/** A body with a check of its own at the end, started from the given register. */
export function checked(unchecked: Uint8Array, start: number = CRC_START): Uint8Array {
  const body = new Uint8Array(unchecked.length + 4);
  body.set(unchecked);
  const check = crcFinish(crcUpdate(start, unchecked, 0, unchecked.length));
  new DataView(body.buffer).setUint32(unchecked.length, check, true);
  return body;
}

/** A frame whose body was changed and whose check was then made right again. */
export function altered(
  frame: Uint8Array,
  change: (body: Uint8Array) => void,
  start: number = CRC_START,
): Uint8Array {
  const body = unstuffed(frame).slice(0, -4);
  change(body);
  return stuffed(checked(body, start));
}
