/**
 * Sound frames that are not meant for this end: its own echoes, other versions, flags, ids and
 * sessions, and bound frames of another schema or another boot. None of them is ever heard.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { CATALOGUE, type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { CRC_START } from '../../protocol/crc.ts';
import { count } from '../../protocol/field.ts';
import { encodeFrame, type Header } from '../../protocol/frame.ts';
import { FROM_PEN } from '../../protocol/from-pen.ts';
import { TO_PEN } from '../../protocol/to-pen.ts';
import { penMs, strokes } from '../../protocol/units.ts';
import { altered, stuffed, unstuffed } from '../support/cobs.ts';
import { listening } from '../support/listening.ts';
import { anyMessage } from '../support/messages.ts';

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

describe('an end that knows who it listens to', () => {
  test('refuses its own frames when the line echoes them', () => {
    const host = listening({ binding: BINDING, sender: 'pen' });
    const pen = listening({ binding: BINDING, sender: 'host' });
    fc.assert(
      fc.property(anyMessage(TO_PEN), anyMessage(FROM_PEN), (toPen, fromPen) => {
        host.push(frameOf(toPen));
        pen.push(frameOf(fromPen));
      }),
    );
    expect([host.heard, pen.heard]).toEqual([[], []]);
    expect(new Set([...host.dropped, ...pen.dropped])).toEqual(new Set(['echo']));
  });

  test('hears all of the other end', () => {
    const host = listening({ binding: BINDING, sender: 'pen' });
    const pen = listening({ binding: BINDING, sender: 'host' });
    fc.assert(
      fc.property(anyMessage(TO_PEN), anyMessage(FROM_PEN), (toPen, fromPen) => {
        host.push(frameOf(fromPen));
        pen.push(frameOf(toPen));
        expect([host.heard.at(-1), pen.heard.at(-1)]).toEqual([fromPen, toPen]);
      }),
    );
    expect([...host.dropped, ...pen.dropped]).toEqual([]);
  });
});

describe('a sound frame that is not meant for us', () => {
  test('of another version is dropped as foreign', () => {
    const pen = listening();
    for (const version of [0, 2, 255]) {
      pen.push(altered(frameOf(READ), (body) => body.fill(version, 0, 1)));
    }
    expect([pen.heard, pen.dropped]).toEqual([[], Array(3).fill('foreign-version')]);
  });

  test('with any incompatible flag is dropped; unknown compatible flags do no harm', () => {
    const pen = listening();
    for (let bit = 0; bit < 8; bit += 1) {
      pen.push(altered(frameOf(READ), (body) => body.fill(1 << bit, 1, 2)));
    }
    expect([pen.heard, pen.dropped]).toEqual([[], Array(8).fill('unknown-flags')]);
    for (let bit = 0; bit < 8; bit += 1) {
      pen.push(altered(frameOf(READ), (body) => body.fill(1 << bit, 2, 3)));
    }
    expect(pen.heard).toEqual(Array(8).fill(READ));
  });

  test('of an id that no message has is dropped by that reason', () => {
    const known = new Set(CATALOGUE.map((type) => type.id));
    for (let id = 0; id < 256; id += 1) {
      if (known.has(id)) continue;
      const pen = listening();
      pen.push(altered(frameOf(READ), (body) => body.fill(id, 3, 4)));
      expect([pen.heard, pen.dropped]).toEqual([[], ['unknown-id']]);
    }
  });

  test('from another link session carries that session, so that it can be refused', () => {
    const pen = listening();
    pen.push(encodeFrame(READ, { ...HEADER, session: sessionOf(1, 3) }, BINDING));
    expect(pen.headers[0]?.session).not.toBe(HEADER.session);
  });
});

describe('a bound frame', () => {
  const bound = TO_PEN.filter((type) => type.bound);

  test('is every message that can actuate or configure, and no other', () => {
    expect(bound.map((type) => type.kind)).toEqual([
      'join', 'arm', 'tighten', 'grant', 'disarm', 'clear', 'envelope', 'arm-energy',
      'energy-grant', 'extend', 'run', 'certify', 'pair', 'reveal', 'unpair',
    ]);
    expect(FROM_PEN.filter((type) => type.bound)).toEqual([]);
  });

  const anyU32 = fc.integer({ min: 0, max: 0xffffffff });

  test('S-32 of another schema or another boot of the pen is unbound and never heard', () => {
    fc.assert(
      fc.property(anyMessage(bound), anyU32, anyU32, fc.boolean(), (message, a, boot, same) => {
        const other = bindingOf(same ? SCHEMA_HASH : a, boot);
        fc.pre(other !== BINDING);
        const pen = listening({ binding: BINDING });
        pen.push(frameOf(message, other));
        expect([pen.heard, pen.dropped]).toEqual([[], ['unbound']]);
      }),
      { numRuns: 1000 },
    );
  });

  test('with a plain check is unbound, as is every bound frame before the pen has bound', () => {
    const late = listening();
    const pen = listening({ binding: BINDING });
    for (const start of [CRC_START, BINDING]) late.push(frameOf(GRANT, start));
    pen.push(frameOf(GRANT, CRC_START));
    expect([late.heard, pen.heard]).toEqual([[], []]);
    expect([...late.dropped, ...pen.dropped]).toEqual(['unbound', 'unbound', 'unbound']);
  });

  test('is heard again once the pen is bound to the boot that the frame names', () => {
    const pen = listening({ binding: BINDING });
    pen.push(frameOf(GRANT, bindingOf(SCHEMA_HASH, BOOT + 1)));
    pen.bind(bindingOf(SCHEMA_HASH, BOOT + 1));
    pen.push(frameOf(GRANT, bindingOf(SCHEMA_HASH, BOOT + 1)));
    expect([pen.heard, pen.dropped]).toEqual([[GRANT], ['unbound']]);
  });

  test('needs no binding to be damaged when not even its shape is right', () => {
    const pen = listening({ binding: BINDING });
    const cut = unstuffed(frameOf(GRANT)).subarray(0, -1);
    pen.push(stuffed(cut));
    expect([pen.heard, pen.dropped]).toEqual([[], ['damaged']]);
  });
});
