// How a conversation begins, and how it ends by silence. Both ends give half of the session number,
// so neither a recording nor a host that remembers an earlier one can speak in it.

import { sessionOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { MODE_SILENCE_MS } from '../../protocol/timing.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import { penMs } from '../../protocol/units.ts';
import { createRandom, nextU32 } from '../random.ts';
import { after, type Step, stay } from './event.ts';
import { endArming } from './latch.ts';
import type { Boot, Firmware, Link } from './state.ts';

type Hello = Extract<ToPen, { readonly kind: 'hello' }>;

/** No conversation. */
export const NO_LINK: Link = {
  session: 0,
  hostNonce: 0,
  welcome: undefined,
  mode: 'outside',
  requestSeq: 0,
  answer: undefined,
  grantSeq: 0,
  ack: 0,
  armingId: 0,
  rows: new Map(),
};

/**
 * The pen's nonce for its nth greeting. It is drawn and not computed with a CRC: the session number
 * is one, a CRC is linear, and a nonce made by one could cancel what the host's nonce changed.
 */
const nonceOf = ({ nonceSeed, bootId }: Boot, greetings: number): number =>
  nextU32(createRandom(nonceSeed, (bootId + greetings) >>> 0));

/** HELLO: the same host gets the same WELCOME again; any other ends what is armed, and latches. */
export function greet(
  state: Firmware,
  { hostNonce }: Hello,
  intrude: (state: Firmware) => Step,
): Step {
  const { welcome } = state.link;
  if (welcome !== undefined && state.link.hostNonce === hostNonce) {
    return { state, effects: [{ kind: 'send', message: welcome }] };
  }
  // S-29: a second host's HELLO ends what the first one armed, and latches.
  const disturbed = intrude(state);
  return after(disturbed.effects, welcomed(disturbed.state, hostNonce));
}

function welcomed(state: Firmware, hostNonce: number): Step {
  const greetings = state.greetings + 1;
  const penNonce = nonceOf(state.boot, greetings);
  const welcome = {
    kind: 'welcome' as const,
    hostNonce,
    penNonce,
    bootId: state.boot.bootId,
    schemaHash: SCHEMA_HASH,
    penMs: penMs(state.ages.penMs),
  };
  const session = sessionOf(hostNonce, penNonce);
  return {
    state: {
      ...state,
      greetings,
      link: { ...NO_LINK, session, hostNonce, welcome },
      hold: { ...state.hold, fresh: false },
      ages: { ...state.ages, silentMs: 0 },
    },
    effects: [{ kind: 'send', message: welcome }],
  };
}

/** Calibration and service end by silence: the conversation is over, and nothing stays out. */
export function endBySilence(state: Firmware): Step {
  const { mode } = state.link;
  if (mode !== 'calibration' && mode !== 'service') return stay(state);
  return state.ages.silentMs < MODE_SILENCE_MS ? stay(state) : endLink(state);
}

/** The conversation is over, and with it whatever it had armed. */
export function endLink(state: Firmware): Step {
  const ended = endArming(state);
  return { state: { ...ended.state, link: NO_LINK }, effects: ended.effects };
}
