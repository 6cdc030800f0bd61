// What a frame is that is about to go out, as far as a seal has to know: a HELLO and its nonce,
// something that needs no key, something that a stranger may say. It reads bytes as they lie.

import { unstuff } from '../../protocol/deframe.ts';
import { HEADER_BYTES } from '../../protocol/frame.ts';
import { Pair, Reveal } from '../../protocol/pairing-messages.ts';
import { isLineBlock } from '../../protocol/service-line.ts';
import { Hello, Read, Stop } from '../../protocol/to-pen.ts';

const BODY_AT = 1;
const ID_AT = 3;

/** The body of a frame, behind its first code; undefined for what is none. */
function bodyOf(frame: Uint8Array): DataView | undefined {
  const block = frame.slice(1, -1);
  const long = block.length > HEADER_BYTES + BODY_AT && !block.includes(0);
  const whole = long && unstuff(block, 0, block.length);
  return whole ? new DataView(block.buffer, BODY_AT) : undefined;
}

const idOf = (frame: Uint8Array): number | undefined => bodyOf(frame)?.getUint8(ID_AT);

const HELLO_BYTES = 2 + 1 + HEADER_BYTES + Hello.bytes + 4;

/** The nonce of a HELLO; undefined for anything else. */
export function nonceOfHello(frame: Uint8Array): number | undefined {
  if (frame.length !== HELLO_BYTES) return undefined;
  const body = bodyOf(frame);
  if (body?.getUint8(ID_AT) !== Hello.id) return undefined;
  return body.getUint32(HEADER_BYTES, true);
}

/** STOP, and a line of service mode, which moves and changes nothing. */
export const passesAnySeal = (frame: Uint8Array): boolean =>
  isLineBlock(frame, 1, frame.length - 1) || idOf(frame) === Stop.id;

const HARMLESS: ReadonlySet<number> = new Set([Read.id, Pair.id, Reveal.id]);

/** What a pen that holds keys hears from a host that has none of them. */
export const isHarmless = (frame: Uint8Array): boolean => HARMLESS.has(idOf(frame) ?? 0);
