// The calibration table: taken whole or not at all, kept in memory before it counts, and then the
// curve by which every depth is ordered. Nothing here moves anything; what the certificate says is
// between the host and whoever signed it, but whose table it is and whether it is whole is checked.

import { curveFault } from '../../protocol/curve.ts';
import { type CalibrationTable, tableCheck } from '../../protocol/table.ts';
import type { Certify } from '../../protocol/to-pen.ts';
import { because, done, refused, type Refusal, type Ruling, type Step } from './event.ts';
import { modeRefusal } from './guard.ts';
import type { Doing, Firmware } from './state.ts';

/** The table of a certify request, without the envelope around it. */
function tableOf({ kind: _kind, check: _check, ...table }: Certify): CalibrationTable {
  return table;
}

/** Why a table is not taken; the first rule that it breaks. */
function certifyRefusal(state: Firmware, ask: Certify): Refusal | undefined {
  const wrongMode = modeRefusal(state, 'calibration');
  if (wrongMode !== undefined) return wrongMode;
  if (!state.seen.retracted) return because('not-retracted');
  if (ask.serial !== state.make.serial) return because('foreign-table');
  const check = tableCheck(tableOf(ask));
  if (ask.check !== check) return because('damaged-table', ask.check, check);
  return curveFault(ask.curve) === undefined ? undefined : because('bad-curve');
}

/**
 * CERTIFY at rest: the table is ordered to be stored. The one before holds until it is, and no
 * needle is ordered anywhere in between.
 */
export function certify(state: Firmware, _doing: Doing, ask: Certify): Ruling {
  const refusal = certifyRefusal(state, ask);
  if (refusal !== undefined) return refused(state, refusal);
  const id = state.calibrated.storeId + 1;
  const table = tableOf(ask);
  const step: Step = {
    state: { ...state, calibrated: { ...state.calibrated, storeId: id, storing: table } },
    effects: [{ kind: 'store-table', id, table }],
  };
  return done(step);
}

/** The memory says that a table is stored: from now on it is the pen's. */
export function tableStored(state: Firmware, id: number): Firmware {
  const { storing, storeId } = state.calibrated;
  if (storing === undefined || id !== storeId) return state;
  return { ...state, calibrated: { table: storing, storeId, storing: undefined } };
}
