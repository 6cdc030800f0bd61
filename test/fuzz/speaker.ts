/**
 * Somebody who says anything that the catalogue allows: messages of every kind with values drawn
 * from what each field says it takes, a few hundred of them, over and over with other numbers.
 */
import fc from 'fast-check';
import type { Message } from '../../protocol/catalogue.ts';
import type { Sender } from '../../protocol/deframe.ts';
import { FROM_PEN } from '../../protocol/from-pen.ts';
import type { MessageType } from '../../protocol/message.ts';
import { TO_PEN } from '../../protocol/to-pen.ts';
import { nextBetween, type Random } from '../../sim/random.ts';
import { anyMessageOf } from '../support/messages.ts';

const MESSAGES_OF_A_KIND = 40;
/** What stands outside any link session: it acts, or answers, whoever sends it. */
export const OUTSIDE: ReadonlySet<string> = new Set(['stop', 'hello', 'welcome']);

/** Every kind of message that an end sends, in the order of the catalogue. */
export const typesOf = (sender: Sender): readonly MessageType[] =>
  sender === 'host' ? TO_PEN : FROM_PEN;

const POOL_SEED = 1;

const poolOf = (sender: Sender): readonly Message[] =>
  typesOf(sender).flatMap((type) =>
    fc.sample(anyMessageOf(type), {
      seed: POOL_SEED,
      numRuns: type.bytes === 0 ? 1 : MESSAGES_OF_A_KIND,
    }),
  );

/** Made once: what is said is always the same, who says it when is chance. */
const POOLS: Readonly<Record<Sender, readonly Message[]>> = {
  host: poolOf('host'),
  pen: poolOf('pen'),
};

/** Messages of every kind that an end sends within a link session, and outside it if wanted. */
export const messagesOf = (sender: Sender, outside: boolean): readonly Message[] =>
  outside ? POOLS[sender] : POOLS[sender].filter(({ kind }) => !OUTSIDE.has(kind));

/** One of several, by chance. */
export const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[nextBetween(random, 0, items.length - 1)] as Item;
