/**
 * Faults of the radiofrequency part, from their first moment to their last. They are a home of
 * their own, so that a pen without the part never looks at them.
 */
import { enlist, type Scheduled, takeDue, type Waiting, waitFor } from '../faults/due.ts';
import { addFault, type FaultLog } from '../faults/fault-log.ts';
import { isEnergyFault } from '../faults/fault-home.ts';
import type { EnergyFault, Fault } from '../faults/fault.ts';

interface Active<One extends EnergyFault = EnergyFault> {
  readonly fault: One;
  readonly index: number;
  readonly untilMs: number;
}

/** The faults of one part: those that wait, and those at work. */
export interface RadioFaults {
  readonly waiting: Waiting<EnergyFault>;
  active: readonly Active[];
  readonly add: (fault: Fault) => boolean;
}

type OfKind<Kind> = Extract<EnergyFault, { readonly kind: Kind }>;

// No run is this long.
const FOR_GOOD = 2 ** 30 - 1;

/** Takes the faults of this home out of a log. */
export function createRadioFaults(log: FaultLog): RadioFaults {
  const waiting = waitFor(log, isEnergyFault);
  return {
    waiting,
    active: [],
    add: (fault) => {
      if (!isEnergyFault(fault)) return false;
      enlist(waiting, { fault, index: addFault(log, fault) });
      return true;
    },
  };
}

/** Begins the faults whose moment has come and ends those whose time is over. */
export function passRadioFaults(faults: RadioFaults, tMs: number, strokes: number): void {
  const { waiting } = faults;
  if (tMs >= waiting.nextMs || strokes >= waiting.nextStroke) {
    const due = takeDue(waiting, tMs, strokes).map((one) => begun(one, tMs));
    faults.active = [...faults.active, ...due];
  }
  if (faults.active.some(({ untilMs }) => tMs >= untilMs)) {
    faults.active = faults.active.filter(({ untilMs }) => tMs < untilMs);
  }
}

const begun = ({ fault, index }: Scheduled<EnergyFault>, tMs: number): Active => ({
  fault,
  index,
  untilMs: fault.lasting === 'for-good' ? FOR_GOOD : tMs + fault.lasting.ms,
});

/** The fault of a kind that is at work now, if there is one. */
export function radioFaultAtWork<Kind extends EnergyFault['kind']>(
  { active }: RadioFaults,
  kind: Kind,
): Active<OfKind<Kind>> | undefined {
  const isOfKind = (one: Active): one is Active<OfKind<Kind>> => one.fault.kind === kind;
  return active.length === 0 ? undefined : active.find(isOfKind);
}

/** Whether a fault is at work or begins within the next milliseconds. */
export const radioFaultsWithin = (
  { active, waiting }: RadioFaults,
  untilMs: number,
  strokes: number,
): boolean => active.length > 0 || untilMs >= waiting.nextMs || strokes >= waiting.nextStroke;
