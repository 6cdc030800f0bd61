// The parts that sentences are made of: quantities in the units that people read, areas with their
// sides, rules in words. Inside, everything stays whole numbers in wire units.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { RuleId } from './limit-reason.ts';

/** What a sentence may be about; refusals, notices and open reasons all fit it. */
export interface Subject {
  readonly area?: AreaName;
  readonly side?: Side;
  readonly item?: string;
  readonly asked?: number;
  readonly allowed?: number;
  readonly rule?: RuleId;
}

/** A depth in millimetres, as people write it. */
export const inMm = (depthUm: number): string => `${(depthUm / 1_000).toFixed(2)} mm`;

/** A size in square centimetres, as people write it. */
export const inCm2 = (sizeMm2: number): string => `${(sizeMm2 / 100).toFixed(1)} cm2`;

/** A rate in hertz, as people write it. */
export const inHz = (rateCentiHz: number): string => `${(rateCentiHz / 100).toFixed(1)} Hz`;

/** A duration in minutes, rounded up. */
export const inMinutes = (durationMs: number): string => `${Math.ceil(durationMs / 60_000)} min`;

const spoken = (name: string): string => name.replaceAll('-', ' ');

/** An area with its side, as people say it: `left cheek`, `forehead`. */
export function areaWords(area: AreaName, side: Side): string {
  return side === 'midline' ? spoken(area) : `${side} ${spoken(area)}`;
}

/** What a sentence is about: an area with its side, or the plan. */
export const where = ({ area, side }: Subject): string =>
  area === undefined ? 'the plan' : areaWords(area, side ?? 'midline');
/** The thing that is meant, in words. */
export const item = (subject: Subject): string => spoken(subject.item ?? 'something');
/** The number that was asked. */
export const asked = (subject: Subject): number => subject.asked ?? 0;
/** The number that is allowed. */
export const allowed = (subject: Subject): number => subject.allowed ?? 0;

const RULE_WORDS: Readonly<Record<string, string>> = {
  'first-visit': 'the recommended value, because it is a first visit',
  'calibration-out-of-date': 'the recommended value, because the calibration is out of date',
  'calibration-shaken': 'the recommended value, because the pen stalled or went too deep',
  'calibration-used-up': 'the recommended value, because the calibration is used up',
  'no-recorded-reason': 'the recommended value, because no reason is recorded',
  'table-step': 'the step of the table',
  'mechanical-maximum': 'the mechanical maximum',
  'pen-hardware': 'what the pen can do',
  'evaluated-maximum': 'the depth to which the pen was evaluated',
  'needle-length': 'the length of the needles',
  'calibration-uncertainty': 'what the pen may be wrong by',
  'pen-step': 'the step of the pen',
  zone: 'the bounds of this kind of skin',
  'per-pass': 'what one pass may lay',
  density: 'the density of the area',
  'spot-density': 'half the density on one spot',
  'stationary-contact': 'dwell, because the pen does not sense motion',
  'grant-maximum': 'what one grant may give',
  'pen-credit': 'what the pen accepts in one grant',
  plan: 'the plan',
  'modifier:darker-skin': 'the reduction for darker skin or pigment',
  'modifier:fragile-skin': 'the reduction for older or fragile skin',
  'modifier:early-interval': 'the reduction for coming back early',
};

/** A rule in words. */
export function ruleWords(rule: RuleId): string {
  const known = RULE_WORDS[rule];
  if (known !== undefined) return known;
  const [kind, row] = rule.split(':');
  return kind === 'site-row' ? `row ${row} of the site's table` : `row ${row} of the table`;
}

/** The binding rule in brackets, where one is known. */
export const because = ({ rule }: Subject): string =>
  rule === undefined ? '' : ` (${ruleWords(rule)})`;
