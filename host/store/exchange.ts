// What a room tells the others and learns from them. Its journals are the outbox: what the shared
// store has not got lies behind its cursor, is told in order, and told twice changes nothing. What
// is learnt becomes lines of this room's chart, so that the rules hold when it is alone again.

import { ok, type Result } from '../../protocol/result.ts';
import { isAreaName, type Side } from '../../protocol/area.ts';
import type { ChartRefusal } from '../chart/index.ts';
import { aliasesOf, type CartridgeFact, type ChartFacts } from '../core/chart/chart-facts.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import type { Entry, NoteGiven } from '../journal/index.ts';
import { catchUp, type CatchUpRefusal } from './catch-up.ts';
import type { Room } from './claim.ts';
import { block, hold } from './hold.ts';
import { learnNews } from './learn-news.ts';
import type { Store } from './open-store.ts';

/** What an exchange came to. */
export interface Exchanged {
  readonly told: number;
  readonly confirmed: readonly string[];
  readonly blocked: readonly string[];
  readonly treatmentsLearnt: number;
  /** Locks, openings of locks and joined charts. */
  readonly newsLearnt: number;
}

/** Tells the shared store what it has not got, and writes down what the other rooms did. */
export async function exchange(
  room: Room,
  shared: Store,
): Promise<Result<Exchanged, CatchUpRefusal | ChartRefusal>> {
  const first = await catchUp(shared, room.dataDir, room.world);
  if (!first.ok) return first;
  const entries = room.chart.entries();
  if (!entries.ok) return entries;
  const facts = foldChart(entries.value);
  const settled = await settleClaims(room, shared, facts);
  const news = await learnNews(room, shared, facts);
  const joins = [...facts.joins, ...news.flatMap((note) =>
    (note.kind === 'merge-elsewhere' ? [note] : []))];
  const learnt = await learnTreatments(room, shared, { ...facts, joins });
  const notes = [...settled.notes, ...news, ...learnt];
  if (notes.length > 0) {
    // Two consoles of one room may learn the same at once; it is written down once.
    const written = await room.chart.change<never>((lines) => ok(unknownTo(lines, notes)));
    if (!written.ok) return written;
    const second = await catchUp(shared, room.dataDir, room.world);
    if (!second.ok) return second;
  }
  const told = first.value.reduce((total, { fromLine, toLine }) => total + toLine - fromLine, 0);
  return ok({
    told, confirmed: settled.confirmed, blocked: settled.blocked, treatmentsLearnt: learnt.length,
    newsLearnt: news.length,
  });
}

/** Those notes that the chart does not have yet. */
function unknownTo(lines: readonly Entry[], notes: readonly NoteGiven[]): readonly NoteGiven[] {
  const { news, elsewhere, cartridges } = foldChart(lines);
  return notes.filter((note) => {
    if (note.kind === 'treatment-elsewhere') return !elsewhere.has(note.newsId);
    if (note.kind === 'claim-confirmed') {
      return cartridges.get(note.serial)?.confirmed.has(note.claimId) !== true;
    }
    if (note.kind === 'cartridge-blocked') {
      return cartridges.get(note.serial)?.blocked === undefined;
    }
    return !('newsId' in note) || !news.has(note.newsId);
  });
}

interface Settled {
  readonly notes: readonly NoteGiven[];
  readonly confirmed: readonly string[];
  readonly blocked: readonly string[];
}

/** Asks the other rooms about every claim of this one that is not blocked. */
async function settleClaims(room: Room, shared: Store, facts: ChartFacts): Promise<Settled> {
  const notes: NoteGiven[] = [];
  const confirmed: string[] = [];
  const blocked: string[] = [];
  for (const fact of facts.cartridges.values()) {
    if (fact.blocked !== undefined) {
      const { because } = fact.blocked;
      await block(shared, { serial: fact.serial, because, site: room.site, at: fact.blocked.at });
      continue;
    }
    const because = await whyBlocked(room, shared, fact);
    if (because !== undefined) {
      blocked.push(fact.serial);
      notes.push(blockNote(fact, because));
    } else {
      const open = fact.claims.filter(({ claimId, standing }) =>
        standing === 'provisional' && !fact.confirmed.has(claimId));
      confirmed.push(...open.map(({ claimId }) => claimId));
      notes.push(...open.map(({ claimId }): NoteGiven =>
        ({ kind: 'claim-confirmed', claimId, serial: fact.serial })));
    }
  }
  return { notes, confirmed, blocked };
}

type Because = 'claimed-twice' | 'used-elsewhere';

/** Why a cartridge that is claimed here may not be used any more; blocks it in every room. */
async function whyBlocked(
  { site, world }: Room,
  shared: Store,
  { serial, claims }: CartridgeFact,
): Promise<Because | undefined> {
  for (const { person, visitId, at } of claims) {
    const held = await hold(shared, { serial, person, visitId, site, at });
    if (held.ok) continue;
    // S-71: two rooms took it while they could not ask each other: now nobody may use it.
    const because = held.error.code === 'used-already' ? 'used-elsewhere' : 'claimed-twice';
    await block(shared, { serial, because, site, at: world.nowIso() });
    return because;
  }
  return undefined;
}

const blockNote = ({ serial, claims }: CartridgeFact, because: Because): NoteGiven => ({
  kind: 'cartridge-blocked', serial, because,
  claimIds: claims.map(({ claimId }) => claimId).slice(0, 20),
  by: 'corium',
});

const SIDES: readonly Side[] = ['midline', 'left', 'right'];

/** What the other rooms did to people who have a chart here, as lines that are not here yet. */
async function learnTreatments(
  { site }: Room,
  shared: Store,
  facts: Pick<ChartFacts, 'people' | 'joins' | 'elsewhere'>,
): Promise<readonly NoteGiven[]> {
  // S-74: somebody who was joined with another counts under every key, wherever that was found.
  const people = [...new Set([...facts.people.keys()].flatMap((key) => aliasesOf(facts, key)))];
  const notes: NoteGiven[] = [];
  for (let from = 0; from < people.length; from += 1_000) {
    const rows = await shared.db.selectFrom('grants')
      .select(({ fn }) => [
        'site', 'treatment_id', 'person', 'area', 'side',
        fn.max('day').as('day'), fn.max('counted_punctures').as('most'),
      ])
      .where('person', 'in', people.slice(from, from + 1_000))
      .where('site', '!=', site)
      .where('counted_punctures', '>', 0)
      .groupBy(['site', 'treatment_id', 'person', 'area', 'side'])
      .orderBy('day').orderBy('site').orderBy('treatment_id').execute();
    for (const { site: room, treatment_id: treatmentId, person, area, day, ...row } of rows) {
      const newsId = `${room}/${treatmentId}/${area}/${row.side}`.slice(0, 128);
      const side = SIDES.find((name) => name === row.side);
      if (facts.elsewhere.has(newsId) || !isAreaName(area) || side === undefined) continue;
      notes.push({
        kind: 'treatment-elsewhere', newsId, room: room.slice(0, 64), treatmentId, person, on: day,
        area, side, punctures: row.most,
      });
    }
  }
  return notes;
}

/** How many lines of each journal the shared store has not got yet. */
export async function waitingLines(
  { site, local }: Room,
  shared: Store,
): Promise<number> {
  const own = await local.db.selectFrom('cursors').select(['journal', 'n'])
    .where('site', '=', site).execute();
  const theirs = await shared.db.selectFrom('cursors').select(['journal', 'n'])
    .where('site', '=', site).execute();
  return own.reduce((total, { journal, n }) =>
    total + n - (theirs.find((row) => row.journal === journal)?.n ?? 0), 0);
}
