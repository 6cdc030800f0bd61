/**
 * Text on the wire can never form a frame: for a reason that lies in the structure, shown for every
 * message and every pair of first bytes, and not for want of a collision in the check.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindingOf } from '../../protocol/binding.ts';
import { CATALOGUE, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import {
  encodeLine,
  isLineBlock,
  isLineText,
  LINE_CHARACTERS_MAX,
  lineText,
} from '../../protocol/service-line.ts';
import { checked, stuffed } from '../support/cobs.ts';
import { joined, listening } from '../support/listening.ts';
import { anyMessage } from '../support/messages.ts';

const BINDING = bindingOf(SCHEMA_HASH, 77);
const HEADER = { session: 0x20202020, seq: 0x41414141, ack: 0x7e7e7e7e };

const PRINTABLE = Array.from({ length: 0x5f }, (_, index) => 0x20 + index);
const anyPrintable = (max: number) =>
  fc.array(fc.constantFrom(...PRINTABLE), { minLength: 1, maxLength: max });
const anyText = anyPrintable(LINE_CHARACTERS_MAX).map((codes) => String.fromCharCode(...codes));

const codesOf = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

/** A block that begins with two bytes and is sound in COBS and check; all else in it is `A`. */
function soundBlock(first: number, second: number): Uint8Array {
  const body = new Uint8Array(130).fill(0x41);
  body[0] = second;
  body[first - 1] = 0;
  return stuffed(checked(body));
}

/** A decoder that also hears lines. */
function bothWays() {
  const lines: string[] = [];
  const heard: string[] = [];
  const dropped: string[] = [];
  const deframer = createDeframer({
    heard: ({ kind }) => heard.push(kind),
    dropped: (why) => dropped.push(why),
    line: (bytes) => lines.push(lineText(bytes)),
  });
  deframer.bind(BINDING);
  return { lines, heard, dropped, push: deframer.push };
}

describe('S-19 text is never a frame', () => {
  test('every frame of every message begins 00 02 01, and none of its ends makes it a line', () => {
    fc.assert(
      fc.property(anyMessage(CATALOGUE), (message) => {
        const frame = encodeFrame(message, HEADER, BINDING);
        expect([...frame.subarray(0, 3)]).toEqual([0, 2, 1]);
        expect(isLineBlock(frame, 1, frame.length - 1)).toBe(false);
      }),
    );
  });

  test('the bytes that begin a frame stand in no text', () => {
    const bytes = new Set(encodeLine(String.fromCharCode(...PRINTABLE.slice(0, 64))));
    for (const byte of encodeLine(String.fromCharCode(...PRINTABLE.slice(31)))) bytes.add(byte);
    expect(bytes.size).toBe(0x5f + 3);
    expect([bytes.has(1), bytes.has(2)]).toEqual([false, false]);
  });

  test('text that meets every check there is, is dropped for its version all the same', () => {
    // Every pair of first bytes that text can have, with COBS and check made right behind them.
    const dropped = new Set<string>();
    for (const first of PRINTABLE) {
      for (const second of PRINTABLE) {
        const block = soundBlock(first, second);
        expect([...block.subarray(1, 3)]).toEqual([first, second]);
        const decoder = listening({ binding: BINDING });
        decoder.push(block);
        expect(decoder.heard).toEqual([]);
        for (const why of decoder.dropped) dropped.add(why);
      }
    }
    expect([...dropped]).toEqual(['foreign-version']);
  });

  test('the same block with the first bytes of a frame gets beyond its version', () => {
    const decoder = listening({ binding: BINDING });
    decoder.push(soundBlock(2, 1));
    expect(decoder.dropped).toEqual(['unknown-id']);
  });

  test('printable blocks of every length, with and without line ends, are heard by nobody', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anyPrintable(260),
            anyText.map((text) => codesOf(text)),
            fc.constantFrom([13, 10], [10], [13]),
          ),
          { maxLength: 8 },
        ),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        (pieces, cuts) => {
          const decoder = listening({ binding: BINDING });
          for (const [index, piece] of pieces.entries()) {
            decoder.push(Uint8Array.from([...(cuts[index] === true ? [0] : []), ...piece, 0]));
          }
          expect(decoder.heard).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a line', () => {
  test('comes back as it was said, between frames, cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), anyMessage(CATALOGUE), fc.nat(), (
        texts,
        message,
        cut,
      ) => {
        const frame = encodeFrame(message, HEADER, BINDING);
        const wire = joined(frame, ...texts.flatMap((text) => [encodeLine(text), frame]));
        const ears = bothWays();
        const at = cut % (wire.length + 1);
        ears.push(wire.subarray(0, at));
        ears.push(wire.subarray(at));
        expect(ears.lines).toEqual(texts);
        expect(ears.heard).toHaveLength(texts.length + 1);
        expect(ears.dropped).toEqual([]);
      }),
    );
  });

  test.each([
    ['no line end', 'help'],
    ['a line feed alone', 'help\n'],
    ['a return alone', 'AT\r'],
    ['nothing in it', '\r\n'],
    ['two lines in one block', 'id\r\nexit\r\n'],
    ['a tab', 'id\tall\r\n'],
    ['a letter beyond ASCII', 'id\u00e9\r\n'],
    ['65 characters', `${'a'.repeat(65)}\r\n`],
  ])('with %s is none, and counts as damage', (_, text) => {
    const ears = bothWays();
    ears.push(Uint8Array.from([0, ...codesOf(text), 0]));
    expect([ears.lines, ears.dropped]).toEqual([[], ['damaged']]);
  });

  test('is damage to whoever does not listen for lines', () => {
    const decoder = listening({ binding: BINDING });
    decoder.push(encodeLine('help'));
    expect(decoder.dropped).toEqual(['damaged']);
  });

  test('that never ends holds nothing back, and the next frame is heard', () => {
    const ears = bothWays();
    ears.push(new Uint8Array(1_000_000).fill(0x41));
    ears.push(encodeFrame({ kind: 'stop' }, HEADER, 0));
    expect([ears.heard, ears.dropped]).toEqual([['stop'], ['too-long']]);
  });

  test('has one to 64 printable characters', () => {
    expect(['a', 'a'.repeat(64), ' ', '~'].every(isLineText)).toBe(true);
    expect(['', 'a'.repeat(65), 'a\n', '\u007f', '\u00e9', 'a\0'].some(isLineText)).toBe(false);
    expect(() => encodeLine('')).toThrow('a line is');
  });
});
