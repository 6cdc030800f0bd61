/**
 * What a checker is: it stands outside host and pen, looks at the plant's truth, at the bytes on
 * the wire and at the journal, and says in sentences what should never have been. It shares no
 * code with what it judges but the decoder.
 */
import type { LimitProfile } from '../../../host/core/limit-profile.ts';
import type { Entry } from '../../../host/journal/index.ts';
import type { World } from '../world.ts';
import type { Skin } from './skin.ts';
import type { Testimony } from './testimony.ts';

/** What a checker may look at. */
export interface Evidence {
  readonly world: World;
  readonly testimony: Testimony;
  readonly profile: LimitProfile;
  /** What each piece of skin has really had, over every world that it was in. */
  readonly skin: Skin;
  /** The lines of the journal. */
  readonly entries: () => readonly Entry[];
}

/** Says what is wrong. */
export type Complain = (what: string) => void;

/** A checker looks on from the beginning; what it returns is called once at the end. */
export type Checker = (evidence: Evidence, complain: Complain) => (() => void) | undefined;

/**
 * How far an instant that is worked out from bytes can be from the true one: a moment of the world,
 * a tick of the pen, and the drift of its clock over one lease.
 */
export const BLUR_MS = 8;

/** One period of a stroke rate, rounded up. */
export const periodMs = (rateCentiHz: number): number => Math.ceil(100_000 / rateCentiHz);
