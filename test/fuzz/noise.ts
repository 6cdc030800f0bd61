/**
 * Noise that was never a frame: chance with many zeros or few, blocks that are built like a frame
 * and hold nothing but chance, text of modems and consoles, floods without a delimiter and storms
 * of nothing else.
 */
import { BLOCK_BYTES_MAX, VERSION } from '../../protocol/frame.ts';
import { nextBetween, nextU32, type Random } from '../../sim/random.ts';
import { pick, typesOf } from './speaker.ts';
import type { Stretch } from './stretch.ts';

const PIECE_MAX = 400;
const FLOOD_MAX = 4_000;

/** What a piece of noise is made of. */
export interface Hand {
  readonly random: Random;
  readonly out: Stretch;
  /** Whether spoilt frames are kept apart from each other, so that no two make a whole one. */
  readonly guarded: boolean;
}

/** Every byte by chance. */
export function uniform({ random, out }: Hand): void {
  out.draw(random, nextBetween(random, 1, PIECE_MAX));
}

/** Every second byte a delimiter, or every eighth. */
export function manyZeros({ random, out }: Hand): void {
  const mask = pick(random, [1, 7]);
  let turn = 0;
  out.draw(random, nextBetween(random, 1, PIECE_MAX), (byte) => {
    turn = (turn * 5 + byte) & 0xff;
    return (turn & mask) === 0 ? 0 : byte;
  });
}

/** Hardly a delimiter: blocks near the longest length, and longer. */
export function fewZeros({ random, out }: Hand): void {
  out.draw(random, nextBetween(random, 200, 300), (byte) => byte || 1);
  out.byte(0);
}

/**
 * A block that COBS takes, with a version, no flags and an id of ours, of the length that its id
 * says or of any other; everything else, the check included, is chance. It makes every rule in
 * front of the check pass, so that the check alone is asked.
 */
export function shaped({ random, out }: Hand): void {
  const type = pick(random, pick(random, [typesOf('host'), typesOf('pen')]));
  const odd = (nextU32(random) & 3) === 0;
  const bytes = odd ? nextBetween(random, 20, BLOCK_BYTES_MAX - 1) : 20 + type.bytes;
  const block = new Uint8Array(1 + bytes);
  for (let at = 5; at <= bytes; at += 1) block[at] = nextU32(random) >>> 24;
  block[1] = VERSION;
  block[4] = type.id;
  let codeAt = 0;
  for (let at = 1; at <= bytes; at += 1) {
    if (block[at] !== 0) continue;
    block[codeAt] = at - codeAt;
    codeAt = at;
  }
  block[codeAt] = 1 + bytes - codeAt;
  out.byte(0);
  out.add(block);
  out.byte(0);
}

const SAID = [
  'AT\r', 'AT+GCAP\r', 'ATE1 E0\r\n', 'ATI\r', 'AT+CPIN?\r', '+++', '~\r\n', 'ATQ0 V1 E1 S0=0\r',
  '[00:00:01.250] inf: motor off\n', '[    0.000000] Booting Linux on physical CPU 0x0\r\n',
  '{"jsonrpc":"2.0","id":1,"method":"stop"}\n', '$GPGGA,,,,,,0,,,,,,,,*66\r\n', 'login: ',
  'password: ', '\x1b[2J\x1b[H', 'ok\n', 'echo:busy: processing\n',
  'Grbl 1.1h [\'$\' for help]\r\n',
].map((line) => Buffer.from(line, 'latin1'));

/** Lines of modem managers, loaders and consoles, now and then with a zero byte after them. */
export function text({ random, out }: Hand): void {
  for (let lines = nextBetween(random, 1, 6); lines > 0; lines -= 1) out.add(pick(random, SAID));
  if ((nextU32(random) & 3) === 0) out.byte(0);
}

/** A flood without a delimiter; several in a row make one that is longer than any buffer. */
export function flood({ random, out }: Hand): void {
  const filler = 1 + (nextU32(random) % 255);
  const steady = (nextU32(random) & 1) === 0;
  const bytes = nextBetween(random, BLOCK_BYTES_MAX - 2, FLOOD_MAX);
  out.draw(random, bytes, (byte) => (steady ? filler : byte || 1));
}

/** A storm of delimiters. */
export function storm({ random, out }: Hand): void {
  out.draw(random, nextBetween(random, 1, FLOOD_MAX), () => 0);
}
