/**
 * A paired pen, and whoever has no key: on the wire, with everything that was ever said on it. It
 * may stop the pen and read it; it can neither prepare, arm, move, clear nor change anything, and
 * nothing that it says to the host is heard as the pen.
 */
import { describe, expect, test } from 'vitest';
import { count } from '../../../protocol/field.ts';
import { bindingOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { keyIdOf, sessionMac } from '../../../protocol/pairing.ts';
import { createSealer, SPEAKER } from '../../../protocol/seal.ts';
import { RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import type { SealNews } from '../../../host/pairing/seal-state.ts';
import { altered, stuffed, unstuffed } from '../../support/cobs.ts';
import { KEY, keysFor, keysInMemory, pairedMemory, sealWith } from '../paired.ts';
import { diligent, onlyPlan, penFor, persistent } from '../parts.ts';
import {
  expectInnocent, finish, reach, reachStrokes, type Stage, speakAsHost, stage,
} from '../stage.ts';

const SEED = 3;
const pairedPen = () => penFor('meridian-p', SEED, { memory: pairedMemory() });

const pairedStage = (change = {}): Stage & { readonly news: SealNews[] } => {
  const pen = pairedPen();
  const news: SealNews[] = [];
  const seal = sealWith(keysFor(pen.serial), news);
  const usual = { plan: onlyPlan(), provider: persistent, pen, seal, seed: SEED };
  return { ...stage({ ...usual, ...change }), news };
};

const ROW = {
  kind: 'envelope', area: count(4), depthUmMax: um(500), rateCentiHzMax: centiHz(8_000),
  passStrokesMax: strokes(400), creditMax: strokes(20), holdMsMax: ms(6_000),
} as const;

/** Everything by which a host prepares, moves, clears or changes a pen. */
const ACTS: readonly ToPen[] = [
  { kind: 'join', mode: 'treatment' },
  ROW,
  {
    kind: 'arm', armingId: 900, area: count(4), side: 0, planHash: '0011223344556677',
    depthUm: um(500), rateCentiHz: centiHz(8_000), passCeiling: strokes(400), needleCount: 14,
    stamp: 0,
  },
  { kind: 'tighten', armingId: 1, depthUm: um(100), rateCentiHz: centiHz(2_000),
    passCeiling: strokes(1) },
  { kind: 'grant', armingId: 1, holdId: 1, ceiling: strokes(20), notAfterPenMs: penMs(90_000) },
  { kind: 'disarm', armingId: 1 },
  { kind: 'clear', reason: 'host-stop', latchId: 1 },
  { kind: 'extend', depthUm: um(500), notAfterPenMs: penMs(90_000) },
  { kind: 'run', depthUm: um(500), rateCentiHz: centiHz(2_000), ceiling: strokes(10),
    notAfterPenMs: penMs(90_000) },
  { kind: 'pair', commit: '00'.repeat(32) },
  { kind: 'unpair', keyId: 1 },
];

/** What a pen does and is, without what time alone changes. */
const standing = ({ world }: Stage) => {
  const { doing, latch, link, pairing, drive } = world.pen().firmware();
  return {
    kind: doing.kind, latch, drive, mode: link.mode, rows: link.rows, seq: link.requestSeq,
    held: pairing.held,
  };
};

test('S-51 a treatment with a paired pen is one like any other, and the seal is proven', () => {
  const scene = pairedStage();
  finish(scene);
  const { serial } = scene.world.pen();
  expect(scene.news).toEqual([{ kind: 'sealed', serial, keyId: keyIdOf(KEY) }]);
  expect(scene.world.pen().firmware().counters).toMatchObject({ unsealed: 0, damaged: 0 });
  expectInnocent(scene);
});

describe('somebody on the wire who has heard everything and has no key', () => {
  test.each(['armed', 'running', 'ready'])(
    'S-50 does nothing to a pen that is %s by any act without a seal', (phase) => {
      const scene = pairedStage();
      const { world } = scene;
      if (phase === 'running') reachStrokes(scene, 20);
      else reach(scene, phase);
      const before = standing(scene);
      for (const act of ACTS) {
        const { unsealed } = world.pen().firmware().counters;
        speakAsHost(scene, act);
        world.runFor(2);
        const now = world.pen().firmware().counters.unsealed;
        expect([act.kind, now]).toEqual([act.kind, unsealed + 1]);
      }
      const { seq: _seq, ...same } = before;
      if (phase !== 'running') expect(standing(scene)).toMatchObject(same);
      finish(scene);
      expectInnocent(scene);
    });

  test('S-33 S-50 stops a pen in motion all the same: STOP needs no key', () => {
    const scene = pairedStage({ provider: diligent });
    const { world } = scene;
    reachStrokes(scene, 20);
    world.intrude(encodeFrame({ kind: 'stop' }, { session: 0, seq: 0, ack: 0 }, 0));
    world.runFor(20 + RETRACT_MS_MAX);
    expect(world.pen().firmware().latch.reason).toBe('host-stop');
    expect(world.pen().truth().retracted).toBe(true);
  });

  test('S-52 says every frame again, in the same session and in the next, and none does anything',
    () => {
      const scene = pairedStage({ provider: diligent });
      const { world } = scene;
      const said: Uint8Array[] = [];
      world.onWire((tap, bytes) => {
        if (tap === 'host-wrote') said.push(bytes.slice());
      });
      reachStrokes(scene, 40);
      world.killHost();
      world.runFor(3_000);
      expect(world.pen().truth().motorOn).toBe(false);
      const made = world.strokes.length;
      const before = standing(scene);
      for (const bytes of said.filter((frame) => frame.length > 31)) world.intrude(bytes);
      world.runFor(500);
      expect(standing(scene)).toMatchObject(before);
      world.startHost();
      world.runFor(1_000);
      const { unsealed } = world.pen().firmware().counters;
      for (const bytes of said.filter((frame) => frame.length > 31)) world.intrude(bytes);
      world.runFor(20);
      expect(world.pen().firmware().counters.unsealed).toBeGreaterThan(unsealed + 10);
      expect(world.strokes.length).toBe(made);
    });

  test('S-50 changes any bit of a sealed frame, check put right, and it is not heard', () => {
    const scene = pairedStage();
    const { world } = scene;
    let arm: Uint8Array | undefined;
    world.onWire((tap, bytes) => {
      const body = bytes.length > 24 ? unstuffed(bytes) : new Uint8Array(4);
      if (tap === 'host-wrote' && body[3] === 0x10) arm = bytes.slice();
    });
    reach(scene, 'armed');
    if (arm === undefined) throw new Error('a pen is armed by a frame');
    const { bootId } = scene.court.testimony.link();
    const binding = bindingOf(SCHEMA_HASH, bootId);
    const length = unstuffed(arm).length - 4;
    for (let at = 4; at < length; at += 1) {
      const { unsealed } = world.pen().firmware().counters;
      const whole = arm;
      world.intrude(altered(whole, (body) => body.fill((body[at] ?? 0) ^ 1, at, at + 1), binding));
      world.runFor(2);
      expect([at, world.pen().firmware().counters.unsealed]).toEqual([at, unsealed + 1]);
    }
  });

  test('S-50 puts the seal of one frame on another, and it is not heard', () => {
    const scene = pairedStage();
    const { world } = scene;
    const sealed: Uint8Array[] = [];
    world.onWire((tap, bytes) => {
      if (tap === 'host-wrote' && bytes.length > 31) sealed.push(unstuffed(bytes.slice()));
    });
    reachStrokes(scene, 20);
    const { bootId } = scene.court.testimony.link();
    const [one, other] = sealed.slice(-2);
    if (one === undefined || other === undefined) throw new Error('two frames were said');
    const spliced = one.slice();
    spliced.set(other.subarray(-12, -4), spliced.length - 12);
    const { unsealed } = world.pen().firmware().counters;
    world.intrude(altered(stuffed(spliced), () => undefined, bindingOf(SCHEMA_HASH, bootId)));
    world.runFor(2);
    expect(world.pen().firmware().counters.unsealed).toBe(unsealed + 1);
  });

  test('S-51 speaks to the host as the pen, and is not heard', () => {
    const scene = pairedStage();
    const { world } = scene;
    reach(scene, 'armed');
    const { session } = scene.court.testimony.link();
    const before = world.snapshot();
    const outcome = {
      kind: 'outcome', request: 1, outcome: 'refused', reason: 'latched', asked: 0, allowed: 0,
    } as const;
    world.toHost(encodeFrame(outcome, { session, seq: 1_000_000, ack: 0 }, 0));
    world.runFor(50);
    expect(world.snapshot()?.phase).toBe(before?.phase);
    finish(scene);
    expectInnocent(scene);
  });

  test('S-50 greets the pen with a key of its own, and gets no further than its pages', () => {
    const scene = pairedStage({ provider: diligent });
    const { world } = scene;
    const hostNonce = 4_711;
    reach(scene, 'armed');
    world.killHost();
    const hello = { kind: 'hello', hostNonce, schemaHash: SCHEMA_HASH } as const;
    world.intrude(encodeFrame(hello, { session: 0, seq: 0, ack: 0 }, 0));
    world.runFor(20);
    const { link, boot } = world.pen().firmware();
    const { welcome, paired, session } = link;
    if (welcome === undefined || paired === undefined) throw new Error('the pen greets anybody');
    const mac = sessionMac('42'.repeat(32), { ...welcome, counter: paired.counter });
    const binding = bindingOf(SCHEMA_HASH, boot.bootId);
    const seal = createSealer();
    const message = { kind: 'join', mode: 'treatment' } as const;
    const join = encodeFrame(message, { session, seq: 1, ack: 0 }, binding);
    world.intrude(join);
    world.intrude(seal(join, mac, SPEAKER.host, binding) ?? join);
    world.runFor(20);
    expect(world.pen().firmware().link).toMatchObject({ mode: 'outside', seal: 0 });
    expect(world.pen().firmware().counters).toMatchObject({ unsealed: 1 });
  });
});

test('S-50 a host without the key reads a paired pen and joins it by no means', () => {
  const pen = pairedPen();
  const news: SealNews[] = [];
  const scene = stage({
    plan: onlyPlan(), provider: diligent, pen, seal: sealWith(keysInMemory(), news), seed: SEED,
  });
  scene.world.runFor(3_000);
  expect(scene.world.snapshot()).toBeUndefined();
  expect(news[0]).toEqual({ kind: 'stranger' });
  expect(pen.firmware().link.mode).toBe('outside');
  expect(scene.world.strokes).toEqual([]);
});

test('S-51 a host that has a key does not treat with a pen in its name that has none', () => {
  const pen = penFor('meridian-p', SEED);
  const news: SealNews[] = [];
  const scene = stage({
    plan: onlyPlan(), provider: diligent, pen, seed: SEED,
    seal: sealWith(keysFor(pen.serial), news),
  });
  scene.world.runFor(3_000);
  expect(news[0]).toEqual({ kind: 'key-lost', serial: pen.serial });
  expect(scene.world.snapshot()).toBeUndefined();
});
