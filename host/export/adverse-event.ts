// The draft of a report about an adverse event or a product problem: the treatment's facts under
// the headings of FDA form 3500A (MedWatch, mandatory reporting), filled in as far as the journal
// knows, with the words of whoever tells it. What is not known says "unknown" and nothing else; the
// draft is for a person to complete, and reporting it is theirs to do.

import { day, formatDay } from '../core/day.ts';
import { areaFacts, cartridgesOf, placeWords } from './area-facts.ts';
import type { Names } from './names.ts';
import type { ExportSubject } from './subject.ts';

/** What a person says about it. */
export interface ToldEvent {
  readonly what: string;
  /** When it was seen, YYYY-MM-DD. */
  readonly on: string | undefined;
  readonly outcome: EventOutcome;
}

/** The outcomes of section B2 of the form, and two that are none of them. */
export const EVENT_OUTCOMES = [
  'death', 'life-threatening', 'hospitalization', 'disability-or-permanent-damage',
  'required-intervention', 'other-serious', 'not-serious', 'unknown',
] as const;

/** What became of the person. */
export type EventOutcome = (typeof EVENT_OUTCOMES)[number];

/** One question of the form, with what is known. */
export type DraftLine = readonly [heading: string, answer: string];

/** One section of the form. */
export interface DraftSection {
  readonly title: string;
  readonly lines: readonly DraftLine[];
}

/** What is said where nothing is known. */
export const UNKNOWN = 'unknown';

const known = (text: string | undefined): string =>
  text === undefined || text.trim() === '' ? UNKNOWN : text;
const listed = (texts: readonly string[]): string =>
  known([...new Set(texts)].filter((text) => text !== '').join(', '));
const mm = (um: number | undefined): string =>
  um === undefined ? UNKNOWN : `${(um / 1_000).toFixed(2)} mm`;

/** The draft, section by section. */
export function draftSections(
  subject: ExportSubject,
  names: Names,
  told: ToldEvent,
): readonly DraftSection[] {
  return [
    { title: 'A. Patient information', lines: patient(subject, names) },
    { title: 'B. Adverse event or product problem', lines: event(subject, names, told) },
    { title: 'D. Suspect medical device', lines: device(subject, names) },
    { title: 'Treatment facts, by the journal', lines: facts(subject) },
    { title: 'E. Initial reporter', lines: [
      ['Name', names.identity ? names.staff(subject.record.opened.operator) : UNKNOWN],
      ['Health professional', UNKNOWN],
      ['Also reported to', UNKNOWN],
    ] },
    { title: 'F and H. User facility, importer, device manufacturer', lines: [
      ['To be completed by', 'the facility and the manufacturer'],
    ] },
  ];
}

const patient = ({ bornYear, visit }: ExportSubject, names: Names): readonly DraftLine[] => [
  ['Patient identifier (in confidence)', names.known?.name ?? UNKNOWN],
  ['Age or date of birth', names.known?.born
    ?? (bornYear === undefined || !names.identity ? UNKNOWN : `born ${bornYear}`)],
  ['Sex, gender', UNKNOWN],
  ['Weight', UNKNOWN],
  ['Ethnicity, race', UNKNOWN],
  ['Fitzpatrick skin type', known(visit?.screenings.at(-1)?.fitzpatrick?.toString())],
];

function event(subject: ExportSubject, _: Names, told: ToldEvent): readonly DraftLine[] {
  const { record, visit } = subject;
  const answers = visit?.screenings.at(-1)?.answers ?? [];
  const history = answers.filter(({ answer }) => answer === 'yes').map(({ question }) => question);
  return [
    ['Type of report', 'adverse event (tick product problem as well where it was one)'],
    ['Outcome attributed to the event', told.outcome.replaceAll('-', ' ')],
    ['Date of event', known(told.on)],
    ['Date of treatment', record.opened.at.slice(0, 10)],
    ['Describe event or problem', known(told.what)],
    ['Relevant tests and laboratory data', UNKNOWN],
    ['Other relevant history', answers.length === 0 ? UNKNOWN : listed(history.length === 0
      ? ['nothing was answered with yes in the screening'] : history)],
  ];
}

