/**
 * Requests act once and are answered as often as they come; reading changes nothing.
 */
import { expect, test } from 'vitest';
import { LATCH_REASONS } from '../../../protocol/reason.ts';
import { PAGE } from '../../../protocol/from-pen.ts';
import { strokes } from '../../../protocol/units.ts';
import { rigTalker } from './rig.ts';
import { armOf, expectDone, readyToMove, rowOf } from './talker.ts';

test('S-19 a request that comes again gets the same answer and has no second effect', () => {
  const talker = rigTalker();
  readyToMove(talker);
  const seq = talker.send({ kind: 'disarm', armingId: 1 });
  const before = talker.pen.firmware();
  talker.send({ kind: 'disarm', armingId: 1 }, { seq });
  const answers = talker.heard.filter((told) => 'request' in told && told.request === seq);
  expect(answers).toHaveLength(2);
  expect(answers[1]).toEqual(answers[0]);
  expect(talker.pen.firmware().ledger).toEqual(before.ledger);
  expect(talker.pen.firmware().doing).toBe(before.doing);
});

test('a request that is older than the newest is dropped and counted', () => {
  const talker = rigTalker();
  readyToMove(talker);
  const heard = talker.heard.length;
  talker.send({ kind: 'disarm', armingId: 1 }, { seq: 1 });
  expect(talker.heard).toHaveLength(heard);
  expect(talker.pen.firmware().doing.kind).toBe('armed');
  expect(talker.pen.firmware().counters.duplicate).toBe(1);
});

test('a refused request is answered again as refused, though it would be done by now', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(3);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  const seq = talker.send(armOf());
  expectDone(talker.ask(rowOf()));
  talker.send(armOf(), { seq });
  expect(talker.pen.firmware().doing.kind).toBe('idle');
});

test('every page can be read in any session, and reading changes nothing', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(3);
  const { ledger, doing, latch, hold } = talker.pen.firmware();
  const kinds = Object.values(PAGE).map((page) => talker.ask({ kind: 'read', page })?.kind);
  expect(kinds).toEqual([
    'identity',
    'capabilities',
    'calibration',
    'cartridge',
    'ledger',
    'latch',
    'counters',
    'clock',
    'table',
    'pairing',
    'outcome',
    'outcome',
    'outcome',
  ]);
  expect(talker.pen.firmware()).toMatchObject({ ledger, doing, latch, hold });
});

test('the page of an area shows the row that holds, or that none does', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(3);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  const row = rowOf({ passStrokesMax: strokes(123) });
  expectDone(talker.ask(row));
  expect(talker.ask({ kind: 'read', page: PAGE.envelope + row.area })).toMatchObject({
    kind: 'envelope-row',
    area: row.area,
    loaded: 1,
    passStrokesMax: 123,
  });
  expect(talker.ask({ kind: 'read', page: PAGE.envelope + 1 })).toMatchObject({ loaded: 0 });
});

test('a page that there is not is refused by name', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(3);
  for (const page of [0, 11, 127, 128, 128 + 25, 255]) {
    const told = talker.ask({ kind: 'read', page });
    expect(told).toMatchObject({ reason: 'no-such-page', asked: page });
  }
});

test('a pen without a cartridge says so', () => {
  const talker = rigTalker({ cartridge: 'none' });
  talker.hello();
  talker.pass(3);
  expect(talker.ask({ kind: 'read', page: PAGE.cartridge })).toMatchObject({
    present: 0,
    type: 'unknown',
    needleCount: 0,
  });
});

test('what is echoed back to the pen is dropped', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pen.takeBytes();
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  talker.pen.advance(50, talker.hand);
  const before = talker.pen.firmware().counters.unknownId;
  for (const bytes of talker.pen.takeBytes()) talker.pen.receive(bytes);
  expect(talker.pen.firmware().counters.unknownId).toBeGreaterThan(before);
  expect(talker.pen.firmware().doing.kind).toBe('idle');
});

test('noise is counted by reason, and a counter never comes round to zero', () => {
  const talker = rigTalker();
  const noise = Uint8Array.of(0, 5, 1, 2, 3, 4, 0);
  for (let frame = 0; frame < 70_000; frame += 1) talker.pen.receive(noise);
  expect(talker.pen.firmware().counters.damaged).toBe(0xffff);
});

test('a latch page names no latch on a pen that has none', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(3);
  expect(talker.ask({ kind: 'read', page: PAGE.latch })).toMatchObject({ reason: 'none' });
  expect(LATCH_REASONS.none).toBe(0);
});
