/**
 * How near a run came to its limits: for each limit the moment at which most of it was used. It is
 * fed by the very comparisons that checkers judge by, so no margin is told that nobody judged.
 */

/** The limits whose margin is told, each used in the unit of its own. */
export const LIMITS = {
  depth: 'S-01 true peak against the cap of person, area and plan, um',
  density: 'S-04 punctures of an area, over visits, against its cap',
  debit: "S-05 strokes of an arming by the pen's own count against its pass ceiling",
  pass: 'S-05 true strokes of a pass against its allotment',
  spot: 'S-06 punctures per cm2 on one spot against the cap',
  contact: 'S-07 contact time of an area, ms',
  dwell: 'S-08 time on one spot, ms',
  'needle-on': 'S-09 needles on today, face or whole, ms',
  punctures: 'S-09 punctures today, face or whole',
  lease: 'S-12 newest stroke of a grant against its not-after, ms',
  hold: 'S-15 one press of the trigger, ms',
  'stop-strokes': 'S-13 strokes after one grant against the published bound',
  'stop-ms': 'S-13 last stroke after permission was over, ms',
  'retract-ms': 'S-14 needles out after permission was over, ms',
} as const;

/** The name of a limit. */
export type LimitName = keyof typeof LIMITS;

/** The most that was used of a limit, and what was allowed then. */
export interface Margin {
  readonly used: number;
  readonly allowed: number;
}

/** The margins of a run, those that came up. */
export type Margins = Partial<Record<LimitName, Margin>>;

/** Takes note of a comparison. */
export type Measure = (limit: LimitName, used: number, allowed: number) => void;

/** Something that keeps the nearest of everything that it is told. */
export interface Meter {
  readonly margins: Margins;
  readonly measure: Measure;
}

/** The share of a limit that was used; nothing of a limit of nothing is all of it. */
export const shareOf = ({ used, allowed }: Margin): number => (allowed > 0 ? used / allowed : 1);

/** Makes a meter that has been told nothing. */
export function createMeter(): Meter {
  const margins: Margins = {};
  return {
    margins,
    measure: (limit, used, allowed) => {
      const before = margins[limit];
      if (before !== undefined && used * before.allowed <= before.used * allowed) return;
      margins[limit] = { used, allowed };
    },
  };
}
