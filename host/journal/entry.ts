// What a line of the journal can be: a note, which says what happened, inside an envelope, which
// says when and where in the chain. Strict on both levels: a field that nobody knows is refused,
// because a fold that skips what it does not understand would be guessing about strokes.

import { z } from 'zod';
import { count, instant, sha256Hex } from './field.ts';
import * as calibration from './note-calibration.ts';
import * as cartridge from './note-cartridge.ts';
import * as elsewhere from './note-elsewhere.ts';
import * as about from './note-journal.ts';
import * as pen from './note-pen.ts';
import * as person from './note-person.ts';
import * as screening from './note-screening.ts';
import * as staff from './note-staff.ts';
import * as treatment from './note-treatment.ts';
import * as visit from './note-visit.ts';

/** The version of the line format that this Corium writes, and the highest that it reads. */
export const LINE_VERSION = 1 as const;

/** Every kind of note. */
export const noteSchema = z.discriminatedUnion('kind', [
  about.JournalOpened,
  about.JournalRotated,
  about.Recovered,
  about.Refused,
  about.Alarm,
  about.Stop,
  pen.PenLinked,
  pen.PenAdopted,
  pen.PenPaired,
  pen.KeyRotated,
  pen.PenUnpaired,
  pen.LinkLost,
  pen.LinkRestored,
  pen.Latched,
  pen.PenShaken,
  pen.Cleared,
  treatment.TreatmentOpened,
  treatment.TreatmentResumed,
  treatment.TreatmentClosed,
  treatment.RoomChecked,
  treatment.Reservation,
  treatment.Armed,
  treatment.Tightened,
  treatment.Train,
  treatment.Pulse,
  treatment.Settled,
  treatment.Resolved,
  calibration.CalibrationBegun,
  calibration.CalibrationPrepared,
  calibration.CalibrationFound,
  calibration.CalibrationZeroed,
  calibration.CalibrationSampled,
  calibration.CalibrationTakenBack,
  calibration.CalibrationWritten,
  calibration.CalibrationEnded,
  person.PersonRegistered,
  person.PersonAmended,
  person.PersonsMerged,
  person.ChartAmended,
  person.HistoryTold,
  screening.SeriesPlanned,
  screening.SeriesChanged,
  screening.ScreeningAnswered,
  screening.ClearanceSigned,
  screening.ConsentReferenced,
  screening.AftercareHanded,
  visit.VisitOpened,
  visit.VisitStep,
  visit.AdjunctChosen,
  visit.TreatmentTold,
  visit.VisitClosed,
  visit.FollowUpRecorded,
  visit.AreaLocked,
  visit.AreaUnlocked,
  visit.AdverseEventDrafted,
  cartridge.CartridgeScanned,
  cartridge.CartridgeClaimed,
  cartridge.ClaimConfirmed,
  cartridge.CartridgeBlocked,
  cartridge.TreatmentElsewhere,
  elsewhere.LockElsewhere,
  elsewhere.UnlockElsewhere,
  elsewhere.MergeElsewhere,
  staff.StaffAdded,
  staff.StaffChanged,
  staff.SignedIn,
  staff.SignedOut,
  staff.SignInFailed,
  staff.LockedOut,
  staff.ActRefused,
  staff.Signed,
  staff.Exported,
  staff.Restored,
  staff.AuditFound,
]);

/** The envelope: where a line stands, when it was written, and what it is chained to. */
export const envelopeSchema = z.strictObject({
  v: z.literal(LINE_VERSION),
  n: count.min(1),
  at: instant,
  ms: count,
  synced: count,
  prev: sha256Hex,
  hash: sha256Hex,
});

/** Fixes every field of a type, and of each member of a union. */
type Fixed<T> = T extends unknown ? { readonly [K in keyof T]: T[K] } : never;

/** A note as a caller says it: plain or branded numbers, without an envelope. */
export type NoteGiven = Fixed<z.input<typeof noteSchema>>;
/** A note that was checked: what happened, in branded units. */
export type Note = Fixed<z.output<typeof noteSchema>>;
/** The kinds of note, by name. */
export type NoteKind = Note['kind'];

/**
 * The envelope of a line. `at` and `ms` are the wall clock and the host's monotonic clock; `synced`
 * is the newest line that was known to be on disk when this one was written.
 */
export type Envelope = Fixed<z.output<typeof envelopeSchema>>;

/** A whole line of the journal. */
export type Entry = Note & Envelope;
/** A whole line of one kind. */
export type EntryOf<Kind extends NoteKind> = Extract<Note, { readonly kind: Kind }> & Envelope;
/** One area of an admitted plan as the journal keeps it. */
export type PlannedArea = Fixed<z.output<typeof treatment.plannedArea>>;

const ENVELOPE_KEYS = new Set(Object.keys(envelopeSchema.shape));

/** Reads a parsed JSON object as an entry; undefined when it is not one that Corium knows. */
export function readEntry(value: Readonly<Record<string, unknown>>): Entry | undefined {
  const envelope: Record<string, unknown> = {};
  const note: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    // A name that is no plain one must not reach what every object stands on.
    if (name === '__proto__') return undefined;
    (ENVELOPE_KEYS.has(name) ? envelope : note)[name] = value[name];
  }
  const around = envelopeSchema.safeParse(envelope);
  const inside = noteSchema.safeParse(note);
  return around.success && inside.success ? { ...inside.data, ...around.data } : undefined;
}

/** Makes the reasons of a refused note of refusals as the host knows them: a code and its facts. */
export function refusalReasons(
  refusals: readonly Readonly<{ code: string }>[],
): z.input<typeof about.refusalReason>[] {
  return refusals.slice(0, 1_000).map(({ code, ...facts }) => ({
    code,
    facts: Object.fromEntries(Object.entries(facts).map(([name, held]) => [name, factOf(held)])),
  }));
}

function factOf(held: unknown): string | number | boolean {
  if (typeof held === 'boolean') return held;
  if (typeof held === 'number' && Number.isSafeInteger(held)) return held;
  const said = typeof held === 'string' ? held : held === undefined ? 'none' : JSON.stringify(held);
  return said.toWellFormed().slice(0, 500).toWellFormed();
}
