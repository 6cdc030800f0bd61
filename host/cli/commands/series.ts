// What is due and what is not yet allowed, area by area, with reasons; and a series laid out on the
// calendar. It looks at the case file and, where one is named, at the journal; it books nothing.

import { planSeriesAct } from '../../care/acts/series.ts';
import { chartCaseFile, readChartGround } from '../../care/chart-ground.ts';
import { wrapped } from '../../care/sheet-text.ts';
import { plainDate } from '../../core/care/aftercare/plain-date.ts';
import { type Modality, modalityLabel } from '../../core/care/modality/modality.ts';
import { expectedOf, OVERALL } from '../../core/care/series/expected.ts';
import { nextVisit, type NextVisit, type SeriesFacts } from '../../core/care/series/next-visit.ts';
import { tooMuch } from '../../core/care/series/over-treatment.ts';
import { planSeries, type Series } from '../../core/care/series/plan-series.ts';
import { scheduleOf } from '../../core/care/series/schedule.ts';
import { dated, VISIBLE_STAGES } from '../../core/care/series/timeline.ts';
import { seriesSentence, tooMuchSentence } from '../../core/care/series/words.ts';
import { gradeWords } from '../../core/care/sources.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import { visitSentence } from '../../core/care/visit/visit-words.ts';
import type { CaseFile } from '../../core/case-file.ts';
import { type Day, formatDay } from '../../core/day.ts';
import type { Skin } from '../../core/plan.ts';
import { areaWords } from '../../core/word-parts.ts';
import { refusalSentence } from '../../core/words.ts';
import { readCaseFile } from '../../doors/case-file.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { nodeWorld } from '../../journal/index.ts';
import { readProfileInForce } from '../../profile/in-force.ts';
import { profileSentence } from '../../profile/profile-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { HOST_VERSION } from '../../version.ts';
import { spentOf } from '../chart-spent.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { skinsOf } from '../skins-typed.ts';
import { acting, actRefused } from '../visit-ground.ts';

/** What a series is asked with. */
export interface SeriesCommandAsked {
  readonly casePath: string | undefined;
  /** The person whose chart is read where no case file is named. */
  readonly person?: string | undefined;
  readonly dataDir: string | undefined;
  /** Areas as they are typed: `forehead`, `cheek`, `cheek:left`. */
  readonly areas: readonly string[];
  readonly visits: number | undefined;
  readonly everyDays: number | undefined;
  readonly modality: Modality;
  readonly today: Day;
}

/** How one is written into the chart. */
export interface PlannedAsked extends SeriesCommandAsked {
  readonly plan: boolean;
  readonly goal: string | undefined;
  readonly by: string;
}

/** Lays one out and, where that is asked for, writes it into the chart. */
export async function plannedSeries(asked: PlannedAsked): Promise<Outcome> {
  const shown = seriesCommand(asked);
  const { plan, person, dataDir, goal, by, today, modality, visits, everyDays } = asked;
  if (!plan || shown.code !== EXIT.done) return shown;
  if (person === undefined || dataDir === undefined) {
    return failed(EXIT.usage, ['A series is planned in a chart: name it with --person and '
      + '--data.']);
  }
  const [skins, facts] = [skinsOf(asked.areas), factsOf(asked)];
  if (!skins.ok) return failed(EXIT.refused, skins.error);
  if (!facts.ok) return facts.error;
  return acting({ dataDir, person, by, today }, async (ground) => {
    const planned = await planSeriesAct(ground, {
      facts: facts.value, skins: skins.value, visits, everyDays, modality, goal,
    });
    if (!planned.ok) return actRefused(planned.error);
    const { seriesId } = planned.value;
    const line = `The series ${seriesId} stands in the chart; "corium visit open ${person} `
      + `--series ${seriesId}" opens a visit of it. A date permits nothing: every day is judged `
      + 'anew.';
    return done([...shown.lines, line], { ok: true, seriesId });
  });
}

/** Lays one out. */
export function seriesCommand(asked: SeriesCommandAsked): Outcome {
  const skins = skinsOf(asked.areas);
  if (!skins.ok) return failed(EXIT.refused, skins.error);
  const facts = factsOf(asked);
  if (!facts.ok) return facts.error;
  const nexts = skins.value.map((skin) => ({ skin, next: nextVisit(facts.value, skin) }));
  const { visits, everyDays, modality } = asked;
  const series = planSeries(facts.value, { skins: skins.value, visits, everyDays });
  const lines = [
    ...(modality === 'automated' ? [] : [modalityLabel(modality), '']),
    ...nexts.flatMap(({ skin, next }) => areaLines(skin, next, modality)),
    ...(series.ok ? seriesLines(facts.value, series.value) : []),
  ];
  const document = {
    ok: series.ok,
    areas: nexts.map(({ skin, next }) => ({
      ...skin, ...nextDocument(next), expected: expectedOf(skin.area, modality),
    })),
    series: series.ok ? seriesDocument(series.value) : null,
  };
  if (series.ok) return done(lines, document);
  return failed(EXIT.refused, [seriesSentence(series.error)], { lines, document });
}

