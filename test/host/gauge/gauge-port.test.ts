/** Lines of a gauge as they come over a cable: whole ones, halves, floods, and the end of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../host/core/gauge/formats.ts';
import { type GaugeKind, LINE_CHARACTERS_MAX } from '../../../host/core/gauge/gauge-line.ts';
import { UNENDED_BYTES_MAX } from '../../../host/gauge/gauge-port.ts';
import { plugIn } from './port-pair.ts';

/** What each kind sends for one reading, and the line in it. */
const SENT: readonly (readonly [kind: GaugeKind, bytes: string, line: string])[] = [
  ['mitutoyo', '01A+0000.123\r', '01A+0000.123'],
  ['cdi', '+000.5080,MM \r\n', '+000.5080,MM '],
  ['mark-10', '4.285 N\r\n', '4.285 N'],
  ['plain', '1.234\n', '1.234'],
  ['plain', '1.234\r\n', '1.234'],
  ['tachometer', '116.67 Hz\r\n', '116.67 Hz'],
  ['tachometer', '116.67 Hz\n', '116.67 Hz'],
];

describe.each(SENT)('a %s gauge that sends %j', (kind, bytes, line) => {
  test('is heard as one line, however its bytes are cut, dated by its last byte', () => {
    for (let cut = 0; cut <= bytes.length; cut += 1) {
      const { say, lines, times, pass } = plugIn({ kind, asking: 'on-request' });
      pass(100);
      say(bytes.slice(0, cut));
      pass(7);
      say(bytes.slice(cut));
      expect(lines).toEqual([line]);
      expect(times).toEqual([cut === bytes.length ? 100 : 107]);
      expect(readLine(kind, line).kind).toBe('reading');
    }
  });

  test('has said nothing when it is unplugged anywhere before the last byte', () => {
    for (let cut = 0; cut < bytes.length; cut += 1) {
      const { say, lines, gone, unplug } = plugIn({ kind, asking: 'on-request' });
      say(bytes.slice(0, cut));
      unplug();
      expect(lines).toEqual([]);
      expect(gone).toHaveLength(1);
      expect(gone[0]).toMatch(/gauge on memory:gauge is gone.*plug it in again/);
    }
  });
});

describe('the end of a line is exact', () => {
  test.each([
    ['cdi', '+000.5080,MM \n+000.5080,MM \r+000.5080,MM '],
    ['mark-10', '4.285 N\n4.285 N\r'],
    ['mitutoyo', '01A+0000.123\n'],
    ['plain', '1.234\r1.234\r'],
  ] as const)('%s hears no line in %j', (kind, bytes) => {
    const { say, lines } = plugIn({ kind, asking: 'on-request' });
    say(bytes);
    expect(lines).toEqual([]);
  });

  test('a line feed after the return of a Mitutoyo spoils the next line', () => {
    const { say, lines } = plugIn({ kind: 'mitutoyo' });
    say('01A+0000.123\r\n01A+0000.124\r');
    expect(lines).toEqual(['01A+0000.123', '\n01A+0000.124']);
    expect(readLine('mitutoyo', '\n01A+0000.124')).toMatchObject({ why: 'not-printable' });
  });

  test('empty lines are lines, and damaged ones', () => {
    const { say, lines } = plugIn({ kind: 'plain', asking: 'on-request' });
    say('\n\n1.2\n');
    expect(lines).toEqual(['', '', '1.2']);
  });
});

