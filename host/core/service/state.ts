// What a service console knows of its pen and of what was typed: from the first HELLO to the proof
// that service mode was left. The rules are in service.ts, the sentences in words.ts.

import type { DropReason } from '../../../protocol/deframe.ts';
import type { Phase } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import {
  closedSession,
  type LinkedPen,
  type LostWhy,
  type Session,
  type SessionEffect,
  type SessionEvent,
} from '../../link/session-state.ts';

/** A line that was sent, and what has come of its answer so far. */
export interface Asked {
  readonly text: string;
  readonly lines: readonly string[];
  readonly ageMs: number;
}

/** How a stop stands that somebody asked for. */
export type StopProof = 'none' | 'proven' | 'unproven';

/** How far the console is. */
export type Stage =
  /** Handshakes, one after the other, until the pen lets it in. */
  | {
      readonly kind: 'meeting';
      /** Since the newest HELLO of its own. */
      readonly ageMs: number;
      /** Since the pen first said that its trigger has to be held. */
      readonly knockMs: number | undefined;
      /** Since it last said so, while the next handshake waits. */
      readonly pauseMs: number | undefined;
    }
  | { readonly kind: 'open'; readonly asked: Asked | undefined; readonly strays: number }
  | { readonly kind: 'stopping'; readonly ageMs: number }
  /** The line `exit` was sent; the pen has to say so and fall silent. */
  | {
      readonly kind: 'leaving';
      readonly ageMs: number;
      readonly stop: StopProof;
      readonly ok: boolean;
    }
  /** It was of no use: a new HELLO ends the mode whatever the pen thinks of lines. */
  | { readonly kind: 'greeting'; readonly ageMs: number; readonly stop: StopProof }
  | { readonly kind: 'over'; readonly end: ServiceEnd };

/** How a console ended. */
export type ServiceEnd =
  | { readonly kind: 'left'; readonly by: 'exit' | 'greeting'; readonly stop: StopProof }
  | { readonly kind: 'never-entered' }
  | { readonly kind: 'not-proven'; readonly stop: StopProof }
  | { readonly kind: 'nobody'; readonly foreign: boolean }
  | { readonly kind: 'foreign-catalogue' }
  | { readonly kind: 'turned-away'; readonly reason: RefusalReason | undefined }
  | { readonly kind: 'not-held' }
  | { readonly kind: 'lost'; readonly why: LostWhy; readonly entered: boolean };

/** A console and its link session. */
export interface Service {
  readonly session: Session;
  readonly stage: Stage;
  /** Why the pen did not let it in, the last time. */
  readonly refusal: RefusalReason | undefined;
  /** Somebody who speaks another version was heard. */
  readonly foreign: boolean;
  /** Blocks that were neither frame nor line. */
  readonly noise: number;
}

/** A console whose port has just been opened. */
export const NEW_SERVICE: Service = {
  session: closedSession('service'),
  stage: { kind: 'meeting', ageMs: 0, knockMs: undefined, pauseMs: undefined },
  refusal: undefined,
  foreign: false,
  noise: 0,
};

/** What happens to a console. */
export type ServiceEvent =
  | Extract<SessionEvent, { readonly kind: 'greet' | 'port-closed' | 'frame' | 'tick' }>
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'dropped'; readonly why: DropReason }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'leave' }
  | { readonly kind: 'interrupt' };

/** Why a line was not sent. */
export type NotSent = 'not-text' | 'busy' | 'not-open';

/** What whoever sits there is told. */
export type ServiceNews =
  | { readonly kind: 'hold-trigger' }
  | { readonly kind: 'entered'; readonly pen: LinkedPen }
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly lines: readonly string[];
      /** Why the pen does not do it, in its own words; undefined when it said "ok". */
      readonly refusal: string | undefined;
    }
  | { readonly kind: 'unanswered'; readonly text: string }
  | { readonly kind: 'not-sent'; readonly text: string; readonly why: NotSent }
  | { readonly kind: 'unasked'; readonly text: string }
  | { readonly kind: 'babble' }
  | { readonly kind: 'noise' }
  | { readonly kind: 'moving'; readonly phase: Phase }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'over'; readonly end: ServiceEnd };

/** What a console wants done. */
export type ServiceEffect =
  | SessionEffect
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'tell'; readonly news: ServiceNews };

/** One step of a console. */
export interface ServiceStep {
  readonly service: Service;
  readonly effects: readonly ServiceEffect[];
}
