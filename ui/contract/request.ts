// Everything that a window may ask of the desk, checked at this door whatever sent it. Who is at
// the console is known to the desk and is in no request; a bound here keeps nonsense out, and what
// is allowed is decided behind it.

import { z } from 'zod';
import { BENCH_ASKS } from './bench-request.ts';
import { CARE_ASKS } from './care-request.ts';
import { area, kind, name, plain, side, whole } from './request-fields.ts';

const TEXT_MAX = 1_000;
const FILE_MAX = 256 * 1024;

const looked = z.boolean().optional();

/** What may be changed of an area; what is left out stays as it is, null takes it away. */
const change = z.strictObject({
  sizeMm2: whole(1_000_000).optional(),
  depthUm: whole(10_000).optional(),
  rateCentiHz: whole(65_535).optional(),
  passes: whole(20).optional(),
  indication: z.enum(['acne-scar', 'striae']).nullable().optional(),
  eyeProtection: z.boolean().optional(),
  reason: plain(TEXT_MAX).trim().min(1).nullable().optional(),
});

const room = z.strictObject({
  numbing: z.enum(['none', 'on-skin', 'removed-and-cleaned']).optional(),
  packageWasIntact: looked,
  barrierFitted: looked,
  onlySterileGlide: looked,
  cleanedSinceLastPerson: looked,
  /** The person at the console has asked all screening questions today. */
  screened: looked,
});

const settings = z.strictObject({
  language: z.enum(['en', 'de', 'es', 'zh']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  soundPercent: z.int().min(0).max(100).optional(),
});

/** What a window may ask. */
export const askSchema = z.discriminatedUnion('kind', [
  // Windows: whoever came first controls, until it is gone.
  kind('take-control'),
  // At once, from every window, whoever controls.
  kind('stop'),
  z.strictObject({ kind: z.literal('name-operator'), name }),
  z.strictObject({ kind: z.literal('set'), settings }),
  // The pen.
  z.strictObject({ kind: z.literal('choose-pen'), address: name, model: name.optional() }),
  kind('look-for-pens'),
  kind('meet-pen'),
  z.strictObject({ kind: z.literal('use-pedal'), pedal: z.boolean() }),
  // The person.
  z.strictObject({
    kind: z.literal('load-case'),
    fileName: name,
    text: z.string().max(FILE_MAX),
  }),
  kind('demo-case'),
  kind('clear-case'),
  // Without a case file, whose plan it is; a first visit is assumed.
  z.strictObject({ kind: z.literal('name-person'), person: name }),
  // The plan.
  z.strictObject({ kind: z.literal('add-area'), area, side }),
  z.strictObject({ kind: z.literal('change-area'), area, side, change }),
  z.strictObject({ kind: z.literal('remove-area'), area, side }),
  z.strictObject({ kind: z.literal('move-area'), area, side, to: z.int().min(0).max(100) }),
  z.strictObject({
    kind: z.literal('load-plan'),
    fileName: name,
    text: z.string().max(FILE_MAX),
  }),
  kind('demo-plan'),
  kind('clear-plan'),
  kind('plan-file'),
  // The room: what is given is looked at, the rest stays as it was.
  z.strictObject({ kind: z.literal('room'), room }),
  // The treatment.
  kind('begin'),
  z.strictObject({ kind: z.literal('choose'), area, side }),
  z.strictObject({ kind: z.literal('arm'), area, side, eyeConfirmed: z.boolean() }),
  kind('end-area'),
  kind('clear'),
  z.strictObject({
    kind: z.literal('finish'),
    outcome: z.enum(['completed', 'stopped', 'abandoned']),
  }),
  // Stops the pen and lets go of it; the treatment stays open and can be begun again today.
  kind('leave'),
  // From what a treatment came to, back to planning.
  kind('done'),
  kind('pause-sound'),
  kind('sound-on'),
  // Reading.
  z.strictObject({ kind: z.literal('read-record'), treatmentId: name }),
  kind('read-profile'),
  // The simulated pen.
  z.strictObject({
    kind: z.literal('sim-operator'),
    operator: z.enum(['auto', 'nobody', 'press']),
  }),
  z.strictObject({ kind: z.literal('sim-cartridge'), cartridge: name }),
  /** A fault as the simulator's own words spell it, without the moment: `kind` or `kind,name=1`. */
  z.strictObject({
    kind: z.literal('sim-fault'),
    fault: plain(128).regex(/^[a-z-]+(,[A-Za-z0-9]+=[0-9.-]+)*$/),
    lastingMs: z.int().min(1).max(600_000).optional(),
  }),
  // People, visits and staff.
  ...CARE_ASKS,
  // The bench.
  ...BENCH_ASKS,
]);

/** A request as a window sends it: what it asks, and a number by which it knows the reply. */
export const requestSchema = z.strictObject({
  id: z.int().min(0).max(2 ** 32 - 1),
  ask: askSchema,
});

/** What a window may ask, as it writes it. */
export type Ask = z.input<typeof askSchema>;

/** What a window asks, as the desk reads it. */
export type Asked = z.output<typeof askSchema>;

/** The name of a request. */
export type AskKind = Asked['kind'];

/** A request with its number. */
export type WindowRequest = z.input<typeof requestSchema>;
