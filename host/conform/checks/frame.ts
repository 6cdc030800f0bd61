// Checks of the frame: what a pen hears, and what it drops, counts and survives.

import { bindingOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { PAGE } from '../../../protocol/from-pen.ts';
import { type Check, checks } from '../check.ts';
import { counted, type CounterName } from '../counting.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { type RawBody, rawFrame } from '../raw-frame.ts';
import { sayAnswer } from '../say.ts';
import { answersTo, answerTo, numbered, write } from '../talk.ts';

const READ_ID = 0x04;
const READ_CLOCK = { kind: 'read', page: PAGE.clock } as const;
const QUIET_MS = 60;
/** Behind four kilobytes that still wait at 115,200 baud an answer takes this long. */
const ANSWER_MS = 1_500;

/** A READ of the clock page, made by hand, in the present session and with the next number. */
function readBy(kit: Kit, change: Partial<RawBody>): { bytes: Uint8Array; seq: number } {
  kit.line.seq += 1;
  const { session, seq } = kit.line;
  const bytes = rawFrame({ id: READ_ID, session, seq, payload: [PAGE.clock], ...change });
  return { bytes, seq };
}

const joined = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** Bytes between two delimiters that are no frame. */
const noise = (kit: Kit, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, () => 1 + (kit.draw() % 255));

/** A frame of this pen's READ is answered although other bytes stand around it. */
function* heardAmong(kit: Kit, around: (frame: Uint8Array) => readonly Uint8Array[]): Script {
  const { bytes, seq } = numbered(kit, READ_CLOCK);
  for (const piece of around(bytes)) {
    yield* write(piece);
    yield* pause(1);
  }
  const answer = yield* answerTo(kit, seq, ANSWER_MS);
  yield* expect(answer?.kind === 'clock', 'the clock page', sayAnswer(answer));
}

/** Frames that are wrong in one way are not answered, and counted under one name. */
const drops = (
  name: CounterName,
  changes: readonly Partial<RawBody>[],
): ((kit: Kit) => Script) =>
  function* dropped(kit: Kit): Script {
    yield* counted(kit, name, changes.length, function* act() {
      for (const change of changes) {
        const { bytes, seq } = readBy(kit, change);
        yield* write(bytes);
        yield* pause(QUIET_MS);
        const [answer] = answersTo(kit, seq);
        yield* expect(answer === undefined, 'no answer', sayAnswer(answer?.message));
      }
    });
  };

function* halves(kit: Kit): Script {
  const cuts = [3, 9, 18];
  yield* counted(kit, 'damaged', cuts.length, function* act() {
    for (const cut of cuts) {
      const { bytes } = readBy(kit, {});
      yield* write(joined(bytes.subarray(0, cut), [0]));
      yield* pause(QUIET_MS);
    }
  });
}

function* endless(kit: Kit): Script {
  yield* counted(kit, 'tooLong', 1, function* act() {
    yield* write(joined([0], noise(kit, 900)));
    yield* write(joined(noise(kit, 900), [0]));
    yield* pause(QUIET_MS);
  });
}

const TEXT = Uint8Array.from('AT+CGMM\r\n~~~ login: ', (char) => char.charCodeAt(0));

/** Whatever a frame is bound to, another schema or another boot is none of this pen's. */
function* otherwiseBound(kit: Kit): Script {
  const { bootId, session } = kit.line;
  const registers = [bindingOf(SCHEMA_HASH ^ 1, bootId), bindingOf(SCHEMA_HASH, bootId ^ 1)];
  yield* counted(kit, 'unbound', registers.length, function* act() {
    for (const register of registers) {
      kit.line.seq += 1;
      const { seq } = kit.line;
      yield* write(rawFrame({ id: 0x03, session, seq, payload: [1], register }));
      yield* pause(QUIET_MS);
      const [answer] = answersTo(kit, seq);
      yield* expect(answer === undefined, 'no answer', sayAnswer(answer?.message));
    }
    const reports = kit.ear.telemetry();
    yield* expect(reports === undefined, 'no mode to be entered', 'telemetry began');
  });
}

function* hail(kit: Kit): Script {
  for (let burst = 0; burst < 20; burst += 1) {
    yield* write(joined(noise(kit, 1 + (kit.draw() % 300)), [0], noise(kit, kit.draw() % 40)));
    yield* pause(2);
  }
  yield* write(Uint8Array.of(0));
  yield* heardAmong(kit, (frame) => [frame]);
}

/** Sound frames whose every field is drawn, in sessions that nobody has. */
function* strangers(kit: Kit): Script {
  const before = kit.line.session;
  for (let index = 0; index < 200; index += 1) {
    const session = kit.draw();
    if (session === before) continue;
    const payload = Array.from({ length: kit.draw() % 30 }, () => kit.draw() & 0xff);
    const id = 0x03 + (kit.draw() % 0xfd);
    yield* write(rawFrame({ id, session, seq: kit.draw(), payload }));
    if (index % 10 === 0) yield* pause(2);
  }
  yield* heardAmong(kit, (frame) => [frame]);
}

/** The checks. */
export const FRAME_CHECKS: readonly Check[] = checks(
  { group: 'frame', section: 'the-frame', moves: false, hand: false, from: 'greeted' },
  [
    {
      name: 'hears-between-noise',
      promise: 'S-19',
      says: 'A frame is heard although noise and text stand right before and after it.',
      script: (kit) =>
        heardAmong(kit, (frame) => [joined(noise(kit, 40), TEXT, frame, TEXT, noise(kit, 40))]),
    },
    {
      name: 'hears-byte-by-byte',
      promise: 'S-19',
      says: 'A frame is heard that comes in pieces of one byte.',
      script: (kit) => heardAmong(kit, (frame) => [...frame].map((byte) => Uint8Array.of(byte))),
    },
    {
      name: 'hears-a-shared-delimiter',
      promise: 'S-19',
      says: 'Two frames that share a delimiter are both heard.',
      script: function* shared(kit) {
        const first = numbered(kit, READ_CLOCK);
        const second = numbered(kit, READ_CLOCK);
        yield* write(joined(first.bytes.subarray(0, -1), second.bytes));
        yield* pause(300);
        for (const { seq } of [first, second]) {
          const answer = answersTo(kit, seq)[0]?.message;
          yield* expect(answer?.kind === 'clock', 'two clock pages', sayAnswer(answer));
        }
      },
    },
    {
      name: 'drops-other-versions',
      promise: 'S-32',
      says: 'A sound frame of another version is dropped and counted.',
      script: drops('foreignVersion', [{ version: 0 }, { version: 2 }, { version: 255 }]),
    },
    {
      name: 'drops-unknown-flags',
      promise: 'S-32',
      says: 'A frame with an incompatible flag that the pen does not know is dropped and counted.',
      script: drops('unknownFlags', [{ incompatible: 0x80 }, { incompatible: 0x02 }]),
    },
    {
      name: 'ignores-compatible-flags',
      promise: 'S-32',
      says: 'A compatible flag that the pen does not know changes nothing.',
      script: function* ignored(kit) {
        const { bytes, seq } = readBy(kit, { compatible: 0xff });
        yield* write(bytes);
        const answer = yield* answerTo(kit, seq, ANSWER_MS);
        yield* expect(answer?.kind === 'clock', 'the clock page', sayAnswer(answer));
      },
    },
    {
      name: 'drops-unknown-ids',
      promise: 'S-19',
      says: 'A message that nobody has, or that pens send, is dropped and counted.',
      script: drops('unknownId', [{ id: 0x7e }, { id: 0x2f }, { id: 0xa8, payload: [] }]),
    },
    {
      name: 'drops-damaged-checks',
      promise: 'S-19',
      says: 'A frame with one bit of its check wrong is dropped and counted.',
      script: drops('damaged', [1, 1 << 7, 1 << 16, 1 << 30].map((spoilCheck) => ({ spoilCheck }))),
    },
    {
      name: 'drops-bad-payloads',
      promise: 'S-32',
      says: 'A message that is longer or shorter than its definition is dropped and counted.',
      script: drops('badPayload', [{ payload: [] }, { payload: [8, 0] }]),
    },
    {
      name: 'drops-half-frames',
      promise: 'S-19',
      says: 'The first half of a frame is dropped and counted, and the next frame is heard.',
      script: halves,
    },
    {
      name: 'drops-endless-frames',
      promise: 'S-19',
      says: 'Eighteen hundred bytes without a delimiter are one frame that is too long, no more.',
      script: endless,
    },
    {
      name: 'drops-other-bindings',
      promise: 'S-32',
      section: 'binding',
      says: 'A frame bound to another schema or another boot is not heard, and counted as unbound.',
      script: otherwiseBound,
    },
    {
      name: 'survives-noise',
      promise: 'S-19',
      says: 'After bursts of noise of every length the next frame is heard.',
      script: hail,
    },
    {
      name: 'survives-strangers',
      promise: 'S-19',
      says: 'Two hundred sound frames of nobody\'s session do nothing, and ours is heard.',
      script: strangers,
    },
  ],
);
