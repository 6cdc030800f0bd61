// How a pen comes to life: what it still knows, what it must assume, and whether it starts latched.
// Whatever was lost is counted at its worst; a pen that may have been moving does not go on.

import type { LatchReason } from '../../protocol/reason.ts';
import type { CalibrationTable } from '../../protocol/table.ts';
import { NEWBORN } from './ages.ts';
import { calibratedBy } from './calibrated.ts';
import { NOTHING_DROPPED } from './counters.ts';
import { after, type Step, stay } from './event.ts';
import { bootEnergy } from './energy-state.ts';
import { NO_LINK } from './handshake.ts';
import { latchUp } from './latch.ts';
import { store } from './ledger.ts';
import { FRESH, type NonVolatile } from './non-volatile.ts';
import { bootPairing, NO_KEYS, type PairingRecord } from './pairing-state.ts';
import { NO_PACE } from './pace.ts';
import { UNSEEN } from './sense.ts';
import { type Boot, type Firmware, HALT, type Make, STILL } from './state.ts';

/** What a boot is given; `undefined` is a memory that is empty, torn or altered. */
export interface Waking {
  readonly make: Make;
  readonly boot: Boot;
  readonly nonVolatile: NonVolatile | undefined;
  /** The calibration table; `undefined` is a memory in which none is whole. */
  readonly table: CalibrationTable | undefined;
  /** Keys and count; left out by a pen that was never paired. */
  readonly pairing?: PairingRecord | undefined;
}

/** Why a pen starts latched although its memory names no latch. */
function wakingLatch({ boot, nonVolatile }: Waking): LatchReason | undefined {
  if (nonVolatile === undefined) return boot.bootCount > 1 ? 'ledger-damaged' : undefined;
  // S-25: a pen that was armed when it went out does not go on.
  return nonVolatile.armed ? 'reset-in-motion' : undefined;
}

function awake({ make, boot, nonVolatile, table, pairing }: Waking): Firmware {
  const record = nonVolatile ?? FRESH;
  return {
    make,
    boot,
    ages: NEWBORN,
    seen: UNSEEN,
    hold: { id: 0, held: false, ticks: 0, spent: false, fresh: false },
    link: NO_LINK,
    doing: record.latch.reason === 'none' ? { kind: 'idle' } : { kind: 'latched' },
    drive: STILL,
    ledger: {
      strokes: record.mark,
      counted: record.counted,
      encoder: undefined,
      storedMark: record.mark,
      mark: record.mark,
      storeId: 0,
      closed: record.closed,
      armingId: record.armingId,
      creep: 0,
    },
    calibrated: calibratedBy(table, make.serial),
    pairing: bootPairing(pairing ?? NO_KEYS),
    pace: NO_PACE,
    latch: record.latch,
    counters: NOTHING_DROPPED,
    greetings: 0,
    ...(make.radio === undefined ? {} : { energy: bootEnergy(record.pulses ?? 0) }),
  };
}

/** The cam may still run out from before, and the depth stop be jammed: it is braked at once. */
const braked = ({ state, effects }: Step): Step =>
  after([{ kind: 'drive', drive: HALT }, ...effects], stay({ ...state, drive: HALT }));

/** Boots a pen. */
export function wake(waking: Waking): Step {
  const state = awake(waking);
  const reason = wakingLatch(waking);
  // S-25: who boots latched may have been moving, perhaps two boots ago.
  if (reason !== undefined) return braked(latchUp(state, reason));
  if (state.doing.kind === 'latched') return braked(stay(state));
  // A pen that boots for the first time has to be known at its second boot.
  return waking.nonVolatile === undefined ? store(state) : stay(state);
}
