// The few ways in which a step of the session can end. They are apart so that the handshake, the
// requests and the session itself can all use them without knowing each other.

import type { Header } from '../../protocol/frame.ts';
import type {
  HostDrop,
  LinkState,
  LostWhy,
  Session,
  SessionEffect,
  SessionReport,
  SessionStep,
  Talk,
} from './session-state.ts';

/** The header of what is sent outside any link session. */
export const NO_SESSION: Header = { session: 0, seq: 0, ack: 0 };

/** Nothing to send and nothing to say. */
export const stay = (session: Session): SessionStep => ({ session, effects: [], reports: [] });

/** Goes on with another link state. */
export const withLink = (
  session: Session,
  link: LinkState,
  effects: readonly SessionEffect[] = [],
  reports: readonly SessionReport[] = [],
): SessionStep => ({ session: { ...session, link }, effects, reports });

/** Goes on with an open link. */
export const withTalk = (
  session: Session,
  talk: Talk,
  effects: readonly SessionEffect[] = [],
  reports: readonly SessionReport[] = [],
): SessionStep => withLink(session, { kind: 'open', talk }, effects, reports);

/** Drops a frame and counts why. */
export const drop = (session: Session, why: HostDrop): SessionStep =>
  stay({ ...session, drops: { ...session.drops, [why]: session.drops[why] + 1 } });

const unanswered = (talk: Talk): readonly SessionReport[] =>
  [...(talk.pending ? [talk.pending] : []), ...talk.waiting]
    .filter(({ ticket }) => ticket >= 0)
    .map(({ ticket }) => ({ kind: 'unanswered', ticket }));

/**
 * Gives a link up. What was asked and not answered is unknown, which is not the same as not done.
 * The next link session starts from nothing, with a nonce that has yet to be drawn.
 */
export function lose(session: Session, why: LostWhy): SessionStep {
  const { link } = session;
  const reports: readonly SessionReport[] =
    // S-22: what was asked and not answered is told as unknown, never as not done.
    link.kind === 'open' ? [...unanswered(link.talk), { kind: 'link-lost', why }] : [];
  const effects: readonly SessionEffect[] = why === 'closed' ? [] : [{ kind: 'draw-nonce' }];
  return withLink(session, { kind: 'closed' }, effects, reports);
}
