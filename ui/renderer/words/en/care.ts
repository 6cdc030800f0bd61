// The words of care in English, which is the original: every topic, gathered from its files.

import { careScreens } from './care-screens.ts';
import { asks, groups } from './care-asks.ts';
import {
  adjuncts, expected, flags, grades, instructions, milestones, offLabel, roles, stages, steps,
} from './care-things.ts';
import {
  adjunct, claim, followUp, journal, numbing, people, scan, screening, series, sheet, staff, visit,
} from './care-refusals.ts';

/** Every topic of care, in English. */
export const care = {
  ui: careScreens, asks, groups, adjuncts, expected, flags, grades, instructions, milestones,
  offLabel, roles, stages, steps, adjunct, claim, followUp, journal, numbing, people, scan,
  screening, series, sheet, staff, visit,
} as const;
