// What the other rooms' charts say about people who have a chart here, as lines that are not here
// yet: areas that were locked or opened, and charts that were joined. An opening there opens the
// locks that were known there at that line, which the lines of that room tell.

import { z } from 'zod';
import { aliasesOf, type ChartFacts } from '../core/chart/chart-facts.ts';
import { noteSchema } from '../journal/entry.ts';
import type { Note, NoteGiven } from '../journal/index.ts';
import type { Room } from './claim.ts';
import type { Store } from './open-store.ts';

const KINDS = ['area-locked', 'area-unlocked', 'lock-elsewhere', 'persons-merged'] as const;
const AT_ONCE = 1_000;

interface Line {
  readonly site: string;
  readonly n: number;
  readonly at: string;
  readonly note: Note;
}

const text = z.record(z.string(), z.unknown());

function noteOf(written: string): Note | undefined {
  const read = noteSchema.safeParse(text.safeParse(JSON.parse(written)).data);
  return read.success ? read.data : undefined;
}

async function linesOf(
  { site: own }: Room,
  { db }: Store,
  kinds: readonly string[],
  people: readonly string[] | undefined,
): Promise<readonly Line[]> {
  let query = db.selectFrom('chart_lines').select(['site', 'n', 'at', 'note'])
    .where('site', '!=', own).where('kind', 'in', kinds);
  if (people !== undefined) query = query.where('person', 'in', people);
  const rows = await query.orderBy('site').orderBy('n').execute();
  return rows.flatMap(({ site, n, at, note: written }) => {
    const note = noteOf(written);
    return note === undefined ? [] : [{ site, n, at, note }];
  });
}

const newsIdOf = ({ site, n }: Pick<Line, 'site' | 'n'>): string => `${site}/${String(n)}`;

/** Reads them. */
export async function learnNews(
  room: Room,
  shared: Store,
  facts: ChartFacts,
): Promise<readonly NoteGiven[]> {
  const merges = (await linesOf(room, shared, ['persons-merged'], undefined)).flatMap(mergeNote);
  const known = { people: facts.people, joins: [...facts.joins, ...merges] };
  const people = [...new Set([...facts.people.keys()].flatMap((key) => aliasesOf(known, key)))];
  const mine = new Set(people);
  const lines: Line[] = [];
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    lines.push(...await linesOf(room, shared, KINDS, some));
  }
  const notes = [
    ...merges.filter(({ from, into }) => mine.has(from) || mine.has(into)),
    ...lines.flatMap((line) => lockNote(room, lines, line)),
  ];
  return notes.filter(({ newsId }) => !facts.news.has(newsId));
}

type News = Extract<NoteGiven, { readonly newsId: string }>;
type MergeNews = Extract<NoteGiven, { readonly kind: 'merge-elsewhere' }>;

function mergeNote(line: Line): readonly MergeNews[] {
  const { note, site: room } = line;
  if (note.kind !== 'persons-merged') return [];
  const { from, into } = note;
  return [{ kind: 'merge-elsewhere', newsId: newsIdOf(line), room, from, into }];
}

function lockNote({ site: own }: Room, lines: readonly Line[], line: Line): readonly News[] {
  const { note, site: room, at } = line;
  const newsId = newsIdOf(line);
  if (note.kind === 'area-locked') {
    const { person, area, side, because, by: signedBy } = note;
    return [{
      kind: 'lock-elsewhere', newsId, room, person, area, side, because, lockedAt: at, signedBy,
    }];
  }
  if (note.kind !== 'area-unlocked') return [];
  const { person, area, side, why, signedBy } = note;
  const before = lines.filter((other) =>
    other.site === room && other.n < line.n && isOn(other.note, note));
  const opened = before.flatMap((other) => nameOf(other) ?? []);
  const mine = `${own}/`;
  return [{
    kind: 'unlock-elsewhere', newsId, room, person, area, side, why, signedBy,
    opens: opened.filter((name) => !name.startsWith(mine)).slice(-200),
    opensOwn: opened.filter((name) => name.startsWith(mine))
      .map((name) => Number(name.slice(mine.length))).slice(-200),
  }];
}

type Skin = Pick<Extract<Note, { readonly kind: 'area-locked' }>, 'person' | 'area' | 'side'>;

const isOn = (note: Note, { person, area, side }: Skin): boolean =>
  (note.kind === 'area-locked' || note.kind === 'lock-elsewhere')
  && note.person === person && note.area === area && note.side === side;

/** The name of a lock: of one of that room, or of one that it had learnt of. */
const nameOf = (line: Line): string | undefined =>
  line.note.kind === 'lock-elsewhere' ? line.note.newsId : newsIdOf(line);
