/**
 * One made-up treatment as plain data: pen, cartridge, person, plan, hands, wire, and what goes
 * wrong. It can be written down as JSON, read again, and made smaller piece by piece; played twice
 * it goes the same way twice.
 */
import type { CartridgeName, ModelName } from '../../sim/models/index.ts';
import type { Fault, Moment } from '../../sim/faults/fault.ts';
import type { Attack } from './adversary.ts';
import type { HandName } from './hands.ts';
import type { LineName } from './lines.ts';

/** A piece of skin. */
export interface Place {
  readonly area: string;
  readonly side: string;
}

/** What is asked for one area, as in a plan file. */
export interface AreaWish extends Place {
  readonly sizeMm2: number;
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly passes: number;
  readonly indication?: 'acne-scar' | 'striae';
  readonly eyeProtection?: true;
  readonly reason?: string;
}

/** An earlier visit as the case file tells it. */
export interface VisitTold {
  readonly daysAgo: number;
  readonly places: readonly Place[];
  readonly followedUp: boolean;
  readonly redFlag: boolean;
}

/** A person; the dates of the file are made of ages, so that they never grow old. */
export interface PersonDrawn {
  readonly bornYearsAgo: number;
  readonly fitzpatrick: number;
  readonly history: readonly VisitTold[] | 'unknown';
  readonly conditions: readonly string[];
  readonly cleared: readonly string[];
}

/** An earlier treatment that the journal knows, by another pen. */
export interface SpentBefore extends Place {
  readonly daysAgo: number;
  readonly whose: 'this person' | 'somebody else';
  readonly sameCartridge: boolean;
  readonly sizeMm2: number;
  readonly strokes: number;
  readonly needleCount: number;
  readonly contactMs: number;
}

/** What people and machines around the pen do; faults of pen and wire have a list of their own. */
export type Mishap = { readonly at: Moment } & (
  | { readonly kind: 'stop' }
  | { readonly kind: 'console-gone' }
  | { readonly kind: 'power-cut'; readonly restartMs: number }
  | { readonly kind: 'slow-disk'; readonly ms: number }
  | { readonly kind: 'disk-loses-sync'; readonly ms: number }
  | { readonly kind: 'pen-swap'; readonly backMs: number | 'never' }
  | { readonly kind: 'clock-jump'; readonly days: number }
  | { readonly kind: 'pedal-gone'; readonly ms: number }
  | { readonly kind: Attack }
);

/** Anything that goes wrong in a run. */
export type Trouble = Fault | Mishap;

/** One made-up treatment. */
export interface Scenario {
  readonly seed: number;
  readonly model: ModelName;
  readonly calibratedDaysAgo: number;
  readonly chargePercent: number;
  /** Whether the pen is the one that goes deepest of all within its certificate. */
  readonly deepest: boolean;
  readonly clockDriftPpm: number;
  readonly cartridge: {
    readonly name: CartridgeName | 'unlisted';
    readonly expiresInDays: number;
    readonly usedStrokes: number;
  };
  /** Nobody has brought a case file if left out. */
  readonly person?: PersonDrawn;
  readonly site: 'base table' | 'tighter table';
  readonly areas: readonly AreaWish[];
  readonly before: readonly SpentBefore[];
  readonly pedal: boolean;
  readonly hand: HandName;
  readonly line: LineName;
  /** Pen and host share a key, and somebody is on the wire who has none; not, if left out. */
  readonly paired?: true;
  readonly faults: readonly Fault[];
  readonly mishaps: readonly Mishap[];
  readonly longestMs: number;
}

const at = (moment: Trouble['at']): string => {
  switch (moment.kind) {
    case 'ms':
      return `at ${moment.ms} ms`;
    case 'stroke':
      return `at stroke ${moment.stroke}`;
    case 'frame':
      return `at frame ${moment.frame}`;
    case 'byte':
      return `at byte ${moment.byte}`;
  }
};

const details = (trouble: Trouble): string =>
  Object.entries(trouble)
    .filter(([name]) => name !== 'kind' && name !== 'at' && name !== 'bytes')
    .map(([name, value]) => `${name} ${detail(value)}`)
    .join(', ');

const detail = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return JSON.stringify(value).replaceAll('"', '');
};

/** A trouble in words. */
export function troubleWords(trouble: Trouble): string {
  const more = details(trouble);
  return `${trouble.kind} ${at(trouble.at)}${more === '' ? '' : ` (${more})`}`;
}

const areaWords = ({ area, side, sizeMm2, depthUm, rateCentiHz, passes }: AreaWish): string =>
  `${area} ${side}: ${sizeMm2} mm2, ${depthUm} um, ${rateCentiHz / 100} Hz, ${passes} passes`;

function personWords({ person }: Scenario): string {
  if (person === undefined) return 'a person without a case file';
  const { bornYearsAgo, fitzpatrick, history, conditions } = person;
  const visits = history === 'unknown' ? 'history unknown' : `${history.length} visits before`;
  const who = `a person of ${bornYearsAgo}, skin type ${fitzpatrick}`;
  return [who, visits, ...conditions].join(', ');
}

/** A scenario as a few lines that a person can read. */
export function scenarioWords(scenario: Scenario): readonly string[] {
  const { model, cartridge, hand, line, site, pedal, before, deepest, paired } = scenario;
  const drift = scenario.clockDriftPpm === 0 ? '' : `, clock off by ${scenario.clockDriftPpm} ppm`;
  const charge = `charge ${scenario.chargePercent} %`;
  return [
    `${deepest ? 'deepest ' : ''}${model} with ${cartridge.name}, ${charge}${drift}`,
    `${personWords(scenario)}; ${site}`,
    `${hand} hand${pedal ? ' and a pedal' : ''}, ${line}${paired ? ' under a seal' : ''}`,
    ...scenario.areas.map(areaWords),
    ...before.map(
      ({ area, side, daysAgo, strokes, whose }) =>
        `before, ${daysAgo} days ago: ${strokes} strokes on ${area} ${side} of ${whose}`,
    ),
    ...[...scenario.faults, ...scenario.mishaps].map(troubleWords),
  ];
}
