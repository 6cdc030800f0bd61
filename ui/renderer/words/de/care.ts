// The words of care in German: every topic of the English ones, in files of their own.

import type { CareCatalogue } from '../care-catalogue.ts';
import { careScreens } from './care-screens.ts';
import { asks, groups } from './care-asks.ts';
import {
  adjuncts, expected, flags, grades, instructions, milestones, offLabel, roles, stages, steps,
} from './care-things.ts';
import {
  adjunct, claim, followUp, journal, numbing, people, scan, screening, series, sheet, staff, visit,
} from './care-refusals.ts';

/** Every topic of care, in German. */
export const care: CareCatalogue = {
  ui: careScreens, asks, groups, adjuncts, expected, flags, grades, instructions, milestones,
  offLabel, roles, stages, steps, adjunct, claim, followUp, journal, numbing, people, scan,
  screening, series, sheet, staff, visit,
};
