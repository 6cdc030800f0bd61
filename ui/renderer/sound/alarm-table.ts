// How alarms of each priority sound and flash, as numbers. Ours lie within what is publicly said of
// IEC 60601-1-8:2006 with amendment 1: ten, three, and one or two pulses; bursts of a high alarm
// 2.5 to 15 s apart, of a low one 16 s or more. NXP's application note AN10875 (grade B) gives 80
// to 150 ms for a pulse of a high alarm, gaps of 15 to 80 ms, and 2.55 to 3.80 s (high) and 2.6 to
// 4.0 s (medium) between bursts. The standard itself is to be held against this before anybody
// claims conformity. Tones are those of its general melody: C C C, C C; C C C; E C.

import type { Priority } from '../../../host/core/alarm.ts';

/** A range of what is allowed. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** How one priority sounds and flashes. */
export interface AlarmSound {
  /** The fundamental of each pulse, in order. */
  readonly tonesHz: readonly number[];
  readonly pulseMs: number;
  /** The silence after each pulse but the last. */
  readonly gapsMs: readonly number[];
  /** From the end of a burst to the beginning of the next. */
  readonly pauseMs: number;
  readonly flashHz: number;
  readonly flashDutyPercent: number;
}

/** What is publicly said of the standard, to hold the sounds against. */
export interface AlarmBounds {
  readonly pulses: Range;
  readonly pulseMs: Range;
  readonly gapMs: Range;
  readonly pauseMs: Range;
  readonly flashHz: Range;
  readonly flashDutyPercent: Range;
}

const C = 261.63;
const E = 329.63;

/** Three, a breath, two. */
const GROUP_GAPS = [60, 60, 240, 60];

/** The sounds (grade D within the bounds below). */
export const ALARM_SOUNDS: Readonly<Record<Priority, AlarmSound>> = {
  high: {
    tonesHz: [C, C, C, C, C, C, C, C, C, C],
    pulseMs: 120,
    gapsMs: [...GROUP_GAPS, 500, ...GROUP_GAPS],
    pauseMs: 3_000,
    flashHz: 2,
    flashDutyPercent: 50,
  },
  medium: {
    tonesHz: [C, C, C],
    pulseMs: 180,
    gapsMs: [180, 180],
    pauseMs: 3_500,
    flashHz: 0.6,
    flashDutyPercent: 50,
  },
  low: {
    tonesHz: [E, C],
    pulseMs: 180,
    gapsMs: [180],
    pauseMs: 18_000,
    flashHz: 0,
    flashDutyPercent: 100,
  },
};

const ANY: Range = { min: 0, max: Infinity };

/**
 * The bounds: IEC 60601-1-8 as told by AN10875 and by monitor manuals (grade B). How long a pulse
 * and a gap of a medium or a low alarm may be was found in no source and is our own (grade D).
 */
export const ALARM_BOUNDS: Readonly<Record<Priority, AlarmBounds>> = {
  high: {
    pulses: { min: 10, max: 10 },
    pulseMs: { min: 80, max: 150 },
    gapMs: { min: 15, max: 80 },
    pauseMs: { min: 2_550, max: 3_800 },
    flashHz: { min: 1.4, max: 2.8 },
    flashDutyPercent: { min: 20, max: 60 },
  },
  medium: {
    pulses: { min: 3, max: 3 },
    pulseMs: { min: 125, max: 250 },
    gapMs: { min: 125, max: 250 },
    pauseMs: { min: 2_600, max: 4_000 },
    flashHz: { min: 0.4, max: 0.8 },
    flashDutyPercent: { min: 20, max: 60 },
  },
  low: {
    pulses: { min: 1, max: 2 },
    pulseMs: { min: 125, max: 250 },
    gapMs: { min: 125, max: 250 },
    pauseMs: { min: 16_000, max: Infinity },
    flashHz: { min: 0, max: 0 },
    flashDutyPercent: ANY,
  },
};
