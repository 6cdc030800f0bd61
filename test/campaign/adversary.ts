/**
 * Somebody on a sealed wire who has heard everything and has no key. At a moment of the scenario he
 * says one thing, to the pen or to the host, and it is looked at right then what came of it: of the
 * firmware nothing may have changed but its counters, and nothing may have come through the host's
 * seal that the pen has not sealed. What comes later is for the other judges.
 */
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { BY_ID, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { CRC_START } from '../../protocol/crc.ts';
import { count } from '../../protocol/field.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { keyIdOf, sessionMac } from '../../protocol/pairing.ts';
import { createSealer, SEAL_FLAG, SPEAKER, TAG_BYTES } from '../../protocol/seal.ts';
import { Hello, Stop, type ToPen } from '../../protocol/to-pen.ts';
import { centiHz, penMs, strokes, um } from '../../protocol/units.ts';
import { nonceOfHello } from '../../host/pairing/plain-frame.ts';
import type { SealNews } from '../../host/pairing/seal-state.ts';
import type { Firmware } from '../../sim/firmware/index.ts';
import { createRandom, nextBetween, nextU32, type Random } from '../../sim/random.ts';
import { altered, checked, stuffed, unstuffed } from '../support/cobs.ts';
import { listening } from '../support/listening.ts';
import { KEY } from '../world/paired.ts';
import type { World } from '../world/world.ts';
import { pick } from './chance.ts';

/** What he can say, by kind. */
export const ATTACKS = [
  /** A sealed frame of this session once more, as it was. */
  'sealed-again',
  /** What one end has sealed, said to that same end. */
  'sealed-echo',
  /** A frame of another session under the same key. */
  'sealed-elsewhere',
  /** A sealed frame that is too short, in one of three ways, its check right. */
  'sealed-cut',
  /** A sealed frame with one bit of it another, its check right. */
  'sealed-bent',
  /** The seal of one frame on another. */
  'sealed-spliced',
  /** An act without any seal, as good as it can be. */
  'no-seal',
  /** An answer or a telemetry for the host without any seal. */
  'told-without-seal',
] as const;

/** One kind of attack. */
export type Attack = (typeof ATTACKS)[number];

/** Whether a kind of trouble is an attack. */
export const isAttack = (kind: string): kind is Attack => ATTACKS.some((one) => one === kind);

/** The adversary of one run. */
export interface Adversary {
  /** Says something; true if it was looked at and turned away. */
  readonly strike: (attack: Attack) => boolean;
  /** Hears what comes through the host's seal. */
  readonly cameThrough: (bytes: Uint8Array) => void;
  /** Hears what the host's seal tells. */
  readonly news: (news: SealNews) => void;
  readonly complaints: readonly string[];
}

const STREAM = 77;
const FRAMES_KEPT = 48;
const SEQ_AT = 8;
const ID_AT = 3;
const CHECK_BYTES = 4;
const HEADER_BYTES = 16;
const AHEAD = 1_000;

const idOf = (frame: Uint8Array): number => unstuffed(frame)[ID_AT] ?? 0;
const isSealed = (frame: Uint8Array): boolean => unstuffed(frame)[1] === SEAL_FLAG;
/** STOP and HELLO need no key, and stop the pen: no harm, and nothing to be turned away. */
const isFree = (frame: Uint8Array): boolean => [Stop.id, Hello.id].includes(idOf(frame));
const isFrame = (bytes: Uint8Array): boolean =>
  bytes.length > HEADER_BYTES && bytes.indexOf(0, 1) === bytes.length - 1 && bytes[0] === 0;

const shuffledBit = (random: Random, body: Uint8Array, from: number): void => {
  const at = nextBetween(random, from, body.length - 1);
  body[at] = (body[at] ?? 0) ^ (1 << nextBetween(random, 0, 7));
};

/** What of a firmware an act would change; the silence of a link ends with any frame of it. */
function changesOf(before: Firmware, after: Firmware): readonly string[] {
  const differing = (one: object, other: object, beside: readonly string[]): readonly string[] =>
    Object.keys(one).filter((name) =>
      !beside.includes(name) && Reflect.get(one, name) !== Reflect.get(other, name));
  return [
    ...differing(before, after, ['counters', 'ages']),
    ...differing(before.ages, after.ages, ['silentMs']),
  ];
}

const turnedAway = ({ counters }: Firmware): number =>
  Object.values<number>({ ...counters }).reduce((sum, each) => sum + each, 0);

/** An act that would do something if it were believed. */
function actFor(random: Random, { link, latch, ledger, ages, hold }: Firmware): ToPen {
  const ceiling = strokes(ledger.strokes + 20);
  const armingId = count(Math.max(1, link.armingId));
  const notAfterPenMs = penMs(ages.penMs + 150);
  return pick<ToPen>(random, [
    { kind: 'grant', armingId, holdId: count(Math.max(1, hold.id)), ceiling, notAfterPenMs },
    { kind: 'disarm', armingId },
    { kind: 'clear', reason: latch.reason, latchId: count(Math.max(1, latch.latchId)) },
    { kind: 'tighten', armingId, depthUm: um(100), rateCentiHz: centiHz(2_000),
      passCeiling: strokes(ledger.strokes + 1) },
    { kind: 'unpair', keyId: count(keyIdOf(KEY)) },
    { kind: 'join', mode: 'calibration' },
  ]);
}

/** Everything that was ever said on the wire, as far as he keeps it. */
interface Recording {
  readonly byHost: () => Uint8Array | undefined;
  readonly byPen: () => Uint8Array | undefined;
}

function record(world: World, random: Random): Recording {
  const host: Uint8Array[] = [];
  const pen: Uint8Array[] = [];
  world.onWire((tap, bytes) => {
    // What has not yet come to the pen would be no repetition.
    const list = tap === 'pen-heard' ? host : tap === 'pen-wrote' ? pen : undefined;
    if (list === undefined || !isFrame(bytes)) return;
    list.push(bytes.slice());
    if (list.length > FRAMES_KEPT) list.shift();
  });
  const some = (list: readonly Uint8Array[]): Uint8Array | undefined => {
    const sealed = list.filter((frame) => isSealed(frame) && !isFree(frame));
    return sealed.length === 0 ? undefined : pick(random, sealed);
  };
  return { byHost: () => some(host), byPen: () => some(pen) };
}

/** Makes frames that nobody with a key has made. */
function createForge(world: World, random: Random) {
  const seal = createSealer();
  const firmware = (): Firmware => world.pen().firmware();
  const binding = (): number => bindingOf(SCHEMA_HASH, firmware().boot.bootId);
  const startFor = (id: number): number => (BY_ID[id]?.bound === true ? binding() : CRC_START);
  /** A frame with another body and a number that was not used yet, its check right. */
  const changed = (frame: Uint8Array, change: (body: Uint8Array) => Uint8Array): Uint8Array => {
    const body = change(unstuffed(frame).slice(0, -CHECK_BYTES));
    const seq = AHEAD + nextBetween(random, 0, 99);
    new DataView(body.buffer, body.byteOffset).setUint32(SEQ_AT, seq, true);
    return stuffed(checked(body, startFor(body[ID_AT] ?? 0)));
  };
  const withoutSeal = (body: Uint8Array): Uint8Array => {
    const short = body.slice(0, -TAG_BYTES);
    short[1] = 0;
    return short;
  };
  const headerFor = (session: number) => ({ session, seq: AHEAD, ack: 0 });
  return {
    bent: (frame: Uint8Array): Uint8Array => altered(frame, (body) => {
      shuffledBit(random, body, ID_AT + 1);
    }, startFor(idOf(frame))),
    /** The tag off and the flag with it, the tag too short, or the frame cut off as it lies. */
    cut: (frame: Uint8Array): Uint8Array => {
      const way = nextBetween(random, 0, 2);
      const less = nextBetween(random, 1, TAG_BYTES - 1);
      if (way === 0) return changed(frame, withoutSeal);
      if (way === 1) return changed(frame, (body) => body.slice(0, -less));
      return Uint8Array.of(...frame.slice(0, -1 - less), 0);
    },
    spliced: (frame: Uint8Array, other: Uint8Array): Uint8Array => changed(frame, (body) => {
      const tag = unstuffed(other).slice(-CHECK_BYTES - TAG_BYTES, -CHECK_BYTES);
      body.set(tag, body.length - TAG_BYTES);
      return body;
    }),
    /** An act that was sealed in another session under the very same key. */
    elsewhere: (): Uint8Array | undefined => {
      const { link: { paired, session }, boot: { bootId } } = firmware();
      if (paired === undefined) return undefined;
      const [hostNonce, penNonce] = [nextU32(random), nextU32(random)];
      const facts = { hostNonce, penNonce, bootId, counter: Math.max(0, paired.counter - 1) };
      const here = nextBetween(random, 0, 1) === 0;
      const header = headerFor(here ? session : sessionOf(hostNonce, penNonce));
      const frame = encodeFrame(actFor(random, firmware()), header, binding());
      return seal(frame, sessionMac(KEY, facts), SPEAKER.host, binding())?.slice();
    },
    bare: (): Uint8Array =>
      encodeFrame(actFor(random, firmware()), headerFor(firmware().link.session), binding()),
    /** What the pen has told, without its seal, newer, and not quite the same. */
    told: (frame: Uint8Array): Uint8Array => changed(frame, (body) => {
      const short = withoutSeal(body);
      shuffledBit(random, short, HEADER_BYTES);
      return short;
    }),
  };
}

/** Puts an adversary on the wire of a world. */
export function createAdversary(world: World, seed: number): Adversary {
  const random = createRandom(seed, STREAM);
  const complaints: string[] = [];
  const { byHost, byPen } = record(world, random);
  const forge = createForge(world, random);
  let through: Uint8Array[] = [];
  let hostSealed = false;

  world.onWire((tap, bytes) => {
    if (tap === 'host-wrote' && nonceOfHello(bytes) !== undefined) hostSealed = false;
  });

  /** Says something to the pen, and looks at once what came of it. */
  const toPen = (attack: Attack, bytes: Uint8Array | undefined): boolean => {
    const pen = world.pen();
    if (bytes === undefined || !pen.alive() || pen.firmware().link.seal === 0) return false;
    const before = pen.firmware();
    pen.receive(bytes);
    const after = pen.firmware();
    const changes = changesOf(before, after);
    if (changes.length > 0) {
      complaints.push(`seal: at ${world.nowMs()} ms ${attack} changed ${changes.join(', ')}`);
    }
    return turnedAway(after) > turnedAway(before);
  };
  /** Says something to the host that its seal should keep from it. */
  const toHost = (attack: Attack, bytes: Uint8Array | undefined): boolean => {
    if (bytes === undefined || !hostSealed || world.host() === undefined) return false;
    through = [];
    world.toHost(bytes);
    const { bootId } = world.pen().firmware().boot;
    const ear = listening({ binding: bindingOf(SCHEMA_HASH, bootId), sender: 'pen' });
    for (const frame of through) ear.push(frame);
    const [heard] = ear.heard;
    if (heard !== undefined) {
      complaints.push(`seal: at ${world.nowMs()} ms ${attack} made the host hear ${heard.kind}`);
    }
    return true;
  };

  const madeOf = <Part>(
    part: Part | undefined,
    make: (part: Part) => Uint8Array,
  ): Uint8Array | undefined => (part === undefined ? undefined : make(part));
  const strikes: Readonly<Record<Attack, () => boolean>> = {
    'sealed-again': () => toPen('sealed-again', byHost()),
    'sealed-echo': () => (nextBetween(random, 0, 1) === 0
      ? toPen('sealed-echo', byPen())
      : toHost('sealed-echo', byHost())),
    'sealed-elsewhere': () => toPen('sealed-elsewhere', forge.elsewhere()),
    'sealed-cut': () => toPen('sealed-cut', madeOf(byHost(), forge.cut)),
    'sealed-bent': () => toPen('sealed-bent', madeOf(byHost(), forge.bent)),
    'sealed-spliced': () => toPen('sealed-spliced', madeOf(byHost(), (frame) =>
      forge.spliced(frame, byHost() ?? frame))),
    'no-seal': () => toPen('no-seal', forge.bare()),
    'told-without-seal': () => toHost('told-without-seal', madeOf(byPen(), forge.told)),
  };
  return {
    strike: (attack) => strikes[attack](),
    cameThrough: (bytes) => through.push(bytes.slice()),
    news: ({ kind }) => {
      if (kind === 'sealed') hostSealed = true;
    },
    complaints,
  };
}
