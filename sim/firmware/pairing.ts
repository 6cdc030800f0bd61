// How a pen comes to a key, changes it and forgets it. A first key takes a person at the pen: the
// button opens a window, and a press of it confirms the digits that both ends show. A change takes
// the key that there is. The old key goes only when a frame under the new one has proven it.

import { agreedKey, commitOf, digitsOf, exchangeHalf, keyIdOf } from '../../protocol/pairing.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { ms } from '../../protocol/units.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import { createRandom, nextU32 } from '../random.ts';
import { after, because, done, refused, type Refusal, type Ruling, type Step } from './event.ts';
import { stay } from './event.ts';
import { endLink } from './handshake.ts';
import { idAt } from './pairing-state.ts';
import { isCountUsedUp, keep, RESERVED_SESSIONS } from './session-count.ts';
import type { Firmware } from './state.ts';

type Ask<Kind extends ToPen['kind']> = Extract<ToPen, { readonly kind: Kind }>;
/** Requests about keys. */
export type PairingAsk = Ask<'pair' | 'reveal' | 'unpair'>;

/** How long the button is held until the window opens. */
export const BUTTON_MS = 3_000;
/** How long the window stays open, and then once more while digits are compared. */
export const WINDOW_MS = 30_000;

const SECRET_STREAM = 900;
const SECRET_WORDS = 8;

/** The simulated pen's chance; one of flesh has a good source of it. */
function chanceOf({ boot, pairing, ages }: Firmware): Uint8Array {
  const random = createRandom(boot.nonceSeed, SECRET_STREAM + pairing.storeId);
  const bytes = new Uint8Array(4 * SECRET_WORDS);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < SECRET_WORDS; index += 1) {
    view.setUint32(4 * index, (nextU32(random) ^ ages.penMs) >>> 0);
  }
  return bytes;
}

const isAtRest = ({ doing, seen }: Firmware): boolean =>
  (doing.kind === 'idle' || doing.kind === 'latched') && seen.retracted;

/** Why nothing is done about keys now. */
function restRefusal(state: Firmware): Refusal | undefined {
  if (isAtRest(state)) return undefined;
  return because(state.seen.retracted ? 'not-idle' : 'not-retracted');
}

/** A key is made in a window that a person has opened, or by a host that has one. */
const mayExchange = ({ link, pairing }: Firmware): boolean =>
  link.seal !== 0 || (link.mode === 'outside' && pairing.window.kind === 'open');

function pair(state: Firmware, { commit }: Ask<'pair'>): Ruling {
  const moving = restRefusal(state);
  if (moving !== undefined) return refused(state, moving);
  // S-53: without a key a person at the pen has to want it.
  if (!mayExchange(state)) return refused(state, because('no-window'));
  const exchanging = { commit, ...exchangeHalf(chanceOf(state)) };
  return done(stay({ ...state, pairing: { ...state.pairing, exchanging } }));
}

/** The key that an exchange makes, if what is shown now is what was promised. */
function newKey(state: Firmware, hostPublic: string): { key: string; digits: string } | undefined {
  const { exchanging } = state.pairing;
  if (exchanging === undefined || commitOf(hostPublic) !== exchanging.commit) return undefined;
  const exchange = { hostPublic, penPublic: exchanging.publicKey, serial: state.make.serial };
  const key = agreedKey(exchanging.secret, hostPublic, exchange);
  return key === undefined ? undefined : { key, digits: digitsOf(exchange) };
}

function reveal(state: Firmware, { publicKey }: Ask<'reveal'>): Ruling {
  const moving = restRefusal(state);
  if (moving !== undefined) return refused(state, moving);
  if (!mayExchange(state)) return refused(state, because('no-window'));
  const made = newKey(state, publicKey);
  const over = { ...state, pairing: { ...state.pairing, exchanging: undefined } };
  if (made === undefined) return refused(over, because('bad-exchange'));
  if (state.link.seal !== 0) return done(addKey(over, made.key));
  return done(stay({
    ...over,
    ages: { ...over.ages, windowMs: 0 },
    pairing: { ...over.pairing, window: { kind: 'comparing', ...made } },
  }));
}

