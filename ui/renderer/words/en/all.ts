// The English catalogue, which is the original: every topic, gathered from the files of its folder.

import { alarms } from './alarms.ts';
import { areas, places, sides } from './areas.ts';
import { arming } from './arming.ts';
import { bench } from './bench.ts';
import { notices, penRefusals, room } from './checks.ts';
import { desk } from './desk.ts';
import { figure, figureStates, plot, sound } from './instruments.ts';
import { hostNews, turns } from './news.ts';
import { personRefusals, planRefusals } from './refusals.ts';
import { screens } from './screens.ts';
import {
  areaStates, nextActs, outcomes, penPhases, phases, priorities, quantities,
} from './states.ts';
import { latches, penReasons, stops } from './stops.ts';
import { conditions, questions, rules, things } from './things.ts';

/** Every topic, in English. */
export const en = {
  alarms, areas, places, sides, arming, notices, penRefusals, room, desk, figure, figureStates,
  plot, sound, personRefusals, planRefusals, screens, areaStates, nextActs, outcomes, penPhases,
  phases, priorities, quantities, latches, penReasons, stops, conditions, questions, rules, things,
  hostNews, turns, bench,
} as const;
