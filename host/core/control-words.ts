// What control says, in English: one sentence for each refusal, stop and alarm, with what it is,
// why, and what to do next. Nothing else in the host makes sentences of these.

import type { LatchReason } from '../../protocol/reason.ts';
import type { AlarmId } from './alarm.ts';
import { roomSentence } from './checklist-words.ts';
import type { ArmRefusal } from './control/event.ts';
import type { StopCause, StopFinding } from './control/stop-cause.ts';

const DAY_CHANGED = 'Another day has begun since this treatment was prepared; finish it ' +
  'and begin again, so that everything is judged as of today.';

const lockedWords = (forMs: number): string =>
  'Three stops in ten minutes: the treatment is locked for ' +
  `${String(Math.ceil(forMs / 60_000))} more minutes; find the cause first.`;

const guardWords = (refusal: Extract<ArmRefusal, { readonly code: 'guard-refused' }>): string =>
  `The guard refused: ${refusal.rule} in ${refusal.message}, asked ` +
  `${String(refusal.asked)}, allowed ${String(refusal.allowed)}. Finish this treatment and ` +
  'report it: the host has asked for more than its own table allows.';

type EnergyRefusal = Extract<ArmRefusal, { readonly code: 'energy-unknown' | 'energy-spent' }>;

const energyWords = (refusal: EnergyRefusal): string =>
  refusal.code === 'energy-unknown'
    ? 'The pen has not told its count of pulses; wait a moment and ask again.'
    : `The ${refusal.area} has had all its energy today; go on with another area.`;

/** The sentence of a refusal during a treatment. */
export function armRefusalWords(refusal: ArmRefusal): string {
  switch (refusal.code) {
    case 'not-now':
      return `Not now: the treatment is ${refusal.phase}; wait for it to be ready and ask again.`;
    case 'nothing-latched':
      return 'Nothing is latched and no alarm is left to clear; arm an area to go on.';
    case 'day-changed':
      return DAY_CHANGED;
    case 'room-open':
      return roomSentence(refusal.item);
    case 'not-in-plan':
      return `The plan has no ${refusal.area} (${refusal.side}); choose an area of the plan.`;
    case 'eye-not-confirmed':
      return `The ${refusal.area} lies at the eye; confirm it by itself, shield in place, and arm.`;
    case 'nothing-left':
      return `The ${refusal.area} has no strokes left today; go on with another area.`;
    case 'pass-limit':
      return `The ${refusal.area} has had all its passes; go on with another area.`;
    case 'contact-limit':
      return `The ${refusal.area} has had all its contact time; go on with another area.`;
    case 'pen-shaken':
      return `The pen stalled or went too deep, which closes the ${refusal.area} until it was ` +
        'calibrated; go on with another area, or finish and take another pen.';
    case 'needle-on-limit':
      return 'The needles have been on for as long as one treatment may last; finish it now.';
    case 'puncture-limit':
      return 'The treatment has reached its limit of punctures; finish it now.';
    case 'pen-changed':
      return `This is pen ${refusal.found}, and the plan was admitted for ${refusal.expected}; ` +
        'connect that pen, or begin again with this one.';
    case 'cartridge-changed':
      return `The cartridge is ${refusal.found}, and the plan was admitted with ` +
        `${refusal.expected}; put that one in, or begin again with this one.`;
    case 'certificate-changed':
      return `The pen's certificate is ${refusal.found}, not ${refusal.expected}; begin again.`;
    case 'schema-differs':
      return 'The pen speaks another version of the protocol; it can be read but not moved until ' +
        'pen and host have matching versions.';
    case 'no-telemetry':
      return 'The pen has not reported its state yet; wait a moment and ask again.';
    case 'ledger-differs':
      return `The pen counts ${String(refusal.told)} strokes and its ledger ` +
        `${String(refusal.ledger)}; end the link and connect the pen again.`;
    case 'ledger-unexplained':
      return `The pen's ledger reads ${String(refusal.ledger)} strokes, and the journal explains ` +
        `${String(refusal.explained)}; finish, and adopt the pen's ledger with a reason.`;
    case 'not-idle':
      return `The pen is ${refusal.phase}; wait until it is idle, or stop it and clear the stop.`;
    case 'not-retracted':
      return 'The needles are not proven to be withdrawn; hold the pen away and wait.';
    case 'trigger-held':
      return 'The trigger is held; let go of it, arm, and then press.';
    case 'pedal-missing':
      return 'The foot pedal that this treatment asks for is not there; plug it in.';
    case 'pedal-held':
      return 'The foot pedal is held down; lift the foot, arm, and then press.';
    case 'battery-low':
      return `The battery is at ${String(refusal.percent)} %; charge the pen first.`;
    case 'no-vitals':
      return 'The pen does not report its battery and temperature; wait a moment and ask again.';
    case 'too-hot':
      return `The pen is at ${(refusal.deciDegC / 10).toFixed(1)} degrees; let it cool down first.`;
    case 'charging':
      return 'The pen is charging; take it off the charger.';
    case 'locked-out':
      return lockedWords(refusal.forMs);
    case 'clock-unknown':
      return "The pen's clock is not known well enough yet; wait a moment and ask again.";
    case 'slow-link':
      return `An answer from the pen takes ${String(refusal.roundTripMs)} ms, which is too long; ` +
        'check the cable and close other programs.';
    case 'energy-unknown':
    case 'energy-spent':
      return energyWords(refusal);
    case 'pen-refused':
      return `The pen refused (${refusal.reason}); read its state and ask again.`;
    case 'guard-refused':
      return guardWords(refusal);
  }
}

