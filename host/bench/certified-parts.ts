// Parts of a certificate and of a table that come from the pen and the room as they are, and are
// not measured.

import type { CalibrationTable } from '../../protocol/table.ts';
import { um } from '../../protocol/units.ts';
import type { Precondition } from '../core/bench/precondition.ts';
import type { MakeInput } from '../core/certificate/make.ts';
import type { LinkedPen } from '../link/session-state.ts';

/** What a pen may say of itself between two series: nothing. */
export const UNKNOWN: Omit<CalibrationTable, 'serial' | 'curve'> = {
  certificateId: '',
  class: 'none',
  issuedDay: 0,
  dueDay: 0,
  biasLowUm: um(0),
  uncertaintyLowUm: um(0),
  biasHighUm: um(0),
  uncertaintyHighUm: um(0),
};

/** The air at the bench in tenths of a degree, if it was asked for. */
export const airOf = (preconditions: readonly Precondition[]): number | null =>
  preconditions.find(({ what }) => what === 'ambient')?.value ?? null;

/** The pen as its certificate names it. */
export const certifiedPen = ({
  pages: { identity, capabilities },
}: LinkedPen): MakeInput['pen'] => ({
  serial: identity.serial,
  model: identity.model,
  firmware: identity.firmware,
  hardware: identity.hardware,
  depthUmMin: capabilities.depthUmMin,
  depthUmMax: capabilities.depthUmMax,
  depthStepUm: capabilities.depthStepUm,
  rateCentiHzMin: capabilities.rateCentiHzMin,
  rateCentiHzMax: capabilities.rateCentiHzMax,
  evaluatedDepthUmMax: capabilities.evaluatedDepthUmMax,
  overshootUm: capabilities.overshootUm ?? null,
});
