// What the hand is told while it holds the pen: contact, motion, force and upright, each as one
// state that a glance understands and one number. The host decides what is an alarm; the bounds
// here only give the small scales their marks, and are held against the host's by a test.

import type { AlarmId } from '../../../host/core/alarm.ts';
import type { AreaSnapshot, PenSnapshot, Snapshot } from '../../../host/core/snapshot.ts';
import type { Freshness } from './age-view.ts';

/** Where the scales have their marks: warned at, stopped at (grade D; no bound was published). */
export const COACH_BOUNDS = {
  tiltDeg: { warn: 15, stop: 30 },
  forceMn: { warn: 2_000, stop: 3_000 },
  eyeForceMn: { warn: 1_000, stop: 1_500 },
  /** Slower is standing on one spot, faster is dragging. */
  glideMmS: { slow: 10, fast: 80 },
} as const;

/** The four things that are coached. */
export type CoachKind = 'contact' | 'glide' | 'force' | 'tilt';

/** How one of them stands. */
export type CoachState = 'idle' | 'good' | 'warn' | 'unknown';

/** What is said about it, as a word of the catalogue. */
export type CoachWord =
  | 'idle' | 'not-sensed' | 'not-heard'
  | 'on-skin' | 'off-skin'
  | 'glide-good' | 'glide-slow' | 'glide-fast' | 'glide-still'
  | 'force-good' | 'force-high'
  | 'tilt-good' | 'tilt-high';

/** One coached thing. */
export interface CoachItem {
  readonly kind: CoachKind;
  readonly state: CoachState;
  readonly word: CoachWord;
  /** In the unit of the wire; undefined where nothing is sensed or nothing moves. */
  readonly value: number | undefined;
  /** The share of the scale, and of its warning mark; 1 is where the pen is stopped. */
  readonly share: number;
  readonly warnShare: number | undefined;
}

const item = (
  kind: CoachKind,
  state: CoachState,
  word: CoachWord,
  value?: number,
  share = 0,
  warnShare?: number,
): CoachItem => ({ kind, state, word, value, share: Math.min(1, share), warnShare });

/** The four items, always in one order; at rest they say so, and of what is old nothing is said. */
export function coachView(snapshot: Snapshot, freshness: Freshness): readonly CoachItem[] {
  if (freshness === 'stale') return UNHEARD;
  const { pen, active } = snapshot;
  const area = active === undefined ? undefined : snapshot.areas[active];
  if (pen === undefined || area === undefined) return IDLE;
  const isOn = (alarm: AlarmId): boolean => snapshot.alarms.some((one) => one.alarm === alarm);
  return [contactOf(pen), glideOf(pen, isOn('dwell')), forceOf(pen, area, isOn('force')),
    tiltOf(pen, isOn('tilt'))];
}

const KINDS: readonly CoachKind[] = ['contact', 'glide', 'force', 'tilt'];
const IDLE: readonly CoachItem[] = KINDS.map((kind) => item(kind, 'idle', 'idle'));
const UNHEARD: readonly CoachItem[] = KINDS.map((kind) => item(kind, 'unknown', 'not-heard'));

function contactOf({ contact }: PenSnapshot): CoachItem {
  if (contact === undefined) return item('contact', 'unknown', 'not-sensed');
  return contact ? item('contact', 'good', 'on-skin') : item('contact', 'idle', 'off-skin');
}

const isMoving = ({ rateCentiHz }: PenSnapshot): boolean => rateCentiHz > 0;

function glideOf(pen: PenSnapshot, isStanding: boolean): CoachItem {
  const { slow, fast } = COACH_BOUNDS.glideMmS;
  const { glideMmS } = pen;
  if (isStanding) return item('glide', 'warn', 'glide-still', glideMmS);
  if (glideMmS === undefined) return item('glide', 'unknown', 'not-sensed');
  const share = glideMmS / (2 * fast);
  if (!isMoving(pen)) return item('glide', 'idle', 'idle', glideMmS, share);
  if (glideMmS < slow) return item('glide', 'warn', 'glide-slow', glideMmS, share);
  if (glideMmS > fast) return item('glide', 'warn', 'glide-fast', glideMmS, share);
  return item('glide', 'good', 'glide-good', glideMmS, share);
}

function forceOf({ forceMn }: PenSnapshot, area: AreaSnapshot, isHigh: boolean): CoachItem {
  const { warn, stop } = area.eye ? COACH_BOUNDS.eyeForceMn : COACH_BOUNDS.forceMn;
  if (forceMn === undefined) return item('force', 'unknown', 'not-sensed');
  const word = isHigh ? 'force-high' : 'force-good';
  return item('force', isHigh ? 'warn' : 'good', word, forceMn, forceMn / stop, warn / stop);
}

function tiltOf({ tiltDeg }: PenSnapshot, isHigh: boolean): CoachItem {
  const { warn, stop } = COACH_BOUNDS.tiltDeg;
  if (tiltDeg === undefined) return item('tilt', 'unknown', 'not-sensed');
  const word = isHigh ? 'tilt-high' : 'tilt-good';
  return item('tilt', isHigh ? 'warn' : 'good', word, tiltDeg, tiltDeg / stop, warn / stop);
}
