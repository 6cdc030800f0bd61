// How a conversation begins, and how it ends by silence. Both ends give half of the session number,
// so neither a recording nor a host that remembers an earlier one can speak in it.

import { sessionOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { MODE_SILENCE_MS } from '../../protocol/timing.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import { penMs } from '../../protocol/units.ts';
import { createRandom, nextU32 } from '../random.ts';
import { after, type Effect, type Step, stay } from './event.ts';
import { endArming } from './latch.ts';
import { idAt } from './pairing-state.ts';
import { hasNumber, isCountUsedUp } from './session-count.ts';
import type { Boot, Firmware, Link } from './state.ts';

type Hello = Extract<ToPen, { readonly kind: 'hello' }>;

/** No conversation. */
export const NO_LINK: Link = {
  session: 0,
  hostNonce: 0,
  welcome: undefined,
  mode: 'outside',
  paired: undefined,
  seal: 0,
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
  const { welcome, paired } = state.link;
  if (welcome !== undefined && state.link.hostNonce === hostNonce) {
    return { state, effects: greeting(paired, welcome) };
  }
  // S-29: a second host's HELLO ends what the first one armed, and latches.
  const disturbed = intrude(state);
  return after(disturbed.effects, welcomed(disturbed.state, hostNonce));
}

type Greeting = Extract<FromPen, { readonly kind: 'welcome' | 'paired' }>;

/** What a host is greeted with: a pen that holds keys says so first. */
const greeting = (...messages: readonly (Greeting | undefined)[]): readonly Effect[] =>
  messages.flatMap((message) => (message === undefined ? [] : [{ kind: 'send', message }]));

/** S-52: which keys there are, and a number that no session of this pen has had. */
const pairedOf = ({ pairing }: Firmware, hostNonce: number): Link['paired'] =>
  pairing.held.keys.length === 0 || isCountUsedUp(pairing)
    ? undefined
    : {
        kind: 'paired',
        hostNonce,
        counter: pairing.counter,
        keyId: idAt(pairing.held.keys, 0),
        newKeyId: idAt(pairing.held.keys, 1),
      };

function welcomed(state: Firmware, hostNonce: number): Step {
  const paired = pairedOf(state, hostNonce);
  // Its count is being stored: the host says HELLO again.
  if (paired !== undefined && !hasNumber(state)) return stay({ ...state, link: NO_LINK });
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
      link: { ...NO_LINK, session, hostNonce, welcome, paired },
      pairing: paired === undefined
        ? state.pairing
        : { ...state.pairing, counter: state.pairing.counter + 1 },
      hold: { ...state.hold, fresh: false },
      ages: { ...state.ages, silentMs: 0 },
    },
    effects: greeting(paired, welcome),
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
