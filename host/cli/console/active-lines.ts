// What is known of the area that is armed, or of the one that is armed next: what was commanded
// beside what was measured, what is left, and the cap with the rule that binds it. What is not
// sensed says so instead of showing a nought.

import type { AdmittedView } from '../../core/admitted-view.ts';
import type { AreaSnapshot, PenSnapshot, Snapshot } from '../../core/snapshot.ts';
import { areaWords, inCm2, inHz, inMm, ruleWords } from '../../core/word-parts.ts';
import { type Line, type Span, span, type Tone } from './span.ts';
import { areaInTurn, type ConsoleState } from './step.ts';

const LABEL_COLUMNS = 10;
const NOT_SENSED = 'not sensed';

const row = (label: string, text: string, tone: Tone = 'plain'): Line => [
  span(`  ${label.padEnd(LABEL_COLUMNS)}`, 'faint'),
  span(text, tone),
];

/** The lines about the area that is armed or comes next. */
export function activeLines(state: ConsoleState, narrow: boolean): readonly Line[] {
  const { snapshot, admitted } = state;
  const index = snapshot?.active ?? areaInTurn(state);
  const area = index === undefined ? undefined : snapshot?.areas[index];
  if (snapshot === undefined || area === undefined) return [];
  const view = admitted?.areas.find(
    (one) => one.area === area.area && one.side === area.side,
  );
  const pen = area.state === 'active' ? snapshot.pen : undefined;
  return [
    [
      span(areaWords(area.area, area.side), 'strong'),
      span(`  ${headOf(area, snapshot.phase)}`),
      needlesOf(snapshot.pen),
    ],
    row('depth', depthText(area, capOf(view, snapshot, narrow), pen)),
    row('rate', rateText(area, pen)),
    row('strokes', strokesText(area)),
    row('density', densityText(area, view, narrow)),
    row('contact', contactText(area, snapshot.needleOnMs)),
    row('hand', handText(pen)),
    [],
  ];
}

function headOf({ state, stamp }: AreaSnapshot, phase: string): string {
  if (state !== 'active') return 'comes next';
  return stamp ? `${phase}, spot by spot` : phase;
}

function needlesOf(pen: PenSnapshot | undefined): Span {
  if (pen === undefined) return span('');
  return pen.retracted ? span('  needles withdrawn', 'faint') : span('  needles out', 'strong');
}

const inSeconds = (durationMs: number): string => `${(durationMs / 1_000).toFixed(1)} s`;

const contactText = ({ contactMs }: AreaSnapshot, needleOnMs: number): string =>
  `${inSeconds(contactMs)} on this area, ${inSeconds(needleOnMs)} in the whole treatment`;

/** The cap and the rule that draws it; a pen that was shaken has another. */
function capOf(
  view: AdmittedView | undefined,
  { shaken }: Snapshot,
  narrow: boolean,
): string {
  const capUm = shaken === undefined ? view?.capUm : view?.shakenCapUm;
  if (view === undefined || capUm === undefined) return '';
  const rule = shaken === undefined ? view.capRule : 'calibration-shaken';
  return `, cap ${inMm(capUm)}${narrow ? '' : `: ${ruleWords(rule)}`}`;
}

function depthText(
  { depthUm }: AreaSnapshot,
  cap: string,
  pen: PenSnapshot | undefined,
): string {
  const measured = pen === undefined ? '' : `, ${measuredDepth(pen)}`;
  return `set ${inMm(depthUm)}${measured}${cap}`;
}

function measuredDepth({ depthUm, rateCentiHz }: PenSnapshot): string {
  if (depthUm !== undefined) return `measured ${inMm(depthUm)}`;
  return rateCentiHz === 0 ? 'standing' : NOT_SENSED;
}

function rateText({ rateCentiHz }: AreaSnapshot, pen: PenSnapshot | undefined): string {
  const set = `set ${inHz(rateCentiHz)}`;
  if (pen === undefined) return set;
  return `${set}, ${pen.rateCentiHz === 0 ? 'standing' : `measured ${inHz(pen.rateCentiHz)}`}`;
}

function strokesText({ passStrokes, strokesPerPass, passes, passesDone }: AreaSnapshot): string {
  const left = Math.max(0, strokesPerPass - passStrokes);
  const more = Math.max(0, passes - passesDone - 1);
  const passesMore = more === 1 ? '1 more pass' : `${more} more passes`;
  const after = more === 0 ? 'the last pass' : `then ${passesMore}`;
  return `${passStrokes} of ${strokesPerPass} in this pass, ${left} left; ${after}`;
}

function densityText(
  { puncturesPerCm2, sizeMm2 }: AreaSnapshot,
  view: AdmittedView | undefined,
  narrow: boolean,
): string {
  const most = view === undefined ? '' : ` of ${view.densityPerCm2}`;
  if (narrow) return `${puncturesPerCm2}${most} /cm2, mean over the area`;
  return `${puncturesPerCm2}${most} punctures/cm2, mean over the declared area of ` +
    inCm2(sizeMm2);
}

function handText(pen: PenSnapshot | undefined): string {
  if (pen === undefined) return 'at rest';
  const { trigger, contact, forceMn, tiltDeg, glideMmS } = pen;
  const parts = [
    trigger ? 'trigger held' : 'trigger released',
    contact === undefined ? `contact ${NOT_SENSED}` : contact ? 'on the skin' : 'off the skin',
    ...(forceMn === undefined ? [] : [`${(forceMn / 1_000).toFixed(2)} N`]),
    ...(tiltDeg === undefined ? [] : [`tilt ${tiltDeg} deg`]),
    ...(glideMmS === undefined ? [] : [`glide ${glideMmS} mm/s`]),
  ];
  return parts.join(', ');
}
