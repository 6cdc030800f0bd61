/**
 * A pen's life does not depend on how its time is cut, nor on who looks at it meanwhile.
 */
import { expect, test } from 'vitest';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { rigTalker } from './rig.ts';
import { grantOf, PRESSING, readyToMove, renewing, type Talker } from './talker.ts';

/** A press, a release, a stamp, an unanswered lease; told as everything that left the pen. */
function life(seed: number, pass: (talker: Talker, forMs: number) => void): string {
  const talker = rigTalker({ seed });
  readyToMove(talker);
  const sent: string[] = [];
  const go = (forMs: number): void => {
    pass(talker, forMs);
    for (const bytes of talker.pen.takeBytes()) sent.push(Buffer.from(bytes).toString('hex'));
  };
  for (const credit of [20, 9, 3, 20]) {
    talker.hand = PRESSING;
    go(10);
    for (let renewals = 0; renewals < 6; renewals += 1) {
      talker.pen.receive(talker.bytes(grantOf(talker, credit), { seq: 100 + sent.length }));
      go(47);
    }
    go(300);
    talker.hand = HANDS_OFF;
    go(200);
  }
  const { ledger, ages, latch } = talker.pen.firmware();
  return JSON.stringify([sent, ledger, ages, latch, talker.pen.truth()]);
}

test('a pen that is looked at every millisecond is the pen that nobody looks at', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const watched = life(seed, (talker, forMs) => {
      for (let ms = 0; ms < forMs; ms += 1) {
        talker.pen.advance(1, talker.hand);
        talker.pen.firmware();
      }
    });
    const alone = life(seed, (talker, forMs) => {
      for (let ms = 0; ms < forMs; ms += 1) talker.pen.advance(1, talker.hand);
    });
    expect(alone).toBe(watched);
  }
});

test('a long train in one piece costs what it costs millisecond by millisecond', () => {
  const one = rigTalker({ seed: 3 });
  const other = rigTalker({ seed: 3 });
  for (const talker of [one, other]) {
    readyToMove(talker);
    talker.hand = PRESSING;
  }
  renewing(one, 1_000);
  renewing(other, 1_000);
  expect(other.pen.firmware().ledger).toEqual(one.pen.firmware().ledger);
  expect(other.strokes).toEqual(one.strokes);
});
