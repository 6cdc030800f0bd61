// What the treatment journal says that a person's skin has had, for commands that only look.

import { type BudgetSpent, NOTHING_SPENT } from '../core/budget-spent.ts';
import type { Day } from '../core/day.ts';
import { ok, type Result } from '../../protocol/result.ts';
import { journalFacts } from '../treat/facts.ts';
import { localTime } from '../treat/local-time.ts';
import { readEntries } from './open-journal.ts';
import type { Outcome } from './outcome.ts';

/** What was spent; nothing where no installation is named. */
export function spentOf(
  dataDir: string | undefined,
  person: string,
  today: Day,
  alsoKnownAs: readonly string[] = [],
): Result<BudgetSpent, Outcome> {
  if (dataDir === undefined) return ok(NOTHING_SPENT);
  const read = readEntries(dataDir);
  if (!read.ok) return read;
  const lines = read.value.entries.map((entry) => ({ ...entry, at: localTime(entry.at) }));
  return ok(journalFacts(lines, person, today, alsoKnownAs).spent);
}
