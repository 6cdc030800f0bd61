// A line of text in service mode, and what becomes of it: lines in answer, or the end of the mode.
// Nothing here orders the motor or the depth stop, changes a setting or gives permission; a line
// is neither a frame nor counted as one, so text alone keeps no pen in service mode.
//
// An answer ends with "ok" or with "no: " and why; no other line of it is or begins like that.

import type { FirmwareEvent, Effect, Step } from './event.ts';
import { stay } from './event.ts';
import { countDropped } from './counters.ts';
import { endLink } from './handshake.ts';
import { HELP, TELLERS } from './service-pages.ts';
import { selfTest } from './self-test.ts';
import type { Firmware } from './state.ts';

/** A line that came. */
export type Line = Extract<FirmwareEvent, { readonly kind: 'line' }>;

const say = (text: string): Effect => ({ kind: 'say', text });

const answer = (state: Firmware, lines: readonly string[], last = 'ok'): Step => ({
  state,
  effects: [...lines, last].map(say),
});

/** Leaves service mode: said once more, and then nothing until a new HELLO. */
function leave(state: Firmware): Step {
  const left = endLink(state);
  return { state: left.state, effects: [...left.effects, say('ok')] };
}

function test(state: Firmware, { sensed }: Line): Step {
  const { lines, failed } = selfTest(state, sensed);
  return failed === 0
    ? answer(state, lines)
    : answer(state, lines, `no: ${failed} of ${lines.length} checks failed`);
}

/** Takes a line; in any other mode it is damage, counted and dropped. */
export function heardLine(state: Firmware, line: Line): Step {
  // S-16: text is heard in service mode only, and nothing that it can say moves anything.
  if (state.link.mode !== 'service') return stay(countDropped(state, 'damaged'));
  const word = line.text.trim();
  if (word === 'exit') return leave(state);
  if (word === 'help') return answer(state, HELP);
  if (word === 'selftest') return test(state, line);
  const teller = TELLERS.get(word);
  if (teller === undefined) return answer(state, [], 'no: no such command, try help');
  return answer(state, teller(state, line));
}
