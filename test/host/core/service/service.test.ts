/** A service console in front of a pen: how it gets in, what it asks, and how it gets out. */
import { describe, expect, test } from 'vitest';
import { serviceStep } from '../../../../host/core/service/service.ts';
import { encodeFrame } from '../../../../protocol/frame.ts';
import { encodeLine } from '../../../../protocol/service-line.ts';
import { AT_BENCH } from '../../../sim/pen/talker.ts';
import { createServiceWorld, insideService, type ServiceWorld } from './world.ts';

const type = (world: ServiceWorld, text: string): void => world.tell({ kind: 'type', text });
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const modeOf = ({ pen }: ServiceWorld): string => pen.firmware().link.mode;

const ID = ['model meridian-p', 'serial SIM-0001', 'firmware 1.0.0', 'hardware 1'];

function bootLine({ pen }: ServiceWorld): string {
  const { bootCount, bootId } = pen.firmware().boot;
  return `boot ${bootCount} id ${bootId.toString(16).padStart(8, '0')}`;
}

describe('the way in', () => {
  test('S-15 waits until somebody holds the trigger, and says so once', () => {
    const world = createServiceWorld();
    world.pass(3_000);
    expect(world.newsOf('hold-trigger')).toHaveLength(1);
    expect(modeOf(world)).toBe('outside');
    world.hand = AT_BENCH;
    world.pass(600);
    expect(world.newsOf('entered')).toHaveLength(1);
    expect(modeOf(world)).toBe('service');
  });

  test('gives up after a minute in which nobody holds it', () => {
    const world = createServiceWorld();
    world.pass(61_000);
    expect(world.end()).toEqual({ kind: 'not-held' });
  });

  test('gives up a port at which nobody answers', () => {
    const world = createServiceWorld();
    world.plugged = false;
    world.pass(6_500);
    expect(world.end()).toEqual({ kind: 'nobody', foreign: false });
  });

  test('a person who goes before it was entered leaves nothing behind', () => {
    const world = createServiceWorld();
    world.pass(300);
    world.tell({ kind: 'interrupt' });
    expect(world.end()).toEqual({ kind: 'never-entered' });
    expect(world.sent).not.toContain('stop');
  });
});

describe('lines', () => {
  test('are asked one at a time and answered whole', () => {
    const world = insideService();
    type(world, 'id');
    type(world, 'frobnicate');
    expect(world.newsOf('answer')).toEqual([
      { kind: 'answer', text: 'id', lines: [...ID, bootLine(world)], refusal: undefined },
      { kind: 'answer', text: 'frobnicate', lines: [], refusal: 'no such command, try help' },
    ]);
  });

  test.each(['', 'a'.repeat(65), 'caf\u00e9', 'id\u0000exit', 'id\r\nexit'])(
    'S-38 what is no line is not sent: %j',
    (text) => {
      const world = insideService();
      type(world, text);
      expect(world.newsOf('not-sent')).toMatchObject([{ why: 'not-text' }]);
      expect(world.lines).toEqual([]);
    },
  );

  test('an answer that does not come is said after a second, and the next one is asked', () => {
    const world = insideService();
    world.losesLines = true;
    type(world, 'id');
    type(world, 'latch');
    world.pass(1_050);
    expect(world.newsOf('unanswered')).toMatchObject([{ text: 'id' }]);
    expect(world.newsOf('not-sent')).toMatchObject([{ text: 'latch', why: 'busy' }]);
    world.losesLines = false;
    type(world, 'latch');
    expect(world.newsOf('answer')).toMatchObject([{ text: 'latch', lines: ['latch none'] }]);
  });

  test('S-37 a line is kept back by the guard before the pen is in service mode', () => {
    const world = createServiceWorld();
    world.service = insideService().service;
    type(world, 'id');
    expect(world.keptBack).toEqual(['id']);
  });
});

describe('a pen that sends rubbish', () => {
  test('S-38 is told of once, and its frames are heard on', () => {
    const world = insideService();
    for (let time = 0; time < 20; time += 1) world.inject(bytes('\0\u00ff\u00fe rubbish\r\0'));
    expect(world.newsOf('noise')).toHaveLength(1);
    expect(world.service.noise).toBe(20);
    world.pass(500);
    expect(world.service.stage.kind).toBe('open');
  });

  test('S-38 a line that never ends is let go of, and the console goes on', () => {
    const world = insideService();
    world.inject(bytes('A'.repeat(200_000)));
    world.pass(300);
    type(world, 'latch');
    expect(world.newsOf('answer')).toHaveLength(1);
  });

  test('S-38 an answer without an end, and talk that nobody asked for, are left', () => {
    for (const asks of [true, false]) {
      const world = insideService();
      if (asks) {
        world.losesLines = true;
        type(world, 'id');
        world.losesLines = false;
      }
      for (let line = 0; line < 40; line += 1) world.inject(encodeLine(`blah ${line}`));
      expect(world.newsOf('babble')).toHaveLength(1);
      world.pass(1_000);
      expect(world.end()).toMatchObject({ kind: 'left', by: 'exit' });
    }
  });
});

