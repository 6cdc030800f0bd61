// What has to go to the bench, and when: pens and gauges in one list, the most overdue first.

import type { Day } from '../day.ts';
import { currentGauges, type GaugeEntry } from '../gauge/registry.ts';
import type { DueWhy, PenStanding } from './pens.ts';

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
  };
}

function gaugeItem(gauge: GaugeEntry, today: Day): DueItem {
  const { serial, certificate, dueDay } = gauge;
  const daysLeft = dueDay - today;
  const model = `${gauge.maker} ${gauge.model}`.trim();
  return {
    what: 'gauge', serial, model, certificate, dueDay, daysLeft,
    state: stateOf(daysLeft), why: 'date',
  };
}

const rank = { overdue: 0, soon: 1, 'in-date': 2 } as const;

/** Everything that falls due, the most pressing first. */
export function dueList(
  pens: readonly PenStanding[],
  gauges: readonly GaugeEntry[],
  today: Day,
): readonly DueItem[] {
  const inUse = currentGauges(gauges).filter(({ retired }) => retired === undefined);
  const items = [
    ...pens.map((pen) => penItem(pen, today)),
    ...inUse.map((gauge) => gaugeItem(gauge, today)),
  ];
  return items.sort(
    (one, other) =>
      rank[one.state] - rank[other.state]
      || one.daysLeft - other.daysLeft
      || (one.serial < other.serial ? -1 : 1),
  );
}
