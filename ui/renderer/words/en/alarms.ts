// The alarms in English: what happened, why it is an alarm, what to do next, parted by bars. The
// first part is read from a metre away and stays short.

import type { AlarmId } from '../../../../host/core/alarm.ts';

/** What each alarm says. */
export const alarms = {
  'too-deep': `Too deep | A stroke was measured deeper than commanded; the pen was stopped. | Lift
    the pen off, look at the skin, and use another pen.`,
  'energy-beyond-grant': `More energy than given | The pen told of energy that nobody allowed; it
    was stopped. | Lift the pen, cool the skin and use another one.`,
  'energy-unasked': `Energy without permission | The generator gave energy by itself. | Lift the
    pen, cool the skin, and do not use this pen again.`,
  'tissue-too-hot': `Tissue too hot | The pen measured 70 degrees or more under its needles. |
    Lift the pen, cool the skin and look at it before anything else.`,
  'impedance-out': `Impedance out of range | Three pulses met skin that conducts too well or too
    badly. | Leave this area, or dry and clean the head.`,
  'counter-beyond-grant': `More strokes than given | The pen counted strokes that nobody allowed;
    it was stopped. | Lift the pen off and use another pen.`,
  'counter-backwards': `Stroke count went back | The pen’s count can no longer be trusted; it was
    stopped. | Lift the pen off and use another pen.`,
  'moving-unasked': `Pen moves by itself | The needles moved without permission; the pen was
    stopped. | Lift the pen off and unplug it.`,
  'armed-unasked': `Armed by somebody else | The pen is armed, and nobody here armed it. | Lift
    the pen off, clear the stop, and look who else is connected.`,
  overspeed: `Motor too fast | The pen stopped itself because its motor ran away. | Lift the pen
    off and have it serviced.`,
  'not-retracted': `Needles still out | The needles did not withdraw in time. | Lift the pen off
    straight and keep it away from skin.`,
  'stop-not-confirmed': `Lift the pen off now | The pen does not confirm the stop. | Take it off
    the skin and unplug it.`,
  'foreign-arming': `Armed for something else | The pen is armed for another area than the one
    chosen here. | Lift the pen off, clear the stop, and arm again.`,
  'too-hard': `Pressed too hard | The force was over the limit; the pen was stopped. | Look at the
    skin, clear the stop, and press less.`,
  'guard-refused': `Request kept back | The console asked for more than its own table allows;
    nothing was sent. | Finish the treatment and report it.`,
  'pen-fault': `Pen stopped itself | The pen found a fault in itself. | Read the reason and clear
    it.`,
  'rate-off': `Stroke rate wrong | The rate is far from what was commanded; the pen was stopped. |
    Look at the cartridge, then clear the stop.`,
  'frozen-telemetry': `Pen’s report stands still | The same values come again and again; the pen
    was stopped. | Clear the stop; if it comes again, use another pen.`,
  'stale-telemetry': `Reports come too late | What the pen says is too old to steer by; it was
    stopped. | Check the cable, then clear the stop.`,
  'future-telemetry': `Pen’s clock runs ahead | The times of its reports cannot be; it was
    stopped. | Connect the pen again.`,
  'vitals-missing': `Battery and heat unknown | The pen no longer reports them; it was stopped. |
    Clear the stop and wait for its report.`,
  'encoder-fault': `Stroke counter faulty | Strokes can no longer be counted; the pen was stopped.
    | Use another pen.`,
  'depth-implausible': `Depth cannot be right | The depth sensor says what cannot be; the pen was
    stopped. | Use another pen, and have this one serviced.`,
  'cartridge-gone': `Cartridge is gone | The pen no longer senses its cartridge; it was stopped. |
    Fit a new cartridge, then clear the stop.`,
  'too-hot': 'Pen too hot | The pen was stopped to cool down. | Put it aside until it is cool.',
  'battery-low': `Battery nearly empty | The pen was stopped while it still could. | Charge the
    pen.`,
  tilted: `Tilted too far | Needles at a slant tear skin; the pen was stopped. | Clear the stop
    and hold the pen upright.`,
  'host-trouble': `Console in trouble | The console could not watch the pen and stopped it. | Read
    the reason, then clear the stop.`,
  'operator-stop': 'Stopped by hand | Somebody pressed stop. | Clear the stop when all is well.',
  'link-lost': `Link to the pen lost | The pen heard nothing and has stopped by itself. | Check
    the cable; the console connects again.`,
  'budget-spent': `Area is finished | The area has received all it may today. | Go on with the
    next area.`,
  'pedal-missing': 'Foot pedal is gone | The treatment asks for a pedal. | Plug the pedal in.',
  'pen-shaken': `Pen was shaken | It stalled or went too deep, so it works less deep now, and not
    at the eye. | Go on like that, or take another pen; have this one calibrated.`,
  'rate-drifts': `Stroke rate drifts | The rate is a little off what was commanded. | Press less,
    or look at the cartridge.`,
  'budget-nearly-spent': `Nearly finished | The area has used four fifths of its budget. | Plan
    the last strokes.`,
  tilt: 'Hold the pen upright | The pen leans. | Set it square to the skin.',
  force: 'Press less | The pen presses harder than it should. | Let it glide.',
  dwell: 'Keep moving | The pen stays on one spot. | Glide on.',
  'battery-weak': 'Battery weak | The charge will not last long. | Charge it after this area.',
} as const satisfies Record<AlarmId, string>;