describe('bytes that no gauge sends', () => {
  test('that are not UTF-8 stay what they are, and make no reading', () => {
    const { say, lines } = plugIn({ kind: 'mitutoyo' });
    say(Uint8Array.of(0x30, 0x31, 0x41, 0xc3, 0x28, 0xff, 0x0d));
    expect(lines).toEqual(['01A\u00c3(\u00ff']);
    expect(readLine('mitutoyo', '01A\u00c3(\u00ff')).toMatchObject({ why: 'not-printable' });
  });

  test('that never end a line are given up after a bound, once, in a sentence', () => {
    const { say, lines, gone } = plugIn({ kind: 'mitutoyo' });
    for (let sent = 0; sent < UNENDED_BYTES_MAX; sent += 64) say('0'.repeat(64));
    expect(gone).toEqual([]);
    say('0');
    say('0'.repeat(10_000), '\r', '01A+0000.123\r');
    expect(gone).toHaveLength(1);
    expect(gone[0]).toMatch(/never ends a line.*9600 baud/);
    expect(lines).toEqual([]);
  });

  test('a long line is cut short, refused as too long, and the next one is whole', () => {
    for (const kind of ['mitutoyo', 'cdi', 'plain'] as const) {
      const [, bytes, line] = SENT.find(([one]) => one === kind) ?? ['', '', ''];
      const end = bytes.slice(line.length);
      const { say, lines, gone } = plugIn({ kind, asking: 'on-request' });
      for (const length of [LINE_CHARACTERS_MAX, LINE_CHARACTERS_MAX + 1, 3_000]) {
        say('7'.repeat(length), end, bytes);
        const [long = '', whole] = lines.splice(0);
        expect(whole).toBe(line);
        expect(long.length).toBeLessThanOrEqual(LINE_CHARACTERS_MAX + 1);
        const tooLong = { kind: 'damaged', why: 'too-long' };
        if (length > LINE_CHARACTERS_MAX) expect(readLine(kind, long)).toEqual(tooLong);
      }
      expect(gone).toEqual([]);
    }
  });

  test('whatever comes, in whatever pieces, is the same lines, and never an exception', () => {
    const byte = fc.oneof(fc.constantFrom(0x0d, 0x0a, 0x30), fc.nat({ max: 255 }));
    const pieces = fc.array(fc.uint8Array({ maxLength: 40 }).chain((rest) =>
      fc.array(byte, { maxLength: 90 }).map((more) => Uint8Array.from([...more, ...rest]))), {
      maxLength: 6,
    });
    const kinds = fc.constantFrom<GaugeKind>('mitutoyo', 'cdi', 'plain');
    fc.assert(fc.property(kinds, pieces, (kind, sent) => {
      const inPieces = plugIn({ kind, asking: 'on-request' });
      inPieces.say(...sent);
      const atOnce = plugIn({ kind, asking: 'on-request' });
      atOnce.say(Uint8Array.from(sent.flatMap((piece) => [...piece])));
      expect(inPieces.lines).toEqual(atOnce.lines);
      for (const line of atOnce.lines) {
        expect(line.length).toBeLessThanOrEqual(LINE_CHARACTERS_MAX + 1);
      }
    }), { numRuns: 300 });
  });
});

describe('a gauge that must be asked', () => {
  test.each([
    ['cdi', 'R\r'], ['mark-10', '?\r'], ['plain', '\n'],
  ] as const)('%s is asked four times a second while it answers', (kind, question) => {
    const { asked, say, pass } = plugIn({ kind });
    for (let turn = 0; turn < 7; turn += 1) {
      pass(125);
      say('1.0\r\n');
    }
    expect(asked).toEqual(Array.from({ length: 4 }, () => question));
  });

  test('is not asked again until it has answered, or has had two seconds', () => {
    const { asked, pass } = plugIn({ kind: 'cdi' });
    pass(1_900);
    expect(asked).toHaveLength(1);
    pass(400);
    expect(asked).toHaveLength(2);
  });

  test('behind an RS-232 box is asked once a second, by a newline', () => {
    const { asked, say, pass } = plugIn({ kind: 'mitutoyo', wiring: 'rs-232' });
    for (let turn = 0; turn < 40; turn += 1) {
      pass(100);
      say('01A+000.1234\r');
    }
    expect(asked).toEqual(['\n', '\n', '\n', '\n', '\n']);
  });

  test('can be asked by hand alone, zeroed and held, where its kind can', () => {
    const { gauge, asked, pass } = plugIn({ kind: 'cdi', asking: 'on-request' });
    pass(5_000);
    expect([gauge.request(), gauge.zero(), gauge.hold()]).toEqual([true, true, true]);
    expect(asked).toEqual(['R\r', 'C\r', 'H\r']);
    const usb = plugIn({ kind: 'mitutoyo' });
    expect([usb.gauge.request(), usb.gauge.zero(), usb.gauge.hold()]).toEqual([
      false, false, false,
    ]);
    expect(usb.asked).toEqual([]);
  });

  test('is asked nothing once it is gone, and says to a late listener why', async () => {
    const { gauge, asked, pass, unplug } = plugIn({ kind: 'cdi' });
    pass(0);
    unplug();
    pass(10_000);
    expect(asked).toEqual(['R\r']);
    expect(gauge.request()).toBe(false);
    expect(await new Promise(gauge.onGone)).toMatch(/is gone/);
  });
});
