// Everything that a console or the command line can say to a host and hear from it. Requests are
// checked at this door, whoever sends them; what comes back are values that need no checking.

import { z } from 'zod';
import { type AreaName, isAreaName, type Side } from '../protocol/area.ts';
import type { AdmittedView } from './core/admitted-view.ts';
import type { OperatorRequest, ArmRefusal } from './core/control/event.ts';
import { NOBODY_LOOKED, type RoomFacts } from './core/checklist.ts';
import type { Notice, Refusal } from './core/refusal.ts';
import type { Snapshot } from './core/snapshot.ts';
import type { TraceSample } from './core/trace.ts';
import { key } from './journal/field.ts';

/** A name goes into the journal as it is, so it has to be one that the journal takes. */
const name = key;

const area = z.string().transform((text, context) => {
  if (isAreaName(text)) return text;
  context.addIssue({ code: 'custom', message: 'is an area that Corium knows' });
  return z.NEVER;
});

const looked = z.boolean().optional();

const room = z
  .strictObject({
    numbing: z.enum(['none', 'on-skin', 'removed-and-cleaned']).optional(),
    packageWasIntact: looked,
    barrierFitted: looked,
    onlySterileGlide: looked,
    cleanedSinceLastPerson: looked,
    screenedBy: name.optional(),
  })
  .transform((said): RoomFacts => ({ ...NOBODY_LOOKED, ...said }));

/** A request of the operator. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('arm'),
    area,
    side: z.enum(['midline', 'left', 'right']),
    eyeConfirmed: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('room'), room, by: name }),
  z.strictObject({ kind: z.literal('end-area') }),
  z.strictObject({ kind: z.literal('stop'), by: name }),
  z.strictObject({ kind: z.literal('clear'), by: name }),
  z.strictObject({
    kind: z.literal('finish'),
    by: name,
    outcome: z.enum(['completed', 'stopped', 'abandoned']),
  }),
]) satisfies z.ZodType<OperatorRequest>;

/** What a host process is started with. */
export const startSchema = z.strictObject({
  dataDir: z.string().min(1),
  planPath: z.string().min(1),
  casePath: z.string().min(1).optional(),
  /** The person by the key of their chart, which then has to be there. */
  person: name.optional(),
  /** The sign-in of whoever treats, where people sign in. */
  signInId: name.optional(),
  pen: z.string().min(1),
  pedal: z.boolean(),
  /** A new file in which everything on the wire is recorded. */
  recordWire: z.string().min(1).optional(),
});

/** What a host process is started with. */
export type HostStart = z.output<typeof startSchema>;

/** What the console may say to the host process. */
export const toHostSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), start: startSchema }),
  z.strictObject({ kind: z.literal('request'), request: requestSchema }),
  z.strictObject({ kind: z.literal('leave') }),
]);

/** What the console may say to the host process. */
export type ToHost = z.output<typeof toHostSchema>;

/** Where the reason lies that a treatment did not begin, for whoever sends somebody to look. */
export type TurnedAwayBy = 'plan' | 'pen' | 'journal';

/** Why a treatment did not begin. */
export interface TurnedAway {
  readonly by: TurnedAwayBy;
  readonly sentences: readonly string[];
  /** The same as data, where it is admission that said no. */
  readonly refusals?: readonly Refusal[];
}

/** A treatment that was opened, or resumed, and what it runs on. */
export interface Admitted {
  readonly treatmentId: string;
  readonly planId: string;
  readonly person: string;
  readonly resumed: boolean;
  readonly areas: readonly AdmittedView[];
}

/** What a notice is about, for whoever makes a sentence of it in another language. */
export type HostNews =
  | { readonly code: 'pedal-there' | 'pedal-gone' }
  | { readonly code: 'pedal-while-armed' | 'pedal-not-retracted' | 'pedal-no-further' }
  | { readonly code: 'pedal-into-eye'; readonly area: AreaName }
  | { readonly code: 'foreign-version' }
  /** How many frames of the pen arrived damaged. */
  | { readonly code: 'frames-dropped'; readonly damaged: number };

/** What the host process says to the console. */
export type FromHost =
  | { readonly kind: 'waiting'; readonly why: string }
  | {
      readonly kind: 'notice';
      readonly sentence: string;
      readonly notice?: Notice;
      readonly news?: HostNews;
    }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** What the pen measured since the last batch; a batch may be left out. */
  | { readonly kind: 'trace'; readonly samples: readonly TraceSample[] }
  | { readonly kind: 'refused'; readonly what: string; readonly refusals: readonly ArmRefusal[] }
  | ({ readonly kind: 'admitted' } & Admitted)
  | ({ readonly kind: 'not-admitted' } & TurnedAway)
  /** A side button of the pedal chose the area that is to be armed next; it arms nothing. */
  | { readonly kind: 'chosen'; readonly area: AreaName; readonly side: Side }
  /** A foot tapped the pedal while nothing was armed: it asks for the area that is next. */
  | { readonly kind: 'tapped' }
  | { readonly kind: 'left'; readonly treatmentId: string | undefined };
