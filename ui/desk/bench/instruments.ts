// The instruments of the installation as a window may choose them, and the ones of the
// demonstration: simulated, entered like any other, and named so that nobody takes them for real.

import { ok, type Result } from '../../../protocol/result.ts';
import { day, formatDay, type Day } from '../../../host/core/day.ts';
import {
  currentGauges, enterGauge, type GaugeEntry, whyUnusable,
} from '../../../host/core/gauge/registry.ts';
import { changeGauges, readGauges } from '../../../host/gauge/gauge-list.ts';
import type { BenchInstrument } from '../../contract/bench-state.ts';

const AGAINST: Readonly<Record<string, BenchInstrument['against']>> = {
  retired: 'retired', overdue: 'overdue', 'from-the-future': 'from-the-future',
};

/** What there is to measure with; a list that cannot be read is an empty one. */
export function benchInstruments(dataDir: string, today: Day): readonly BenchInstrument[] {
  const read = readGauges(dataDir);
  if (!read.ok) return [];
  return currentGauges(read.value).flatMap((entry) => {
    const { serial, measures, maker, model, dueDay } = entry;
    if (measures === 'force') return [];
    const against = AGAINST[whyUnusable(entry, today)?.code ?? ''];
    return [{ serial, measures, name: `${maker} ${model}`, dueOn: formatDay(dueDay), against }];
  });
}

/** The entry of an instrument, for what a simulated bench has to stand in for. */
export function gaugeEntry(dataDir: string, serial: string): GaugeEntry | undefined {
  const read = readGauges(dataDir);
  return read.ok ? currentGauges(read.value).find((entry) => entry.serial === serial) : undefined;
}

const COMMON = {
  wiring: 'usual', maker: 'Corium', k: 2, certificate: 'simulated', by: 'demonstration',
  retired: undefined,
} as const;

function demoEntries(today: Day): readonly GaugeEntry[] {
  const days = { calibratedDay: day(today - 30), dueDay: day(today + 335) };
  return [
    {
      ...COMMON, ...days, serial: 'SIM-GAUGE', model: 'simulated indicator', measures: 'depth',
      kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000, expandedNm: 3_000,
    },
    {
      ...COMMON, ...days, serial: 'SIM-TACHO', model: 'simulated tachometer', measures: 'rate',
      kind: 'tachometer', resolutionCentiHz: 1, expandedCentiHz: 5,
    },
    {
      ...COMMON, ...days, serial: 'SIM-PEAK', model: 'simulated peak sensor', measures: 'peak',
      kind: 'peak-hold', resolutionNm: 1_000, expandedNm: 2_000,
    },
  ];
}

/** Enters the instruments of the demonstration. */
export function enterDemoInstruments(
  dataDir: string,
  today: Day,
): Result<undefined, readonly string[]> {
  const changed = changeGauges(dataDir, (before) => {
    const all = demoEntries(today).reduce<readonly GaugeEntry[]>((entries, entry) => {
      const entered = enterGauge(entries, entry, today);
      return entered.ok ? entered.value : entries;
    }, before);
    return ok(all);
  });
  return changed.ok ? ok(undefined) : changed;
}
