/** Text before the guard: lines go out in service mode, whole, and nowhere and nothing else. */
import { expect, test } from 'vitest';
import { createGuard, type Guard } from '../../../host/guard/index.ts';
import { bindingOf, sessionOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { encodeLine } from '../../../protocol/service-line.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { penMs } from '../../../protocol/units.ts';

const BOOT = 5;
const SESSION = sessionOf(1, 2);

const out = (guard: Guard, message: ToPen, session = SESSION, seq = 1) =>
  guard.stops(encodeFrame(message, { session, seq, ack: 0 }, bindingOf(SCHEMA_HASH, BOOT)));

/** A guard past which a host has joined in a mode, or was refused. */
function joinedIn(mode: 'treatment' | 'calibration' | 'service', outcome: 'done' | 'refused') {
  const guard = createGuard();
  out(guard, { kind: 'hello', hostNonce: 1, schemaHash: SCHEMA_HASH }, 0, 0);
  const welcome = {
    kind: 'welcome', hostNonce: 1, penNonce: 2, bootId: BOOT, schemaHash: SCHEMA_HASH,
    penMs: penMs(0),
  } as const;
  guard.hears(welcome, { session: 0, seq: 0, ack: 0 });
  out(guard, { kind: 'join', mode });
  const rest = { request: 1, outcome, reason: 'none', asked: 0, allowed: 0 } as const;
  guard.hears({ kind: 'outcome', ...rest }, { session: SESSION, seq: 1, ack: 1 });
  return guard;
}

test('S-16 a line goes out once the pen has said that it is in service mode', () => {
  expect(joinedIn('service', 'done').stops(encodeLine('id'))).toBeUndefined();
});

test.each([
  ['before any mode', createGuard()],
  ['in a treatment', joinedIn('treatment', 'done')],
  ['in calibration', joinedIn('calibration', 'done')],
  ['in service that was refused', joinedIn('service', 'refused')],
])('S-16 S-37 a line %s is kept back', (_, guard) => {
  expect(guard.stops(encodeLine('id'))).toMatchObject({ rule: 'unreadable' });
});

test('S-18 after a new HELLO no line goes out any more', () => {
  const guard = joinedIn('service', 'done');
  out(guard, { kind: 'hello', hostNonce: 9, schemaHash: SCHEMA_HASH }, 0, 0);
  expect(guard.stops(encodeLine('id'))).toMatchObject({ rule: 'unreadable' });
});

const bytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => char.charCodeAt(0));

const NO_LINES = [
  'id\r\n', '\0id\r\n', 'id\r\n\0', '\0id\0', '\0id\r\nid\r\n\0', '\0\r\n\0',
  '\0\u0002\u0001\r\n\0',
];

test.each(NO_LINES)(
  'S-37 what is not exactly a line is kept back in service mode too: %j',
  (text) => {
    expect(joinedIn('service', 'done').stops(bytes(text))).toMatchObject({ rule: 'unreadable' });
  },
);
