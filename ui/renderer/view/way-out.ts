// What can be done when something keeps an area from being armed: most of it passes by itself or by
// a hand; what is only of one area leaves the others; what lasts is a reason to end here, which is
// asked about once and never done by one press.

import type { ArmRefusal } from '../../../host/core/control/event.ts';
import type { Snapshot } from '../../../host/core/snapshot.ts';
import type { Place } from './place.ts';

/** What leads on. */
export type WayOut = 'wait' | 'elsewhere' | 'end';

const WAYS: Readonly<Record<ArmRefusal['code'], WayOut>> = {
  'not-now': 'wait',
  'nothing-latched': 'wait',
  'day-changed': 'end',
  'room-open': 'wait',
  'not-in-plan': 'elsewhere',
  'eye-not-confirmed': 'wait',
  'nothing-left': 'elsewhere',
  'pass-limit': 'elsewhere',
  'contact-limit': 'elsewhere',
  'pen-shaken': 'elsewhere',
  'needle-on-limit': 'end',
  'puncture-limit': 'end',
  'pen-changed': 'end',
  'cartridge-changed': 'end',
  'certificate-changed': 'end',
  'schema-differs': 'end',
  'no-telemetry': 'wait',
  'ledger-differs': 'end',
  'ledger-unexplained': 'end',
  'not-idle': 'wait',
  'not-retracted': 'wait',
  'trigger-held': 'wait',
  'pedal-missing': 'end',
  'pedal-held': 'wait',
  'battery-low': 'end',
  charging: 'wait',
  'too-hot': 'wait',
  'no-vitals': 'wait',
  'locked-out': 'end',
  'clock-unknown': 'wait',
  'slow-link': 'wait',
  'pen-refused': 'wait',
  'guard-refused': 'end',
  'energy-unknown': 'end',
  'energy-spent': 'elsewhere',
};

/** The area to go on with, where there is one that nothing is in the way of. */
export function freePlace({ areas }: Snapshot): Place | undefined {
  const free = areas.find(({ state, against }) => state === 'open' && against.length === 0);
  return free === undefined ? undefined : { area: free.area, side: free.side };
}

/** What leads on past a reason; without another area to go on with it is the end. */
export function wayOut({ code }: ArmRefusal, snapshot: Snapshot): WayOut {
  const way = WAYS[code];
  return way === 'elsewhere' && freePlace(snapshot) === undefined ? 'end' : way;
}
