// Faults of the pen's processor, clock and memory: when each begins, what it does to the pen, and
// when it is over. Whether one made a difference is noted where that can be seen.

import { enlist, type Scheduled, takeDue, waitFor, type Waiting } from './faults/due.ts';
import { isPenFault } from './faults/fault-home.ts';
import { type FaultLog, noteEffect } from './faults/fault-log.ts';
import type { PenFault } from './faults/fault.ts';
import { type LedgerLoss, STORE_MS } from './pen-memory.ts';

/** What a fault can do to a pen. */
export interface Patient {
  readonly reset: (deadMs: number) => void;
  readonly hang: (ms: number) => void;
  readonly setDriftPpm: (ppm: number) => void;
  readonly lose: (how: LedgerLoss) => void;
  readonly setStore: (how: { readonly ms: number; readonly fails: boolean }) => void;
}

/** The faults of one pen, asked every tick. */
export interface PenFaults {
  readonly pass: (nowMs: number, strokes: number) => void;
  /** One more, while the pen lives. */
  readonly add: (scheduled: Scheduled<PenFault>) => void;
}

interface Lasting {
  readonly fault: PenFault;
  readonly untilMs: number;
}

// No run is this long.
const FOR_GOOD_MS = 2 ** 30 - 1;

/** Makes the faults of a scenario that act in this pen. */
export function createPenFaults(log: FaultLog, patient: Patient): PenFaults {
  const waiting: Waiting<PenFault> = waitFor(log, isPenFault);
  let lasting: readonly Lasting[] = [];

  const end = ({ fault }: Lasting): void => {
    if (fault.kind === 'clock-drift') patient.setDriftPpm(0);
    else patient.setStore({ ms: STORE_MS, fails: false });
  };

  const begin = ({ fault, index }: Scheduled<PenFault>, nowMs: number): void => {
    carryOut(fault, patient);
    noteEffect(log, index);
    if (!('lasting' in fault)) return;
    const untilMs = fault.lasting === 'for-good' ? FOR_GOOD_MS : nowMs + fault.lasting.ms;
    lasting = [...lasting, { fault, untilMs }];
  };

  return {
    add: (scheduled) => enlist(waiting, scheduled),
    pass: (nowMs, strokes) => {
      for (const due of takeDue(waiting, nowMs, strokes)) begin(due, nowMs);
      if (lasting.length === 0) return;
      for (const one of lasting) if (nowMs >= one.untilMs) end(one);
      lasting = lasting.filter(({ untilMs }) => nowMs < untilMs);
    },
  };
}

/** How long a pen is without its firmware when it restarts at once. */
export const BOOT_MS = 40;

function carryOut(fault: PenFault, patient: Patient): void {
  switch (fault.kind) {
    case 'reset':
      patient.reset(BOOT_MS);
      return;
    case 'brown-out':
      patient.reset(BOOT_MS + fault.ms);
      return;
    case 'pen-hang':
      patient.hang(fault.ms);
      return;
    case 'clock-drift':
      patient.setDriftPpm(fault.ppm);
      return;
    case 'ledger-loss':
      patient.lose(fault.leaves);
      return;
    case 'slow-store':
      patient.setStore({ ms: fault.ms, fails: false });
      return;
    case 'store-fails':
      patient.setStore({ ms: STORE_MS, fails: true });
      return;
  }
}
