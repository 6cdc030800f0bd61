// Where in a treatment a report of energy belongs: to the arming that is open, whatever phase has
// it, and to none where nothing is armed.

import type { Energy } from '../../../protocol/energy.ts';
import { energyHeard } from './energy.ts';
import { openArming } from './open-arming.ts';
import type { Step } from './parts.ts';
import type { Arming, Control } from './state.ts';

/** The phase with another arming in the place of its own. */
function withArming(control: Control, arming: Arming): Control {
  const { phase } = control;
  switch (phase.kind) {
    case 'reserving':
    case 'loading':
    case 'armed':
    case 'ending':
    case 'stopping':
      return { ...control, phase: { ...phase, arming } };
    case 'running':
      return arming.energy === undefined
        ? control
        : { ...control, phase: { ...phase, arming: { ...phase.arming, energy: arming.energy } } };
    case 'unlinked':
    case 'ready':
    case 'latched':
    case 'clearing':
    case 'finished':
    case 'failed':
      return control;
  }
}

/** The pen told of its energy. */
export const energyTold = (control: Control, energy: Energy): Step =>
  energyHeard(control, energy, openArming(control.phase), withArming);
