// The gauges of an installation: what measures here, under which certificate, and until when.

import { readCertificates } from '../../certificate/index.ts';
import { type Day, formatDay, parseDay } from '../../core/day.ts';
import { GAUGE_KINDS, type GaugeKind } from '../../core/gauge/gauge-line.ts';
import { type Wiring, WIRINGS } from '../../core/gauge/manners.ts';
import { readQuantity, unitsOf } from '../../core/gauge/quantity.ts';
import {
  currentGauges,
  enterGauge,
  type GaugeEntry,
  MEASURED_BY,
  retireGauge,
  whyUnusable,
} from '../../core/gauge/registry.ts';
import { sayGaugeRefusal } from '../../core/gauge/registry-words.ts';
import { type GaugeLife, gaugeLives } from '../../core/registry/gauge-lives.ts';
import { changeGauges, readGauges } from '../../gauge/gauge-list.ts';
import { writtenGauge } from '../../gauge/gauge-shape.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { gaugeLines } from '../gauge-text.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** What a person said of a gauge, all of it as text. */
export interface GaugeSaid {
  readonly serial: string;
  readonly kind: string;
  readonly wiring: string;
  readonly maker: string;
  readonly model: string;
  readonly unit: string | undefined;
  readonly resolution: string;
  readonly uncertainty: string;
  readonly k: string;
  readonly certificate: string;
  readonly calibrated: string;
  readonly due: string;
  readonly by: string;
}

/** Lists the gauges, each with what stands against using it today. */
export function listGauges(dataDir: string, today: Day): Outcome {
  const read = readGauges(dataDir);
  if (!read.ok) return failed(EXIT.journal, read.error);
  const current = currentGauges(read.value);
  const lives = livesIn(dataDir);
  const document = {
    ok: true,
    gauges: current.map((entry) => ({
      ...writtenGauge(entry),
      life: lives.get(entry.serial) ?? null,
      usable: whyUnusable(entry, today) === undefined,
    })),
  };
  if (current.length === 0) {
    return done(['No gauge is entered; see "corium gauges add --help".'], document);
  }
  const rows = current.map((entry) => rowOf(entry, today, lives.get(entry.serial)));
  return done(tableOf(rows), document);
}

/** What certificates of pens say of each gauge. */
const livesIn = (dataDir: string): ReadonlyMap<string, GaugeLife> =>
  gaugeLives(readCertificates(dataDir).stored.map(({ signed }) => signed.certificate));

/** One gauge: every certificate that it has had, its life, and its zero over time. */
export function showGauge(dataDir: string, serial: string): Outcome {
  const read = readGauges(dataDir);
  if (!read.ok) return failed(EXIT.journal, read.error);
  const entries = read.value.filter((entry) => entry.serial === serial);
  if (entries.length === 0) {
    return failed(EXIT.refused, [sayGaugeRefusal({ code: 'unknown', serial })]);
  }
  const life = livesIn(dataDir).get(serial);
  return done(gaugeLines(serial, entries, life), {
    ok: true, entries: entries.map(writtenGauge), life: life ?? null,
  });
}

const HEADS = [
  'serial', 'kind', 'gauge', 'step', 'uncertainty', 'certificate', 'due', 'readings', '',
];

function rowOf(
  entry: GaugeEntry,
  today: Day,
  life: GaugeLife | undefined,
): readonly string[] {
  const { serial, kind, maker, model, k, certificate, dueDay } = entry;
  const [step, uncertainty] = figuresOf(entry);
  const why = whyUnusable(entry, today);
  return [
    serial, kind, `${maker} ${model}`, step, `${uncertainty} (k=${k})`, certificate,
    formatDay(dueDay), String(life?.readings ?? 0),
    why === undefined ? 'usable' : why.code.replaceAll('-', ' '),
  ];
}

function figuresOf(entry: GaugeEntry): readonly [string, string] {
  const { measures } = entry;
  switch (measures) {
    case 'depth':
    case 'peak':
      return [`${entry.resolutionNm / 1_000} um`, `${entry.expandedNm / 1_000} um`];
    case 'rate':
      return [`${entry.resolutionCentiHz / 100} Hz`, `${entry.expandedCentiHz / 100} Hz`];
    case 'force':
      return [`${entry.resolutionMn} mN`, `${entry.expandedMn} mN`];
  }
}

