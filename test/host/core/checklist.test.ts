// The checklist before arming: everything that is open, at once, and nothing taken on trust.
import { expect, test } from 'vitest';
import { type MomentFacts, openReasons, type RoomFacts } from '../../../host/core/checklist.ts';
import { codes } from '../../support/limit-world.ts';

const ROOM: RoomFacts = {
  areaConfirmed: true,
  shieldInPlace: undefined,
  numbing: 'none',
  packageWasIntact: true,
  barrierFitted: true,
  onlySterileGlide: true,
  screenedBy: undefined,
  cleanedSinceLastPerson: true,
};
const MOMENT: MomentFacts = {
  link: 'joined',
  journal: 'open',
  ledger: 'explained',
  latched: false,
  retracted: true,
  triggerHeld: false,
  charging: false,
  batteryLow: false,
  cartridge: 'as-admitted',
  strokesLeft: 10,
};
const CHEEK = { area: 'cheek', side: 'left', hasCaseFile: true } as const;
const EYE = { area: 'infraorbital', side: 'left', hasCaseFile: true } as const;

const open = (
  wish: typeof CHEEK | typeof EYE,
  moment: Partial<MomentFacts> = {},
  room: Partial<RoomFacts> = {},
): readonly string[] => codes(openReasons(wish, { ...MOMENT, ...moment }, { ...ROOM, ...room }));

test('with everything looked at and nothing wrong an area may be armed', () => {
  expect(open(CHEEK)).toEqual([]);
});

test('an eye area waits for the shield, said at the moment of arming', () => {
  expect(open(EYE)).toEqual(['shield-not-confirmed']);
  expect(open(EYE, {}, { shieldInPlace: true })).toEqual([]);
});

test.each<[Partial<RoomFacts>, string]>([
  [{ areaConfirmed: undefined }, 'area-not-confirmed'],
  [{ numbing: undefined }, 'numbing-not-removed'],
  [{ numbing: 'on-skin' }, 'numbing-not-removed'],
  [{ packageWasIntact: undefined }, 'package-not-checked'],
  [{ barrierFitted: false }, 'barrier-not-fitted'],
  [{ onlySterileGlide: undefined }, 'glide-not-checked'],
  [{ cleanedSinceLastPerson: undefined }, 'not-cleaned'],
])('what nobody looked at in the room is open: %o', (room, code) => {
  expect(open(CHEEK, {}, room)).toEqual([code]);
});

test.each<[Partial<MomentFacts>, string]>([
  [{ link: 'lost' }, 'link-lost'],
  [{ journal: 'missing' }, 'journal-missing'],
  [{ journal: 'unreadable' }, 'journal-unreadable'],
  [{ ledger: 'unexplained' }, 'ledger-unexplained'],
  [{ ledger: 'went-backwards' }, 'ledger-went-backwards'],
  [{ ledger: 'unknown' }, 'ledger-unknown'],
  [{ latched: true }, 'pen-latched'],
  [{ retracted: false }, 'needles-not-retracted'],
  [{ triggerHeld: true }, 'trigger-held'],
  [{ charging: true }, 'pen-charging'],
  [{ batteryLow: true }, 'battery-low'],
  [{ cartridge: 'changed' }, 'cartridge-changed'],
  [{ cartridge: 'missing' }, 'cartridge-gone'],
  [{ strokesLeft: 0 }, 'nothing-left'],
])('what the pen or the journal says is open: %o', (moment, code) => {
  expect(open(CHEEK, moment)).toEqual([code]);
});

test('without a case file somebody signs, and numbing removed is as good as none', () => {
  const wish = { ...CHEEK, hasCaseFile: false };
  expect(codes(openReasons(wish, MOMENT, ROOM))).toEqual(['not-screened']);
  const signed = { ...ROOM, screenedBy: 'Tester', numbing: 'removed-and-cleaned' } as const;
  expect(openReasons(wish, MOMENT, signed)).toEqual([]);
});