const FINDINGS: Readonly<Record<StopFinding, string>> = {
  'too-deep': 'a stroke was measured deeper than commanded',
  'rate-off': 'the stroke rate is far from what was commanded',
  'moving-unasked': 'the pen moved without permission',
  'armed-unasked': 'the pen is armed and nobody here armed it',
  'not-retracted': 'the needles did not withdraw in time',
  'frozen-telemetry': "the pen's report stands still",
  'stale-telemetry': "the pen's reports come too late",
  'future-telemetry': "the pen's clock runs ahead",
  'vitals-missing': 'the pen no longer reports its battery and temperature',
  'counter-backwards': "the pen's stroke count went backwards",
  'counter-beyond-grant': 'the pen counted more strokes than it was given',
  'energy-beyond-grant': 'the pen gave more energy than it was given',
  'foreign-arming': 'the pen is armed for something else',
  'too-hard': 'the pen was pressed too hard',
  tilted: 'the pen was tilted too far',
  'too-hot': 'the pen is too hot',
  'battery-low': 'the battery is nearly empty',
  'cartridge-gone': 'the cartridge is gone',
  'encoder-fault': "the pen's stroke counter has a fault",
  'depth-implausible': 'the depth sensor says what cannot be',
};

const LATCHES: Readonly<Record<LatchReason, string>> = {
  none: 'it does not say why',
  'host-stop': 'it was told to stop',
  'foreign-hello': 'another host, or a new start of this one, spoke to it while it was armed',
  'lease-expired': 'it did not hear from the host in time',
  'encoder-silent': 'its stroke counter fell silent',
  overspeed: 'its motor ran too fast',
  stall: 'its motor was blocked',
  'too-deep': 'it measured a stroke that was too deep',
  'cartridge-gone': 'its cartridge came loose',
  'not-retracted': 'its needles did not withdraw',
  'over-temperature': 'it is too hot',
  'battery-low': 'its battery is nearly empty',
  'reset-in-motion': 'it lost power while it was in use',
  'ledger-damaged': 'its stroke ledger is damaged',
  'contact-in-calibration': 'it touched something during calibration',
  'tilted-too-far': 'it was tilted too far',
  'pressed-too-hard': 'it was pressed too hard',
  'impedance-out': 'it measured an impedance out of its window too often',
  'tissue-too-hot': 'it measured tissue that was too hot',
  'energy-unasked': 'it gave energy without permission',
};

/** What stopped the pen, as the second half of a sentence. */
export function stopWords(cause: StopCause): string {
  switch (cause.kind) {
    case 'operator':
      return `Stopped by ${cause.by}.`;
    case 'pen':
      return `The pen stopped itself: ${LATCHES[cause.reason]}.`;
    case 'watch':
      return `Stopped: ${FINDINGS[cause.finding]}.`;
    case 'host':
      return HOST_WORDS[cause.why];
  }
}

const HOST_WORDS = {
  stalled: 'Stopped: this computer was too slow to watch the pen.',
  'journal-failed': 'Stopped: the journal cannot be written.',
  'shutting-down': 'Stopped: the host is shutting down.',
  'console-gone': 'Stopped: the console went away.',
  'link-lost': 'Stopped: the link to the pen was lost while an area was armed.',
  'guard-refused': 'Stopped: the guard refused what the host was about to send.',
} as const;

/** Why the pen is latched, as a sentence. */
export const latchWords = (reason: LatchReason): string =>
  `The pen is latched: ${LATCHES[reason]}.`;

/** The short line of an alarm. */
export const alarmWords = (alarm: AlarmId): string => ALARM_WORDS[alarm];

const ALARM_WORDS: Readonly<Record<AlarmId, string>> = {
  ...FINDINGS,
  'energy-unasked': 'The pen gave energy by itself: lift it, and do not use it again.',
  'tissue-too-hot': 'The tissue under the needles is too hot: lift the pen and cool the skin.',
  'impedance-out': 'Three pulses met skin that conducts too well or too badly; leave this area.',
  'stop-not-confirmed': 'the pen does not confirm the stop: lift it off the skin now',
  overspeed: "the pen's motor ran too fast",
  'pen-fault': 'the pen stopped itself',
  'guard-refused': 'the guard refused what the host was about to send: finish and report it',
  'host-trouble': 'the host stopped the pen',
  'operator-stop': 'stopped by hand',
  'link-lost': 'the link to the pen is lost; the pen has stopped by itself',
  'budget-spent': 'an area has used its budget',
  'pedal-missing': 'the foot pedal is gone',
  'pen-shaken': 'the pen stalled or went too deep: it works less deep until it was calibrated',
  'rate-drifts': 'the stroke rate drifts',
  'budget-nearly-spent': 'an area has used four fifths of its budget',
  tilt: 'hold the pen upright',
  force: 'press less',
  dwell: 'keep the pen moving',
  'battery-weak': 'the battery is weak',
};
