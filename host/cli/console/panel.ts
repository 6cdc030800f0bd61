// The picture of a treatment: a few lines made of the console's state and the width of the window,
// and of nothing else. It is redrawn in place, so each fact has its place and stays there.

import { areaWords } from '../../core/word-parts.ts';
import type { AreaSnapshot, PenSnapshot } from '../../core/snapshot.ts';
import { alarmWords } from '../../core/control-words.ts';
import { activeLines } from './active-lines.ts';
import { bar } from './bar.ts';
import { hintLines } from './hint-lines.ts';
import { fit, type Line, type Span, span, wrap } from './span.ts';
import { areaInTurn, type ConsoleState } from './step.ts';

/** How large a picture may be. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
}

const NARROW = 64;
const BAR_CELLS_MAX = 30;
/** Columns of an area's line that are not its name and not its bar. */
const REST_COLUMNS = 34;

/** Draws the treatment. */
export function panel(state: ConsoleState, { columns, rows }: Window): readonly Line[] {
  const { snapshot } = state;
  const body: readonly Line[] = snapshot === undefined ? waitingLines(state) : [
    headLine(state),
    penLine(snapshot.pen),
    [],
    ...areaLines(state, columns),
    [],
    ...activeLines(state, columns < NARROW),
    ...alarmLines(state),
    ...hintLines(state).flatMap((line) => wrap(line, columns, 0)),
  ];
  return body.map((line) => fit(line, columns)).slice(0, Math.max(1, rows - 1));
}

const waitingLines = ({ waiting }: ConsoleState): readonly Line[] => [
  [span(waiting ?? 'Waiting for the pen to answer ...', 'faint')],
  [span('q or Ctrl-C leaves', 'faint')],
];

const headLine = ({ admitted, snapshot }: ConsoleState): Line => [
  span('Corium', 'strong'),
  span(`  plan ${admitted?.planId ?? '?'}, person ${admitted?.person ?? '?'}`),
  span(`  treatment ${snapshot?.treatmentId ?? '?'}`, 'faint'),
];

function penLine(pen: PenSnapshot | undefined): Line {
  if (pen === undefined) return [span('no pen', 'medium')];
  const battery = pen.batteryPercent === undefined ? '' : `, battery ${pen.batteryPercent} %`;
  const answers = pen.roundTripMs === undefined ? '' : `, answers in ${pen.roundTripMs} ms`;
  const { model, serial, calibrationClass } = pen;
  return [span(`Pen ${serial} (${model}, class ${calibrationClass})${battery}${answers}`, 'faint')];
}

function areaLines(state: ConsoleState, columns: number): readonly Line[] {
  const areas = state.snapshot?.areas ?? [];
  const names = areas.map(({ area, side }) => areaWords(area, side));
  const nameColumns = Math.max(0, ...names.map((name) => name.length));
  const cells = Math.min(BAR_CELLS_MAX, columns - nameColumns - REST_COLUMNS);
  const turn = state.snapshot?.active ?? areaInTurn(state);
  return areas.map((area, index) => {
    const name = (names[index] ?? '').padEnd(nameColumns);
    return areaLine(area, name, cells, index === turn);
  });
}

function areaLine(area: AreaSnapshot, name: string, cells: number, inTurn: boolean): Line {
  const { state, passes, passesDone, strokesPerPass } = area;
  const whole = passes * strokesPerPass;
  const part = state === 'done' ? whole : Math.min(whole - 1, doneStrokes(area));
  const tone = state === 'done' ? 'good' : state === 'active' ? 'strong' : 'plain';
  const pass = `pass ${Math.min(passes, passesDone + 1)} of ${passes}`.padEnd(12);
  return [
    span(inTurn ? '> ' : '  ', 'strong'),
    span(`${name}  `, tone),
    ...(cells < 4 ? [] : [span(`${bar(part, whole, cells)}  `, tone)]),
    span(pass, 'plain'),
    markOf(area),
  ];
}

/** Strokes as parts of the bar: whole passes that are done, and the present one. */
const doneStrokes = ({ passesDone, strokesPerPass, passStrokes }: AreaSnapshot): number =>
  passesDone * strokesPerPass + Math.min(strokesPerPass, passStrokes);

function markOf({ state, eye, passStrokes, strokesPerPass }: AreaSnapshot): Span {
  if (state === 'done') return span('done', 'good');
  const strokes = `${passStrokes}/${strokesPerPass}`;
  return eye ? span(`${strokes} eye`, 'medium') : span(strokes);
}

const MARKS = { high: '!!!', medium: '!! ', low: '!  ' } as const;

function alarmLines({ snapshot }: ConsoleState): readonly Line[] {
  const alarms = snapshot?.alarms ?? [];
  const order = { high: 0, medium: 1, low: 2 } as const;
  const sorted = [...alarms].sort((a, b) => order[a.priority] - order[b.priority]);
  const lines = sorted.map(({ alarm, priority }): Line => [
    span(`${MARKS[priority]} ${alarmWords(alarm)} (${priority})`, priority),
  ]);
  return lines.length === 0 ? [] : [...lines, []];
}
