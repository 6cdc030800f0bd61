// What the figure is given: every place that is planned or can be, each with its state and its
// tone, and the view on which a place is seen best.

import { AREAS, type AreaName, type Side } from '../../../protocol/area.ts';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { DeskState } from '../../contract/desk-state.ts';
import type { FigureArea, FigureView } from '../figure/figure-data.ts';
import { isSamePlace, type Place } from './place.ts';
import { doseShare } from './treat-view.ts';

/** The views, in the order in which they are offered. */
export const FIGURE_VIEWS: readonly FigureView[] = [
  'face-front', 'face-left', 'face-right', 'body-front', 'body-back',
];

const BACK: readonly AreaName[] = ['back', 'buttock'];
const BODY_FRONT: readonly AreaName[] = ['decolletage'];

/** The view on which a place is seen. */
export function viewOf({ area }: { readonly area: AreaName; readonly side?: Side }): FigureView {
  if (BACK.includes(area)) return 'body-back';
  if (AREAS[area].zone === 'body' || area === 'hand' || area === 'knee') return 'body-front';
  return BODY_FRONT.includes(area) ? 'body-front' : 'face-front';
}

/** The views on which any of some places is seen. */
export function viewsFor(places: readonly Place[]): readonly FigureView[] {
  const best = new Set(places.map(viewOf));
  const isFace = (view: FigureView): boolean => view.startsWith('face');
  return FIGURE_VIEWS.filter((view) => best.has(isFace(view) ? 'face-front' : view));
}

/** The figure of the plan: what is asked, what may be, and what is barred. */
export const planFigure = (
  { plan }: DeskState,
  selected: Place | undefined,
): readonly FigureArea[] =>
  plan.offers.map(({ area, side, planned, against }) => ({
    area,
    side,
    tone: 0,
    state: planned ? 'planned' : against.length > 0 ? 'blocked' : 'free',
    selected: selected !== undefined && isSamePlace(selected, { area, side }),
  }));

/** The figure of a treatment, painted with what was delivered. */
export const treatFigure = (
  { areas }: Snapshot,
  turn: number | undefined,
): readonly FigureArea[] =>
  areas.map((one, index) => ({
    area: one.area,
    side: one.side,
    // In hundredths: a finer step is seen by nobody, and has the region drawn anew.
    tone: Math.round(doseShare(one) * 100) / 100,
    state: one.state === 'open' ? 'planned' : one.state,
    selected: index === turn,
  }));
