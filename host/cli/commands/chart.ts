// What the store answers about a person: the whole chart, and what one piece of skin has had.

import { areaNamed } from '../../core/area-names.ts';
import { type Day, day, formatDay } from '../../core/day.ts';
import { isPaired, type Side } from '../../../protocol/area.ts';
import {
  chartOf, type ChartView, type DoseGiven, doseHistory, type DoseHistory, personKeys,
} from '../../store/index.ts';
import { EXIT } from '../exit-code.ts';
import { type House, inHouse, soundToday } from '../house.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { tableLines } from '../table-lines.ts';

/** What every command about a chart is given. */
export interface ChartAsked {
  readonly dataDir: string;
  readonly person: string;
  readonly by: string;
  readonly today: Day;
}

/** Shows a person's chart: visits, treatments by area, what is due, what is locked. */
export const chartCommand = ({ dataDir, person }: ChartAsked): Promise<Outcome> =>
  inHouse(dataDir, async ({ store, remarks }) => {
    const view = await chartOf(store.db, person);
    const isKnown = view.people.length + view.treatments.length + view.lines.length > 0;
    if (!isKnown) {
      const sentence = `Nobody has the key "${person}" here; see "corium people list".`;
      return failed(EXIT.refused, [sentence]);
    }
    const document = { ok: true, person, ...view, remarks };
    return { ...done(chartLines(person, view), document), complaints: remarks };
  });

const mm = (um: number | undefined): string =>
  um === undefined ? 'not measured' : `${(um / 1_000).toFixed(2)} mm`;

function chartLines(person: string, view: ChartView): readonly string[] {
  const { people, visits, treatments, followUps, locks } = view;
  const merged = people.filter((row) => row.merged_into !== null).map((row) => row.person);
  const open = followUps.filter((row) => row.done_on === null && row.due_on !== null);
  const treated = treatments.flatMap((treatment) => treatment.areas.map((area) => [
    treatment.day, area.area, area.side, `${String(area.puncturesPerCm2)}/cm2`,
    mm(area.depthUmSet), mm(area.depthUmPeak), area.cartridges.join(' '), treatment.operator,
    treatment.outcome ?? 'open',
  ]));
  return [
    `Chart of ${person}${merged.length === 0 ? '' : ` (with ${merged.join(', ')})`}: `
      + `${counted(visits.length, 'visit')}, ${counted(treatments.length, 'treatment')}`,
    ...locks.map((row) =>
      `LOCKED   ${row.area} ${row.side} since ${row.locked_at.slice(0, 10)}: `
      + row.because.replaceAll('-', ' ')),
    ...open.map((row) => `Due      ${row.due_on ?? ''} follow-up ${row.milestone}`),
    ...(treated.length === 0 ? ['No area was treated here.'] : tableLines(
      ['day', 'area', 'side', 'density', 'set', 'measured', 'cartridge', 'operator', ''], treated)),
  ];
}

const counted = (count: number, what: string): string =>
  `${String(count)} ${what}${count === 1 ? '' : 's'}`;

/** What was asked of one piece of skin. */
export interface DoseWanted extends ChartAsked {
  readonly area: string;
  readonly side: Side | undefined;
  readonly days: string;
}

/** Answers how much one piece of skin had today and in the last days, and with what. */
export async function doseCommand(wanted: DoseWanted): Promise<Outcome> {
  const area = areaNamed(wanted.area);
  if (area === undefined) {
    return failed(EXIT.usage, [`"${wanted.area}" is no area that Corium knows.`]);
  }
  const days = /^\d{1,5}$/.test(wanted.days) ? Number(wanted.days) : 0;
  if (days < 1) {
    return failed(EXIT.usage, [`"${wanted.days}" is no number of days; write for instance 30.`]);
  }
  const { side, person } = wanted;
  if (side !== undefined && isPaired(area) === (side === 'midline')) {
    const sides = isPaired(area) ? 'left and right' : 'one side, midline';
    return failed(EXIT.usage, [`The area ${area} has ${sides}; say that with --side.`]);
  }
  return inHouse(wanted.dataDir, async (house) => {
    const sound = await soundToday(house, wanted.today, wanted.by);
    const since = day(sound.today - days + 1);
    const dose = await doseHistory(house.store.db, {
      people: await personKeys(house.store.db, person), area, side,
      today: formatDay(sound.today), sinceDay: formatDay(since),
    });
    return doseOutcome(house, { person, area, side, days }, dose, sound.remarks);
  });
}

interface Skin {
  readonly person: string;
  readonly area: string;
  readonly side: Side | undefined;
  readonly days: number;
}

function doseOutcome(
  house: House,
  skin: Skin,
  dose: DoseHistory,
  more: readonly string[],
): Outcome {
  const { person, area, side, days } = skin;
  const remarks = [...house.remarks, ...more];
  const of = (what: DoseHistory['today']): string =>
    `${String(what.puncturesPerCm2)} punctures/cm2 (${String(what.punctures)} punctures)`;
  const lines = [
    `${area}${side === undefined ? '' : ` ${side}`} of ${person}, a mean over the declared size:`,
    `Today         ${of(dose.today)}`,
    `In ${String(days).padStart(3)} days   ${of(dose.since)}`,
    ...(dose.given.length === 0 ? [] : tableLines(HEADS, dose.given.map(rowOf))),
  ];
  return { ...done(lines, { ok: true, ...skin, ...dose, remarks }), complaints: remarks };
}

const HEADS = [
  'day', 'side', 'punctures/cm2', 'set', 'measured', 'cartridge', 'lot', 'certificate', 'operator',
];

function rowOf(given: DoseGiven): readonly string[] {
  const unsure = given.certainPunctures < given.punctures ? ' at most' : '';
  return [
    given.day, given.side, `${String(given.puncturesPerCm2)}${unsure}`, mm(given.depthUmSet),
    mm(given.depthUmPeak), given.cartridges.map(({ serial }) => serial).join(' '),
    given.cartridges.map(({ lot }) => lot).join(' '), given.certificates.join(' '),
    given.operator ?? 'not known',
  ];
}
