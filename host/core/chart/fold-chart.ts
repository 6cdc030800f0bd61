// Folds the lines of the chart journal into facts, one line at a time. Nothing is judged: a line
// about a visit that was never opened is counted as a stray and told, and holds up nothing else.

import type { Entry, EntryOf } from '../../journal/entry.ts';
import { createLockFold, type LockFold } from './fold-locks.ts';
import type {
  CartridgeFact,
  ChartFacts,
  Joined,
  PersonFact,
  SeriesFact,
  VisitFact,
} from './chart-facts.ts';

/** Follows a chart journal. */
export interface ChartFold {
  readonly take: (entry: Entry) => void;
  readonly facts: () => ChartFacts;
}

type VisitList = {
  [K in keyof VisitFact]: VisitFact[K] extends readonly unknown[] ? K : never;
}[keyof VisitFact];

const LISTED = {
  'screening-answered': 'screenings',
  'clearance-signed': 'clearances',
  'consent-referenced': 'consents',
  'visit-step': 'steps',
  'adjunct-chosen': 'adjuncts',
  'treatment-told': 'told',
  'cartridge-scanned': 'scans',
  'aftercare-handed': 'aftercare',
  'follow-up-recorded': 'followUps',
} as const satisfies Partial<Record<Entry['kind'], VisitList>>;

type Listed = EntryOf<keyof typeof LISTED>;

const isListed = (entry: Entry): entry is Listed => Object.hasOwn(LISTED, entry.kind);

/** What has been gathered while walking through the lines. */
interface Gathered {
  readonly people: Map<string, PersonFact>;
  readonly visits: Map<string, VisitFact>;
  readonly series: Map<string, SeriesFact>;
  readonly locks: LockFold;
  readonly joins: Joined[];
  readonly news: Set<string>;
  readonly cartridges: Map<string, CartridgeFact>;
  readonly histories: Map<string, EntryOf<'history-told'>>;
  readonly elsewhere: Map<string, EntryOf<'treatment-elsewhere'>>;
  readonly amendments: EntryOf<'chart-amended'>[];
  readonly strays: number[];
  newestDay: string;
}

/** Begins to follow a chart journal. */
export function createChartFold(): ChartFold {
  const gathered: Gathered = {
    people: new Map(),
    visits: new Map(),
    series: new Map(),
    locks: createLockFold(),
    joins: [],
    news: new Set(),
    cartridges: new Map(),
    histories: new Map(),
    elsewhere: new Map(),
    amendments: [],
    strays: [],
    newestDay: '',
  };
  return {
    take: (entry) => {
      const day = entry.at.slice(0, 10);
      // A wall clock that was set back makes nothing older than it is.
      if (day > gathered.newestDay) gathered.newestDay = day;
      takePerson(gathered, entry);
      takeVisit(gathered, entry);
      takePlan(gathered, entry);
      takeCartridge(gathered, entry);
      takeNews(gathered, entry);
    },
    facts: () => ({
      ...gathered,
      people: new Map(gathered.people),
      visits: new Map(gathered.visits),
      series: new Map(gathered.series),
      locks: gathered.locks.now(),
      joins: [...gathered.joins],
      news: new Set(gathered.news),
      cartridges: new Map(gathered.cartridges),
      histories: new Map(gathered.histories),
      elsewhere: new Map(gathered.elsewhere),
      amendments: [...gathered.amendments],
      strays: [...gathered.strays],
    }),
  };
}

function change<Value>(
  { strays }: Gathered,
  map: Map<string, Value>,
  key: string,
  n: number,
  to: (value: Value) => Value,
): void {
  const before = map.get(key);
  if (before === undefined) strays.push(n);
  else map.set(key, to(before));
}

