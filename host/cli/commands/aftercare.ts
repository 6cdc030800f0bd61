// The sheet for afterwards of a treatment in the journal: said, printed and put into a calendar.
// How the skin is comes from the case file that is named, or from the chart; without either it is
// taken for skin that has to be looked after longest.

import { join } from 'node:path';
import { calendarOf, calendarStamp } from '../../care/calendar.ts';
import { treatedAreas, treatedOnDay } from '../../care/from-record.ts';
import { sheetLines } from '../../care/sheet-text.ts';
import { RECOVERY_GROUND, type Skin } from '../../core/care/aftercare/recovery.ts';
import { makeSheet, type Sheet, type SheetAsked } from '../../core/care/aftercare/sheet.ts';
import { type SheetLanguage, type SheetWords, sheetWords }
  from '../../core/care/aftercare/sheet-words.ts';
import { nextVisit, type SeriesFacts } from '../../core/care/series/next-visit.ts';
import type { CaseFile } from '../../core/case-file.ts';
import { type Day, day, formatDay } from '../../core/day.ts';
import { personModifiers } from '../../core/modifiers.ts';
import { readCaseFile } from '../../doors/case-file.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { readProfileInForce } from '../../profile/in-force.ts';
import { profileSentence } from '../../profile/profile-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { journalFacts } from '../../treat/facts.ts';
import { localTime } from '../../treat/local-time.ts';
import { chartedCase, handedOver } from '../aftercare-chart.ts';
import { EXIT } from '../exit-code.ts';
import { findRecord, type FoundRecord } from '../find-record.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { writeNew } from '../write-new.ts';

/** What a sheet is asked with. */
export interface AftercareAsked {
  readonly dataDir: string;
  readonly treatmentId: string | undefined;
  readonly casePath: string | undefined;
  readonly name: string | undefined;
  readonly contact: string | undefined;
  /** The folder for paper and calendar; without one the sheet is only said. */
  readonly outDir: string | undefined;
  /** The language of whoever takes it home. */
  readonly language?: SheetLanguage;
  readonly today: Day;
  readonly instant: string;
  /** Who hands it over, where the chart is to say so. */
  readonly handedBy?: string | undefined;
}

/** Makes it. */
export async function aftercareCommand(asked: AftercareAsked): Promise<Outcome> {
  const found = findRecord(asked);
  if (!found.ok) return found.error;
  const caseFile = caseFileFor(asked, found.value.record.opened);
  if (!caseFile.ok) return caseFile.error;
  const sheet = sheetOf(asked, found.value, caseFile.value);
  if (!sheet.ok) return sheet.error;
  const words = sheetWords(asked.language ?? 'en');
  const outcome = asked.outDir === undefined
    ? done([...sheetLines(sheet.value, words)], documentOf(sheet.value, [], []))
    : await printed(sheet.value, asked.outDir, asked.instant, words);
  const { handedBy: by, dataDir, today } = asked;
  return by === undefined || outcome.code !== EXIT.done
    ? outcome
    : handedOver(outcome, sheet.value, { dataDir, by, today, language: words.language });
}

function caseFileFor(
  { casePath, dataDir, today }: AftercareAsked,
  { person, treatmentId }: FoundRecord['record']['opened'],
): Result<CaseFile | undefined, Outcome> {
  if (casePath === undefined) return chartedCase(dataDir, treatmentId, person, today);
  const read = readCaseFile(casePath);
  if (!read.ok) return refuse(failed(EXIT.refused, read.error.map(doorSentence)));
  const { caseFile } = read.value;
  return caseFile.person === person ? ok(caseFile) : refuse(failed(EXIT.refused, [
    `The case file is of "${caseFile.person}" and the treatment of "${person}"; name the right `
    + 'one.',
  ]));
}

function skinOf(caseFile: CaseFile | undefined, visit: Day): Skin {
  const modifiers = personModifiers(caseFile, visit);
  return {
    skinType: caseFile?.fitzpatrick,
    keepsDarkMarks: modifiers.has('darker-skin'),
    isFragile: modifiers.has('fragile-skin'),
  };
}

