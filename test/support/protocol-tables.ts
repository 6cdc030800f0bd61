/**
 * The tables of protocol/README.md, made from the catalogue and the constants, so that the document
 * cannot say anything else than the code. The prose around them is written by hand.
 */
import { AREA_NAMES, AREAS } from '../../protocol/area.ts';
import { catalogueText, CATALOGUE, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import type { Field } from '../../protocol/field.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { CAPABILITY, PAGE, SENSOR, SIGNAL } from '../../protocol/from-pen.ts';
import type { MessageType } from '../../protocol/message.ts';
import { LATCH_REASONS, REFUSAL_REASONS } from '../../protocol/reason.ts';
import { stopBoundStrokes } from '../../protocol/stop-bound.ts';
import * as timing from '../../protocol/timing.ts';
import { centiHz, strokes } from '../../protocol/units.ts';
import { explain, spaced } from './explain-frame.ts';
import { table, wrapped } from './markdown.ts';
import { FIELD_NOTES, LATCH_NOTES, MESSAGE_NOTES, REFUSAL_NOTES } from './protocol-notes.ts';
import { BINDING, SAMPLES, SESSION, TALK } from './sample-messages.ts';

const hex = (value: number, digits: number): string =>
  `0x${value.toString(16).padStart(digits, '0')}`;

/** The sentence about a field. */
export const fieldNote = (kind: string, name: string): string | undefined =>
  FIELD_NOTES[`${kind}.${name}`] ?? FIELD_NOTES[name];

const UNITS: Readonly<Record<string, string>> = {
  um: 'micrometres',
  ms: 'milliseconds',
  penMs: 'milliseconds of the pen\'s clock',
  centiHz: 'hundredths of a hertz',
  strokes: 'strokes',
  mn: 'millinewtons',
  mm2: 'square millimetres',
};

/** The range of a field with its unit in full. */
const range = ({ says }: Field<unknown>): string => {
  const [first = '', ...rest] = says.split(', ');
  const unit = UNITS[first];
  if (unit !== undefined) return `${rest.join(', ')} ${unit}`;
  return first === 'number' ? rest.join(', ') : says;
};

/** A list of reasons that has a table of its own is named instead of repeated. */
function takes(name: string, field: Field<unknown>): string {
  if (field.says.includes('host-stop')) return 'a latch reason';
  if (field.says.includes('not-joined')) return 'a refusal reason';
  return name === 'area' ? 'an area code' : range(field);
}

function fieldRows(type: MessageType): readonly (readonly string[])[] {
  let at = 16;
  return Object.entries(type.fields).map(([name, field]) => {
    const row = [
      `${at}`, `${field.bytes}`, `\`${name}\``, field.wire, takes(name, field),
      fieldNote(type.kind, name) ?? '',
    ];
    at += field.bytes;
    return row;
  });
}

function messagePart(type: MessageType): string {
  const bound = type.bound ? ', **bound**' : '';
  const head = `#### ${hex(type.id, 2)} ${type.kind.toUpperCase()}`;
  const how = `Class *${type.delivery}*${bound}; ${type.bytes} payload bytes.`;
  const says = wrapped(`${how} ${MESSAGE_NOTES[type.kind] ?? ''}`);
  const rows = fieldRows(type);
  const fields = table(['at', 'bytes', 'field', 'type', 'takes', 'meaning'], rows);
  return rows.length === 0 ? `${head}\n\n${says}` : `${head}\n\n${says}\n\n${fields}`;
}

const messages = (fromPen: boolean): string =>
  CATALOGUE.filter((type) => type.id >= 0x80 === fromPen).map(messagePart).join('\n\n');

const bits = (field: string, words: Readonly<Record<string, number>>): string =>
  table(
    [`bit of \`${field}\``, 'meaning'],
    Object.entries(words).map(([name, mask]) => [`${Math.log2(mask)}`, `\`${name}\``]),
  );

const bitTables = (): string =>
  [bits('signals', SIGNAL), bits('sensors', SENSOR), bits('capabilities', CAPABILITY)].join('\n\n');

const TIMES: readonly (readonly [Exclude<keyof typeof timing, 'OVERSPEED'>, string])[] = [
  ['LEASE_MS_MAX', 'a grant ends at most this far ahead of the pen\'s clock'],
  ['RENEW_MS', 'the host renews a grant in motion'],
  ['TELEMETRY_MS', 'the pen sends telemetry'],
  ['VITALS_MS', 'the pen sends vitals'],
  ['RETRACT_MS_MAX', 'needles ordered in are behind the rim, or the pen latches'],
  ['SILENCE_MS', 'without a frame the host takes the link for lost'],
  ['REQUEST_RETRY_MS', 'without an answer the host repeats a request, byte for byte'],
  ['REQUEST_TRIES', 'sendings of a request in all; then its outcome is unknown'],
  ['HELLO_RETRY_MS', 'without WELCOME the host repeats HELLO'],
  ['STOP_REPEAT_MS', 'STOP is repeated until it is seen to have worked'],
  ['CLOCK_ASK_MS', 'a joined host reads the clock page, which also shows that it is there'],
  ['ARMED_SILENCE_MS', 'an armed pen at rest disarms after this long without a frame'],
  ['MODE_SILENCE_MS', 'calibration and service end after this long without a frame'],
  ['ROUND_TRIP_MS_MAX', 'the longest round trip on which a host arms'],
  ['CREDIT_MAX', 'strokes that one grant gives at the most'],
  ['WRAP_GUARD', 'counter or clock above this: nothing is armed'],
  ['CLOCK_DRIFT_PERCENT', 'how far the pen\'s clock may be off, per cent'],
];

const timeTable = (): string =>
  table(['constant', 'value', 'what it is'],
    TIMES.map(([name, says]) => [`\`${name}\``, String(timing[name]), says]));

const RATES_HZ = [20, 50, 80, 100, 116.7, 120, 150] as const;
const CREDITS = [1, 4, 8, 12, 16, 20] as const;

const boundTable = (): string => {
  const bound = (credit: number, rateHz: number): string => String(stopBoundStrokes({
    credit: strokes(credit),
    rateCentiHz: centiHz(Math.round(rateHz * 100)),
    leaseMs: timing.LEASE_MS_MAX,
  }));
  const head = CREDITS.map((credit) => `credit ${credit}`);
  return table(
    ['rate', ...head, 'no credit limit'],
    RATES_HZ.map((rateHz) => [
      `${rateHz} Hz`, ...CREDITS.map((credit) => bound(credit, rateHz)), bound(1e6, rateHz),
    ]),
  );
};

const EXAMPLES = ['hello', 'welcome', 'join', 'arm', 'grant', 'telemetry', 'stop'] as const;

function example(name: string): string {
  const sample = SAMPLES.find((candidate) => candidate.name === name);
  if (sample === undefined) throw new Error(`no sample is called ${name}`);
  const frame = encodeFrame(sample.message, sample.header, BINDING);
  const rows = explain(frame).map(({ wire, body, means }) =>
    [`\`${wire}\``, body === '' ? '' : `\`${body}\``, means]);
  return [
    `#### ${name.toUpperCase()}, ${frame.length} bytes`,
    `\`\`\`text\n${spaced(frame)}\n\`\`\``,
    table(['on the wire', 'stands for', 'meaning'], rows),
  ].join('\n\n');
}

const examplesIntroduced = (): string => wrapped([
  `The host draws nonce ${hex(TALK.hostNonce, 8)}, the pen ${hex(TALK.penNonce, 8)}; the pen's`,
  `boot id is ${hex(TALK.bootId, 8)} and the schema hash ${hex(SCHEMA_HASH, 8)}. So the session is`,
  `${hex(SESSION, 8)}, and the register that bound checks start from is ${hex(BINDING >>> 0, 8)}.`,
].join(' '));

/** Every part of the README that is made, by its name, except those that need host or pen. */
export const PROTOCOL_PARTS: Readonly<Record<string, () => string>> = {
  'to-pen': () => messages(false),
  'from-pen': () => messages(true),
  bits: bitTables,
  pages: () =>
    table(['page', 'answer'], Object.entries(PAGE).map(([name, page]) =>
      name === 'envelope' ? [`${page} + area`, '`envelope-row`'] : [`${page}`, `\`${name}\``])),
  latches: () =>
    table(['code', 'reason', 'the pen latches when', 'cleared only when'],
      Object.entries(LATCH_REASONS).map(([reason, code]) =>
        [`${code}`, `\`${reason}\``, ...LATCH_NOTES[reason as keyof typeof LATCH_REASONS]])),
  refusals: () =>
    table(['code', 'reason', 'meaning'],
      Object.entries(REFUSAL_REASONS).map(([reason, code]) =>
        [`${code}`, `\`${reason}\``, REFUSAL_NOTES[reason as keyof typeof REFUSAL_REASONS]])),
  areas: () =>
    table(['code', 'area', 'sides', 'zone'], AREA_NAMES.map((name) => {
      const { code, paired, zone } = AREAS[name];
      return [`${code}`, name, paired ? 'left, right' : 'midline', zone];
    })),
  times: timeTable,
  'stop-bound': boundTable,
  examples: () => [examplesIntroduced(), ...EXAMPLES.map(example)].join('\n\n'),
  schema: () =>
    `The schema hash of this version is \`${hex(SCHEMA_HASH, 8)}\`, the CRC-32C of this text in\n`
    + `ASCII, each line ended by one line feed:\n\n\`\`\`text\n${catalogueText(CATALOGUE)}\`\`\``,
};
