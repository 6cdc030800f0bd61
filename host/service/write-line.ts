// The way of a line to the port. It is shown to the guard as the bytes that it would be, like every
// frame: in service mode a whole line passes, and everywhere and everything else is kept back.

import type { BytePort } from '../../protocol/byte-port.ts';
import { encodeLine } from '../../protocol/service-line.ts';
import type { Guard } from '../guard/index.ts';

/** Writes a line; false means that the guard or the port did not take it. */
export function writeLine(port: BytePort, guard: Pick<Guard, 'stops'>, text: string): boolean {
  const bytes = encodeLine(text);
  // S-37: nothing is written that the guard has not seen.
  return guard.stops(bytes) === undefined && port.write(bytes);
}
