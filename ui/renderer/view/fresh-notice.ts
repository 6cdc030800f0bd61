// What was said last, for as long as it is news: a refusal of the host that is some seconds old has
// become history, which is kept in the desk and in the journal.

import type { NoticeLine } from '../../contract/desk-state.ts';

/** How long a notice stands beside the next step (grade D). */
export const NEWS_MS = 10_000;

/** The newest notice while it is news; `nowMs` is the instant in UTC. */
export function freshNotice(
  notices: readonly NoticeLine[],
  nowMs: number,
): NoticeLine | undefined {
  const last = notices.at(-1);
  if (last === undefined) return undefined;
  // Either way: a clock that was set back makes nothing news for an hour.
  return Math.abs(nowMs - Date.parse(last.at)) < NEWS_MS ? last : undefined;
}