function device(
  { record, certificates, visit }: ExportSubject,
  names: Names,
): readonly DraftLine[] {
  const { pens } = record;
  const cartridges = [...cartridgesOf(record).values()];
  const udis = (visit?.scans ?? []).flatMap(({ code }) => code.gtin ?? []);
  const tables = certificates.map(({ certificate }) => certificate);
  return [
    ['Brand name', UNKNOWN],
    ['Common device name', 'powered microneedling device'],
    ['Manufacturer name, city and state', UNKNOWN],
    ['Model number', listed(pens.map(({ model }) => model))],
    ['Serial number', listed(pens.map(({ serial }) => serial))],
    ['Firmware', listed(pens.map(({ firmware }) => firmware))],
    ['Cartridge lot number', listed(cartridges.map(({ lot }) => lot))],
    ['Cartridge serial number', listed(areaFacts(record).flatMap((area) => area.cartridges))],
    ['Cartridge expiration date', listed(cartridges.flatMap(({ expiryDay }) =>
      (expiryDay === 0 ? [] : formatDay(day(expiryDay)))))],
    ['Unique device identifier (UDI-DI)', listed(udis)],
    ['Calibration certificate', listed(pens.map(({ calibration }) => calibration.certificateId))],
    ['Class and due date of it', listed(pens.map(({ calibration }) =>
      `class ${calibration.class}, due ${formatDay(day(calibration.dueDay))}`))],
    ['Certificate signed with key', listed(certificates.map(({ signature }) => signature.keyId))],
    ['Measured error of depth, worst', listed(tables.map(({ table }) =>
      `${table.biasHighUm} um with ${table.uncertaintyHighUm} um of uncertainty`))],
    ['Operator of device', names.identity ? names.staff(record.opened.operator) : UNKNOWN],
    ['Single-use device reprocessed and reused', UNKNOWN],
    ['Device available for evaluation', UNKNOWN],
    ['Concomitant products', listed((visit?.adjuncts ?? []).map(({ adjunct, lot }) =>
      lot === undefined ? adjunct : `${adjunct} (lot ${lot})`))],
  ];
}

function facts({ record }: ExportSubject): readonly DraftLine[] {
  const stops = record.events.flatMap((line) => {
    if (line.kind === 'stop' || line.kind === 'latched') return `${line.kind} (${line.reason})`;
    return line.kind === 'alarm' && line.on ? `alarm ${line.alarm}` : [];
  });
  return [
    ['Treatment', `${record.opened.treatmentId}, ${record.closed?.outcome ?? 'still open'}`],
    ['Begun and ended', `${record.opened.at} to ${known(record.closed?.at)}`],
    ...areaFacts(record).map((area): DraftLine => [
      placeWords(area),
      `planned depth ${mm(area.plannedDepthUm)}, deepest measured ${mm(area.peakDepthUm)}; `
        + `${area.deliveredStrokes} strokes delivered, up to ${area.unknownStrokes} more not `
        + 'known; '
        + `${area.deliveredPerCm2} punctures per cm2 as a mean over the declared area, up to `
        + `${area.unknownPerCm2} more not known; passes ${area.passes}`,
    ]),
    ['Stops and alarms', stops.length === 0 ? 'none in the journal' : listed(stops)],
    ['Newest line of the journal', `${record.lastN}, ${record.lastHash}`],
  ];
}

/** The draft as a text. */
export function draftText(sections: readonly DraftSection[]): string {
  const head = [
    'DRAFT of a report to FDA MedWatch (headings of form 3500A); not sent to anybody.',
    'Complete what is unknown, check what is not, and report through MedWatch or the manufacturer.',
  ];
  const body = sections.flatMap(({ title, lines }) => [
    '', title, '-'.repeat(title.length),
    ...lines.map(([heading, answer]) => `${heading}: ${answer.replaceAll(/\r?\n/g, '\n    ')}`),
  ]);
  return [...head, ...body, ''].join('\n');
}
