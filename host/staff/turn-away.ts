// A refusal of an act as a line of the chart journal: written before it is told, so that the audit
// shows what somebody tried and was not let do. Where the journal does not take the line, that is
// told as well, and the act is refused all the same.

import type { Chart } from '../chart/index.ts';
import type { NoteGiven } from '../journal/entry.ts';
import { refuse } from '../../protocol/result.ts';
import type { Answer, DeskRefusal } from './desk-ground.ts';

/** What somebody was not let do. */
export interface TurnedAwayFrom {
  readonly action: string;
  readonly staffId: string;
  readonly place: string;
  readonly about?: string | undefined;
}

const ABOUT_CHARS_MAX = 128;

/** Writes it down and refuses. */
export async function turnAway(
  chart: Chart,
  { action, staffId, place, about }: TurnedAwayFrom,
  refusal: DeskRefusal,
): Answer<never> {
  const note: NoteGiven = {
    kind: 'act-refused', staffId, place, because: refusal.code,
    action: 'action' in refusal ? refusal.action : action,
    ...(about === undefined ? {} : { about: about.slice(0, ABOUT_CHARS_MAX) }),
  };
  const written = await chart.append(note);
  return refuse(written.ok ? [refusal] : [refusal, written.error]);
}
