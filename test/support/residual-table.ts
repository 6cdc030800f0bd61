/**
 * The residual-error table of protocol/README.md: what is left undetected of random bit errors, for
 * the frames that matter, in the body and where a COBS code is hit; counted, not quoted.
 */
import { CATALOGUE } from '../../protocol/catalogue.ts';
import { CHECK_BYTES, encodeFrame, HEADER_BYTES } from '../../protocol/frame.ts';
import { undetectedInBody, weightSix } from './crc-weights.ts';
import { BINDING, SAMPLES } from './sample-messages.ts';

/** The frames of the table, with how many a second there are while needles move. */
const FRAMES = [['stop', 50], ['grant', 20], ['arm', 1], ['telemetry', 100]] as const;
/** Chances of a single bit to be wrong; the first is what IEC 61784-3 assumes at worst. */
const EACH = [1e-2, 1e-4, 1e-6];

/** Blocks of which a false delimiter can make two, each with a check to pass. */
const BLOCKS_OF_A_FRAME = 2;

const bitsSet = (byte: number): number => byte.toString(2).replaceAll('0', '').length;

/** The chance that a frame has a code hit or a byte turned into a delimiter. */
function chanceOfMoved(frame: Uint8Array, each: number): number {
  let sum = 0;
  for (let at = 1, code = 1; at < frame.length - 1; at += 1) {
    const byte = frame[at] ?? 0;
    if (at === code) {
      code += byte;
      sum += 1 - (1 - each) ** 8;
    } else sum += each ** bitsSet(byte);
  }
  return Math.min(1, sum);
}

const told = (chance: number): string => {
  const [digits = '', power = '0'] = chance.toExponential(1).split('e');
  return `${digits} x 10^${Number(power)}`;
};

/** One row: a frame, its length, its distance, what passes per frame, and per hour. */
function rowOf(kind: string, perS: number): string {
  const type = CATALOGUE.find((one) => one.kind === kind);
  const sample = SAMPLES.find(({ message }) => message.kind === kind);
  if (type === undefined || sample === undefined) throw new Error(`there is no ${kind}`);
  const bits = 8 * (HEADER_BYTES + type.bytes + CHECK_BYTES);
  const six = weightSix(bits);
  const frame = encodeFrame(sample.message, sample.header, BINDING);
  const cells = EACH.flatMap((each) => {
    const body = undetectedInBody(bits, six, each);
    const moved = (BLOCKS_OF_A_FRAME * chanceOfMoved(frame, each)) / 2 ** 32;
    return [told(body), told(moved), told((body + moved) * perS * 3_600)];
  });
  const distance = six === 0 ? 8 : 6;
  return `| ${kind.toUpperCase()}, ${perS} a second | ${bits} | ${distance} | ${six} | `
    + `${cells.join(' | ')} |`;
}

/** The rows of the table. */
export const residualRows = (): readonly string[] =>
  FRAMES.map(([kind, perS]) => rowOf(kind, perS));
