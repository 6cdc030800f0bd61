// A treatment as it is looked at: the area in turn with what is left of it, depth as one picture,
// density beside the figure of the literature, and how old all of it is. Numbers stay in the units
// of the wire; what is not known is undefined and is shown as not known, never as nought.

import type { AdmittedView } from '../../../host/core/admitted-view.ts';
import type { RuleId } from '../../../host/core/limit-reason.ts';
import type { AreaSnapshot, Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import { type Freshness, freshnessOf } from './age-view.ts';
import { areaInTurn, isSamePlace } from './place.ts';

/** The figure that guides quote as a target; a trade article, and older than motors (grade C). */
export const LITERATURE_PER_CM2 = { from: 250, to: 300 } as const;

/** Commanded, measured and cap on one scale. */
export interface DepthView {
  readonly commandedUm: number;
  /** Undefined while nothing strokes, or where the pen does not measure it. */
  readonly measuredUm: number | undefined;
  readonly why: 'measured' | 'standing' | 'not-sensed' | 'not-armed';
  readonly capUm: number | undefined;
  readonly capRule: RuleId | undefined;
  /** The bottom of the picture. */
  readonly scaleUm: number;
}

/** What was laid so far, and the most that the plan may lay, as means over the declared area. */
export interface DensityView {
  readonly perCm2: number;
  readonly mostPerCm2: number | undefined;
  /** Right end of the scale. */
  readonly scalePerCm2: number;
}

/** The area in turn. */
export interface TurnView {
  readonly area: AreaSnapshot;
  readonly isActive: boolean;
  readonly depth: DepthView;
  readonly density: DensityView;
  readonly strokesLeft: number;
  readonly passesLeft: number;
  /** 0 to 1 of the present pass. */
  readonly passShare: number;
}

/** The whole. */
export interface TreatView {
  readonly turn: TurnView | undefined;
  readonly turnIndex: number | undefined;
  readonly freshness: Freshness;
  readonly ageMs: number;
  readonly needleOnMs: number;
  readonly doneAreas: number;
  readonly areas: number;
}

/** Looks at a treatment; `heardAgoMs` is how long ago the window was told. */
export function treatView(state: DeskState, snapshot: Snapshot, heardAgoMs: number): TreatView {
  const turnIndex = areaInTurn(state, snapshot);
  const area = turnIndex === undefined ? undefined : snapshot.areas[turnIndex];
  const ageMs = (snapshot.pen?.ageMs ?? 0) + heardAgoMs;
  return {
    turn: area === undefined ? undefined : turnView(state, snapshot, area),
    turnIndex,
    freshness: snapshot.pen === undefined ? 'stale' : freshnessOf(ageMs),
    ageMs,
    needleOnMs: snapshot.needleOnMs,
    doneAreas: snapshot.areas.filter((one) => one.state === 'done').length,
    areas: snapshot.areas.length,
  };
}

function turnView(state: DeskState, snapshot: Snapshot, area: AreaSnapshot): TurnView {
  const admitted = admittedOf(state, area);
  const isActive = area.state === 'active';
  return {
    area,
    isActive,
    depth: depthView(snapshot, area, admitted),
    density: densityView(area, admitted),
    strokesLeft: area.state === 'done' ? 0 : Math.max(0, area.strokesPerPass - area.passStrokes),
    passesLeft: Math.max(0, area.passes - area.passesDone),
    passShare: area.strokesPerPass === 0 ? 0 : Math.min(1, area.passStrokes / area.strokesPerPass),
  };
}

const admittedOf = ({ treatment }: DeskState, area: AreaSnapshot): AdmittedView | undefined =>
  treatment.kind === 'running'
    ? treatment.admitted.areas.find((one) => isSamePlace(one, area))
    : undefined;

const SCALE_UM_LEAST = 300;

function depthView(
  { pen, shaken }: Snapshot,
  area: AreaSnapshot,
  admitted: AdmittedView | undefined,
): DepthView {
  const isActive = area.state === 'active';
  const measuredUm = isActive ? pen?.depthUm : undefined;
  const capUm = shaken === undefined ? admitted?.capUm : admitted?.shakenCapUm;
  const most = Math.max(area.depthUm, capUm ?? 0, measuredUm ?? 0);
  return {
    commandedUm: area.depthUm,
    measuredUm,
    why: whyOf(isActive, measuredUm, pen?.rateCentiHz ?? 0),
    capUm,
    capRule: shaken === undefined ? admitted?.capRule : 'calibration-shaken',
    scaleUm: Math.max(SCALE_UM_LEAST, Math.ceil((most * 1.3) / 100) * 100),
  };
}

function whyOf(
  isActive: boolean,
  measuredUm: number | undefined,
  rateCentiHz: number,
): DepthView['why'] {
  if (!isActive) return 'not-armed';
  if (measuredUm !== undefined) return 'measured';
  return rateCentiHz === 0 ? 'standing' : 'not-sensed';
}

function densityView(area: AreaSnapshot, admitted: AdmittedView | undefined): DensityView {
  const mostPerCm2 = admitted?.densityPerCm2;
  const right = Math.max(mostPerCm2 ?? 0, area.puncturesPerCm2, LITERATURE_PER_CM2.to * 1.2);
  return { perCm2: area.puncturesPerCm2, mostPerCm2, scalePerCm2: right };
}

/** How much of what an area may have it has had, 0 to 1: the tone in which it is painted. */
export function doseShare(area: AreaSnapshot): number {
  const whole = area.passes * area.strokesPerPass;
  return whole === 0 ? 0 : Math.min(1, area.strokes / whole);
}