describe('the way out', () => {
  test('S-18 is proven by the word of the pen and by its silence', () => {
    const world = insideService();
    world.tell({ kind: 'leave' });
    expect(world.end()).toBeUndefined();
    world.pass(200);
    expect(world.end()).toEqual({ kind: 'left', by: 'exit', stop: 'none' });
    expect(modeOf(world)).toBe('outside');
  });

  test('S-18 a pen that does not hear exit is taken out of the mode by a handshake', () => {
    const world = insideService();
    world.losesLines = true;
    type(world, 'exit');
    world.pass(500);
    expect(modeOf(world)).toBe('service');
    world.pass(400);
    expect(world.end()).toEqual({ kind: 'left', by: 'greeting', stop: 'none' });
    expect(modeOf(world)).toBe('outside');
    expect(world.sent.slice(-8)).not.toContain('join');
  });

  test('silence alone proves nothing: with the cable out the mode is not said to be left', () => {
    const world = insideService();
    world.plugged = false;
    world.tell({ kind: 'leave' });
    world.pass(3_000);
    expect(world.end()).toMatchObject({ kind: 'not-proven' });
  });

  test('S-33 Ctrl-C stops first, until it is proven, and leaves after that', () => {
    const world = insideService();
    const before = world.sent.length;
    world.tell({ kind: 'interrupt' });
    expect(world.sent[before]).toBe('stop');
    expect(world.lines).toEqual([]);
    world.pass(300);
    expect(world.lines).toEqual(['exit']);
    expect(world.end()).toEqual({ kind: 'left', by: 'exit', stop: 'proven' });
    expect(world.pen.firmware()).toMatchObject({
      latch: { reason: 'host-stop' }, doing: { kind: 'latched' }, link: { mode: 'outside' },
    });
  });

  test('S-33 a stop that is not confirmed is repeated, and is not called proven', () => {
    const world = insideService();
    world.losesFrames = true;
    world.tell({ kind: 'interrupt' });
    world.pass(200);
    expect(world.sent.filter((kind) => kind === 'stop').length).toBeGreaterThanOrEqual(9);
    expect(world.lines).toEqual([]);
    world.losesFrames = false;
    world.pass(300);
    expect(world.end()).toMatchObject({ kind: 'left', stop: 'proven' });
  });

  test('a computer that stood still does not hold it against the pen', () => {
    const world = insideService();
    world.service = serviceStep(world.service, { kind: 'tick' }, 5_000).service;
    expect(world.service.stage.kind).toBe('open');
    world.pass(100);
    expect(world.service.stage.kind).toBe('open');
  });

  test('S-26 a cable that is pulled ends the console, which does not come back by itself', () => {
    const world = insideService();
    world.plugged = false;
    world.pass(200);
    expect(world.end()).toEqual({ kind: 'lost', why: 'silent', entered: true });
    world.plugged = true;
    const { length } = world.sent;
    world.pass(11_000);
    expect(world.sent).toHaveLength(length);
    expect(modeOf(world)).toBe('outside');
  });

  test('a port that closes ends it at once', () => {
    const world = insideService();
    world.tell({ kind: 'port-closed' });
    expect(world.end()).toEqual({ kind: 'lost', why: 'closed', entered: true });
  });

  test('a pen that is reset in the middle is gone, and wakes outside of every mode', () => {
    const world = insideService();
    world.pen.reset('power');
    world.pass(400);
    expect(world.end()).toMatchObject({ kind: 'lost', entered: true });
    expect(modeOf(world)).toBe('outside');
  });

  test('S-16 a console that dies or hangs leaves a pen that leaves by itself, unarmed', () => {
    const world = insideService({ cartridge: 'metrology' });
    world.alive = false;
    world.hand = AT_BENCH;
    world.pass(9_000);
    expect(modeOf(world)).toBe('service');
    world.pass(1_100);
    expect(modeOf(world)).toBe('outside');
    expect(world.pen.firmware()).toMatchObject({
      doing: { kind: 'idle' }, latch: { reason: 'none' }, link: { session: 0 },
    });
    expect(world.pen.truth()).toMatchObject({ strokes: 0, retracted: true, motorOn: false });
  });
});

test('S-16 a pen that shows itself armed in service mode is stopped', () => {
  const world = insideService();
  const { session } = world.service;
  if (session.link.kind !== 'open') throw new Error('the console is in');
  const { talk } = session.link;
  const lies = {
    kind: 'telemetry', penMs: 90_000, strokes: 0, phase: 'armed', latch: 'none', signals: 8,
    armingId: 1, holdId: 0, depthUm: undefined, rateCentiHz: 0, forceMn: undefined,
    tiltDeg: undefined, glideMmS: undefined,
  } as unknown as Parameters<typeof encodeFrame>[0];
  const header = { session: talk.session, seq: talk.heardSeq + 1, ack: 0 };
  world.inject(encodeFrame(lies, header, talk.binding));
  expect(world.newsOf('moving')).toMatchObject([{ phase: 'armed' }]);
  expect(world.sent.at(-1)).toBe('stop');
});

test('S-16 a console asks for nothing that could move a pen', () => {
  const world = insideService();
  for (const text of ['id', 'selftest', 'arm', 'run 20']) type(world, text);
  world.pass(2_000);
  world.tell({ kind: 'leave' });
  world.pass(300);
  expect(new Set(world.sent)).toEqual(new Set(['hello', 'read', 'join']));
});
