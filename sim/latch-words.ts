// Why a pen stands still, in a sentence for whoever watches the simulator's window.

import { LATCH_REASONS, type LatchReason } from '../protocol/reason.ts';

const SENTENCES: Readonly<Record<LatchReason, string>> = {
  none: 'nothing is latched',
  'host-stop': 'the host said stop',
  'foreign-hello': 'another host said hello',
  'lease-expired': 'permission ran out with the trigger held',
  'encoder-silent': 'the encoder counted nothing while the motor ran',
  overspeed: 'the motor turned too fast',
  stall: 'the motor was held fast',
  'too-deep': 'a stroke went deeper than it may',
  'cartridge-gone': 'the cartridge is gone or another one',
  'not-retracted': 'the needles did not come back',
  'over-temperature': 'the handle is too hot',
  'battery-low': 'the battery is empty',
  'reset-in-motion': 'the pen restarted while it was armed',
  'ledger-damaged': 'the stroke ledger was lost',
  'contact-in-calibration': 'skin was touched in calibration',
  'tilted-too-far': 'the pen was held too far from upright',
  'pressed-too-hard': 'the pen was pressed too hard',
  'impedance-out': 'the impedance was out of its window too often',
  'tissue-too-hot': 'tissue under the needles became too hot',
  'energy-unasked': 'energy flowed without permission',
};

/** Whether a value is the word for a latch. */
export const isLatchReason = (value: unknown): value is LatchReason =>
  typeof value === 'string' && Object.hasOwn(LATCH_REASONS, value);

/** A latch in words. */
export const sayLatch = (reason: LatchReason): string => SENTENCES[reason];
