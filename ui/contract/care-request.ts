// What a window may ask about people, visits and staff. Who asks is known to the desk and is in no
// request; a secret is in those requests only that need one, and is kept nowhere. What people type
// about themselves comes in at any length, so that the desk can say in a sentence what is wrong.

import { z } from 'zod';
import { area, kind, name, plain, sentence, side, whole } from './request-fields.ts';

const secret = z.string().max(1_024);
const day = plain(10);
const typed = z.string().max(20_000);
const skin = z.strictObject({ area, side });
const skins = z.array(skin).max(40);

const staff = [
  z.strictObject({ kind: z.literal('sign-in'), staffId: name, secret }),
  kind('sign-out'),
] as const;

const people = [
  kind('make-identity-key'),
  z.strictObject({ kind: z.literal('find-people'), text: typed }),
  z.strictObject({
    kind: z.literal('register-person'),
    name: typed,
    born: plain(40),
    contact: typed.optional(),
    /** People of the same name and birth date whom somebody has looked at. */
    distinctFrom: z.array(name).max(20),
  }),
  z.strictObject({ kind: z.literal('choose-person'), person: name }),
  z.strictObject({ kind: z.literal('read-chart'), person: name }),
] as const;

const series = {
  areas: skins.min(1),
  visits: whole(24).optional(),
  everyDays: whole(400).optional(),
};

const later = [
  z.strictObject({ kind: z.literal('lay-out-series'), person: name, ...series }),
  z.strictObject({ kind: z.literal('plan-series'), person: name, ...series }),
  z.strictObject({ kind: z.literal('end-series'), person: name, seriesId: name, why: sentence }),
  z.strictObject({
    kind: z.literal('follow-up'),
    person: name,
    visitId: name,
    milestone: name,
    how: z.enum(['seen', 'photo', 'telephone', 'message', 'not-reached']),
    /** An empty list says that somebody asked and there was none. */
    flags: z.array(z.strictObject({ flag: name, skins })).max(20),
    remarks: sentence.optional(),
  }),
  z.strictObject({ kind: z.literal('lock-area'), person: name, area, side, why: sentence }),
  z.strictObject({ kind: z.literal('unlock-area'), person: name, area, side, why: sentence }),
] as const;

const answer = z.strictObject({
  question: name,
  answer: z.enum(['yes', 'no']),
  on: day.optional(),
  note: plain(200).optional(),
});

/** Somebody else who signs for one act, and what only they know, where people sign in. */
const prescriber = { by: name, secret: secret.optional() };

const visit = [
  kind('open-visit'),
  kind('read-questions'),
  z.strictObject({
    kind: z.literal('screen'),
    /** Needed where the chart cannot tell it. */
    bornOn: day.optional(),
    fitzpatrick: z.int().min(1).max(6),
    answers: z.array(answer).max(200),
    clearances: z
      .array(z.strictObject({ question: name, reason: sentence, ...prescriber }))
      .max(40),
  }),
  z.strictObject({
    kind: z.literal('numbing-start'),
    product: plain(200),
    strengthCentiPercent: z.int().min(0).max(10_000),
    milligrams: z.int().min(0).max(1_000_000),
    sizeMm2: z.int().min(0).max(2_000_000),
    areas: skins,
    labelMinutesMax: z.int().min(1).max(600).optional(),
  }),
  z.strictObject({ kind: z.literal('numbing-end'), step: z.enum(['removed', 'cleaned']) }),
  z.strictObject({
    kind: z.literal('tick-step'),
    step: z.enum(['reprocessed', 'barrier', 'package-intact', 'eye-shield']),
  }),
  z.strictObject({
    kind: z.literal('choose-adjunct'),
    adjunct: name,
    lot: plain(64),
    product: plain(200).optional(),
    prescriber: z.strictObject(prescriber).optional(),
  }),
  z.strictObject({
    kind: z.literal('scan-cartridge'),
    /** As a scanner sends it, separators and all. */
    code: z.string().max(4_000),
    intact: z.boolean(),
    /** The article is new here, and somebody has said that it is used. */
    newArticle: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('close-visit'),
    outcome: z.enum(['treated', 'not-treated', 'stopped']).optional(),
    remarks: sentence.optional(),
  }),
  z.strictObject({
    kind: z.literal('read-label'),
    device: name,
    purpose: z.enum(['acne-scar', 'wrinkle', 'abdominal-scar']).optional(),
  }),
] as const;

const after = [
  z.strictObject({ kind: z.literal('read-sheet'), treatmentId: name }),
  z.strictObject({
    kind: z.literal('sheet-file'),
    treatmentId: name,
    what: z.enum(['paper', 'calendar']),
    contact: plain(200).optional(),
  }),
  z.strictObject({ kind: z.literal('hand-over'), treatmentId: name }),
  z.strictObject({ kind: z.literal('sign-record'), treatmentId: name, staffId: name, secret }),
] as const;

/** Every request about people, visits and staff. */
export const CARE_ASKS = [...staff, ...people, ...later, ...visit, ...after] as const;
