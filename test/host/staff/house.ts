// An invented house: an installation in memory with a chart, a clock that a test moves, and a desk
// whose secrets take little work to check.

import { type Chart, initChart, openChart } from '../../../host/chart/index.ts';
import type { Entry } from '../../../host/journal/entry.ts';
import { openDesk, type StaffDesk } from '../../../host/staff/index.ts';
import { createMemoryWorld, granted, type MemoryWorld } from '../../support/journal.ts';

/** Little work, for tests that are not about it. */
export const CHEAP = { n: 1_024, r: 8, p: 1 };
/** The folder of the installation. */
export const DATA = 'installation';
/** What the clinical lead and the provider of the house know. */
export const SECRETS = { lead: 'seven quiet herons', provider: '480273' };

/** An invented house and the hands of a test on it. */
export interface House {
  readonly world: MemoryWorld;
  readonly chart: Chart;
  readonly desk: StaffDesk;
  readonly lines: () => readonly Entry[];
  /** Moves the clock that never goes back. */
  readonly pass: (elapsedMs: number) => void;
  /** Starts the machine again: its clock begins at nought. */
  readonly restart: () => void;
}

/** Makes one, with nobody in it. */
export function emptyHouse(): House {
  const base = createMemoryWorld();
  let offsetMs = 0;
  const nowMs = base.nowMs;
  const world: MemoryWorld = Object.assign(base, { nowMs: () => nowMs() + offsetMs });
  granted(initChart(DATA, world));
  const chart = granted(openChart(DATA, world));
  return {
    world,
    chart,
    desk: openDesk({ chart, world, cost: CHEAP }),
    lines: () => granted(chart.entries()),
    pass: (elapsedMs) => {
      offsetMs += elapsedMs;
    },
    restart: () => {
      offsetMs = -nowMs();
    },
  };
}

/** Makes one with a clinical lead `m-sato` and a provider `j-diaz`. */
export async function house(): Promise<House> {
  const made = emptyHouse();
  const { desk } = made;
  granted(await desk.addFirst(
    { staffId: 'm-sato', name: 'Mika Sato', roles: ['clinical-lead'] }, SECRETS.lead,
  ));
  granted(await desk.add(
    { staffId: 'j-diaz', name: 'Juan Díaz', roles: ['provider'] }, SECRETS.provider, lead(),
  ));
  return made;
}

/** The clinical lead, as she says who she is. */
export const lead = (secret = SECRETS.lead) =>
  ({ staffId: 'm-sato', secret, place: 'console' }) as const;

/** The provider, as he says who he is. */
export const provider = (secret = SECRETS.provider) =>
  ({ staffId: 'j-diaz', secret, place: 'console' }) as const;
