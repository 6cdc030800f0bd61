/**
 * Where noise takes its frames from: sound ones that nobody has sent and that would act if they
 * came through, ones that were sent before, and ones that belong to somebody else.
 */
import { bindingOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createEncoder, FRAME_BYTES_MAX } from '../../protocol/frame.ts';
import { nextBetween, nextU32, type Random } from '../../sim/random.ts';
import { createForeigners, type Foreign, type Setting } from './foreign.ts';
import { messagesOf, pick } from './speaker.ts';

/** Where noise takes its frames from. */
export interface Source {
  readonly setting: Setting;
  readonly binding: number;
  /** A frame that would act if it were heard, under a number that was never used. */
  readonly unsent: () => Uint8Array;
  /** One that was sent before, if there is one. */
  readonly again: () => Uint8Array | undefined;
  /** Tells the source of a frame that was sent. */
  readonly wasSent: (frame: Uint8Array) => void;
  /** A conversation begins again: what was sent in it before is not sent yet. */
  readonly beginAgain: () => void;
  /** All that was sent so far is of an earlier conversation, and stays known. */
  readonly endEarlier: () => void;
  readonly foreign: () => Foreign;
  /** The frame that was made under a number since the last call of `forget`. */
  readonly made: (seq: number) => Uint8Array | undefined;
  /** Forgets what was made; the memory of those frames is used again. */
  readonly forget: () => void;
}

/** Numbers from here up are never used by a rehearsed conversation. */
const UNSENT_FROM = 1_000_000;
const SENT_KEPT = 64;

/** Frames that were made since the last forgetting, in memory that is used again and again. */
interface Store {
  readonly keep: (frame: Uint8Array) => Uint8Array;
  readonly at: (index: number) => Uint8Array | undefined;
  readonly forget: () => void;
}

function createStore(): Store {
  const memory: Uint8Array[] = [];
  const views: (Uint8Array | undefined)[] = [];
  let kept = 0;
  return {
    keep: (frame) => {
      const room = (memory[kept] ??= new Uint8Array(FRAME_BYTES_MAX));
      room.set(frame);
      const before = views[kept];
      const view = before?.length === frame.length ? before : room.subarray(0, frame.length);
      views[kept] = view;
      kept += 1;
      return view;
    },
    at: (index) => (index >= 0 && index < kept ? views[index] : undefined),
    forget: () => {
      kept = 0;
    },
  };
}

/** Makes a source for one conversation. */
export function createSource(random: Random, setting: Setting): Source {
  const encode = createEncoder();
  const binding = bindingOf(SCHEMA_HASH, setting.bootId);
  const messages = messagesOf(setting.sender, setting.outside);
  const foreign = createForeigners(random, setting, binding);
  const earlier: Uint8Array[] = [];
  let sent: Uint8Array[] = [];
  const store = createStore();
  const header = { session: setting.session, seq: UNSENT_FROM, ack: 0 };
  let first = UNSENT_FROM;

  return {
    setting,
    binding,
    unsent: () => {
      const frame = store.keep(encode(pick(random, messages), header, binding));
      header.seq += 1;
      header.ack = header.seq & 0xff;
      return frame;
    },
    again: () => {
      const known = (nextU32(random) & 3) === 0 && earlier.length > 0 ? earlier : sent;
      return known[nextBetween(random, 0, Math.max(0, known.length - 1))];
    },
    wasSent: (frame) => {
      if (sent.length >= SENT_KEPT) sent.shift();
      sent.push(frame);
    },
    beginAgain: () => {
      sent = [];
    },
    endEarlier: () => {
      earlier.push(...sent);
      sent = [];
    },
    foreign,
    made: (seq) => store.at(seq - first),
    forget: () => {
      store.forget();
      first = header.seq;
    },
  };
}
