/**
 * The power goes at every byte that a pen writes about its keys and its count: afterwards there is
 * a key that both ends have, and no number of a session comes twice.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rotate } from '../../../host/pairing/procedure.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { createDeframer } from '../../../protocol/deframe.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import type { Pen } from '../../../sim/pen.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { deskAt, timeOf } from '../../host/pairing/desk.ts';
import { KEY, keysFor, pairedMemory } from '../paired.ts';
import { penFor } from '../parts.ts';

/** Writing one place takes so long. */
const PLACE_MS = 77;

const pairedPen = (): Pen => penFor('meridian-p', 3, { memory: pairedMemory() });

/** A key is changed, and the power goes so long after the pen began to write for the nth time. */
async function changedAndCut(writing: number, cutMs: number): Promise<readonly string[]> {
  const pen = pairedPen();
  let before = pen.firmware().pairing.wanted;
  let begun = 0;
  let cutAtMs = 0;
  const time = timeOf(() => pen, (nowMs) => {
    const { wanted } = pen.firmware().pairing;
    if (wanted.keys.join() !== before.keys.join()) begun += 1;
    before = wanted;
    if (begun === writing && cutAtMs === 0) cutAtMs = nowMs + cutMs;
    if (nowMs === cutAtMs) pen.reset('power');
  });
  time.passMs(400);
  before = pen.firmware().pairing.wanted;
  begun = 0;
  const desk = deskAt(pen, time, keysFor(pen.serial));
  await time.until(rotate(desk.ground));
  time.passMs(cutMs + 500);
  const after = await time.until(desk.ground.talk.greet());
  const where = [writing, cutMs];
  expect([where, after?.pages.identity.serial]).toEqual([where, pen.serial]);
  expect([where, desk.news.at(-1)?.kind]).toEqual([where, 'sealed']);
  if (cutMs % 19 === 0) expect(await time.until(rotate(desk.ground))).toMatchObject({ ok: true });
  time.passMs(200);
  desk.end();
  return pen.firmware().pairing.held.keys;
}

test.each([[1, 'the new key'], [2, 'the end of the old one']] as const)(
  'S-54 the power goes at every byte of writing %i, %s, and both ends have a key',
  async (writing, _what) => {
    let old = 0;
    for (let cutMs = 1; cutMs <= PLACE_MS + 2; cutMs += 1) {
      const keys = await changedAndCut(writing, cutMs);
      if (keys.includes(KEY)) old += 1;
    }
    // Before its last byte a new key was never there; an old one goes only once it is proven.
    expect(writing === 1 ? old : PLACE_MS + 2 - old).toBeGreaterThan(PLACE_MS - 10);
  },
);

/** Says HELLO and gives the number of the session, if the pen names one. */
function greeted(pen: Pen, hostNonce: number): number | undefined {
  let counter: number | undefined;
  const ear = createDeframer({
    heard: (message) => {
      if (message.kind === 'paired') ({ counter } = message);
    },
    dropped: () => undefined,
  });
  pen.takeBytes();
  const hello = { kind: 'hello', hostNonce, schemaHash: SCHEMA_HASH } as const;
  pen.receive(encodeFrame(hello, { session: 0, seq: 0, ack: 0 }, 0));
  for (const bytes of pen.takeBytes()) ear.push(bytes);
  return counter;
}

test('S-52 no number of a session comes twice, whenever the power goes and however often', () => {
  const life = fc.array(
    fc.record({ greetings: fc.nat(700), livesMs: fc.integer({ min: 1, max: 260 }) }),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(fc.property(life, (boots) => {
    const pen = pairedPen();
    let last = -1;
    let nonce = 1;
    for (const { greetings, livesMs } of boots) {
      const each = Math.max(1, Math.floor(livesMs / Math.max(1, greetings)));
      for (let said = 0; said < greetings; said += 1) {
        if (said * each < livesMs) pen.advance(each, HANDS_OFF);
        nonce += 1;
        const counter = greeted(pen, nonce);
        expect(counter ?? Number.POSITIVE_INFINITY).toBeGreaterThan(last);
        last = counter ?? last;
      }
      pen.reset('power');
      pen.advance(400, HANDS_OFF);
    }
  }), { numRuns: 8 });
});

test('S-52 a pen whose memory does not take the mark greets nobody', () => {
  const pen = pairedPen();
  pen.advance(250, HANDS_OFF);
  // Every reserved number is used before the memory could have taken the next mark.
  let used = 0;
  for (let nonce = 1; nonce < 3_000; nonce += 1) if (greeted(pen, nonce) !== undefined) used += 1;
  expect(used).toBeLessThanOrEqual(1_024);
  pen.advance(250, HANDS_OFF);
  expect(greeted(pen, 9_999)).toBeDefined();
});