function factsOf(asked: SeriesCommandAsked): Result<SeriesFacts, Outcome> {
  const { today, dataDir } = asked;
  const profile = readProfileInForce(today, dataDir ?? '');
  if (!profile.ok) return refuse(failed(EXIT.refused, profile.error.map(profileSentence)));
  const caseFile = caseFileFor(asked);
  if (!caseFile.ok) return caseFile;
  const { person } = caseFile.value;
  const spent = spentOf(dataDir, person, today);
  if (!spent.ok) return spent;
  const { profile: limits } = profile.value;
  return ok({ today, profile: limits, caseFile: caseFile.value, person, spent: spent.value });
}

function caseFileFor(
  { casePath, person, dataDir, today }: SeriesCommandAsked,
): Result<CaseFile, Outcome> {
  if (casePath !== undefined) {
    const read = readCaseFile(casePath);
    return read.ok
      ? ok(read.value.caseFile)
      : refuse(failed(EXIT.refused, read.error.map(doorSentence)));
  }
  if (person === undefined || dataDir === undefined) {
    return refuse(failed(EXIT.usage, ['Name a case file with --case, or a chart with --person and '
      + '--data.']));
  }
  const read = readChartGround(dataDir, nodeWorld(HOST_VERSION));
  if (!read.ok) return refuse(failed(EXIT.journal, [read.error]));
  const { value: ground } = read;
  const visitId = ground && visitToday(ground.facts, person, today)?.visitId;
  const caseFile = ground && chartCaseFile(ground, person, visitId, today);
  return caseFile === undefined
    ? refuse(failed(EXIT.refused, [visitSentence({ code: 'no-chart' }, person)]))
    : ok(caseFile);
}

function areaLines({ area, side }: Skin, next: NextVisit, modality: Modality): readonly string[] {
  const because = next.because.flatMap((refusal) =>
    wrapped(`    ${refusalSentence(refusal)}`, 4));
  const told = expectedOf(area, modality).flatMap(({ says, ground }) =>
    wrapped(`    ${says} (${ground.grade}, ${gradeWords(ground.grade)})`, 4));
  const head = areaWords(area, side);
  if (next.kind === 'closed') return [`${head}: closed`, ...because, ...told, ''];
  const { earliest, recommended, cautiousThrough } = next;
  const first = next.isFirstVisit ? '; a first visit' : '';
  const cautious = cautiousThrough === undefined
    ? []
    : [`    Through ${plainDate(cautiousThrough)} it would be early, and may be reduced.`];
  return [
    `${head}: from ${plainDate(earliest)}, better ${plainDate(recommended)}${first}`,
    ...because, ...cautious, `    ${scheduleOf(area).why}`, ...told, '',
  ];
}

function seriesLines(facts: SeriesFacts, series: Series): readonly string[] {
  const { visits, everyDays, maintenance } = series;
  const start = visits[0]?.on ?? facts.today;
  return [
    `A series of ${visits.length} visits, ${everyDays} days apart:`,
    ...visits.map(({ number, on }) => `  ${number}. ${plainDate(on)}`),
    `One visit to refresh: ${plainDate(maintenance.from)} to ${plainDate(maintenance.until)}`,
    ...tooMuch(facts, series, []).flatMap((warning) => wrapped(tooMuchSentence(warning), 2)),
    '',
    'What may be seen, and when:',
    ...dated(VISIBLE_STAGES, start).flatMap(({ from, name, what }) =>
      wrapped(`  from ${plainDate(from).padEnd(16)} ${name}: ${what}`, 24)),
    ...OVERALL.map(({ says, ground }) =>
      `  ${says} (${ground.grade}, ${gradeWords(ground.grade)})`),
  ];
}

const nextDocument = (next: NextVisit): object => (next.kind === 'closed' ? next : {
  ...next,
  earliest: formatDay(next.earliest),
  recommended: formatDay(next.recommended),
  cautiousThrough: next.cautiousThrough === undefined ? null : formatDay(next.cautiousThrough),
});

const seriesDocument = ({ visits, everyDays, maintenance }: Series): object => ({
  everyDays,
  visits: visits.map(({ number, on }) => ({ number, on: formatDay(on) })),
  maintenance: { from: formatDay(maintenance.from), until: formatDay(maintenance.until) },
});
