// What has to go to the bench, and when: pens and gauges in one list, the most overdue first.

import type { Day } from '../day.ts';
import { currentGauges, type GaugeEntry } from '../gauge/registry.ts';
import type { GaugeLife } from './gauge-lives.ts';
import type { DueWhy, PenStanding } from './pens.ts';

type Lives = ReadonlyMap<string, GaugeLife>;

/** One thing that falls due. */
export interface DueItem {
  readonly what: 'pen' | 'gauge';
  readonly serial: string;
  readonly model: string;
  readonly certificate: string;
  readonly dueDay: number;
  /** Negative once it is overdue. */
  readonly daysLeft: number;
  readonly state: 'overdue' | 'soon' | 'in-date';
  readonly why: DueWhy;
  /** Treatments of a pen since its certificate; calibrations that a gauge has measured here. */
  readonly used: number;
}

/** Within so many days something is due soon: time for sending a gauge away (grade D). */
export const SOON_DAYS = 30;

const stateOf = (daysLeft: number): DueItem['state'] =>
  daysLeft < 0 ? 'overdue' : daysLeft <= SOON_DAYS ? 'soon' : 'in-date';

function penItem(pen: PenStanding, today: Day): DueItem {
  const { serial, model, certificateId: certificate, dueDay } = pen;
  const daysLeft = dueDay - today;
  const [now] = pen.dueNow;
  return {
    what: 'pen', serial, model, certificate, dueDay, daysLeft,
    state: now === undefined ? stateOf(daysLeft) : 'overdue',
    why: now ?? 'date',
    used: pen.use.treatmentsSince,
  };
}

function gaugeItem(gauge: GaugeEntry, today: Day, lives: Lives): DueItem {
  const { serial, certificate, dueDay } = gauge;
  const daysLeft = dueDay - today;
  const model = `${gauge.maker} ${gauge.model}`.trim();
  return {
    what: 'gauge', serial, model, certificate, dueDay, daysLeft,
    state: stateOf(daysLeft), why: 'date', used: lives.get(serial)?.calibrations ?? 0,
  };
}

const rank = { overdue: 0, soon: 1, 'in-date': 2 } as const;

/** Everything that falls due, the most pressing first. */
export function dueList(
  pens: readonly PenStanding[],
  gauges: readonly GaugeEntry[],
  today: Day,
  lives: Lives = new Map(),
): readonly DueItem[] {
  const inUse = currentGauges(gauges).filter(({ retired }) => retired === undefined);
  const items = [
    ...pens.map((pen) => penItem(pen, today)),
    ...inUse.map((gauge) => gaugeItem(gauge, today, lives)),
  ];
  return items.sort(
    (one, other) =>
      rank[one.state] - rank[other.state]
      || one.daysLeft - other.daysLeft
      || (one.serial < other.serial ? -1 : 1),
  );
}