function takePerson(gathered: Gathered, entry: Entry): void {
  const { people, strays } = gathered;
  if (entry.kind === 'person-registered') {
    const { person } = entry;
    if (people.has(person)) strays.push(entry.n);
    else people.set(person, { person, registered: entry, amendments: [], mergedInto: undefined });
  } else if (entry.kind === 'person-amended') {
    change(gathered, people, entry.person, entry.n, (was) =>
      ({ ...was, amendments: [...was.amendments, entry] }));
  } else if (entry.kind === 'persons-merged') {
    change(gathered, people, entry.from, entry.n, (was) => ({ ...was, mergedInto: entry.into }));
  } else if (entry.kind === 'history-told') {
    gathered.histories.set(entry.person, entry);
  } else if (entry.kind === 'chart-amended') {
    gathered.amendments.push(entry);
  }
}

function takeVisit(gathered: Gathered, entry: Entry): void {
  const { visits, strays } = gathered;
  if (entry.kind === 'visit-opened') {
    if (visits.has(entry.visitId)) strays.push(entry.n);
    else visits.set(entry.visitId, emptyVisit(entry));
  } else if (isListed(entry)) {
    const list = LISTED[entry.kind];
    change(gathered, visits, entry.visitId, entry.n, (was) =>
      ({ ...was, [list]: [...was[list], entry] }));
  } else if (entry.kind === 'visit-closed') {
    change(gathered, visits, entry.visitId, entry.n, (was) => ({ ...was, closed: entry }));
  }
}

function takePlan(gathered: Gathered, entry: Entry): void {
  const { series, elsewhere } = gathered;
  if (entry.kind === 'series-planned') {
    series.set(entry.seriesId, { planned: entry, changes: [] });
  } else if (entry.kind === 'series-changed') {
    change(gathered, series, entry.seriesId, entry.n, (was) =>
      ({ ...was, changes: [...was.changes, entry] }));
  } else if (entry.kind === 'treatment-elsewhere' && !elsewhere.has(entry.newsId)) {
    elsewhere.set(entry.newsId, entry);
  }
}

function takeNews({ locks, joins, news }: Gathered, entry: Entry): void {
  if (entry.kind === 'area-locked' || entry.kind === 'area-unlocked') locks.take(entry);
  const isNews = entry.kind === 'lock-elsewhere' || entry.kind === 'unlock-elsewhere'
    || entry.kind === 'merge-elsewhere';
  if (!isNews || news.has(entry.newsId)) return;
  news.add(entry.newsId);
  if (entry.kind === 'merge-elsewhere') joins.push({ from: entry.from, into: entry.into });
  else locks.take(entry);
}

function takeCartridge({ cartridges }: Gathered, entry: Entry): void {
  const of = (serial: string): CartridgeFact =>
    cartridges.get(serial) ?? { serial, claims: [], confirmed: new Set(), blocked: undefined };
  if (entry.kind === 'cartridge-claimed') {
    const was = of(entry.serial);
    cartridges.set(entry.serial, { ...was, claims: [...was.claims, entry] });
  } else if (entry.kind === 'claim-confirmed') {
    const was = of(entry.serial);
    const confirmed = new Set([...was.confirmed, entry.claimId]);
    cartridges.set(entry.serial, { ...was, confirmed });
  } else if (entry.kind === 'cartridge-blocked') {
    const was = of(entry.serial);
    cartridges.set(entry.serial, { ...was, blocked: was.blocked ?? entry });
  }
}

const emptyVisit = (opened: EntryOf<'visit-opened'>): VisitFact => ({
  visitId: opened.visitId,
  person: opened.person,
  opened,
  screenings: [],
  clearances: [],
  consents: [],
  steps: [],
  adjuncts: [],
  told: [],
  scans: [],
  aftercare: [],
  followUps: [],
  closed: undefined,
});

/** Folds a whole chart journal. */
export function foldChart(entries: Iterable<Entry>): ChartFacts {
  const fold = createChartFold();
  for (const entry of entries) fold.take(entry);
  return fold.facts();
}
