// What a visit looks like now: every open reason with its next step, what is due and what is not
// yet allowed on each area, and whether it is on-label. It writes nothing and permits nothing.

import {
  chartCaseFile, type ChartGround, needledAt, readChartGround, treatedAt,
} from '../../care/chart-ground.ts';
import { wrapped } from '../../care/sheet-text.ts';
import { plainDate } from '../../core/care/aftercare/plain-date.ts';
import { nextVisit, type SeriesFacts } from '../../core/care/series/next-visit.ts';
import type { Purpose } from '../../core/care/visit/clearances.ts';
import { judgeLabel, labelSentence } from '../../core/care/visit/on-label.ts';
import { visitStanding, visitToday } from '../../core/care/visit/visit-standing.ts';
import { visitSentence } from '../../core/care/visit/visit-words.ts';
import { aliasesOf } from '../../core/chart/chart-facts.ts';
import { ageYears } from '../../core/day.ts';
import { personRefusals } from '../../core/person-rules.ts';
import type { Skin } from '../../core/plan.ts';
import { areaWords } from '../../core/word-parts.ts';
import { refusalSentence } from '../../core/words.ts';
import { nodeWorld } from '../../journal/index.ts';
import { readProfileInForce } from '../../profile/in-force.ts';
import { profileSentence } from '../../profile/profile-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { HOST_VERSION } from '../../version.ts';
import { spentOf } from '../chart-spent.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { skinsOf } from '../skins-typed.ts';
import type { VisitGiven } from '../visit-ground.ts';

/** What is asked of it. */
export interface ShowAsked extends Omit<VisitGiven, 'by'> {
  /** Areas as they are typed; none means those of the series and of earlier visits. */
  readonly areas: readonly string[];
  readonly device: string | undefined;
  readonly purpose: Purpose | undefined;
}

/** Shows the visit of today. */
export function showVisit(asked: ShowAsked): Outcome {
  const { dataDir, person, today } = asked;
  const world = nodeWorld(HOST_VERSION);
  const read = readChartGround(dataDir, world);
  if (!read.ok) return failed(EXIT.journal, [read.error]);
  const ground = read.value;
  if (ground?.facts.people.has(person) !== true) {
    return failed(EXIT.refused, [visitSentence({ code: 'no-chart' }, person)]);
  }
  const skins = skinsFor(asked, ground);
  if (!skins.ok) return failed(EXIT.usage, skins.error);
  const facts = seriesFacts(asked, ground);
  if (!facts.ok) return facts.error;
  const open = visitToday(ground.facts, person, today);
  const { visit, against } = visitStanding({
    facts: ground.facts, person, today, at: world.nowIso(), skins: skins.value,
    needled: open !== undefined && needledAt(ground, open).length > 0,
  });
  const isScreened = visit !== undefined && !against.some(({ code }) => code === 'not-screened');
  const { profile, caseFile } = facts.value;
  const refusals = isScreened ? personRefusals(person, caseFile, profile, today) : [];
  const reasons = [
    ...against.map((reason) => visitSentence(reason, person)), ...refusals.map(refusalSentence),
  ];
  const locks = new Set(against.flatMap((reason) =>
    (reason.code === 'area-locked' ? [`${reason.area}/${reason.side}`] : [])));
  const areas = skins.value.map((skin) =>
    areaOf(facts.value, asked, skin, locks.has(`${skin.area}/${skin.side}`)));
  const lines = [
    visit === undefined ? `${person}: no visit is open today.`
      : `${person}, visit ${visit.visitId}, since ${visit.opened.at.slice(11, 16)} UTC`,
    reasons.length === 0 ? 'Nothing is open.' : `Open (${reasons.length}):`,
    ...reasons.flatMap((sentence) => wrapped(`  - ${sentence}`, 4)),
    ...areas.flatMap(({ lines: of }) => of),
    ...(areas.length === 0 ? ['No area is named; name one with --area.'] : []),
  ];
  return done(lines, {
    ok: true, person, visitId: visit?.visitId ?? null, isReady: reasons.length === 0, reasons,
    codes: [...against, ...refusals].map(({ code }) => code),
    areas: areas.map(({ skin, isDue, label }) => ({ ...skin, isDue, label })),
  });
}

/** Areas that were typed, or those of the series and of earlier visits. */
function skinsFor(
  { areas, person }: ShowAsked,
  ground: ChartGround,
): Result<readonly Skin[], readonly string[]> {
  if (areas.length > 0) return skinsOf(areas);
  const keys = new Set(aliasesOf(ground.facts, person));
  const planned = [...ground.facts.series.values()]
    .filter((series) => keys.has(series.planned.person))
    .flatMap((series) => series.planned.areas);
  const treated = [...ground.facts.visits.values()]
    .filter((visit) => keys.has(visit.person)).flatMap((visit) => treatedAt(ground, visit));
  const all = [...planned, ...treated];
  return ok([...new Map(all.map((skin) => [`${skin.area}/${skin.side}`, skin])).values()]);
}

function seriesFacts(
  { dataDir, person, today }: ShowAsked,
  ground: ChartGround,
): Result<SeriesFacts, Outcome> {
  const profile = readProfileInForce(today, dataDir);
  if (!profile.ok) return refuse(failed(EXIT.refused, profile.error.map(profileSentence)));
  const spent = spentOf(dataDir, person, today, aliasesOf(ground.facts, person));
  if (!spent.ok) return spent;
  const visitId = visitToday(ground.facts, person, today)?.visitId;
  const caseFile = chartCaseFile(ground, person, visitId, today);
  return ok({ today, profile: profile.value.profile, caseFile, person, spent: spent.value });
}

interface AreaShown {
  readonly skin: Skin;
  readonly isDue: boolean;
  readonly label: string;
  readonly lines: readonly string[];
}

function areaOf(
  facts: SeriesFacts,
  { device, purpose }: ShowAsked,
  skin: Skin,
  isLocked: boolean,
): AreaShown {
  const next = nextVisit(facts, skin);
  const { caseFile, today } = facts;
  const bornOn = caseFile?.bornOn;
  const label = device === undefined ? '' : labelSentence(judgeLabel({
    device, area: skin.area, purpose, skinType: caseFile?.fitzpatrick,
    ageYears: bornOn === undefined ? undefined : ageYears(bornOn, today),
  }));
  const isDue = !isLocked && next.kind === 'from' && next.earliest <= today;
  const when = isLocked ? 'locked'
    : next.kind === 'closed' ? 'not yet allowed'
    : isDue ? 'may be treated today' : `from ${plainDate(next.earliest)}`;
  return {
    skin, isDue, label,
    lines: [
      `${areaWords(skin.area, skin.side)}: ${when}`,
      ...next.because.flatMap((refusal) => wrapped(`    ${refusalSentence(refusal)}`, 4)),
      ...(label === '' ? [] : wrapped(`    ${label}`, 4)),
    ],
  };
}
