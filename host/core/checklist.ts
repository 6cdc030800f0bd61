// What must be true in the room before a pen may be armed for an area. Everything that is still
// open is said at once, each with its next step; a list that shows one reason at a time is solved
// by trial, and trying is how checks become habits. What was not looked at is open.

import type { AreaName, Side } from '../../protocol/area.ts';
import { isEyeArea } from './body-part.ts';

/** Answers of a person who stands beside the chair; undefined until it was looked at. */
export interface RoomFacts {
  /** Somebody pointed at the area on the body and said its name and side. */
  readonly areaConfirmed: boolean | undefined;
  /** For eye areas: the shield is in place now, said a second time. */
  readonly shieldInPlace: boolean | undefined;
  readonly numbing: 'none' | 'on-skin' | 'removed-and-cleaned' | undefined;
  readonly packageWasIntact: boolean | undefined;
  readonly barrierFitted: boolean | undefined;
  readonly onlySterileGlide: boolean | undefined;
  /** Without a case file: all questions asked today, none against it, and by whom. */
  readonly screenedBy: string | undefined;
  readonly cleanedSinceLastPerson: boolean | undefined;
}

/** What the pen, the journal and the link say at this moment. */
export interface MomentFacts {
  readonly link: 'joined' | 'lost';
  readonly journal: 'open' | 'missing' | 'unreadable';
  readonly ledger: 'explained' | 'unexplained' | 'went-backwards' | 'unknown';
  readonly latched: boolean;
  readonly retracted: boolean;
  readonly triggerHeld: boolean;
  readonly charging: boolean;
  readonly batteryLow: boolean;
  readonly cartridge: 'as-admitted' | 'changed' | 'missing';
  readonly strokesLeft: number;
}

/** One thing that is still open before an area may be armed. */
export type OpenReasonCode =
  | 'link-lost'
  | 'journal-missing'
  | 'journal-unreadable'
  | 'ledger-unexplained'
  | 'ledger-went-backwards'
  | 'ledger-unknown'
  | 'pen-latched'
  | 'needles-not-retracted'
  | 'trigger-held'
  | 'pen-charging'
  | 'battery-low'
  | 'cartridge-changed'
  | 'cartridge-gone'
  | 'nothing-left'
  | 'area-not-confirmed'
  | 'shield-not-confirmed'
  | 'numbing-not-removed'
  | 'package-not-checked'
  | 'barrier-not-fitted'
  | 'glide-not-checked'
  | 'not-cleaned'
  | 'not-screened';

/** An open reason, and the area that it keeps waiting. */
export interface OpenReason {
  readonly code: OpenReasonCode;
  readonly area: AreaName;
  readonly side: Side;
}

type Check = readonly [isOpen: boolean, code: OpenReasonCode];

const momentChecks = (moment: MomentFacts): readonly Check[] => [
  [moment.link === 'lost', 'link-lost'],
  [moment.journal === 'missing', 'journal-missing'],
  [moment.journal === 'unreadable', 'journal-unreadable'],
  [moment.ledger === 'unexplained', 'ledger-unexplained'],
  [moment.ledger === 'went-backwards', 'ledger-went-backwards'],
  [moment.ledger === 'unknown', 'ledger-unknown'],
  [moment.latched, 'pen-latched'],
  [!moment.retracted, 'needles-not-retracted'],
  [moment.triggerHeld, 'trigger-held'],
  [moment.charging, 'pen-charging'],
  [moment.batteryLow, 'battery-low'],
  [moment.cartridge === 'changed', 'cartridge-changed'],
  [moment.cartridge === 'missing', 'cartridge-gone'],
  [moment.strokesLeft < 1, 'nothing-left'],
];

const isNumbed = ({ numbing }: RoomFacts): boolean =>
  numbing !== 'none' && numbing !== 'removed-and-cleaned';

const roomChecks = (room: RoomFacts, area: AreaName, hasCaseFile: boolean): readonly Check[] => [
  [room.areaConfirmed !== true, 'area-not-confirmed'],
  [isEyeArea(area) && room.shieldInPlace !== true, 'shield-not-confirmed'],
  [isNumbed(room), 'numbing-not-removed'],
  [room.packageWasIntact !== true, 'package-not-checked'],
  [room.barrierFitted !== true, 'barrier-not-fitted'],
  [room.onlySterileGlide !== true, 'glide-not-checked'],
  [room.cleanedSinceLastPerson !== true, 'not-cleaned'],
  [!hasCaseFile && (room.screenedBy ?? '').trim() === '', 'not-screened'],
];

/** The area that somebody wants to arm, and whether its person has a case file. */
export interface ArmingWish {
  readonly area: AreaName;
  readonly side: Side;
  readonly hasCaseFile: boolean;
}

/** Every reason that is still open before an area may be armed; none means that it may be. */
export function openReasons(
  { area, side, hasCaseFile }: ArmingWish,
  moment: MomentFacts,
  room: RoomFacts,
): readonly OpenReason[] {
  const checks = [...momentChecks(moment), ...roomChecks(room, area, hasCaseFile)];
  return checks.filter(([isOpen]) => isOpen).map(([, code]) => ({ code, area, side }));
}
