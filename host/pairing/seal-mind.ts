// What the host's end of a seal makes of what it hears: whether a session is sealed and under which
// key, whether the pen has proven it, and whether it is the pen that it should be. Bytes are
// another's matter; here are messages.

import { bindingOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { keyIdOf, sessionMac } from '../../protocol/pairing.ts';
import { type KeptKey, keyCalled, type PenKeys, withProof } from './key-file.ts';
import type { KeyStore } from './key-store.ts';
import type { SealedWith, SealNews, SealState } from './seal-state.ts';

/** What a sealed port works with. */
export interface SealGround {
  readonly keys: KeyStore;
  /** A way on which nothing but a sealed session is spoken, for instance a network. */
  readonly mustSeal: boolean;
  readonly told: (news: SealNews) => void;
}

/** The state of a seal, and what changes it. */
export interface SealMind {
  readonly state: () => SealState;
  /** HELLO goes out. */
  readonly greet: (hostNonce: number) => void;
  /** A sound message of the pen, sealed or from before there was a seal. */
  readonly heard: (message: FromPen) => void;
  /** A frame came under the key of this session. */
  readonly prove: (by: SealedWith) => void;
}

type Told<Kind extends FromPen['kind']> = Extract<FromPen, { readonly kind: Kind }>;
type Choice = SealState | { readonly refused: SealNews; readonly next: SealState };

const SHUT: SealState = { kind: 'shut' };
const CLOSED: SealState = { kind: 'closed' };
const refused = (news: SealNews, next: SealState = SHUT): Choice => ({ refused: news, next });

/** The key of a pen that it names and that is kept here. */
function keyFor(
  all: readonly PenKeys[],
  ids: readonly number[],
): { readonly keys: PenKeys; readonly key: KeptKey } | undefined {
  for (const keys of all) {
    const key = keyCalled(keys, ids);
    if (key !== undefined) return { keys, key };
  }
  return undefined;
}

/** What becomes of a session whose WELCOME has come, by what the pen said of its keys. */
function chosen(
  { keys, mustSeal }: SealGround,
  paired: { readonly counter: number; readonly ids: readonly number[] } | undefined,
  welcome: Told<'welcome'>,
): Choice {
  if (paired === undefined) return mustSeal ? refused({ kind: 'must-seal' }) : { kind: 'bare' };
  const all = keys.all();
  if (!all.ok) return refused({ kind: 'store', refusal: all.error });
  const found = keyFor(all.value, paired.ids);
  if (found === undefined || welcome.schemaHash !== SCHEMA_HASH) {
    return refused({ kind: 'stranger' });
  }
  const { counter } = paired;
  const { counter: known, key, proven } = found.key;
  // S-52: a number that this computer has met is never taken again.
  if (proven && counter <= known) {
    return refused({ kind: 'counter-back', serial: found.keys.serial, counter, known });
  }
  const mac = sessionMac(key, { ...welcome, counter });
  const binding = bindingOf(SCHEMA_HASH, welcome.bootId);
  const by: SealedWith = { ...found, counter, keyId: keyIdOf(key), mac, binding };
  return { kind: 'sealed', by, proven: false };
}

/** Whether the pen that has introduced itself is one that may be spoken to so. */
function met(
  { keys }: SealGround,
  state: SealState,
  { serial: says }: Told<'identity'>,
): Choice | undefined {
  if (state.kind === 'sealed') {
    const { serial } = state.by.keys;
    return serial === says ? undefined : refused({ kind: 'other-pen', serial, says }, CLOSED);
  }
  if (state.kind !== 'bare') return undefined;
  const known = keys.of(says);
  if (!known.ok) return refused({ kind: 'store', refusal: known.error });
  // S-51: a pen that was paired is not spoken to without its key.
  const lost = known.value?.keys.some(({ proven }) => proven) === true;
  return lost ? refused({ kind: 'key-lost', serial: says }) : { kind: 'open' };
}

/** Makes the mind of a seal; bytes pass until something was said. */
export function createSealMind(ground: SealGround): SealMind {
  let state: SealState = { kind: 'open' };

  const become = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    if ('kind' in choice) {
      state = choice;
      return;
    }
    state = ground.mustSeal ? CLOSED : choice.next;
    ground.told(choice.refused);
  };

  const paired = ({ hostNonce, counter, keyId, newKeyId }: Told<'paired'>): void => {
    if (state.kind !== 'greeting' || hostNonce !== state.hostNonce) return;
    const ids = [keyId, newKeyId].filter((id) => id !== 0);
    state = { ...state, paired: { counter, ids } };
  };

  const welcomed = (welcome: Told<'welcome'>): void => {
    if (state.kind !== 'greeting' || welcome.hostNonce !== state.hostNonce) return;
    become(chosen(ground, state.paired, welcome));
  };

  const identified = (identity: Told<'identity'>): void => {
    const wasBare = state.kind === 'bare';
    become(met(ground, state, identity));
    const { serial } = identity;
    if (wasBare && state.kind === 'open') ground.told({ kind: 'bare', serial });
  };

  return {
    state: () => state,
    greet: (hostNonce) => {
      const again = state.kind === 'greeting' && state.hostNonce === hostNonce;
      if (!again) state = { kind: 'greeting', hostNonce, paired: undefined };
    },
    heard: (message) => {
      if (message.kind === 'paired') paired(message);
      else if (message.kind === 'welcome') welcomed(message);
      else if (message.kind === 'identity') identified(message);
    },
    prove: (by) => {
      const kept = ground.keys.keep(withProof(by.keys, by.key.key, by.counter));
      if (!kept.ok) return become(refused({ kind: 'store', refusal: kept.error }, CLOSED));
      state = { kind: 'sealed', by, proven: true };
      ground.told({ kind: 'sealed', serial: by.keys.serial, keyId: by.keyId });
    },
  };
}
