// What the desk does for each request, as a table that no request escapes. Whoever may ask was
// looked at before; here it is only whether it can be done as things stand. Everything else, what
// is allowed above all, is decided by the host.

import { ok } from '../../protocol/result.ts';
import type { Asked, AskKind } from '../contract/request.ts';
import type { Reply } from '../contract/says.ts';
import { caseAsks } from './asks-case.ts';
import { benchAsks } from './bench/asks-bench.ts';
import { afterAsks } from './care/asks-after.ts';
import { peopleAsks } from './care/asks-people.ts';
import { screeningAsks } from './care/asks-screening.ts';
import { seriesAsks } from './care/asks-series.ts';
import { staffAsks } from './care/asks-staff.ts';
import { visitAsks } from './care/asks-visit.ts';
import { penAsks } from './asks-pen.ts';
import { planAsks } from './asks-plan.ts';
import { treatmentAsks } from './asks-treatment.ts';
import {
  type AskGround, type AskMap, DONE, type Doers, type Done, leaveRoom, whenIdle,
} from './doer.ts';
import type { Held } from './held.ts';

const settingAsks: Doers<'set' | 'name-operator' | 'read-profile'> = {
  set: ({ held }, { settings }) => {
    const given = Object.fromEntries(
      Object.entries(settings).filter(([, value]) => value !== undefined));
    keep(held, { ...held.choices, settings: { ...held.choices.settings, ...given } });
    return DONE;
  },
  'name-operator': whenIdle<'name-operator'>(({ held }, { name }) => {
    keep(held, { ...held.choices, operator: name });
    // Whoever signed for the room was somebody else.
    leaveRoom(held);
    return DONE;
  }),
  'read-profile': ({ held: { profile } }) => {
    if (!profile.ok) return ok({ kind: 'profile', view: { kind: 'none', details: profile.error } });
    const { value } = profile;
    const site = value.signed.site !== undefined;
    const { sha256 } = value;
    return ok({
      kind: 'profile',
      view: { kind: 'in-force', profile: value.profile, sha256, site },
    });
  },
};

function keep(held: Held, choices: Held['choices']): void {
  held.choices = choices;
  held.files.keepChoices(choices);
}

/** A stop and a change of control are done before anything here is looked at. */
type DeskKind = Exclude<AskKind, 'stop' | 'take-control'>;

const TABLE: Doers<DeskKind> = {
  ...settingAsks,
  ...penAsks,
  ...caseAsks,
  ...planAsks,
  ...treatmentAsks,
  ...staffAsks,
  ...peopleAsks,
  ...screeningAsks,
  ...visitAsks,
  ...seriesAsks,
  ...afterAsks,
  ...benchAsks,
};

/** Requests that change nothing: they are every window's. */
export const FOR_EVERYBODY: ReadonlySet<AskKind> =
  new Set(['take-control', 'read-record', 'read-profile', 'plan-file']);

/** What is asked of the desk itself. */
export type DeskAsked = Exclude<Asked, { readonly kind: 'stop' | 'take-control' }>;

/** Does what is asked. */
export async function doAsked(
  ground: AskGround,
  asked: DeskAsked,
): Promise<Reply> {
  const done = await dispatch<DeskKind>(ground, asked);
  ground.changed();
  if (!done.ok) return { ok: false, refusals: done.error };
  return done.value === undefined ? { ok: true } : { ok: true, answer: done.value };
}

/** Each kind meets its own doer; the types say that it fits. */
const dispatch = <Kind extends DeskKind>(
  ground: AskGround,
  asked: { readonly [One in Kind]: AskMap[One] }[Kind],
): Done | Promise<Done> => TABLE[asked.kind](ground, asked);
