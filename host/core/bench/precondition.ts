// What has to be so before a needle is moved at a bench, one thing after the other: what to do, why
// it matters, and what an answer must be. What the host can see for itself it checks; the rest a
// person says. Nothing is ticked off by default.

/** The kinds of preconditions, in the order in which they are met. */
export const PRECONDITIONS = [
  'no-open-treatment', 'no-patient-cartridge', 'metrology-cartridge', 'fixture', 'warm-up',
  'ambient',
] as const;
/** One of them. */
export type PreconditionName = (typeof PRECONDITIONS)[number];

/** A precondition that was met: who says so, and a number where it has one. */
export interface Precondition {
  readonly what: PreconditionName;
  readonly by: 'host' | 'person';
  /** Minutes of warming up, or tenths of a degree. */
  readonly value: number | null;
}

/** What a person is asked. */
export interface Question {
  readonly what: PreconditionName;
  readonly ask: string;
  readonly why: string;
}

/** Both have to have the temperature of the room; a quarter of an hour (grade D). */
export const WARM_UP_MINUTES_MIN = 15;
/** Nobody warms up for longer than a day: a number beyond is a typing mistake. */
const WARM_UP_MINUTES_MAX = 1_440;
/** Where a budget of ten degrees to either side still covers a treatment room (grade D). */
const AIR_DECI_C_MIN = 150;
const AIR_DECI_C_MAX = 300;

/** What a person is asked, in this order. */
export const QUESTIONS: readonly Question[] = [
  {
    what: 'metrology-cartridge',
    ask: 'Is the cartridge in the pen the blunt metrology one of this bench? [y/n]',
    why: 'Needles bend under the contact of a gauge, and a used one must not be touched.',
  },
  {
    what: 'fixture',
    ask: 'Is the pen clamped, its rim flat on the datum ring, and the gauge zeroed there? [y/n]',
    why: 'Everything is measured from that ring; a rim that lifts by 20 um is an error of 20 um.',
  },
  {
    what: 'warm-up',
    ask: `For how many minutes have pen and gauge been on, in this room? [${WARM_UP_MINUTES_MIN} `
      + 'or more]',
    why: 'A pen that is still warming up drifts while it is measured.',
  },
  {
    what: 'ambient',
    ask: 'What does the thermometer at the bench read, in degrees Celsius? [for instance 21.5]',
    why: 'The certificate covers ten degrees to either side of it.',
  },
];

/** What an answer came to. */
export type Answered =
  | { readonly kind: 'met'; readonly precondition: Precondition }
  | { readonly kind: 'unmet'; readonly sentence: string }
  | { readonly kind: 'not-understood'; readonly sentence: string };

const YES: ReadonlySet<string> = new Set(['y', 'yes']);
const NO: ReadonlySet<string> = new Set(['n', 'no']);

const UNMET: Readonly<Partial<Record<PreconditionName, string>>> = {
  'metrology-cartridge': 'Put the metrology cartridge in, and answer again.',
  fixture: 'Clamp the pen, lay its rim on the ring and zero the gauge, and answer again.',
};

const met = (what: PreconditionName, value: number | null): Answered =>
  ({ kind: 'met', precondition: { what, by: 'person', value } });

/** Judges what a person said. */
export function answered({ what }: Question, text: string): Answered {
  const said = text.trim().toLowerCase();
  if (what === 'warm-up') return warmedUp(said);
  if (what === 'ambient') return ambient(said);
  if (YES.has(said)) return met(what, null);
  return NO.has(said)
    ? { kind: 'unmet', sentence: UNMET[what] ?? 'Answer again when it is so.' }
    : { kind: 'not-understood', sentence: 'Answer y or n; b goes a question back, q stops.' };
}

function warmedUp(said: string): Answered {
  const minutes = /^\d{1,5}$/.test(said) ? Number(said) : undefined;
  if (minutes === undefined || minutes > WARM_UP_MINUTES_MAX) {
    return { kind: 'not-understood', sentence: 'Answer with whole minutes, for instance 20.' };
  }
  const missing = WARM_UP_MINUTES_MIN - minutes;
  return missing > 0
    ? { kind: 'unmet', sentence: `Wait ${missing} minutes more, and answer again.` }
    : met('warm-up', minutes);
}

function ambient(said: string): Answered {
  if (!/^-?\d{1,3}([.,]\d)?$/.test(said)) {
    return { kind: 'not-understood', sentence: 'Answer with degrees Celsius, for instance 21.5.' };
  }
  const deciC = Math.round(Number(said.replace(',', '.')) * 10);
  return deciC < AIR_DECI_C_MIN || deciC > AIR_DECI_C_MAX
    ? {
        kind: 'unmet',
        sentence: 'A calibration is made between 15 and 30 degrees; warm or cool the room, wait '
          + 'until pen and gauge have followed, and answer again.',
      }
    : met('ambient', deciC);
}

/** What the host itself saw before it asked. */
export const SEEN_BY_HOST: readonly Precondition[] = [
  { what: 'no-open-treatment', by: 'host', value: null },
  { what: 'no-patient-cartridge', by: 'host', value: null },
];
