// Which areas are locked, of all that this room and the others say of it. A lock has a name, and an
// opening opens the locks that its room knew of and no others: a red flag that was seen in one room
// while another, which had not heard of it, opened the area stays locked. News may come in any
// order and twice; what is locked at the end is the same.

import type { EntryOf } from '../../journal/entry.ts';
import { type SkinKey, skinKey } from './chart-facts.ts';

/** A line about a lock. */
export type LockLine = EntryOf<
  'area-locked' | 'area-unlocked' | 'lock-elsewhere' | 'unlock-elsewhere'
>;

/** Follows the lines about locks. */
export interface LockFold {
  readonly take: (line: LockLine) => void;
  /** What is locked now; of several locks on one skin the one of this room is shown. */
  readonly now: () => ReadonlyMap<SkinKey, EntryOf<'area-locked'>>;
}

const keyOf = ({ person, area, side }: LockLine): SkinKey => skinKey(person, area, side);

/** Begins to follow them. */
export function createLockFold(): LockFold {
  const own = new Map<SkinKey, EntryOf<'area-locked'>[]>();
  const learnt = new Map<string, EntryOf<'lock-elsewhere'>>();
  const opened = new Set<string>();

  const open = (newsId: string): void => {
    opened.add(newsId);
    learnt.delete(newsId);
  };
  const openHere = (key: SkinKey): void => {
    own.delete(key);
    for (const [newsId, lock] of learnt) if (keyOf(lock) === key) open(newsId);
  };
  const openFromThere = (line: EntryOf<'unlock-elsewhere'>): void => {
    const key = keyOf(line);
    for (const newsId of line.opens) open(newsId);
    const left = (own.get(key) ?? []).filter(({ n }) => !line.opensOwn.includes(n));
    if (left.length === 0) own.delete(key);
    else own.set(key, left);
  };

  return {
    take: (line) => {
      switch (line.kind) {
        case 'area-locked':
          own.set(keyOf(line), [...(own.get(keyOf(line)) ?? []), line]);
          return;
        case 'area-unlocked':
          openHere(keyOf(line));
          return;
        case 'lock-elsewhere':
          if (!opened.has(line.newsId)) learnt.set(line.newsId, line);
          return;
        case 'unlock-elsewhere':
          openFromThere(line);
          return;
      }
    },
    now: () => new Map<SkinKey, EntryOf<'area-locked'>>([
      ...[...learnt.values()].map((lock) => [keyOf(lock), shown(lock)] as const),
      ...[...own].flatMap(([key, locks]) => {
        const last = locks.at(-1);
        return last === undefined ? [] : [[key, last] as const];
      }),
    ]),
  };
}

/** A lock of another room as one of this room is shown. */
function shown(lock: EntryOf<'lock-elsewhere'>): EntryOf<'area-locked'> {
  const { kind: _, newsId: _news, room: _room, lockedAt: at, signedBy: by, ...rest } = lock;
  return { ...rest, kind: 'area-locked', at, by };
}
