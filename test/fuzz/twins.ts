/**
 * Ends that are broken in one rule, to see that the fuzzer finds it: a decoder written a second
 * time, byte by byte, whose rules can be taken away one at a time, and reducers that look away.
 */
import { sessionStep } from '../../host/link/session.ts';
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { BY_ID, type Message } from '../../protocol/catalogue.ts';
import { CRC_START, crcOver, crcUpdate } from '../../protocol/crc.ts';
import {
  createDeframer, type DropReason, type Listener, type Sender, unstuff,
} from '../../protocol/deframe.ts';
import { BLOCK_BYTES_MAX, CHECK_BYTES, HEADER_BYTES, VERSION } from '../../protocol/frame.ts';
import { readPayload } from '../../protocol/message.ts';
import { step } from '../../sim/firmware/index.ts';
import { stuffed } from '../support/cobs.ts';
import type { MakeDecoder } from './decoder-run.ts';
import type { SessionReducer } from './host-run.ts';

/** What a decoder may leave out. */
export interface Rules {
  /** Whether the check is compared, all of it. */
  readonly check: boolean;
  /** Whether bound frames start from the binding; their check is not looked at otherwise. */
  readonly binding: boolean;
  readonly version: boolean;
  readonly flags: boolean;
  readonly direction: boolean;
  /** Whether an id that nobody has is looked for before its length is. */
  readonly knownId: boolean;
  readonly lengthBound: boolean;
  /** Whether the delimiter that ends a bad block begins the next one. */
  readonly delimiterShared: boolean;
  /** Whether a block that was too long is forgotten at its end. */
  readonly longForgotten: boolean;
  /** Whether what was dropped is let go. */
  readonly dropsLetGo: boolean;
}

/** All rules kept. */
export const ALL_RULES: Rules = {
  check: true, binding: true, version: true, flags: true, direction: true, knownId: true,
  lengthBound: true, delimiterShared: true, longForgotten: true, dropsLetGo: true,
};

/** Undoes COBS; undefined if the codes do not lead exactly to the end. */
function bodyOf(block: readonly number[]): Uint8Array | undefined {
  const body: number[] = [];
  let at = 0;
  while (at < block.length) {
    const code = block[at] ?? 0;
    if (at > 0) body.push(0);
    body.push(...block.slice(at + 1, at + code));
    at += code;
  }
  return at === block.length ? Uint8Array.from(body) : undefined;
}

interface Mind {
  binding: number;
  readonly rules: Rules;
  readonly sender: Sender;
  readonly listener: Listener;
}

function checkReason({ binding, rules }: Mind, body: Uint8Array): DropReason | undefined {
  const end = body.length - CHECK_BYTES;
  const type = BY_ID[body[3] ?? 0];
  const bound = type?.bound === true;
  if (bound && !rules.binding) return undefined;
  const check = ~crcUpdate(bound ? binding : CRC_START, body, 0, end);
  const came = new DataView(body.buffer).getInt32(end, true);
  if (!rules.check || check === came) return undefined;
  const shaped = type?.bytes === end - HEADER_BYTES && body[0] === VERSION && body[1] === 0;
  return bound && shaped ? 'unbound' : 'damaged';
}

function headerReason({ rules, sender }: Mind, body: Uint8Array): DropReason | undefined {
  if (rules.version && body[0] !== VERSION) return 'foreign-version';
  if (rules.flags && body[1] !== 0) return 'unknown-flags';
  const id = body[3] ?? 0;
  if (rules.knownId && BY_ID[id] === undefined) return 'unknown-id';
  return rules.direction && (id < 0x80 ? 'host' : 'pen') !== sender ? 'echo' : undefined;
}

function judge(mind: Mind, block: readonly number[]): DropReason | undefined {
  const body = bodyOf(block);
  if (body === undefined || body.length < HEADER_BYTES + CHECK_BYTES) return 'damaged';
  const why = checkReason(mind, body) ?? headerReason(mind, body);
  if (why !== undefined) return why;
  const type = BY_ID[body[3] ?? 0];
  if (type === undefined) throw new TypeError('nobody has looked for the id');
  const read = readPayload(type, body, HEADER_BYTES, body.length - CHECK_BYTES);
  if (!read.ok) return 'bad-payload';
  const view = new DataView(body.buffer);
  const header = {
    session: view.getUint32(4, true), seq: view.getUint32(8, true), ack: view.getUint32(12, true),
  };
  mind.listener.heard(read.value as Message, header);
  return undefined;
}

