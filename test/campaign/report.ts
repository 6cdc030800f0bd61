/**
 * How a campaign is told: tables in plain columns, a failure with the one command that plays it
 * again and the smallest scenario in which it still happens.
 */
import { LIMITS, shareOf } from '../world/checkers/measure.ts';
import { CHECKER_NAMES } from '../world/checkers/all.ts';
import { BOUND_NAMES } from './bounds.ts';
import { TROUBLE_KINDS } from './draw-troubles.ts';
import { OUTCOMES } from './run.ts';
import { scenarioWords } from './scenario.ts';
import type { Shrunk } from './shrink.ts';
import { effectsDemanded, type Failure, LIMIT_NAMES, nearPercent, type Tally } from './tally.ts';

/** Rows of cells as lines of aligned columns; numbers stand to the right. */
export function columns(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const width = (at: number): number =>
    Math.max(...rows.map((row) => String(row[at] ?? '').length));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        typeof cell === 'number' || /^[\d.,]+ ?[%x]?$/.test(cell)
          ? String(cell).padStart(width(at))
          : cell.padEnd(width(at)),
      )
      .join('  ')
      .trimEnd(),
  );
}

const short = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(1);

/** The faults, three to a line: drawn, and how often each made a difference. */
export function troubleLines({ troubles }: Tally): readonly string[] {
  const cells = TROUBLE_KINDS.map((kind) => [kind, troubles[kind].drawn, troubles[kind].took]);
  const perLine = 3;
  const lines = Math.ceil(cells.length / perLine);
  const head = ['trouble', 'drawn', 'took'];
  const body = Array.from({ length: lines }, (_, line) =>
    Array.from({ length: perLine }, (__, at) => cells[line + at * lines] ?? ['', '', '']).flat(),
  );
  return columns([[...head, ...head, ...head], ...body]);
}

/** The margins: how near the nearest run came to each limit, and how many came near. */
export function marginLines({ nearest, nearBy }: Tally): readonly string[] {
  const rows = LIMIT_NAMES.flatMap((limit) => {
    const found = nearest[limit];
    if (found === undefined) return [];
    const { margin, seed, length } = found;
    const share = `${(100 * shareOf(margin)).toFixed(1)} %`;
    const of = `${short(margin.used)} of ${short(margin.allowed)}`;
    const name = length === 'full' ? `${seed}:full` : String(seed);
    return [[LIMITS[limit], share, of, name, nearBy[limit] ?? 0]];
  });
  return columns([['nearest of all runs', 'share', 'used', 'seed', 'near runs'], ...rows]);
}

/** Who judged, and how many runs each complained about. */
export function judgeLines({ complaintsBy }: Tally): readonly string[] {
  const names = [...CHECKER_NAMES, ...BOUND_NAMES, 'seal'];
  const silent = names.filter((name) => !complaintsBy.has(name));
  const loud = [...complaintsBy].map(([name, runs]) => `${name}: complained about ${runs} runs`);
  return [`${silent.length} judges had nothing to say: ${silent.join(', ')}`, ...loud];
}

/** How the runs ended. */
export const outcomeLine = ({ outcomes }: Tally): string =>
  OUTCOMES.map((name) => `${name} ${outcomes[name]}`).join(', ');

/** The whole report of a campaign. */
export function reportLines(tally: Tally, wallMs: number, jobs: number): readonly string[] {
  const simulatedS = tally.simulatedMs / 1_000;
  const perS = simulatedS / (wallMs / 1_000);
  const near = nearPercent(tally).toFixed(1);
  return [
    '',
    'What went wrong',
    ...troubleLines(tally),
    `Every kind is asked to take effect ${effectsDemanded(tally.runs)} times.`,
    '',
    'How near it came',
    ...marginLines(tally),
    `${near} % of runs came within 5 % of a limit of their plan.`,
    '',
    'How it ended',
    `${tally.runs} treatments, ${tally.strokes} strokes: ${outcomeLine(tally)}`,
    `${simulatedS.toFixed(0)} simulated s in ${(wallMs / 1_000).toFixed(1)} s: `
      + `${perS.toFixed(0)} simulated s per s in ${jobs} processes`,
    ...judgeLines(tally),
  ];
}

/** The command that plays a failure again. */
export const replayCommand = ({ seed, length }: Failure): string =>
  `npm run campaign -- --replay ${seed}${length === 'full' ? ':full' : ''}`;

/** A failure with its command. */
export const failureLines = (failure: Failure): readonly string[] => [
  `FAILED seed ${failure.seed} (${failure.length})`,
  ...failure.complaints.slice(0, 6).map((complaint) => `  ${complaint.split('\n')[0] ?? ''}`),
  `  again: ${replayCommand(failure)}`,
];

/** The smallest form of a failure, in words and as JSON. */
export const shrunkLines = ({ scenario, run, tried }: Shrunk): readonly string[] => [
  `  smallest form, after ${tried} tries:`,
  ...scenarioWords(scenario).map((line) => `    ${line}`),
  ...run.complaints.slice(0, 3).map((complaint) => `    -> ${complaint}`),
  `  as JSON, for --scenario: ${JSON.stringify(scenario)}`,
];
