// What happens in the skin after a visit, and what may honestly be seen of it and when. The days
// are those of a trade article which nobody here has checked against its sources; so every line
// carries its grade, and none of them is a promise.

import { type Day, day } from '../../day.ts';
import { type Ground, groundedIn } from '../sources.ts';

/** A stretch of days after a visit; the last has no end that anybody could name. */
export interface Stage {
  readonly name: string;
  readonly fromDay: number;
  readonly throughDay: number | undefined;
  readonly what: string;
  readonly ground: Ground;
}

const ARTICLE = groundedIn('C', 'tightening-article-2');

/** What the tissue does. */
export const TISSUE_STAGES: readonly Stage[] = [
  {
    name: 'inflammation', fromDay: 0, throughDay: 3, ground: ARTICLE,
    what: 'The wound is cleaned and the repair is called for.',
  },
  {
    name: 'proliferation', fromDay: 3, throughDay: 14, ground: ARTICLE,
    what: 'New vessels and first, loose collagen.',
  },
  {
    name: 'collagen peak', fromDay: 14, throughDay: 21, ground: ARTICLE,
    what: 'Collagen is said to be made fastest; sun and another procedure disturb it most.',
  },
  {
    name: 'remodelling', fromDay: 14, throughDay: undefined, ground: ARTICLE,
    what: 'Loose collagen is slowly replaced, for a year and longer.',
  },
];

/** What is to be seen, counted from the first visit of a series. */
export const VISIBLE_STAGES: readonly Stage[] = [
  {
    name: 'swelling', fromDay: 0, throughDay: 7, ground: ARTICLE,
    what: 'Tightness now is swelling, and it goes; it is not the result.',
  },
  {
    name: 'quiet weeks', fromDay: 14, throughDay: 28, ground: ARTICLE,
    what: 'Little or nothing is to be seen, which is as it should be.',
  },
  {
    name: 'first changes', fromDay: 56, throughDay: 84, ground: ARTICLE,
    what: 'Texture may begin to look better in some people.',
  },
  {
    name: 'at its best', fromDay: 90, throughDay: 180,
    ground: groundedIn('B', 'qai-clearances', 'tightening-article-2'),
    what: 'What there is to see is mostly there; in studies for clearance about half improved.',
  },
];

/** A stage on the calendar. */
export interface DatedStage extends Stage {
  readonly from: Day;
  readonly through: Day | undefined;
}

/** Some stages on the calendar, counted from a day. */
export const dated = (stages: readonly Stage[], start: Day): readonly DatedStage[] =>
  stages.map((stage) => ({
    ...stage,
    from: day(start + stage.fromDay),
    through: stage.throughDay === undefined ? undefined : day(start + stage.throughDay),
  }));
