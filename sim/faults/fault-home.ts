/**
 * Where each kind of fault acts, as a table that a new kind cannot escape.
 *
 * The home is also who answers for the fault's effect: only it can tell a fault that changed
 * something from one that found nothing to change.
 */
import type {
  EnergyFault, Fault, FaultHome, PenFault, PlantFault, WireFault, WorldFault,
} from './fault.ts';

/** The home of every kind of fault. */
export const FAULT_HOMES: Readonly<Record<Fault['kind'], FaultHome>> = {
  'motor-stall': 'plant',
  overspeed: 'plant',
  'motor-runaway': 'plant',
  'depth-creep': 'plant',
  'depth-stop-jam': 'plant',
  'outside-certificate': 'plant',
  'loose-cartridge': 'plant',
  'cartridge-gone': 'plant',
  'cartridge-swap': 'plant',
  'stuck-encoder': 'plant',
  'lossy-encoder': 'plant',
  'frozen-depth-sensor': 'plant',
  'stuck-trigger': 'plant',
  'false-contact': 'plant',
  'stuck-retract-switch': 'plant',
  'frozen-force': 'plant',
  'frozen-tilt': 'plant',
  'frozen-motion': 'plant',
  'battery-drop': 'plant',
  overheat: 'plant',
  flip: 'wire',
  drop: 'wire',
  duplicate: 'wire',
  delay: 'wire',
  truncate: 'wire',
  reorder: 'wire',
  babble: 'wire',
  'wire-stall': 'wire',
  replay: 'wire',
  unplug: 'wire',
  reset: 'pen',
  'brown-out': 'pen',
  'pen-hang': 'pen',
  'clock-drift': 'pen',
  'ledger-loss': 'pen',
  'slow-store': 'pen',
  'store-fails': 'pen',
  'host-pause': 'world',
  'host-kill': 'world',
  'disk-full': 'world',
  'disk-read-only': 'world',
  'second-host': 'world',
  'energy-stuck': 'energy',
  'energy-unasked': 'energy',
  'energy-strong': 'energy',
  'impedance-off': 'energy',
  'hot-tissue': 'energy',
  'frozen-tissue-sensor': 'energy',
};

/** Whether a fault acts in the pen's body. */
export function isPlantFault(fault: Fault): fault is PlantFault {
  return FAULT_HOMES[fault.kind] === 'plant';
}

/** Whether a fault acts on the bytes between the ends. */
export function isWireFault(fault: Fault): fault is WireFault {
  return FAULT_HOMES[fault.kind] === 'wire';
}

/** Whether a fault acts in the pen's processor, clock or memory. */
export function isPenFault(fault: Fault): fault is PenFault {
  return FAULT_HOMES[fault.kind] === 'pen';
}

/** Whether a fault acts around pen and wire: on the host, its disk, or as another host. */
export function isWorldFault(fault: Fault): fault is WorldFault {
  return FAULT_HOMES[fault.kind] === 'world';
}

/** Whether a fault acts in a generator of energy, or in the tissue at its pins. */
export function isEnergyFault(fault: Fault): fault is EnergyFault {
  return FAULT_HOMES[fault.kind] === 'energy';
}
