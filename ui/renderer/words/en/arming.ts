// Why an area is not armed at this moment, in English. What and why stand before the bar, what to
// do next behind it.

import type { ArmRefusal } from '../../../../host/core/control/event.ts';

/** Reasons against arming. A reason of the room is said by the room's own text. */
export const arming = {
  'not-now': 'Not now: {phase}. | Wait until the pen is ready, then ask again.',
  'nothing-latched': 'Nothing is latched. | Arm an area to go on.',
  'day-changed': `Another day has begun since this was prepared. | Finish, and begin again
    as of today.`,
  'not-in-plan': '{where}: not in the plan. | Choose an area of the plan.',
  'eye-not-confirmed': `{area}: lies at the eye. | Confirm it by itself with the shield in place,
    then arm.`,
  'nothing-left': '{area}: no strokes left today. | Go on with another area.',
  'pass-limit': '{area}: has had all its passes. | Go on with another area.',
  'contact-limit': '{area}: has had all its contact time. | Go on with another area.',
  'pen-shaken': `{area}: closed, because the pen stalled or went too deep. | Go on with another
    area, or take another pen.`,
  'needle-on-limit': `The needles have been on for as long as one treatment may last. | Finish the
    treatment now.`,
  'puncture-limit': 'The treatment has reached its limit of punctures. | Finish the treatment now.',
  'pen-changed': `This is pen {found}, and the plan was admitted for {expected}. | Connect that
    pen, or begin again with this one.`,
  'cartridge-changed': `The cartridge is {found}, and the plan was admitted with {expected}. | Put
    that one in, or begin again with this one.`,
  'certificate-changed': 'The pen’s certificate is {found}, not {expected}. | Begin again.',
  'schema-differs': `The pen speaks another version of the protocol: it can be read but not moved.
    | Bring pen and console to matching versions.`,
  'no-telemetry': 'The pen has not reported its state yet. | Wait a moment and ask again.',
  'ledger-differs': `The pen counts {told:number} strokes and its ledger {ledger:number}. | End
    the link and connect the pen again.`,
  'energy-unknown': 'The pen has not told its count of pulses. | Wait a moment and arm again.',
  'energy-spent': '{area}: has had all its energy today. | Go on with another area.',
  'ledger-unexplained': `The pen’s ledger reads {ledger:number} strokes, and the journal explains
    {explained:number}. | Finish, and adopt the pen’s ledger with a reason.`,
  'not-idle': 'The pen is {phase}. | Wait until it is idle, or stop it and clear the stop.',
  'not-retracted': `The needles are not proven to be withdrawn. | Hold the pen away from skin and
    wait.`,
  'trigger-held': 'The trigger is held. | Let go of it, arm, and then press.',
  'pedal-missing': 'The foot pedal that this treatment asks for is not there. | Plug it in.',
  'pedal-held': 'The foot pedal is held down. | Lift the foot, arm, and then press.',
  'battery-low': 'The battery is at {percent:percent}. | Charge the pen first.',
  charging: 'The pen is charging. | Take it off the charger.',
  'too-hot': 'The pen is at {deciDegC:degrees}. | Let it cool down first.',
  'no-vitals': `The pen does not report its battery and temperature. | Wait a moment and ask
    again.`,
  'locked-out': `Three stops in ten minutes: locked for {forMs:minutes} more. | Find the cause
    first.`,
  'clock-unknown': 'The pen’s clock is not known well enough yet. | Wait a moment and ask again.',
  'slow-link': `An answer from the pen takes {roundTripMs:ms}, which is too long. | Check the
    cable and close other programs.`,
  'pen-refused': 'The pen refused: {reason}. | Let its state be read and ask again.',
  'guard-refused': `The guard refused ({rule}, {message}): asked {asked:number}, allowed
    {allowed:number}. | Finish this treatment and report it.`,
} as const satisfies Record<Exclude<ArmRefusal['code'], 'room-open'>, string>;
