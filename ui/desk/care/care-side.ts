// The chart of the installation as the desk has it: read further each time something is asked of
// it, made when the first person is registered, and never kept beside the journal. Names are opened
// where this computer has the key, and stay sealed elsewhere.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { type ChartGround, needledIn, type NeedledSkin } from '../../../host/care/chart-ground.ts';
import {
  type Chart, type ChartRefusal, explainChart, type Identity, type IdentityKey, initChart, nowOf,
  openChart, openIdentity, readIdentityKey, usualIdentityKeyPath,
} from '../../../host/chart/index.ts';
import type { ChartFacts } from '../../../host/core/chart/chart-facts.ts';
import { foldChart } from '../../../host/core/chart/fold-chart.ts';
import { foldStaff, NO_STAFF, type StaffStanding } from '../../../host/core/staff/standing.ts';
import { type Entry, type JournalWorld, nodeWorld } from '../../../host/journal/index.ts';
import { HOST_VERSION } from '../../../host/version.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { CareView } from '../../contract/care-state.ts';

/** The chart, as it was read last. */
export interface CareSide {
  readonly world: JournalWorld;
  /** Reads what is new; `lines` are those of the treatment journal. */
  readonly refresh: (lines: readonly Entry[]) => void;
  /** Undefined where no chart was ever made. */
  readonly ground: () => ChartGround | undefined;
  readonly staff: () => StaffStanding;
  readonly problem: () => string | undefined;
  /** Opens the chart, and makes it where there is none. */
  readonly begin: () => Result<Chart, CareRefusal>;
  readonly key: () => IdentityKey | undefined;
  readonly keyStanding: () => CareView['identityKey'];
  /** Who somebody is, where it can be opened. */
  readonly identity: (person: string) => Identity | undefined;
  /** Counts readings that found something new. */
  readonly rev: () => number;
}

/** A refusal of the chart journal, with the sentence of the host for whoever looks after it. */
export const chartRefusal = (refused: ChartRefusal): CareRefusal =>
  ({ topic: 'journal', code: 'chart', facts: { says: explainChart(refused) } });

interface Kept {
  chart: Chart | undefined;
  problem: string | undefined;
  entries: readonly Entry[];
  facts: ChartFacts | undefined;
  staff: StaffStanding;
  needled: { readonly count: number; readonly skins: readonly NeedledSkin[] };
  identities: Map<string, Identity | undefined>;
  rev: number;
}

/** Opens the chart of a folder for the desk. */
export function careSide(dataDir: string): CareSide {
  const world = nodeWorld(HOST_VERSION);
  const kept: Kept = {
    chart: undefined, problem: undefined, entries: [], facts: undefined, staff: NO_STAFF,
    needled: { count: -1, skins: [] }, identities: new Map(), rev: 0,
  };
  const key = () => readIdentityKey(usualIdentityKeyPath());
  return {
    world,
    refresh: (lines) => {
      readChart(kept, dataDir, world);
      if (lines.length === kept.needled.count) return;
      kept.needled = { count: lines.length, skins: needledIn(lines) };
      kept.rev += 1;
    },
    ground: () => kept.facts && { facts: kept.facts, needled: kept.needled.skins },
    staff: () => kept.staff,
    problem: () => kept.problem,
    begin: () => {
      if (kept.chart !== undefined) return ok(kept.chart);
      if (kept.problem === undefined) {
        const made = initChart(dataDir, world);
        if (!made.ok) return refuse(chartRefusal(made.error));
      }
      return opened(readChart(kept, dataDir, world));
    },
    key: () => {
      const read = key();
      return read.ok ? read.value : undefined;
    },
    keyStanding: () => {
      const read = key();
      if (read.ok) return 'here';
      return read.error.code === 'absent' ? 'absent' : 'unusable';
    },
    identity: (person) => identityOf(kept, person),
    rev: () => kept.rev,
  };
}

const opened = ({ chart, problem }: Kept): Result<Chart, CareRefusal> =>
  chart === undefined
    ? refuse({ topic: 'journal', code: 'chart', facts: { says: problem ?? '' } })
    : ok(chart);

function readChart(kept: Kept, dataDir: string, world: JournalWorld): Kept {
  kept.problem = undefined;
  kept.identities = new Map();
  if (kept.chart === undefined) {
    const found = openChart(dataDir, world);
    if (found.ok) {
      kept.chart = found.value;
    } else {
      const { error } = found;
      const isNone = error.code === 'chart-refused' && error.refusal.code === 'missing';
      if (!isNone) kept.problem = explainChart(error);
      return kept;
    }
  }
  const read = kept.chart.entries();
  if (!read.ok) {
    kept.problem = explainChart(read.error);
    return kept;
  }
  if (read.value.length === kept.entries.length && kept.facts !== undefined) return kept;
  kept.entries = read.value;
  kept.facts = foldChart(read.value);
  kept.staff = foldStaff(read.value);
  kept.rev += 1;
  return kept;
}

function identityOf(kept: Kept, person: string): Identity | undefined {
  if (kept.identities.has(person)) return kept.identities.get(person);
  const known = kept.facts?.people.get(person);
  const key = readIdentityKey(usualIdentityKeyPath());
  const identity = known && key.ok
    ? openIdentity(nowOf(known).identity, person, key.value)
    : undefined;
  kept.identities.set(person, identity);
  return identity;
}
