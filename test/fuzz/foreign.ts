/**
 * Sound frames that are not meant for the end that hears them: of another link session, boot,
 * schema or version, with flags or ids that nobody knows, echoes, and payloads that are no message.
 * Each says why it has to be dropped; a decoder hears only those of another session.
 */
import { bindingOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { CRC_START } from '../../protocol/crc.ts';
import type { DropReason, Sender } from '../../protocol/deframe.ts';
import { encodeFrame, type Header } from '../../protocol/frame.ts';
import { nextBetween, nextU32, type Random } from '../../sim/random.ts';
import { checked, stuffed, unstuffed } from '../support/cobs.ts';
import { messagesOf, pick, typesOf } from './speaker.ts';

/** A conversation into which noise falls. */
export interface Setting {
  readonly sender: Sender;
  readonly session: number;
  readonly bootId: number;
  /** Whether frames that stand outside any link session may be among them. */
  readonly outside: boolean;
}

/** A frame for somebody else, and what a decoder has to say to it: nothing if it is to hear it. */
export interface Foreign {
  readonly frame: Uint8Array;
  readonly reason: DropReason | undefined;
}

const FOREIGNERS_OF_A_KIND = 48;

const other = (sender: Sender): Sender => (sender === 'host' ? 'pen' : 'host');

/** A frame taken apart, its body changed, and its check made right again. */
function forged(frame: Uint8Array, start: number, change: (b: Uint8Array) => Uint8Array): Foreign {
  const body = unstuffed(frame).slice(0, -4);
  return { frame: stuffed(checked(change(body), start)), reason: undefined };
}

const withByte = (at: number, value: number) => (body: Uint8Array): Uint8Array => {
  body[at] = value;
  return body;
};

/** A byte of a payload that has a narrow range: a side of ARM, a phase of TELEMETRY. */
const NARROW = { host: { kind: 'arm', at: 19 }, pen: { kind: 'telemetry', at: 24 } } as const;

/** Gives frames of all these kinds in turn, by chance, out of a store that is made once. */
export function createForeigners(
  random: Random,
  { sender, session, bootId }: Setting,
  binding: number,
): () => Foreign {
  const messages = messagesOf(sender, false);
  const echoes = messagesOf(other(sender), false);
  const bound = new Set(typesOf(sender).filter((type) => type.bound).map(({ kind }) => kind));
  const boundMessages = messages.filter(({ kind }) => bound.has(kind));
  const known = new Set([...typesOf('host'), ...typesOf('pen')].map(({ id }) => id));
  const unknown = Array.from({ length: 256 }, (_, id) => id).filter((id) => !known.has(id));

  let seq = 500_000;
  const header = (): Header => ({ session, seq: (seq += 1), ack: 1 });
  const change = (reason: DropReason, how: (body: Uint8Array) => Uint8Array): Foreign => {
    const message = pick(random, messages);
    const start = bound.has(message.kind) ? binding : CRC_START;
    const frame = encodeFrame(message, header(), binding);
    return { ...forged(frame, start, how), reason };
  };
  const unbound = (register: number): Foreign | undefined => {
    if (boundMessages.length === 0 || register === binding) return undefined;
    const frame = encodeFrame(pick(random, boundMessages), header(), register);
    return { frame, reason: 'unbound' };
  };
  const makers: readonly (() => Foreign | undefined)[] = [
    () => ({
      frame: encodeFrame(
        pick(random, messages), { ...header(), session: session ^ (1 + nextU32(random)) }, binding,
      ),
      reason: undefined,
    }),
    () => unbound(bindingOf(SCHEMA_HASH, nextU32(random))),
    () => unbound(bindingOf(nextU32(random), bootId)),
    () => unbound(CRC_START),
    () => change('foreign-version', withByte(0, nextBetween(random, 2, 255))),
    () => change('unknown-flags', withByte(1, nextBetween(random, 1, 255))),
    () => ({ frame: encodeFrame(pick(random, echoes), header(), binding), reason: 'echo' }),
    () => {
      // An id that nobody has is never bound, so its check starts as any other.
      const plain = messages.filter(({ kind }) => !bound.has(kind));
      const frame = encodeFrame(pick(random, plain), header(), binding);
      return { ...forged(frame, CRC_START, withByte(3, pick(random, unknown))),
        reason: 'unknown-id' };
    },
    () => change('bad-payload', (body) => Uint8Array.from([...body, nextU32(random) & 0xff])),
    () => {
      const { kind, at } = NARROW[sender];
      const message = messages.find((one) => one.kind === kind);
      if (message === undefined) return undefined;
      const start = bound.has(kind) ? binding : CRC_START;
      const frame = encodeFrame(message, header(), binding);
      return { ...forged(frame, start, withByte(at, 200)), reason: 'bad-payload' };
    },
  ];
  const store = makers.flatMap((make) =>
    Array.from({ length: FOREIGNERS_OF_A_KIND }, make).filter((one) => one !== undefined),
  );
  return () => pick(random, store);
}
