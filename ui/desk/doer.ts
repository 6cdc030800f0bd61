// What the requests of a window stand on: what they can reach, what they come to, and the two
// questions that most of them ask first.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { NOBODY_LOOKED } from '../../host/core/checklist.ts';
import type { DeskRefusal } from '../contract/desk-refusal.ts';
import type { TreatmentView } from '../contract/desk-state.ts';
import type { Asked, AskKind } from '../contract/request.ts';
import type { Answer } from '../contract/says.ts';
import type { Held } from './held.ts';

/** What a request can reach. */
export interface AskGround {
  readonly held: Held;
  /** Shows every window how things stand now. */
  readonly changed: () => void;
}

/** What became of a request, before it is written down as a reply. */
export type Done = Result<Answer | undefined, readonly DeskRefusal[]>;

/** Each kind of request with what it carries. */
export type AskMap = {
  readonly [Kind in AskKind]: { readonly kind: Kind } & Extract<Asked, { readonly kind: Kind }>;
};

/** Does one kind of request. */
export type Doer<Kind extends AskKind> = (
  ground: AskGround,
  asked: AskMap[Kind],
) => Done | Promise<Done>;

/** Some of the table. */
export type Doers<Kind extends AskKind> = {
  readonly [One in Kind]: (ground: AskGround, asked: AskMap[One]) => Done | Promise<Done>;
};

/** It was done, and there is nothing to tell. */
export const DONE: Done = ok(undefined);

/** It was not done, for one reason. */
export const no = (code: DeskRefusal['code'], more: Omit<DeskRefusal, 'code'> = {}): Done =>
  refuse([{ code, ...more }]);

const HOST_LIVES: ReadonlySet<TreatmentView['kind']> = new Set(['starting', 'running', 'leaving']);

/** What is under way that a request has to wait for; undefined if nothing is. */
export function busyWith({ treatment, bench }: Held): string | undefined {
  if (bench.active()) return 'calibration';
  const { kind } = treatment.view();
  return HOST_LIVES.has(kind) || treatment.active() ? `treatment-${kind}` : undefined;
}

/** Does it unless a treatment is under way. */
export const whenIdle = <Kind extends AskKind>(then: Doer<Kind>): Doer<Kind> =>
  (ground, asked) => {
    const item = busyWith(ground.held);
    return item === undefined ? then(ground, asked) : no('out-of-turn', { item });
  };

/** Nobody has looked at the room for this person. */
export function leaveRoom(held: Held): void {
  held.room = NOBODY_LOOKED;
}