/** The new key beside the one that is in use; whatever else there was has never been proven. */
function addKey(state: Firmware, key: string): Step {
  const { held, wanted, counter } = state.pairing;
  if (isCountUsedUp(state.pairing)) {
    const anew = { ...state, pairing: { ...state.pairing, counter: 0 } };
    return keep(anew, { keys: [key], mark: RESERVED_SESSIONS });
  }
  const used = held.keys.find((one) => keyIdOf(one) === state.link.seal) ?? held.keys[0];
  const keys = used === undefined ? [key] : [used, key];
  // S-54: the old key stays until the new one is proven.
  return keep(state, { keys, mark: Math.max(wanted.mark, counter + RESERVED_SESSIONS) });
}

function unpair(state: Firmware, { keyId }: Ask<'unpair'>): Ruling {
  const stranger = state.link.seal === 0 || keyId !== state.link.seal;
  if (stranger) return refused(state, because('not-paired'));
  const moving = restRefusal(state);
  if (moving !== undefined) return refused(state, moving);
  return done(keep(state, { ...state.pairing.wanted, keys: [] }));
}

/** Takes a request about keys. */
export function rulePairing(state: Firmware, ask: PairingAsk): Ruling {
  switch (ask.kind) {
    case 'pair':
      return pair(state, ask);
    case 'reveal':
      return reveal(state, ask);
    case 'unpair':
      return unpair(state, ask);
  }
}

/** The answer to a PAIR that was done. */
export const pairKeyOf = ({ pairing }: Firmware, request: number): FromPen | undefined =>
  pairing.exchanging && {
    kind: 'pair-key', request, publicKey: pairing.exchanging.publicKey,
  };

/** Page 10. */
export function pairingPage(
  { pairing, ages }: Firmware,
  request: number,
): Extract<FromPen, { kind: 'pairing' }> {
  const { window, held: { keys } } = pairing;
  return {
    kind: 'pairing',
    request,
    window: window.kind,
    leftMs: ms(window.kind === 'closed' ? 0 : Math.max(0, WINDOW_MS - ages.windowMs)),
    keyId: idAt(keys, 0),
    newKeyId: idAt(keys, 1),
  };
}

/** A frame under a key has come: if it is the newer one, the older is forgotten. */
export function proven(state: Firmware, seal: number): Step {
  const { held, wanted } = state.pairing;
  const key = held.keys[1];
  return key === undefined || keyIdOf(key) !== seal
    ? stay(state)
    : keep(state, { ...wanted, keys: [key] });
}

/** The memory says that keys are stored. Whoever is there without one is a stranger from now on. */
export function pairingStored(state: Firmware, id: number): Step {
  const { pairing, link } = state;
  if (id !== pairing.storeId) return stay(state);
  const next = { ...state, pairing: { ...pairing, held: pairing.wanted } };
  const stranger = link.seal === 0 && link.mode !== 'outside' && pairing.wanted.keys.length > 0;
  return stranger ? endLink(next) : stay(next);
}

const withWindow = (state: Firmware, window: Firmware['pairing']['window']): Firmware => ({
  ...state,
  ages: { ...state.ages, windowMs: 0 },
  pairing: { ...state.pairing, window, exchanging: undefined },
});

const CLOSED = { kind: 'closed' } as const;

/** The button goes down or comes up; a press while digits are compared says that they are equal. */
export function pressButton(state: Firmware, button: boolean): Step {
  const { window } = state.pairing;
  const next = {
    ...state,
    ages: { ...state.ages, buttonMs: 0 },
    pairing: { ...state.pairing, button },
  };
  const confirms = button && !state.pairing.button && window.kind === 'comparing';
  if (!confirms || !isAtRest(state)) return stay(next);
  return addKey(withWindow(next, CLOSED), window.key);
}

/** What time does: the window opens after a long hold, and closes by itself or by other work. */
export function watchWindow(step: Step): Step {
  const { state } = step;
  const { pairing: { window, button }, ages, link } = state;
  if (window.kind === 'closed') {
    const opens = button && ages.buttonMs >= BUTTON_MS && isAtRest(state)
      && link.mode === 'outside' && ages.windowMs === 0;
    return opens ? after(step.effects, stay(withWindow(state, { kind: 'open' }))) : step;
  }
  const over = ages.windowMs >= WINDOW_MS || !isAtRest(state) || link.mode !== 'outside';
  return over ? after(step.effects, stay(withWindow(state, CLOSED))) : step;
}
