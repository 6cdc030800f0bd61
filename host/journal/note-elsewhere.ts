// What a room's chart says that it learnt from the other rooms: areas that were locked or opened
// there, and charts that were joined. The name of the news is the line in the other room's chart,
// so that news that arrives twice says nothing new. What was treated elsewhere stands with the
// cartridges.

import { z } from 'zod';
import { instant, key, label, sentence, skin, word } from './field.ts';

/** The room and the number of the line in its chart. */
const newsId = z.string().regex(/^[\x21-\x7e]{1,64}\/\d{1,15}$/);

const news = { newsId, room: label.min(1) } as const;

/** An area of a person was locked in another room. */
export const LockElsewhere = z.strictObject({
  kind: z.literal('lock-elsewhere'),
  ...news,
  person: key,
  area: skin.shape.area,
  side: skin.shape.side,
  because: word,
  lockedAt: instant,
  signedBy: key,
});

/** Locks were opened in another room: those that it knew of, and no others. */
export const UnlockElsewhere = z.strictObject({
  kind: z.literal('unlock-elsewhere'),
  ...news,
  person: key,
  area: skin.shape.area,
  side: skin.shape.side,
  why: sentence,
  signedBy: key,
  /** The locks of other rooms that are opened by it, by the names of their news. */
  opens: z.array(newsId).max(200).readonly(),
  /** The locks of this room that are opened by it, by the numbers of their lines here. */
  opensOwn: z.array(z.int().min(1)).max(200).readonly(),
});

/** Two charts were found in another room to be of one person. */
export const MergeElsewhere = z.strictObject({
  kind: z.literal('merge-elsewhere'),
  ...news,
  from: key,
  into: key,
});
