// Where the host's end of a seal stands in one link session, and what it has to tell.

import type { Mac } from '../../protocol/hmac.ts';
import type { KeyRefusal, KeptKey, PenKeys } from './key-file.ts';

/** What a seal tells whoever opened the port. */
export type SealNews =
  /** The pen has proven that it holds the key. */
  | { readonly kind: 'sealed'; readonly serial: string; readonly keyId: number }
  /** The pen holds no key, and this computer has none for it. */
  | { readonly kind: 'bare'; readonly serial: string }
  /** The pen holds keys, and this computer has none of them. */
  | { readonly kind: 'stranger' }
  /** The pen holds no key, and this computer has one for it. */
  | { readonly kind: 'key-lost'; readonly serial: string }
  | { readonly kind: 'other-pen'; readonly serial: string; readonly says: string }
  | {
      readonly kind: 'counter-back';
      readonly serial: string;
      readonly counter: number;
      readonly known: number;
    }
  /** The way to the pen is one that only a sealed session may take. */
  | { readonly kind: 'must-seal' }
  | { readonly kind: 'store'; readonly refusal: KeyRefusal };

/** A key with which a session is sealed. */
export interface SealedWith {
  readonly keys: PenKeys;
  readonly key: KeptKey;
  readonly keyId: number;
  readonly counter: number;
  readonly mac: Mac;
  readonly binding: number;
}

/** Where a seal stands. */
export type SealState =
  /** Bytes pass as they are: nothing was said yet, or the pen holds no key. */
  | { readonly kind: 'open' }
  /** HELLO is out; what the pen says of its keys is waited for. */
  | {
      readonly kind: 'greeting';
      readonly hostNonce: number;
      readonly paired: { readonly counter: number; readonly ids: readonly number[] } | undefined;
    }
  /** No key on either side, until the pen has said who it is. */
  | { readonly kind: 'bare' }
  /** Only what a stranger may say goes out. */
  | { readonly kind: 'shut' }
  /** Nothing goes out but HELLO and STOP, and nothing comes in. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'sealed'; readonly by: SealedWith; readonly proven: boolean };
