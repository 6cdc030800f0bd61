/** What counts as a finger on the trigger: a press is seen twice in a row, a release at once. */
import { expect, test } from 'vitest';
import { rigTalker } from './rig.ts';
import { grantOf, PRESSING, readyToMove } from './talker.ts';

test('S-15 a trigger that is seen held for a single tick is no press', () => {
  const talker = rigTalker();
  readyToMove(talker);
  const holdId = talker.pen.firmware().hold.id;
  for (let turn = 0; turn < 20; turn += 1) {
    talker.hand = PRESSING;
    talker.pass(1);
    talker.send(grantOf(talker));
    talker.hand = { ...PRESSING, trigger: false };
    talker.pass(3);
  }
  expect(talker.pen.firmware().hold).toMatchObject({ id: holdId, held: false });
  expect(talker.strokes).toEqual([]);
  talker.hand = PRESSING;
  talker.pass(2);
  expect(talker.pen.firmware().hold).toMatchObject({ id: holdId + 1, held: true });
});
