/**
 * A walk that is small enough for every run of the tests, and complete; and the broken twins, each
 * of which a walk has to refute. The large walks are `npm run walk`.
 */
import { expect, test } from 'vitest';
import { explore } from './explore.ts';
import { type Move, MOVES } from './move-table.ts';
import { createWorld } from './world.ts';
import { type Setting, WHOLE } from './setting.ts';
import { storyOf } from './story.ts';
import { TWINS } from './twins.ts';

const SMALL: Setting = { ...WHOLE, areas: 1, passes: 1, disturbances: 1 };

/** Everything that only disturbs; a twin is tried with the few that its rule is about. */
const DISTURBING: readonly Move[] = [
  'frame to the pen overtakes', 'frame to the pen lost', 'frame to the pen doubled',
  'frame to the pen damaged', 'frame to the host overtakes', 'frame to the host lost',
  'frame to the host doubled', 'frame to the host damaged', 'the host ticks alone',
  'the host ticks alone, and asks for the time', 'the pen ticks alone',
  'the pen stands for half a second', 'the pen hears nothing for two seconds', 'area ended',
  'stop ordered', 'treatment finished', 'the host crashes', 'the host crashes before the disk',
  'the pen is reset', 'the pen is reset and loses its ledger', 'another host says hello',
];

const quiet = (disturbances: number, ...but: readonly Move[]): Setting => ({
  ...SMALL,
  disturbances,
  without: new Set(DISTURBING.filter((move) => !but.includes(move))),
});

/** What may go wrong once in the small walk: one of each sort. */
const ONCE: readonly Move[] = [
  'frame to the pen lost', 'frame to the host lost', 'stop ordered', 'the host crashes',
  'the host crashes before the disk', 'the pen is reset', 'the pen is reset and loses its ledger',
  'another host says hello',
];

test('S-12 every situation of one area and one pass, disturbed once, keeps the promises', () => {
  const setting = { ...quiet(1, ...ONCE), pedal: false };
  const walked = explore(createWorld(setting));
  expect(walked.refuted && storyOf(createWorld(setting), walked.refuted)).toBeUndefined();
  expect(walked.complete).toBe(true);
  for (const move of ONCE) expect(walked.moves[MOVES.indexOf(move)], move).toBeGreaterThan(0);
});

/** What each twin is tried with. */
const TRIED: Readonly<Record<string, Setting>> = {
  'S-12 a lease is dated by the clock of the pen and not from its arrival': quiet(3),
  'S-12 a grant ends at its ceiling': quiet(1),
  'S-13 STOP is heard': quiet(1, 'stop ordered'),
  'S-13 STOP ends the arming': quiet(1, 'stop ordered'),
  'S-15 the trigger that is let go ends the motion': quiet(1),
  'S-15 a grant needs the pedal': quiet(0),
  'S-19 a frame of another link session does nothing': quiet(1, 'another host says hello'),
  'S-24 a restart finds its reservations': quiet(1, 'the host crashes'),
  'S-24 a reservation is on the disk before the pen is armed': quiet(0),
  'S-25 the ledger is reserved ahead': quiet(1, 'the pen is reset'),
  'S-26 the end of a lease ends the motion': quiet(3),
  'S-29 another host ends what is armed': quiet(1, 'another host says hello'),
};

test('every twin is tried', () => {
  expect(Object.keys(TRIED).sort()).toEqual(Object.keys(TWINS).sort());
});

for (const [rule, setting] of Object.entries(TRIED)) {
  test(`${rule}, and a twin that forgets it is refuted`, () => {
    const twin = TWINS[rule] ?? {};
    const walked = explore(createWorld(setting, twin), 60_000);
    expect(walked.refuted).toBeDefined();
    const story = walked.refuted && storyOf(createWorld(setting, twin), walked.refuted);
    expect(story?.length).toBeGreaterThan(1);
  });
}
