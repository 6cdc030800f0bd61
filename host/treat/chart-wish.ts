// What the chart gives to a treatment: the case file, the facts of the room, the cartridges of the
// visit. Whoever has a chart is treated by it and by nothing beside it; while a step of the visit
// is open, every open step is said and no treatment begins.

import { caseFileJson } from '../care/case-file-json.ts';
import { chartCaseFile, needledAt, readChartGround } from '../care/chart-ground.ts';
import { visitStanding, visitToday } from '../core/care/visit/visit-standing.ts';
import { visitSentence } from '../core/care/visit/visit-words.ts';
import type { CaseFile } from '../core/case-file.ts';
import { aliasesOf } from '../core/chart/chart-facts.ts';
import type { RoomFacts } from '../core/checklist.ts';
import { roomNote } from '../core/control/room.ts';
import type { Day } from '../core/day.ts';
import type { Plan } from '../core/plan.ts';
import { nodeWorld, type NoteGiven } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { sha256Hex } from '../profile/signature.ts';
import { HOST_VERSION } from '../version.ts';

/** The visit that a treatment belongs to. */
export interface VisitWish {
  readonly visitId: string;
  readonly room: RoomFacts;
  /** The serial numbers that were claimed for it. */
  readonly cartridges: readonly string[];
}

/** What the chart gives. */
export interface ChartWish {
  readonly caseFile: CaseFile;
  readonly caseFileHash: string;
  readonly visit: VisitWish;
  /** Every key under which the person was written down. */
  readonly alsoKnownAs: readonly string[];
}

/** What it is asked with. */
export interface ChartWishAsked {
  readonly dataDir: string;
  readonly plan: Plan;
  /** Named when the chart has to be there. */
  readonly person?: string | undefined;
  readonly hasCaseFile: boolean;
  /** There are other rooms, and they could not be asked just now. */
  readonly roomsUnasked?: boolean | undefined;
  readonly today: Day;
}

const otherPerson = (asked: string, { person }: Plan): string =>
  `The plan is of "${person}" and not of "${asked}"; name the right one.`;

const bothGiven = (person: string): string =>
  `${person} has a chart here, and a case file beside it would not know of locked areas and of `
  + 'other visits; leave --case away.';

/** Looks into the chart; undefined where the person of the plan has none. */
export function chartWish(asked: ChartWishAsked): Result<ChartWish | undefined, readonly string[]> {
  const { dataDir, plan, today } = asked;
  const { person } = plan;
  if (asked.person !== undefined && asked.person !== person) {
    return refuse([otherPerson(asked.person, plan)]);
  }
  const world = nodeWorld(HOST_VERSION);
  const read = readChartGround(dataDir, world);
  if (!read.ok) return refuse([read.error]);
  const ground = read.value;
  if (ground?.facts.people.has(person) !== true) {
    return asked.person === undefined
      ? ok(undefined)
      : refuse([visitSentence({ code: 'no-chart' }, person)]);
  }
  if (asked.hasCaseFile) return refuse([bothGiven(person)]);
  const { facts } = ground;
  const open = visitToday(facts, person, today);
  const standing = visitStanding({
    facts, person, today, at: world.nowIso(), skins: plan.areas,
    needled: open !== undefined && needledAt(ground, open).length > 0,
  });
  const { visit, room, cartridges, against } = standing;
  const caseFile = chartCaseFile(ground, person, visit?.visitId, today);
  // S-66: whoever has a chart is treated at a visit that has nothing open, or not at all.
  if (against.length > 0 || visit === undefined || caseFile === undefined) {
    return refuse(against.map((reason) => visitSentence(reason, person)));
  }
  const caseFileHash = sha256Hex(new TextEncoder().encode(caseFileJson(caseFile)));
  return ok({
    caseFile: asked.roomsUnasked === true ? { ...caseFile, roomsUnasked: true } : caseFile,
    caseFileHash,
    visit: { visitId: visit.visitId, room, cartridges },
    alsoKnownAs: aliasesOf(facts, person),
  });
}

/** Why the cartridge in a pen is not one of the visit; undefined if it is. */
export function strangeCartridge(
  { cartridges }: VisitWish,
  serial: string,
): string | undefined {
  if (cartridges.includes(serial)) return undefined;
  const named = serial === '' ? 'that names no serial number' : serial;
  return `The pen holds a cartridge ${named}, and this visit has ${cartridges.join(', ')}; put `
    + 'that one in, or scan and claim the one in the pen.';
}

/** What was looked at during a visit stands with the treatment as if it were said there. */
export const roomNotes = (
  visit: VisitWish | undefined,
  treatmentId: string,
  by: string,
): readonly NoteGiven[] => (visit === undefined ? [] : [roomNote(visit.room, treatmentId, by)]);
