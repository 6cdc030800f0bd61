// Takes over the reading of a pen's ledger that the journal does not explain: a pen that came from
// another clinic, or whose journal was lost. It is the one human act that lets such a pen be armed
// again, so it wants a name and a reason, and both stay in the journal for ever.

import {
  type Entry,
  explainFault,
  explainLedger,
  explainRefusal,
  type Journal,
  nodeWorld,
  openJournal,
} from '../../journal/index.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import { adoptionNotes, resolveOpen } from '../../treat/pen-ledger.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { meetPen } from '../meet-pen.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen, type SimWish } from '../pen-access.ts';

/** What an adoption is asked with. */
export interface AdoptAsked {
  readonly dataDir: string;
  readonly pen: string;
  readonly by: string;
  readonly why: string;
  readonly sim: SimWish;
}

/** Adopts the ledger of a pen. */
export async function adoptPen(asked: AdoptAsked): Promise<Outcome> {
  const entries: Entry[] = [];
  const journal = openJournal(asked.dataDir, nodeWorld(HOST_VERSION), {
    onEntry: (entry) => {
      entries.push(entry);
    },
  });
  if (!journal.ok) return failed(EXIT.journal, [explainRefusal(journal.error)]);
  const outcome = await adoptWith(asked, journal.value, entries);
  journal.value.close();
  return outcome;
}

async function adoptWith(
  asked: AdoptAsked,
  journal: Journal,
  entries: readonly Entry[],
): Promise<Outcome> {
  const access = await accessPen(asked.pen, asked.sim);
  if (!access.ok) return access.error;
  const met = await meetPen(access.value.address);
  await access.value.close();
  if (!met.ok) return failed(EXIT.pen, [met.error]);
  return adopt(asked, journal, entries, met.value);
}

function adopt(
  { by, why }: AdoptAsked,
  journal: Journal,
  entries: readonly Entry[],
  pen: LinkedPen,
): Outcome {
  const { serial } = pen.pages.identity;
  const { strokes } = pen.pages.ledger;
  const resolved = resolveOpen(entries, pen);
  if (resolved.ok) {
    const line = `The journal explains the ${strokes} strokes of pen ${serial}; nothing to adopt.`;
    return done([line], { ok: true, adopted: false, serial, strokes });
  }
  const notes = adoptionNotes(entries, pen, { by, why });
  for (const note of notes) {
    const appended = journal.appendAndSyncNow(note);
    if (!appended.ok) return failed(EXIT.journal, [explainFault(appended.error)]);
  }
  // An arming whose end nobody saw is a question that no reading of this ledger answers.
  const whole = notes.length - 1;
  const counted = `What was open under it (${whole}) counts as delivered in full, marked unknown.`;
  return done(
    [
      explainLedger(resolved.error),
      ...(whole > 0 ? [counted] : []),
      `Adopted by ${by}: pen ${serial} counts from ${strokes} strokes. The reason is kept.`,
    ],
    { ok: true, adopted: true, serial, strokes, by, why, because: resolved.error },
  );
}