/** A decoder that keeps all rules but the ones that are told otherwise. */
export const decoderWith = (broken: Partial<Rules>): MakeDecoder => (listener, sender) => {
  const rules = { ...ALL_RULES, ...broken };
  const mind: Mind = { binding: 0, rules, sender, listener };
  const kept: (readonly number[])[] = [];
  let block: number[] = [];
  let drowned = false;
  let skipping = false;

  const close = (): void => {
    const why = drowned ? 'too-long' : block.length > 0 ? judge(mind, block) : undefined;
    if (rules.longForgotten) drowned = false;
    if (why !== undefined) {
      listener.dropped(why);
      if (!rules.dropsLetGo) kept.push(block);
      skipping = !rules.delimiterShared;
    }
    block = [];
  };
  const take = (byte: number): void => {
    if (byte === 0 && skipping) skipping = false;
    else if (byte === 0) close();
    else if (rules.lengthBound && block.length >= BLOCK_BYTES_MAX) drowned = true;
    else if (!skipping) block.push(byte);
  };
  return {
    push: (bytes) => bytes.forEach(take),
    bind: (binding) => {
      mind.binding = binding;
    },
  };
};

/**
 * A decoder that compares 16 bits of the check: a block that passes those is given the other 16 and
 * handed to the real one. It is fast enough to wait for the one block in 65,536.
 */
export const decoderOf16Bits: MakeDecoder = (listener, sender) => {
  const real = createDeframer(listener, sender);
  let binding = 0;
  const mended = (block: Uint8Array): Uint8Array => {
    const plain = block.slice();
    const view = new DataView(plain.buffer);
    if (plain.length < HEADER_BYTES + CHECK_BYTES + 1 || !unstuff(plain, 0, plain.length)) {
      return block;
    }
    const end = plain.length - CHECK_BYTES;
    const start = BY_ID[plain[4] ?? 0]?.bound === true ? binding : CRC_START;
    const check = ~crcOver(start, view, 1, end);
    if (((check ^ view.getInt32(end, true)) & 0xffff) !== 0) return block;
    view.setInt32(end, check, true);
    return stuffed(plain.subarray(1)).subarray(1, -1);
  };
  const push = createBlockCutter({
    block: (_view, bytes, from, to) => {
      real.push(DELIMITER);
      real.push(mended(bytes.slice(from, to)));
      real.push(DELIMITER);
    },
    tooLong: () => listener.dropped('too-long'),
  });
  return {
    push,
    bind: (next) => {
      binding = next;
      real.bind(next);
    },
  };
};

const DELIMITER = Uint8Array.of(0);

/** A host that takes frames of any link session. */
export const hostOfAnySession: SessionReducer = (session, event, elapsedMs) => {
  const { link } = session;
  if (event.kind !== 'frame' || link.kind !== 'open') return sessionStep(session, event, elapsedMs);
  const header = { ...event.header, session: link.talk.session };
  return sessionStep(session, { ...event, header }, elapsedMs);
};

/** A host that does not look at the numbers of frames. */
export const hostOfAnyNumber: SessionReducer = (session, event, elapsedMs) => {
  const { link } = session;
  if (event.kind !== 'frame' || link.kind !== 'open') return sessionStep(session, event, elapsedMs);
  const header = { ...event.header, seq: link.talk.heardSeq + 1 };
  return sessionStep(session, { ...event, header }, elapsedMs);
};

/** A pen that takes frames of any link session. */
export const penOfAnySession: typeof step = (state, event, elapsedMs) =>
  event.kind === 'received'
    ? step(state, { ...event, header: { ...event.header, session: state.link.session } }, elapsedMs)
    : step(state, event, elapsedMs);

/** A pen that does not look at the numbers of grants. */
export const penOfAnyGrant: typeof step = (state, event, elapsedMs) => {
  if (event.kind !== 'received' || event.message.kind !== 'grant') {
    return step(state, event, elapsedMs);
  }
  const header = { ...event.header, seq: state.link.grantSeq + 1 };
  return step(state, { ...event, header }, elapsedMs);
};

/** A pen that does not look at the numbers of requests. */
export const penOfAnyRequest: typeof step = (state, event, elapsedMs) => {
  const outside = ['grant', 'stop', 'hello'];
  if (event.kind !== 'received' || outside.includes(event.message.kind)) {
    return step(state, event, elapsedMs);
  }
  const header = { ...event.header, seq: state.link.requestSeq + 1 };
  return step(state, { ...event, header }, elapsedMs);
};

/** A pen that takes a damaged frame for a reason to forget its host. */
export const penThatTakesOffence: typeof step = (state, event, elapsedMs) => {
  const next = step(state, event, elapsedMs);
  if (event.kind !== 'dropped') return next;
  return { ...next, state: { ...next.state, link: { ...next.state.link, mode: 'outside' } } };
};
