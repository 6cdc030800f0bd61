// How an arming is brought to its end in the books: by the pen's ledger where it can be read, at
// its worst where it cannot. Contact that nobody metered is as long as its strokes would have
// taken, and a ledger that cannot be is a contradiction that keeps everything from being armed.

import type { Ledger } from '../../../protocol/from-pen.ts';
import { ms, strokes } from '../../../protocol/units.ts';
import { isRetracted } from '../stopped.ts';
import { settle, taskOf, type Used, usedByLedger } from './account.ts';
import { pulsesUsed } from './energy-count.ts';
import { stay, type Step } from './parts.ts';
import type { Arming, Control } from './state.ts';
import { addTo } from './whole.ts';

/** Books an arming by what the pen's ledger says. */
export function settleByLedger(
  control: Control,
  arming: Arming | undefined,
  ledger: Ledger,
): Step {
  const { heard } = control;
  const next: Control = { ...control, heard: heard && { ...heard, ledger } };
  if (arming === undefined || heard === undefined) return stay(next);
  const { reserveAhead } = heard.pen.pages.capabilities;
  const used = usedByLedger(arming, ledger, reserveAhead);
  const retracted = isRetracted(heard.telemetry);
  // What the ledger does not explain stays unexplained, and is in the way of the next arming.
  if (used === undefined) {
    const shown: Control = { ...next, explainedStrokes: arming.meteredStrokes };
    return book(shown, arming, { ...worstOf(arming, ledger), retracted });
  }
  const counted = used.known ? Math.max(0, ledger.counted - arming.fromCounted) : 0;
  const newBoot = ledger.bootId === arming.bootId ? undefined : ledger;
  const explained: Control = { ...next, explainedStrokes: ledger.strokes };
  return book(explained, arming, { ...used, counted, retracted, newBoot });
}

/** Books an arming whose pen is out of reach. */
export const settleAtWorst = (control: Control, arming: Arming): Step =>
  book(control, arming, { ...worstOf(arming, undefined), retracted: false });

/** All that was permitted, or what the ledger claims beyond it. */
const worstOf = (arming: Arming, ledger: Ledger | undefined): Omit<Used, 'retracted'> => ({
  // S-22: everything that was permitted, or more if the ledger says more.
  strokes: strokes(Math.max(arming.ceiling, ledger?.strokes ?? 0) - arming.fromStrokes),
  counted: 0,
  known: false,
  newBoot: undefined,
});

/** Books what an arming came to, with the contact of the strokes that no telemetry showed. */
function book(control: Control, arming: Arming, used: Used): Step {
  const task = taskOf(control, arming);
  const unseen = Math.max(0, used.strokes - (arming.meteredStrokes - arming.fromStrokes));
  const unseenMs = Math.ceil((unseen * 100_000) / task.rateCentiHz);
  const contactMs = ms(arming.contactMs + unseenMs);
  const next = { ...control, needleOnMs: addTo(control.needleOnMs, task, unseenMs) };
  const energy = pulsesUsed(control, arming);
  return settle(
    next, { ...arming, contactMs }, energy === undefined ? used : { ...used, energy },
  );
}
