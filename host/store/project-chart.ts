// Folds lines of the chart journal into rows: people, visits, follow-ups, locked areas, staff,
// claims and blocked cartridges, and every line about a person as it stands. Secrets of staff stay
// in the journal: the store is copied more often than that.

import { canonicalJson } from '../journal/canonical.ts';
import type { Entry, EntryOf } from '../journal/index.ts';
import { meetCartridge, type Project } from './project-treatment.ts';
import type { Row } from './tables.ts';
import type { Target } from './target.ts';

type Rules = {
  readonly [Kind in Entry['kind']]?: (target: Target, entry: EntryOf<Kind>) => Promise<void> | void;
};

/** Begins to fold. */
export function projectChart(target: Target): Project {
  const apply = <Kind extends Entry['kind']>(entry: EntryOf<Kind>, kind: Kind) =>
    RULES[kind]?.(target, entry);
  return (entry) => {
    if (!STAFF_ONLY.has(entry.kind)) target.batch.put('chart_lines', lineOf(target.site, entry));
    return apply(entry, entry.kind) ?? undefined;
  };
}

/** Lines that no chart shows: the machinery's own, and those with secrets in them. */
const STAFF_ONLY: ReadonlySet<Entry['kind']> = new Set<Entry['kind']>([
  'journal-opened', 'journal-rotated', 'recovered', 'staff-added', 'staff-changed', 'signed-in',
  'signed-out', 'sign-in-failed', 'locked-out',
]);

const textIn = (entry: Entry, name: string): string | null => {
  const held: unknown = Object.entries(entry).find(([field]) => field === name)?.[1];
  return typeof held === 'string' ? held : null;
};

function lineOf(site: string, entry: Entry): Row<'chart_lines'> {
  const { n, kind, at } = entry;
  const note = Object.fromEntries(Object.entries(entry).filter(([name]) => !BESIDE.has(name)));
  return {
    site, n, kind, at,
    person: textIn(entry, 'person') ?? textIn(entry, 'into'),
    visit_id: textIn(entry, 'visitId'),
    by: textIn(entry, 'by'),
    note: canonicalJson(note),
  };
}

/** What a row says beside the note, and what would make it differ from machine to machine. */
const BESIDE: ReadonlySet<string> = new Set(['v', 'n', 'at', 'ms', 'synced', 'prev', 'hash']);

const RULES: Rules = {
  'person-registered': async ({ site, batch, known }, entry) => {
    const { person, bornYear: born_year, lookup, identity, at: registered_at, n } = entry;
    if ((await known.person(person)) !== undefined) return;
    batch.put('people', {
      site, person, born_year, lookup, identity: canonicalJson(identity), registered_at,
      amendments: 0, merged_into: null, n,
    });
  },
  'person-amended': async ({ batch, known }, { person, bornYear, lookup, identity }) => {
    const was = await known.person(person);
    if (was === undefined) return;
    batch.put('people', {
      ...was, born_year: bornYear, lookup, identity: canonicalJson(identity),
      amendments: was.amendments + 1,
    });
  },
  'persons-merged': async ({ batch, known }, { from, into }) => {
    const was = await known.person(from);
    if (was !== undefined) batch.put('people', { ...was, merged_into: into });
  },
  'visit-opened': async ({ site, batch, known }, entry) => {
    if ((await known.visit(entry.visitId)) !== undefined) return;
    batch.put('visits', {
      site, visit_id: entry.visitId, person: entry.person, opened_on: entry.on,
      modality: entry.modality, room: entry.room ?? null, series_id: entry.seriesId ?? null,
      outcome: null, closed_at: null, opened_by: entry.by, n: entry.n,
    });
  },
  'visit-closed': async ({ batch, known }, { visitId, outcome, at }) => {
    const was = await known.visit(visitId);
    if (was !== undefined) batch.put('visits', { ...was, outcome, closed_at: at });
  },
  'aftercare-handed': async ({ site, batch, known }, { visitId, person, dates, n }) => {
    for (const { milestone, on } of dates) {
      const was = await known.followUp(visitId, milestone);
      batch.put('follow_ups', {
        site, visit_id: visitId, milestone, person, due_on: on, done_on: was?.done_on ?? null,
        how: was?.how ?? null, red_flags: was?.red_flags ?? 0, n: was?.n ?? n,
      });
    }
  },
  'follow-up-recorded': async ({ site, batch, known }, entry) => {
    const { visitId, milestone, person, how, on, redFlags, n } = entry;
    const was = await known.followUp(visitId, milestone);
    const reached = how !== 'not-reached';
    batch.put('follow_ups', {
      site, visit_id: visitId, milestone, person, due_on: was?.due_on ?? null,
      done_on: reached ? on : was?.done_on ?? null, how,
      red_flags: (was?.red_flags ?? 0) + redFlags.length, n,
    });
  },
  'area-locked': ({ site, batch }, { person, area, side, because, at, n }) => {
    batch.put('area_locks', { site, person, area, side, because, locked_at: at, n });
  },
  'area-unlocked': ({ site, batch }, { person, area, side }) => {
    batch.remove('area_locks', { site, person, area, side });
  },
  'staff-added': async ({ site, batch, known }, { staffId, name, roles, at, n }) => {
    if ((await known.staff(staffId)) !== undefined) return;
    batch.put('staff', {
      site, staff_id: staffId, name, roles: roles.join(' '), retired: 0, added_at: at, n,
    });
  },
  'staff-changed': async ({ batch, known }, { staffId, change }) => {
    const was = await known.staff(staffId);
    if (was === undefined) return;
    if (change.kind === 'roles') batch.put('staff', { ...was, roles: change.roles.join(' ') });
    if (change.kind === 'name') batch.put('staff', { ...was, name: change.name });
    if (change.kind === 'retired') batch.put('staff', { ...was, retired: 1 });
  },
  'cartridge-scanned': (target, { code, at }) =>
    meetCartridge(target, { serial: code.serial, lot: code.lot ?? '', gtin: code.gtin, at }),
  'cartridge-claimed': async (target, entry) => {
    const { site, batch, known } = target;
    const { claimId, serial, person, visitId, room, standing, at, n, lot, gtin } = entry;
    if ((await known.claim(claimId)) !== undefined) return;
    batch.put('claims', {
      site, claim_id: claimId, serial, person, visit_id: visitId, room, standing, at, n,
    });
    await meetCartridge(target, { serial, lot: lot ?? '', gtin, at });
  },
  'claim-confirmed': async ({ batch, known }, { claimId }) => {
    const was = await known.claim(claimId);
    if (was !== undefined) batch.put('claims', { ...was, standing: 'confirmed' });
  },
  'cartridge-blocked': async ({ site, batch, known }, { serial, because, at, n }) => {
    if ((await known.block(serial)) !== undefined) return;
    batch.put('cartridge_blocks', { site, serial, because, at, n });
  },
  'treatment-elsewhere': async ({ site, batch, known }, entry) => {
    if ((await known.elsewhere(entry.newsId)) !== undefined) return;
    batch.put('elsewhere', {
      site, news_id: entry.newsId, room: entry.room, treatment_id: entry.treatmentId,
      person: entry.person, day: entry.on, area: entry.area, side: entry.side,
      punctures: entry.punctures, n: entry.n,
    });
  },
};
