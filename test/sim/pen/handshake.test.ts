/**
 * How a conversation with the pen begins, repeats, is taken over, and what of an old one still
 * counts.
 */
import { expect, test } from 'vitest';
import { PAGE } from '../../../protocol/from-pen.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { rigTalker } from './rig.ts';
import {
  armOf,
  AT_BENCH,
  expectDone,
  grantOf,
  PRESSING,
  readyToMove,
  renewing,
  rowOf,
} from './talker.ts';

const refusalOf = (told: unknown): unknown => (told as { reason?: unknown } | undefined)?.reason;

test('a hello that comes again gets the same welcome again and leaves the session alone', () => {
  const talker = rigTalker();
  readyToMove(talker);
  const { session } = talker;
  talker.hello();
  const welcomes = talker.heard.filter(({ kind }) => kind === 'welcome');
  expect(welcomes[1]).toEqual(welcomes[0]);
  expect(talker.session).toBe(session);
  expect(talker.pen.firmware().doing.kind).toBe('armed');
});

test('S-18 another hello makes another session, with nothing joined and no envelope', () => {
  const talker = rigTalker();
  talker.hello(1);
  const { session } = talker;
  talker.pass(3);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expectDone(talker.ask(rowOf()));
  talker.hello(2);
  expect(talker.session).not.toBe(session);
  expect(refusalOf(talker.ask(armOf()))).toBe('not-joined');
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expect(refusalOf(talker.ask(armOf()))).toBe('no-envelope');
});

test('S-29 a hello from another host while armed ends the arming and latches', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hello(99);
  const { doing, latch } = talker.pen.firmware();
  expect(doing.kind).toBe('latched');
  expect(latch.reason).toBe('foreign-hello');
});

test('S-29 a hello from another host in motion stops, withdraws and latches', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 300);
  expect(talker.pen.firmware().doing.kind).toBe('running');
  talker.hello(99);
  expect(talker.pen.firmware().doing.kind).toBe('stopping');
  talker.pass(120);
  expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(talker.pen.firmware().latch.reason).toBe('foreign-hello');
});

test('a pen that stands latched still answers a hello', () => {
  const talker = rigTalker();
  talker.hello(1);
  talker.send({ kind: 'stop' });
  talker.hello(2);
  expect(talker.heard.filter(({ kind }) => kind === 'welcome')).toHaveLength(2);
  expect(talker.pen.firmware().latch.reason).toBe('host-stop');
});

test('S-19 frames of another session are dropped and counted', () => {
  const talker = rigTalker();
  talker.hello();
  talker.send({ kind: 'read', page: PAGE.clock }, { session: talker.session ^ 1 });
  talker.send({ kind: 'read', page: PAGE.clock }, { session: 0 });
  expect(talker.heard).toHaveLength(1);
  expect(talker.pen.firmware().counters.staleSession).toBe(2);
});

test('S-19 a grant of a session that is over moves nothing', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  talker.pass(10);
  const late = talker.bytes(grantOf(talker));
  talker.hello(7);
  talker.pen.receive(late);
  talker.pass(100);
  expect(talker.pen.truth().strokes).toBe(0);
});

test('S-19 a frame from before a reset of the pen is not bound to this boot', () => {
  const talker = rigTalker();
  readyToMove(talker);
  const old = talker.bytes({ kind: 'disarm', armingId: 1 });
  talker.pen.reset('power');
  talker.pass(60);
  talker.pen.receive(old);
  expect(talker.pen.firmware().counters.unbound).toBe(1);
});

test('no telemetry is told before a session is joined, and a hundred a second after', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(200);
  expect(() => talker.telemetry()).toThrow('the pen has told its state');
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  let told = 0;
  talker.pen.takeBytes();
  talker.pen.advance(1_000, HANDS_OFF);
  for (const bytes of talker.pen.takeBytes()) if (bytes.length > 40) told += 1;
  expect(told).toBeGreaterThanOrEqual(100);
});

test('S-18 there is no way from one mode to another within a session', () => {
  const talker = rigTalker({ cartridge: 'metrology' });
  talker.hello();
  talker.pass(3);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  talker.hand = AT_BENCH;
  talker.pass(10);
  expect(refusalOf(talker.ask({ kind: 'join', mode: 'service' }))).toBe('wrong-mode');
  expect(refusalOf(talker.ask({ kind: 'join', mode: 'calibration' }))).toBe('wrong-mode');
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
});

test('S-18 service and calibration are entered with the trigger held, and by nothing else', () => {
  const talker = rigTalker({ cartridge: 'metrology' });
  talker.hello();
  talker.pass(10);
  expect(refusalOf(talker.ask({ kind: 'join', mode: 'service' }))).toBe('needs-trigger');
  expect(refusalOf(talker.ask({ kind: 'join', mode: 'calibration' }))).toBe('needs-trigger');
  talker.hand = AT_BENCH;
  talker.pass(10);
  expectDone(talker.ask({ kind: 'join', mode: 'calibration' }));
});

test('S-17 calibration is not entered with a cartridge for patients', () => {
  const talker = rigTalker();
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(10);
  const told = talker.ask({ kind: 'join', mode: 'calibration' });
  expect(refusalOf(told)).toBe('wrong-cartridge');
});

test('S-16 service mode never moves', () => {
  const talker = rigTalker();
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(10);
  expectDone(talker.ask({ kind: 'join', mode: 'service' }));
  expect(refusalOf(talker.ask(rowOf()))).toBe('wrong-mode');
  expect(refusalOf(talker.ask(armOf()))).toBe('wrong-mode');
  talker.pass(200);
  expect(talker.pen.truth().strokes).toBe(0);
});

test('S-16 service mode ends after ten seconds of silence, and telemetry with it', () => {
  const talker = rigTalker();
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(10);
  expectDone(talker.ask({ kind: 'join', mode: 'service' }));
  talker.pass(9_900);
  expect(talker.pen.firmware().link.session).not.toBe(0);
  talker.pass(200);
  expect(talker.pen.firmware().link.session).toBe(0);
  talker.pen.takeBytes();
  talker.pass(100);
  expect(talker.pen.takeBytes()).toHaveLength(0);
});
