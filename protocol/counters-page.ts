// The page of what a pen has dropped and refused: a number for each reason, so that a bad cable, a
// wrong version and somebody without a key can be told apart from afar.

import { count, u16, u32 } from './field.ts';
import { message } from './message.ts';

/** Page 7: how many frames the pen dropped, by reason. Each counter stays at its highest value. */
export const Counters = message(0xa7, 'counters', { delivery: 'answer' }, {
  request: u32(count),
  damaged: u16(count),
  tooLong: u16(count),
  foreignVersion: u16(count),
  unknownFlags: u16(count),
  unknownId: u16(count),
  unbound: u16(count),
  staleSession: u16(count),
  badPayload: u16(count),
  duplicate: u16(count),
  refused: u16(count),
  unsealed: u16(count),
});
