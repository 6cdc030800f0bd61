// Takes a cartridge for one person and one visit, once: by a row in the store that only one can
// have, and by a line in the chart journal. While a shared store cannot be asked, this room is
// stricter: only a cartridge that nobody here has ever seen may be taken, and the claim stands as
// provisional until the other rooms have been asked.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Chart, ChartRefusal } from '../chart/index.ts';
import type { CartridgeFact } from '../core/chart/chart-facts.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import type { Entry, EntryOf, JournalWorld, NoteGiven } from '../journal/index.ts';
import { catchUp, type CatchUpRefusal } from './catch-up.ts';
import { claimIdOf, hold, type HoldRefusal } from './hold.ts';
import type { Store } from './open-store.ts';

/** A room: its journals, its own store, and the shared one where there is one. */
export interface Room {
  readonly dataDir: string;
  readonly site: string;
  /** What the room is called by people. */
  readonly name: string;
  readonly world: JournalWorld;
  readonly chart: Chart;
  readonly local: Store;
  /** The store of all rooms: none is kept, it can be asked, or it cannot be asked now. */
  readonly shared: Store | 'none' | 'out-of-reach';
}

/** What is claimed. */
export interface Claiming {
  readonly serial: string;
  readonly gtin?: string | undefined;
  readonly lot?: string | undefined;
  readonly person: string;
  readonly visitId: string;
  readonly by: string;
}

/** Why a cartridge was not given. */
export type ClaimRefusal =
  | HoldRefusal
  | { readonly code: 'seen-while-alone'; readonly serial: string }
  | CatchUpRefusal
  | ChartRefusal;

/** A claim that was made, now or before. */
export interface Claimed {
  readonly claimId: string;
  readonly standing: 'confirmed' | 'provisional';
}

/** Takes a cartridge, or says why not; asking twice for the same visit is one claim. */
export async function claimCartridge(
  room: Room,
  claiming: Claiming,
): Promise<Result<Claimed, ClaimRefusal>> {
  const caught = await catchUp(room.local, room.dataDir, room.world);
  if (!caught.ok) return caught;
  const here = room.chart.entries();
  if (!here.ok) return here;
  const against = againstIn(here.value, room, claiming);
  if (against !== undefined) return refuse(against);
  const held = await holdEverywhere(room, claiming);
  if (!held.ok) return held;
  const written = await room.chart.change<HoldRefusal>((entries) => {
    // Asked again under the lock: another console of this room may have been faster.
    const late = againstIn(entries, room, claiming);
    if (late !== undefined) return refuse(late);
    const again = claimIn(entries, held.value.claimId) !== undefined;
    return ok(again ? [] : [noteOf(room, claiming, held.value)]);
  });
  return written.ok ? held : written;
}

async function holdEverywhere(
  room: Room,
  claiming: Claiming,
): Promise<Result<Claimed, ClaimRefusal>> {
  const { site, world, shared, local } = room;
  const { serial, person, visitId } = claiming;
  const holding = { serial, person, visitId, site, at: world.nowIso() };
  const mine = (standing: Claimed['standing']): Promise<Result<Claimed, ClaimRefusal>> =>
    hold(local, holding).then((held) =>
      held.ok ? ok({ claimId: held.value, standing }) : held);
  if (shared === 'none') return mine('confirmed');
  if (shared === 'out-of-reach') {
    const against = await againstAlone(room, claiming);
    return against.ok ? mine('provisional') : against;
  }
  // The rooms together first: a claim that loses there must not stand here.
  const theirs = await hold(shared, holding);
  return theirs.ok ? mine('confirmed') : theirs;
}

/** Alone, whatever was ever seen here may have been used elsewhere since. */
async function againstAlone(
  { local, world, chart, site }: Room,
  claiming: Claiming,
): Promise<Result<undefined, ClaimRefusal>> {
  const { serial, visitId } = claiming;
  const entries = chart.entries();
  if (!entries.ok) return entries;
  if (claimIn(entries.value, claimIdOf({ ...claiming, site })) !== undefined) return ok(undefined);
  const known = await local.db.selectFrom('cartridges').select('first_seen_at')
    .where('serial', '=', serial).executeTakeFirst();
  const today = world.nowIso().slice(0, 10);
  const scanned = entries.value.some((line) =>
    line.kind === 'cartridge-scanned' && line.code.serial === serial && line.visitId !== visitId);
  const isOld = known !== undefined && known.first_seen_at.slice(0, 10) !== today;
  return scanned || isOld ? refuse({ code: 'seen-while-alone', serial }) : ok(undefined);
}

const claimIn = (
  entries: readonly Entry[],
  claimId: string,
): EntryOf<'cartridge-claimed'> | undefined =>
  entries.find((entry): entry is EntryOf<'cartridge-claimed'> =>
    entry.kind === 'cartridge-claimed' && entry.claimId === claimId);

/** What the lines of this room have against a claim. */
function againstIn(
  entries: readonly Entry[],
  { site }: Room,
  claiming: Claiming,
): HoldRefusal | undefined {
  const { serial } = claiming;
  const known = foldChart(entries).cartridges.get(serial);
  if (known?.blocked !== undefined) {
    return { code: 'cartridge-blocked', serial, because: known.blocked.because };
  }
  return known && otherClaim(known, claimIdOf({ ...claiming, site }), site);
}

function otherClaim(
  { serial, claims }: CartridgeFact,
  claimId: string,
  site: string,
): HoldRefusal | undefined {
  const other = claims.find((claim) => claim.claimId !== claimId);
  if (other === undefined) return undefined;
  const { person, visitId, at } = other;
  return { code: 'held-already', serial, site, person, visitId, at };
}

function noteOf(room: Room, claiming: Claiming, { claimId, standing }: Claimed): NoteGiven {
  const { serial, gtin, lot, person, visitId, by } = claiming;
  return {
    kind: 'cartridge-claimed', claimId, serial, person, visitId, room: room.name, standing, by,
    ...(gtin === undefined ? {} : { gtin }),
    ...(lot === undefined ? {} : { lot }),
  };
}