function sheetOf(
  asked: AftercareAsked,
  { record, entries }: FoundRecord,
  caseFile: CaseFile | undefined,
): Result<Sheet, Outcome> {
  const { person, treatmentId } = record.opened;
  const areas = treatedAreas(record);
  const visit = treatedOnDay(record);
  if (areas.length === 0 || visit === undefined) {
    return refuse(failed(EXIT.refused, [
      `Treatment ${treatmentId} needled nothing, so there is nothing to look after.`,
    ]));
  }
  const profile = readProfileInForce(asked.today, asked.dataDir);
  if (!profile.ok) return refuse(failed(EXIT.refused, profile.error.map(profileSentence)));
  const lines = entries.map((entry) => ({ ...entry, at: localTime(entry.at) }));
  const { spent } = journalFacts(lines, person, asked.today);
  const facts = { today: asked.today, profile: profile.value.profile, caseFile, spent, person };
  return ok(makeSheet({
    name: asked.name ?? person,
    person,
    treatmentId,
    visit,
    modality: 'automated',
    areas,
    skin: skinOf(caseFile, visit),
    next: nextOf(facts, areas),
    contact: asked.contact,
  }));
}

/** The next visit to all of it: the day on which the last of the areas is open again. */
function nextOf(facts: SeriesFacts, areas: SheetAsked['areas']): SheetAsked['next'] {
  const each = areas.map((area) => nextVisit(facts, area));
  const open = each.flatMap((next) => (next.kind === 'from' ? [next] : []));
  if (open.length === 0) return undefined;
  return {
    earliest: day(Math.max(...open.map(({ earliest }) => earliest))),
    recommended: day(Math.max(...open.map(({ recommended }) => recommended))),
  };
}

const documentOf = (
  sheet: Sheet,
  files: readonly string[],
  missing: readonly string[],
): object => ({
  ok: true,
  treatmentId: sheet.treatmentId,
  person: sheet.person,
  visit: formatDay(sheet.visit),
  recovery: sheet.recovery,
  ground: RECOVERY_GROUND,
  instructions: sheet.instructions.map((one) => ({ ...one, on: formatDay(one.on) })),
  milestones: sheet.milestones.map((one) => ({ ...one, on: formatDay(one.on) })),
  flags: sheet.flags,
  files,
  lettersMissing: missing,
});

const NO_CHINESE_PAPER = 'The fonts that come with Corium have no Chinese letters, so the paper '
  + 'was not printed in Chinese; its text is below, for any program that has them.';

async function printed(
  sheet: Sheet,
  outDir: string,
  instant: string,
  words: SheetWords,
): Promise<Outcome> {
  const stem = join(outDir, `${sheet.treatmentId}-aftercare`);
  const isChinese = words.language === 'zh';
  const { sheetPdf } = await import('../../care/paper/draw.ts');
  const { bytes, missing } = isChinese
    ? { bytes: `${sheetLines(sheet, words).join('\n')}\n`, missing: [] }
    : await sheetPdf(sheet, words);
  const paper = writeNew(isChinese ? `${stem}.txt` : `${stem}.pdf`, bytes);
  if (!paper.ok) return paper.error;
  const calendar = writeNew(`${stem}.ics`, calendarOf(sheet, calendarStamp(instant), words));
  if (!calendar.ok) return calendar.error;
  const files = [paper.value, calendar.value];
  const letters = isChinese ? [NO_CHINESE_PAPER] : missing.length === 0 ? [] : [
    `The font has no ${missing.join(' ')}; squares stand for them on paper, and their codes below.`,
  ];
  return done(
    [
      ...sheetLines(sheet, words), '',
      `Printed ${paper.value}.`, `Calendar ${calendar.value}.`, ...letters,
    ],
    documentOf(sheet, files, missing),
  );
}
