// What a pen makes of an arming with energy and of permission for a pulse. A pen without energy
// refuses both before it looks at anything else in them.

import type { ArmEnergy, EnergyGrant } from '../../protocol/energy.ts';
import { because, refused, type Ruling } from './event.ts';
import type { Firmware } from './state.ts';

/** The two messages about energy. */
export type EnergyAsk = ArmEnergy | EnergyGrant;

/** Rules on either of them. */
export const ruleEnergy = (state: Firmware, _ask: EnergyAsk): Ruling =>
  refused(state, because('no-energy'));
