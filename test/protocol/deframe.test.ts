/**
 * The decoder under everything that is not a frame: pieces, noise, half frames, endless frames and
 * text. It never throws, keeps one frame at most, and finds the next one.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { CATALOGUE, type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { encodeFrame, type Header } from '../../protocol/frame.ts';
import { count } from '../../protocol/field.ts';
import { penMs, strokes } from '../../protocol/units.ts';
import { joined, listening } from '../support/listening.ts';
import { anyHeader, anyMessage, inPieces } from '../support/messages.ts';

const BOOT = 77;
const BINDING = bindingOf(SCHEMA_HASH, BOOT);
const HEADER: Header = { session: sessionOf(1, 2), seq: 9, ack: 8 };
const READ: Message = { kind: 'read', page: count(5) };
const GRANT: Message = {
  kind: 'grant',
  armingId: 7,
  holdId: 3,
  ceiling: strokes(1020),
  notAfterPenMs: penMs(60_200),
};
const frameOf = (message: Message, binding = BINDING): Uint8Array =>
  encodeFrame(message, HEADER, binding);

const anyFrames = fc.array(fc.tuple(anyMessage(CATALOGUE), anyHeader), { maxLength: 6 });
const anyPieces = fc.oneof(
  fc.constant([1]),
  fc.constant([64]),
  fc.constant([100_000]),
  fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }),
);

test('frames come out whole and in order however the bytes are cut', () => {
  fc.assert(
    fc.property(anyFrames, anyPieces, (sent, sizes) => {
      const pen = listening({ binding: BINDING });
      const frames = sent.map(([message, header]) => encodeFrame(message, header, BINDING));
      const bytes = joined(...frames);
      for (const piece of inPieces(bytes, sizes)) pen.push(piece);
      expect(pen.heard).toEqual(sent.map(([message]) => message));
      expect(pen.headers).toEqual(sent.map(([, header]) => header));
      expect(pen.dropped).toEqual([]);
    }),
  );
});

test('S-19 after any garbage, in any pieces, the next frame is heard', () => {
  const garbage = fc.uint8Array({ maxLength: 700 });
  fc.assert(
    fc.property(garbage, anyMessage(CATALOGUE), anyPieces, (noise, message, sizes) => {
      const pen = listening({ binding: BINDING });
      for (const piece of inPieces(joined(noise, frameOf(message)), sizes)) pen.push(piece);
      expect(pen.heard.at(-1)).toEqual(message);
    }),
    { numRuns: 500 },
  );
});

test('a frame that was cut short costs itself and not the next one', () => {
  const whole = frameOf(GRANT).length - 1; // the last delimiter may be the next frame's first
  for (let kept = 1; kept < whole; kept += 1) {
    const pen = listening({ binding: BINDING });
    pen.push(joined(frameOf(GRANT).subarray(0, kept), frameOf(READ)));
    expect(pen.heard).toEqual([READ]);
  }
});

test('two frames may share one delimiter, and empty frames are nothing', () => {
  const pen = listening({ binding: BINDING });
  pen.push(joined(frameOf(READ).subarray(0, -1), frameOf(READ), Uint8Array.of(0, 0, 0)));
  expect([pen.heard, pen.dropped]).toEqual([[READ, READ], []]);
});

test.each([READ, GRANT, { kind: 'stop' } as const])(
  'S-19 no single wrong byte makes $kind be heard as anything else',
  (message) => {
    const frame = frameOf(message);
    const pen = listening({ binding: BINDING });
    for (let at = 0; at < frame.length; at += 1) {
      for (let flip = 1; flip < 256; flip += 1) {
        const bad = frame.slice();
        bad[at] = (frame[at] ?? 0) ^ flip;
        pen.push(joined(Uint8Array.of(0), bad, Uint8Array.of(0)));
      }
    }
    // Only a hit on one of the two delimiters can leave the frame whole, and none did.
    expect(pen.heard).toEqual([]);
    expect(pen.dropped.length).toBeGreaterThan(255 * (frame.length - 2));
  },
);

test('S-38 2 MiB without a delimiter are dropped as one frame that was too long', () => {
  const pen = listening();
  const chunk = new Uint8Array(64).fill(0x55);
  for (let sent = 0; sent < 2 * 1024 * 1024; sent += chunk.length) pen.push(chunk);
  pen.push(frameOf(READ));
  expect(pen.dropped).toEqual(['too-long']);
  expect(pen.heard).toEqual([READ]);
});

test('S-38 a decoder under 16 MiB of garbage holds no more memory than before', () => {
  const pen = listening();
  const chunk = new Uint8Array(4096).fill(0x55);
  const heldBytes = (): number => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = heldBytes();
  for (let sent = 0; sent < 16 * 1024 * 1024; sent += chunk.length) pen.push(chunk);
  expect(heldBytes() - before).toBeLessThan(4 * 1024 * 1024);
});

test('the longest block is judged, and one byte more is too long', () => {
  for (const [bytes, why] of [[254, 'damaged'], [255, 'too-long']] as const) {
    const pen = listening();
    pen.push(joined(new Uint8Array(bytes).fill(1), Uint8Array.of(0)));
    expect(pen.dropped).toEqual([why]);
  }
});

test('lines of text never form a frame, whoever wrote them', () => {
  const said = [
    'AT\r', 'AT+GCAP\r', 'ATE1 E0\r\n', 'ATI\r', 'AT+CPIN?\r', '+++', '\r\n~x00\r\n',
    '[00:00:01.250] inf: motor off\n', '{"jsonrpc":"2.0","id":1}\n', 'password: ',
    '\x1b[2J\x1b[H',
  ];
  const latin1 = fc.oneof(fc.constantFrom(...said), fc.string({ unit: 'binary-ascii' }));
  fc.assert(
    fc.property(fc.array(latin1, { maxLength: 40 }), fc.boolean(), (lines, closed) => {
      const pen = listening({ binding: BINDING });
      pen.push(Buffer.from(lines.join(''), 'latin1'));
      if (closed) pen.push(Uint8Array.of(0));
      expect(pen.heard).toEqual([]);
      pen.push(frameOf(READ));
      expect(pen.heard).toEqual([READ]);
    }),
  );
});

test('a listener that throws does not keep the decoder from hearing the next frame', () => {
  const pen = listening();
  let stumble = true;
  pen.heard.push = (...messages) => {
    if (stumble) throw new Error('stumbled');
    return Array.prototype.push.apply(pen.heard, messages);
  };
  expect(() => pen.push(frameOf(READ))).toThrow('stumbled');
  stumble = false;
  pen.push(frameOf(READ));
  expect([...pen.heard]).toEqual([READ]);
});
