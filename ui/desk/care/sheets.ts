// The sheet for afterwards of a treatment, with how the skin is from the chart of its visit, or
// from the case at the desk where it is of the same person. Without either, skin is looked after
// longest.

import { chartCaseFile, needledAt } from '../../../host/care/chart-ground.ts';
import { treatedAreas, treatedOnDay } from '../../../host/care/from-record.ts';
import { makeSheet, type Sheet, type SheetAsked } from '../../../host/core/care/aftercare/sheet.ts';
import { nextVisit, type SeriesFacts } from '../../../host/core/care/series/next-visit.ts';
import type { CaseFile } from '../../../host/core/case-file.ts';
import type { VisitFact } from '../../../host/core/chart/chart-facts.ts';
import { day } from '../../../host/core/day.ts';
import { personModifiers } from '../../../host/core/modifiers.ts';
import type { TreatmentRecord } from '../../../host/journal/index.ts';
import { journalFacts } from '../../../host/treat/facts.ts';
import { today } from '../../../host/cli/today.ts';
import type { Held } from '../held.ts';

/** A sheet, and what it was made of. */
export interface MadeSheet {
  readonly sheet: Sheet;
  readonly record: TreatmentRecord;
  /** The visit of the chart that the treatment belongs to. */
  readonly visit: VisitFact | undefined;
}

function visitOf(held: Held, treatmentId: string): VisitFact | undefined {
  const ground = held.care.ground();
  return ground && [...ground.facts.visits.values()].find((visit) =>
    needledAt(ground, visit).some((skin) => skin.treatmentId === treatmentId));
}

function caseFor(held: Held, person: string, visit: VisitFact | undefined): CaseFile | undefined {
  const ground = held.care.ground();
  if (ground !== undefined && visit !== undefined) {
    return chartCaseFile(ground, person, visit.visitId, today());
  }
  const caseFile = held.heldCase?.caseFile;
  return caseFile?.person === person ? caseFile : undefined;
}

/** The next visit to all of it: the day on which the last of the areas is open again. */
function nextOf(facts: SeriesFacts, areas: SheetAsked['areas']): SheetAsked['next'] {
  const open = areas.map((area) => nextVisit(facts, area))
    .flatMap((next) => (next.kind === 'from' ? [next] : []));
  if (open.length === 0) return undefined;
  return {
    earliest: day(Math.max(...open.map(({ earliest }) => earliest))),
    recommended: day(Math.max(...open.map(({ recommended }) => recommended))),
  };
}

/** Makes it; undefined where nothing was needled. */
export function sheetFor(held: Held, treatmentId: string): MadeSheet | undefined {
  const record = held.journal.record(treatmentId)?.record;
  const { profile } = held;
  if (record === undefined || !profile.ok) return undefined;
  const areas = treatedAreas(record);
  const on = treatedOnDay(record);
  if (areas.length === 0 || on === undefined) return undefined;
  const { person } = record.opened;
  const visit = visitOf(held, treatmentId);
  const caseFile = caseFor(held, person, visit);
  const modifiers = personModifiers(caseFile, on);
  const { spent } = journalFacts(held.journal.localLines(), person, today());
  const facts = {
    today: today(), profile: profile.value.profile, caseFile, spent, person,
  };
  const sheet = makeSheet({
    name: held.care.identity(person)?.name ?? person,
    person,
    treatmentId,
    visit: on,
    modality: 'automated',
    areas,
    skin: {
      skinType: caseFile?.fitzpatrick,
      keepsDarkMarks: modifiers.has('darker-skin'),
      isFragile: modifiers.has('fragile-skin'),
    },
    next: nextOf(facts, areas),
    contact: undefined,
  });
  return { sheet, record, visit };
}
