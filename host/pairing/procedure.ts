// How a pen is paired, given another key, and unpaired. Every step is ordered so that a cut in the
// middle, at either end, leaves a key that both have: the host keeps a new key before the pen may,
// and neither gives up an old one before a frame under the new one was heard.

import { PAGE, type FromPen } from '../../protocol/from-pen.ts';
import {
  agreedKey, commitOf, digitsOf, exchangeHalf, keyIdOf,
} from '../../protocol/pairing.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { LinkedPen } from '../link/session-state.ts';
import { type KeyRefusal, withNewKey } from './key-file.ts';
import type { KeyStore } from './key-store.ts';
import type { SealNews } from './seal-state.ts';
import type { Talk } from './talk.ts';

/** Why a key was not made, changed or taken away. */
export type PairRefusal =
  | { readonly code: 'no-answer' }
  | { readonly code: 'no-window' }
  | { readonly code: 'not-confirmed' }
  | { readonly code: 'not-sealed' }
  | { readonly code: 'refused'; readonly reason: string }
  | { readonly code: 'bad-exchange' }
  | { readonly code: 'not-proven' }
  | { readonly code: 'store'; readonly refusal: KeyRefusal };

/** What happens on the way, for whoever sits there. */
export type PairNews =
  | { readonly kind: 'hold-button'; readonly serial: string }
  | { readonly kind: 'compare'; readonly serial: string; readonly digits: string };

/** A pen and a key of it. */
export interface PairedPen {
  readonly serial: string;
  readonly keyId: number;
}

/** What a procedure works with. */
export interface PairGround {
  readonly talk: Talk;
  readonly keys: KeyStore;
  /** 32 bytes of good chance. */
  readonly chance: () => Uint8Array;
  /** The newest that the seal has told of the present link session. */
  readonly standing: () => SealNews | undefined;
  readonly told: (news: PairNews) => void;
}

type Told<Kind extends FromPen['kind']> = Extract<FromPen, { readonly kind: Kind }>;
type Paired = Result<PairedPen, PairRefusal>;

const LOOK_MS = 250;
/** How long a person has to find the button; after that the pen closes its window by itself. */
const BUTTON_MS_MAX = 60_000;
const CONFIRM_MS_MAX = 35_000;
const STORED_MS_MAX = 2_000;

async function pageOf({ talk }: PairGround): Promise<Told<'pairing'> | undefined> {
  const answer = await talk.ask({ kind: 'read', page: PAGE.pairing });
  return answer?.kind === 'pairing' ? answer : undefined;
}

/** Looks at the page until something is so, and gives it; undefined when it did not become so. */
async function awaitPage(
  ground: PairGround,
  so: (page: Told<'pairing'>) => boolean,
  forMs: number,
): Promise<Told<'pairing'> | undefined> {
  for (let pastMs = 0; pastMs <= forMs; pastMs += LOOK_MS) {
    const page = await pageOf(ground);
    if (page === undefined || so(page)) return page;
    await ground.talk.pause(LOOK_MS);
  }
  return undefined;
}

const holds = (keyId: number) => (page: Told<'pairing'>): boolean =>
  page.keyId === keyId || page.newKeyId === keyId;

interface Exchanged extends PairedPen {
  readonly digits: string;
}

/** Makes a key with the pen. It is kept here before the pen learns enough to have it. */
async function exchange(
  { talk, keys, chance }: PairGround,
  { pages: { identity: { serial } } }: LinkedPen,
): Promise<Result<Exchanged, PairRefusal>> {
  const half = exchangeHalf(chance());
  const answer = await talk.ask({ kind: 'pair', commit: commitOf(half.publicKey) });
  if (answer?.kind !== 'pair-key') return refuse(refusalOf(answer));
  const both = { hostPublic: half.publicKey, penPublic: answer.publicKey, serial };
  const key = agreedKey(half.secret, answer.publicKey, both);
  if (key === undefined) return refuse({ code: 'bad-exchange' });
  const before = keys.of(serial);
  if (!before.ok) return refuse({ code: 'store', refusal: before.error });
  // S-54: kept before the pen may have it, and beside the one that is proven.
  const kept = keys.keep(withNewKey(before.value ?? { serial, keys: [] }, key));
  if (!kept.ok) return refuse({ code: 'store', refusal: kept.error });
  const shown = await talk.ask({ kind: 'reveal', publicKey: half.publicKey });
  if (shown?.kind !== 'outcome' || shown.outcome !== 'done') return refuse(refusalOf(shown));
  return ok({ serial, keyId: keyIdOf(key), digits: digitsOf(both) });
}