function tableOf(rows: readonly (readonly string[])[]): readonly string[] {
  const all = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

/** Enters a gauge, or a new certificate of one. */
export function addGauge(dataDir: string, said: GaugeSaid, today: Day): Outcome {
  const entry = entryOf(said);
  if (!entry.ok) return failed(EXIT.usage, [entry.error]);
  const changed = changeGauges(dataDir, (entries) => {
    const entered = enterGauge(entries, entry.value, today);
    return entered.ok ? entered : refuse(sayGaugeRefusal(entered.error));
  });
  if (!changed.ok) return failed(EXIT.refused, changed.error);
  const until = `may be used until ${formatDay(entry.value.dueDay)}`;
  return done([`Gauge ${entry.value.serial} is entered and ${until}.`], {
    ok: true,
    gauge: writtenGauge(entry.value),
  });
}

/** Takes a gauge out of use for good. */
export function takeOutGauge(dataDir: string, serial: string, why: string, today: Day): Outcome {
  if (why.trim() === '') return failed(EXIT.usage, ['Say with --why why the gauge is retired.']);
  const changed = changeGauges(dataDir, (entries) => {
    const retired = retireGauge(entries, serial, { onDay: today, why: why.trim() });
    return retired.ok ? retired : refuse(sayGaugeRefusal(retired.error));
  });
  if (!changed.ok) return failed(EXIT.refused, changed.error);
  return done([`Gauge ${serial} is out of use; its old readings keep their gauge.`], {
    ok: true,
    serial,
  });
}

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  words.some((word) => word === text);

/** An entry out of what was said, or the first sentence against it. */
function entryOf(said: GaugeSaid): Result<GaugeEntry, string> {
  const { kind, wiring } = said;
  if (!isOneOf<GaugeKind>(GAUGE_KINDS, kind)) {
    return refuse(`"${kind}" is no kind of gauge; known are ${GAUGE_KINDS.join(', ')}.`);
  }
  if (!isOneOf<Wiring>(WIRINGS, wiring)) {
    return refuse(`"${wiring}" is no wiring; known are ${WIRINGS.join(', ')}.`);
  }
  const texts = ['serial', 'maker', 'model', 'certificate', 'by'] as const;
  const empty = texts.find((name) => said[name].trim() === '' || said[name].length > 200);
  if (empty !== undefined) return refuse(`--${empty} is empty or too long; write what it says.`);
  const k = /^\d+(\.\d+)?$/.test(said.k) ? Number(said.k) : 0;
  if (k < 1 || k > 10) {
    return refuse(`"${said.k}" is no coverage factor; its certificate states one, usually 2.`);
  }
  const days = daysOf(said);
  if (!days.ok) return days;
  const { serial, maker, model, certificate, by } = said;
  const common = {
    serial, wiring, maker, model, k, certificate, by, ...days.value, retired: undefined,
  };
  return measuringOf(said, kind, common);
}

type Common = Omit<GaugeEntry, 'kind' | 'measures'>;

function measuringOf(said: GaugeSaid, kind: GaugeKind, common: Common): Result<GaugeEntry, string> {
  const measures = MEASURED_BY[kind];
  const resolution = readQuantity(said.resolution, measures);
  const expanded = readQuantity(said.uncertainty, measures);
  if (resolution === undefined || expanded === undefined) {
    const wrong = resolution === undefined ? said.resolution : said.uncertainty;
    const units = unitsOf(measures).join(', ');
    return refuse(`"${wrong}" is not understood; write a number and one of ${units}.`);
  }
  if (kind === 'tachometer') {
    return ok({ ...common, kind, measures: 'rate', resolutionCentiHz: resolution,
      expandedCentiHz: expanded });
  }
  if (kind === 'mark-10') {
    return ok({ ...common, kind, measures: 'force', resolutionMn: resolution,
      expandedMn: expanded });
  }
  if (kind === 'peak-hold') {
    return ok({ ...common, kind, measures: 'peak', resolutionNm: resolution,
      expandedNm: expanded });
  }
  const { unit } = said;
  if (unit !== 'mm' && unit !== 'inch') {
    return refuse('Look at the gauge, and say with --unit whether it is set to mm or inch.');
  }
  return ok({ ...common, kind, measures: 'depth', unit, resolutionNm: resolution,
    expandedNm: expanded });
}

function daysOf(
  { calibrated, due }: GaugeSaid,
): Result<{ readonly calibratedDay: Day; readonly dueDay: Day }, string> {
  const [calibratedDay, dueDay] = [parseDay(calibrated), parseDay(due)];
  if (calibratedDay === undefined || dueDay === undefined) {
    const wrong = calibratedDay === undefined ? calibrated : due;
    return refuse(`"${wrong}" is no day; write it as YYYY-MM-DD.`);
  }
  return ok({ calibratedDay, dueDay });
}
