// When somebody looks or asks how it went. Every visit has the same milestones; which of them want
// a photograph depends on the skin.

import { type Day, day } from '../../day.ts';

/** A milestone: its name, how long after the visit, what is asked. */
export interface Milestone {
  readonly id: string;
  readonly label: string;
  readonly afterDays: number;
  readonly asks: string;
}

/** They. */
export const MILESTONES: readonly Milestone[] = [
  { id: 'hours-24', label: '24 hours', afterDays: 1,
    asks: 'Is redness even, and is there no spreading warmth, pus, blister or fever?' },
  { id: 'hours-72', label: '72 hours', afterDays: 3,
    asks: 'Is redness fading and pain gone? No sun on the skin so far?' },
  { id: 'day-7', label: 'day 7', afterDays: 7,
    asks: 'Is the skin closed and calm? Any line, track, roughness or redness left?' },
  { id: 'day-14', label: 'day 14', afterDays: 14,
    asks: 'Any darker or lighter patch, or any lump?' },
  { id: 'day-28', label: 'day 28', afterDays: 28,
    asks: 'Any change of pigment, lump or line? May the next visit be planned?' },
  { id: 'month-3', label: 'month 3', afterDays: 91,
    asks: 'What has changed since the first visit? Any lump that came late?' },
  { id: 'month-6', label: 'month 6', afterDays: 183,
    asks: 'What has stayed of it? Is a refresher wanted?' },
];

const PHOTOGRAPHED: ReadonlySet<string> = new Set(['day-14', 'day-28']);

/** A milestone on the calendar. */
export interface DatedMilestone extends Milestone {
  readonly on: Day;
  readonly photograph: boolean;
}

/** The milestones of a visit. */
export const milestonesOf = (visit: Day, pigmentIsWatched: boolean): readonly DatedMilestone[] =>
  MILESTONES.map((milestone) => ({
    ...milestone,
    on: day(visit + milestone.afterDays),
    photograph: pigmentIsWatched && PHOTOGRAPHED.has(milestone.id),
  }));

/** The milestones that are due on a day and were not recorded. */
export const dueMilestones = (
  visit: Day,
  today: Day,
  recorded: ReadonlySet<string>,
): readonly Milestone[] =>
  MILESTONES.filter(({ id, afterDays }) => visit + afterDays <= today && !recorded.has(id));
