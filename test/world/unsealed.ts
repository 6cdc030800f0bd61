/**
 * What a pen and a host hear on a sealed wire, as the frames that they were before their seals. A
 * judge who has the key looks at every seal at the pen's end as the pen does, with an HMAC of his
 * own: what was forged, bent or said in another session is heard by nobody, and so by him neither.
 * Without the key, and at the host's end, every seal is taken for a good one.
 */
import { createHmac, hash } from 'node:crypto';
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { CRC_START, crc32c, crcFinish, crcUpdate } from '../../protocol/crc.ts';
import { unstuff } from '../../protocol/deframe.ts';
import { BY_ID, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { SEAL_FLAG, TAG_BYTES } from '../../protocol/seal.ts';
import type { Ear, Tap } from './cable.ts';
import { stuffed } from '../support/cobs.ts';

const FREE: ReadonlySet<string> = new Set(['stop', 'hello', 'read', 'welcome', 'paired']);
const HEADER_BYTES = 16;
const CHECK_BYTES = 4;
const BLOCK_BYTES = 64;

/** What a judge knows of the seals of a wire. */
export interface SealSight {
  /** What bound messages are checked with, in the present boot. */
  readonly binding: () => number;
  /** The key of the pair, for a judge who looks at every seal. */
  readonly key?: string | undefined;
}

/** The session of which a judge looks at the seals. */
interface Session {
  greeted: { readonly hostNonce: number; readonly counter: number } | undefined;
  /** The two blocks that a code by this key begins with, as RFC 2104 says it. */
  pads: { readonly inner: Uint8Array; readonly outer: Uint8Array } | undefined;
  /** The pen that has greeted holds no key: whatever it says and hears has no seal. */
  bare: boolean;
}

const word = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

/** A greeting of the pen begins a session, and with it another key. */
function hearGreeting(session: Session, kind: string, body: Uint8Array, key: string): void {
  const at = (index: number): number => word(body, HEADER_BYTES + 4 * index);
  if (kind === 'paired') session.greeted = { hostNonce: at(0), counter: at(1) };
  if (kind !== 'welcome') return;
  const [hostNonce, penNonce, bootId] = [at(0), at(1), at(2)];
  const { greeted } = session;
  session.bare = greeted?.hostNonce !== hostNonce;
  session.greeted = undefined;
  if (greeted === undefined || session.bare) return;
  const numbers = new Uint32Array([SCHEMA_HASH, bootId, greeted.counter, hostNonce, penNonce]);
  const own = createHmac('sha256', Buffer.from(key, 'hex'))
    .update('corium-1 session').update(new Uint8Array(numbers.buffer)).digest();
  const padded = (pad: number): Uint8Array =>
    Uint8Array.from({ length: BLOCK_BYTES }, (_, at) => (own[at] ?? 0) ^ pad);
  session.pads = { inner: padded(0x36), outer: padded(0x5c) };
}

/** Whether the tag of a frame is the one that this end makes in this session. */
function isTagged({ pads }: Session, body: Uint8Array, end: number, tap: Tap): boolean {
  if (pads === undefined) return false;
  const said = [pads.inner, Uint8Array.of(tap === 'pen-wrote' ? 1 : 0), body.subarray(0, end)];
  const inside = hash('sha256', Buffer.concat(said), 'buffer');
  const code = hash('sha256', Buffer.concat([pads.outer, inside]), 'buffer');
  return code.subarray(0, TAG_BYTES).equals(body.subarray(end, end + TAG_BYTES));
}

const checkOver = (body: Uint8Array, end: number, start: number): number =>
  crcFinish(crcUpdate(start, body, 0, end));

/** What stands in a block: its body, and which message it says it is. */
interface Laid {
  readonly body: Uint8Array;
  readonly kind: string;
  readonly bound: boolean;
}

function lay(block: Uint8Array): Laid | undefined {
  const bytes = block.slice();
  const isLong = bytes.length >= 1 + HEADER_BYTES + CHECK_BYTES;
  if (!isLong || !unstuff(bytes, 0, bytes.length)) return undefined;
  const body = bytes.subarray(1);
  const type = BY_ID[body[3] ?? 0];
  return { body, kind: type?.kind ?? '', bound: type?.bound === true };
}

/** Whether a frame without a seal is heard; greetings of the pen are what a session begins with. */
function isHeardBare({ body, kind }: Laid, key: string | undefined, session: Session, tap: Tap) {
  const end = body.length - CHECK_BYTES;
  const isSound = crc32c(body.subarray(0, end)) === word(body, end);
  if (isSound && key !== undefined && tap === 'pen-wrote') {
    hearGreeting(session, kind, body, key);
  }
  return FREE.has(kind) || session.bare;
}

/** Whether a frame under a seal is heard, as far as the judge can look. */
function isHeardSealed(body: Uint8Array, start: number, session: Session, tap: Tap): boolean {
  if (tap !== 'pen-heard' && tap !== 'pen-wrote') return true;
  const checkAt = body.length - CHECK_BYTES;
  const isSound = checkOver(body, checkAt, start) === word(body, checkAt);
  return isSound && !session.bare && isTagged(session, body, checkAt - TAG_BYTES, tap);
}

/** The frame without its seal, bound as it was; undefined for what would not be heard. */
function plain(
  block: Uint8Array,
  { binding, key }: SealSight,
  session: Session,
  tap: Tap,
): Uint8Array | undefined {
  const laid = lay(block);
  if (laid === undefined) return undefined;
  const { body, bound } = laid;
  if (body[1] !== SEAL_FLAG) {
    return isHeardBare(laid, key, session, tap) ? framed(block) : undefined;
  }
  const end = body.length - CHECK_BYTES - TAG_BYTES;
  const start = bound ? binding() : CRC_START;
  if (end < HEADER_BYTES) return undefined;
  if (key !== undefined && !isHeardSealed(body, start, session, tap)) return undefined;
  const opened = body.slice(0, end + CHECK_BYTES);
  opened[1] = 0;
  new DataView(opened.buffer).setUint32(end, checkOver(opened, end, start), true);
  return stuffed(opened);
}

const framed = (block: Uint8Array): Uint8Array => Uint8Array.of(0, ...block, 0);

/** An ear that hears frames without their seals. */
export function unsealing(ear: Ear, sight: SealSight): Ear {
  const session: Session = { greeted: undefined, pads: undefined, bare: false };
  const cutters = new Map<Tap, (bytes: Uint8Array) => void>();
  return (tap, bytes) => {
    const known = cutters.get(tap) ?? createBlockCutter({
      block: (_view, scratch, from, to) => {
        const frame = plain(scratch.slice(from, to), sight, session, tap);
        if (frame !== undefined) ear(tap, frame);
      },
      tooLong: () => undefined,
    });
    cutters.set(tap, known);
    known(bytes);
  };
}
