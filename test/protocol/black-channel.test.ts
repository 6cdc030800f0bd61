/**
 * The eight errors of a black channel (IEC 61784-3), each against the real codec and the real
 * firmware of a pen that is armed, with its trigger held: the worst moment to be fooled.
 */
import { expect, test } from 'vitest';
import { bindingOf } from '../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { LEASE_MS_MAX, RETRACT_MS_MAX } from '../../protocol/timing.ts';
import { ARM, armedPen, grantTo, hello, readyPen, type WiredPen } from '../support/wired-pen.ts';

const now = (pen: WiredPen): number => pen.firmware().ages.penMs;
const phase = (pen: WiredPen): string => pen.firmware().doing.kind;
const latch = (pen: WiredPen): string => pen.firmware().latch.reason;
const good = (pen: WiredPen, seq = 4): Uint8Array =>
  pen.frame(grantTo(20, now(pen) + LEASE_MS_MAX), seq);
const refusals = (pen: WiredPen): readonly string[] =>
  pen.said.flatMap((message) => (message.kind === 'outcome' ? [message.reason] : []))
    .filter((reason) => reason !== 'none');

test('the pen of these tests is armed, and a good grant moves it', () => {
  const pen = readyPen();
  expect([phase(pen), latch(pen), refusals(pen)]).toEqual(['armed', 'none', []]);
  pen.receive(good(pen));
  pen.wait(150);
  expect([phase(pen), pen.made() > 0, pen.dropped]).toEqual(['running', true, []]);
});

test('S-19 corruption: a frame with any byte changed does nothing', () => {
  const pen = readyPen();
  const frame = good(pen);
  for (let at = 1; at < frame.length - 1; at += 1) {
    for (const flip of [0x01, 0x80, 0x55, 0xff]) {
      pen.receive(frame.with(at, (frame[at] ?? 0) ^ flip));
    }
  }
  pen.wait(60);
  expect([phase(pen), pen.made(), refusals(pen)]).toEqual(['armed', 0, []]);
  expect(pen.dropped.length).toBeGreaterThanOrEqual(4 * (frame.length - 2));
});

test('S-19 repetition: a request that comes twice acts once, a grant twice gives nothing', () => {
  const pen = armedPen();
  const again = pen.frame(ARM, 3);
  const answers = pen.said.filter((message) => message.kind === 'outcome').length;
  pen.receive(again);
  const outcomes = pen.said.filter((message) => message.kind === 'outcome');
  expect(outcomes).toHaveLength(answers + 1);
  expect(outcomes.at(-1)).toEqual(outcomes.at(-2));
  expect(refusals(pen)).toEqual([]);

  pen.press(true);
  const grant = good(pen);
  pen.receive(grant);
  pen.wait(50);
  pen.receive(grant);
  pen.wait(1_000);
  expect(pen.firmware().counters.duplicate).toBe(1);
  expect(pen.firmware().ledger.strokes).toBeLessThanOrEqual(20);
  expect(pen.made()).toBeLessThanOrEqual(20);
});

test('S-19 sequence: a grant that was overtaken by a later one is refused', () => {
  const pen = readyPen();
  const early = pen.frame(grantTo(20, now(pen) + LEASE_MS_MAX), 4);
  pen.receive(pen.frame(grantTo(5, now(pen) + LEASE_MS_MAX), 5));
  pen.receive(early);
  pen.wait(400);
  expect(refusals(pen)).toEqual(['stale-grant']);
  expect(pen.firmware().ledger.strokes).toBeLessThanOrEqual(5);
});

test('S-26 loss: a pen that hears nothing more is still when its lease is over', () => {
  const pen = readyPen();
  const leaseMs = 100; // shorter than twenty strokes take, so that the lease is what ends
  pen.receive(pen.frame(grantTo(20, now(pen) + leaseMs), 4));
  pen.wait(leaseMs + RETRACT_MS_MAX);
  const made = pen.made();
  expect(made).toBeGreaterThan(0);
  expect([latch(pen), pen.firmware().drive.depthUm]).toEqual(['lease-expired', 0]);
  pen.wait(1_000);
  expect(pen.made()).toBe(made);
});

test('S-12 delay: a grant that was held up is over when it comes', () => {
  const pen = readyPen();
  const held = good(pen);
  pen.wait(LEASE_MS_MAX);
  pen.receive(held);
  pen.wait(100);
  expect([phase(pen), pen.made(), refusals(pen)]).toEqual(['armed', 0, ['lease-over']]);
});

test('S-12 delay: a grant that reaches further ahead than a lease is refused', () => {
  const pen = readyPen();
  pen.receive(pen.frame(grantTo(20, now(pen) + LEASE_MS_MAX + 1), 4));
  pen.wait(60);
  expect([phase(pen), pen.made(), refusals(pen)]).toEqual(['armed', 0, ['lease-too-long']]);
});

test('S-19 delay: a grant that was held up until after a stop moves nothing', () => {
  const pen = readyPen();
  const held = good(pen);
  pen.receive(pen.frame({ kind: 'stop' }, 0));
  pen.receive(held);
  pen.wait(100);
  expect([phase(pen), latch(pen), pen.made()]).toEqual(['latched', 'host-stop', 0]);
  expect(refusals(pen)).toEqual(['latched']);
});

test('S-19 insertion: a frame of no session does nothing', () => {
  const pen = readyPen();
  pen.receive(pen.frameIn(0, grantTo(20, now(pen) + LEASE_MS_MAX), 4));
  pen.receive(Buffer.from('AT+GCAP\r\n\0', 'latin1'));
  pen.wait(60);
  expect([phase(pen), pen.made(), pen.firmware().counters.staleSession]).toEqual(['armed', 0, 1]);
  expect(pen.dropped).toEqual(['damaged']);
});

test('S-32 masquerade: a frame bound to another schema or boot is never heard', () => {
  const pen = readyPen();
  const grant: Message = grantTo(20, now(pen) + LEASE_MS_MAX);
  const strangers = [[SCHEMA_HASH ^ 1, 0xb007], [SCHEMA_HASH, 0xb006], [0, 0]] as const;
  for (const [schema, boot] of strangers) {
    pen.receive(pen.frameIn(pen.session(), grant, 4, bindingOf(schema >>> 0, boot)));
  }
  const telemetry = pen.said.findLast((message) => message.kind === 'telemetry');
  if (telemetry !== undefined) pen.receive(pen.frame(telemetry, 4));
  pen.wait(60);
  expect([phase(pen), pen.made()]).toEqual(['armed', 0]);
  expect(pen.dropped).toEqual(['unbound', 'unbound', 'unbound', 'echo']);
});

test('S-29 addressing: a frame of another session does nothing, another host stops the pen', () => {
  const pen = readyPen();
  pen.receive(pen.frameIn(pen.session() ^ 1, grantTo(20, now(pen) + LEASE_MS_MAX), 4));
  pen.wait(60);
  expect([phase(pen), pen.made(), pen.firmware().counters.staleSession]).toEqual(['armed', 0, 1]);
  const before = pen.session();
  pen.receive(pen.frameIn(0, hello(0x99), 0));
  pen.wait(1);
  expect([phase(pen), latch(pen)]).toEqual(['latched', 'foreign-hello']);
  expect(pen.session()).not.toBe(before);
  pen.receive(pen.frameIn(before, grantTo(20, now(pen) + LEASE_MS_MAX), 5));
  expect(pen.firmware().counters.staleSession).toBe(2);
});