function refusalOf(answer: FromPen | undefined): PairRefusal {
  if (answer?.kind !== 'outcome') return { code: 'no-answer' };
  return answer.reason === 'no-window'
    ? { code: 'no-window' }
    : { code: 'refused', reason: answer.reason };
}

/** A new link session has to be under the new key; that proves it to both ends. */
async function prove(ground: PairGround, { serial, keyId }: PairedPen): Promise<Paired> {
  const pen = await ground.talk.greet();
  const now = ground.standing();
  const proven = pen !== undefined && now?.kind === 'sealed' && now.keyId === keyId;
  return proven ? ok({ serial, keyId }) : refuse({ code: 'not-proven' });
}

/** Pairs: a person holds the button, compares six digits, and presses it once more. */
export async function pair(ground: PairGround): Promise<Paired> {
  const pen = await ground.talk.greet();
  if (pen === undefined) return refuse({ code: 'no-answer' });
  if (ground.standing()?.kind === 'sealed') return rotateWith(ground, pen);
  const { serial } = pen.pages.identity;
  ground.told({ kind: 'hold-button', serial });
  const open = await awaitPage(ground, ({ window }) => window === 'open', BUTTON_MS_MAX);
  if (open === undefined) return refuse({ code: 'no-window' });
  const made = await exchange(ground, pen);
  if (!made.ok) return made;
  ground.told({ kind: 'compare', serial, digits: made.value.digits });
  const isHeld = holds(made.value.keyId);
  const kept = await awaitPage(
    ground,
    // The window closes as the key goes into memory, which takes a moment.
    (page) => isHeld(page) || page.window === 'closed',
    CONFIRM_MS_MAX,
  );
  const stored = kept !== undefined && (isHeld(kept)
    || (await awaitPage(ground, isHeld, STORED_MS_MAX)) !== undefined);
  return stored ? prove(ground, made.value) : refuse({ code: 'not-confirmed' });
}

async function rotateWith(ground: PairGround, pen: LinkedPen): Promise<Paired> {
  const made = await exchange(ground, pen);
  if (!made.ok) return made;
  const kept = await awaitPage(ground, holds(made.value.keyId), STORED_MS_MAX);
  return kept === undefined ? refuse({ code: 'not-proven' }) : prove(ground, made.value);
}

/** Gives a paired pen another key, under the one that it has. */
export async function rotate(ground: PairGround): Promise<Paired> {
  const pen = await ground.talk.greet();
  if (pen === undefined) return refuse({ code: 'no-answer' });
  if (ground.standing()?.kind !== 'sealed') return refuse({ code: 'not-sealed' });
  return rotateWith(ground, pen);
}

/** Has the pen forget its keys, and then forgets them here. */
export async function unpair(ground: PairGround): Promise<Paired> {
  const pen = await ground.talk.greet();
  if (pen === undefined) return refuse({ code: 'no-answer' });
  const now = ground.standing();
  if (now?.kind !== 'sealed') return refuse({ code: 'not-sealed' });
  const { serial, keyId } = now;
  const answer = await ground.talk.ask({ kind: 'unpair', keyId });
  if (answer?.kind !== 'outcome' || answer.outcome !== 'done') return refuse(refusalOf(answer));
  const none = await awaitPage(ground, (page) => page.keyId === 0, STORED_MS_MAX);
  if (none === undefined) return refuse({ code: 'no-answer' });
  const forgotten = ground.keys.forget(serial);
  return forgotten.ok
    ? ok({ serial, keyId })
    : refuse({ code: 'store', refusal: forgotten.error });
}
