// A replay as lines: when, who, what. Without every message what matters is left: the link, what
// was asked, phases, alarms, refusals, drops and strokes. Pure.

import type { FromPen } from '../../protocol/from-pen.ts';
import { sayAnswer, sayMessage, sayTelemetry } from '../conform/say.ts';
import { armRefusalWords, alarmWords, stopWords } from '../core/control-words.ts';
import type { Divergence, Happening, Moment, Replayed } from '../replay/moment.ts';
import type { RecordingHead } from '../replay/recording.ts';

/** What of a replay is shown. */
export interface Showing {
  readonly messages: boolean;
  readonly fromMs: number;
  readonly toMs: number;
}

const LOUD: ReadonlySet<string> = new Set([
  'join', 'arm', 'arm-energy', 'tighten', 'disarm', 'clear', 'stop',
]);

const time = (atMs: number): string => `${(atMs / 1_000).toFixed(3)} s`.padStart(12);
const row = (atMs: number, who: string, what: string): string =>
  `${time(atMs)}  ${who.padEnd(5)} ${what}`;

function penWords(message: FromPen): string {
  switch (message.kind) {
    case 'telemetry':
      return `TELEMETRY ${sayTelemetry(message)}`;
    case 'vitals':
      return `VITALS battery ${message.batteryPercent} %, mark ${message.reserved}`;
    case 'energy':
      return `ENERGY ${message.stage}, ${message.pulses} pulses, newest ${message.end}`;
    case 'welcome':
      return `WELCOME from boot ${message.bootId}`;
    case 'paired':
      return `PAIRED, session ${message.counter} of this pen`;
    case 'outcome':
      return `OUTCOME of ${message.request}: ${sayAnswer(message)}`;
    case 'identity':
    case 'capabilities':
    case 'calibration':
    case 'cartridge':
    case 'ledger':
    case 'latch':
    case 'counters':
    case 'clock':
    case 'envelope-row':
    case 'table':
    case 'pairing':
    case 'pair-key':
    case 'energy-limits':
    case 'energy-ledger':
      return `page ${message.kind}`;
  }
}

/** Who and what, for one thing that happened; undefined where it is not shown. */
function words(happening: Happening, all: boolean): readonly [string, string] | undefined {
  switch (happening.kind) {
    case 'pen-said':
      return all ? ['pen', penWords(happening.message)] : undefined;
    case 'host-said':
      return all || LOUD.has(happening.message.kind)
        ? ['host', sayMessage(happening.message)]
        : undefined;
    case 'dropped':
      return ['wire', `a frame was dropped: ${happening.why}`];
    case 'session-dropped':
      return ['wire', `a sound frame was dropped: ${happening.why}`];
    case 'asked':
      return ['asked', happening.what];
    case 'linked':
      return ['link', `made with ${happening.model} ${happening.serial}`];
    case 'link-lost':
      return ['link', 'lost'];
    case 'phase':
      return ['phase', phaseWords(happening)];
    case 'alarm':
      return ['alarm', `${happening.on ? 'on' : 'off'}: ${alarmWords(happening.alarm)}`];
    case 'refused':
      return ['no', happening.refusals.map(armRefusalWords).join(' ')];
    case 'strokes':
      return all ? undefined : ['pen', strokeWords(happening)];
    case 'ended':
      return ['end', happening.why];
  }
}

const strokeWords = ({ from, to }: Extract<Happening, { readonly kind: 'strokes' }>): string =>
  `${to - from} ${to - from === 1 ? 'stroke' : 'strokes'}, ${from} to ${to}`;

const phaseWords = ({ phase, cause }: Extract<Happening, { readonly kind: 'phase' }>): string =>
  cause === undefined ? phase : `${phase}. ${stopWords(cause)}`;

/** Strokes that follow each other are told as one. */
function gathered(moments: readonly Moment[]): readonly Moment[] {
  const out: Moment[] = [];
  for (const moment of moments) {
    const last = out.at(-1);
    const { happening } = moment;
    if (happening.kind === 'strokes' && last?.happening.kind === 'strokes') {
      const train = { ...last.happening, to: happening.to };
      out[out.length - 1] = { ...last, happening: train };
    } else out.push(moment);
  }
  return out;
}

/** The lines between two instants. */
export function timelineLines(
  moments: readonly Moment[],
  { messages, fromMs, toMs }: Showing,
): readonly string[] {
  const shown = moments.filter(
    ({ atMs, happening }) =>
      atMs >= fromMs && atMs <= toMs && words(happening, messages) !== undefined,
  );
  const rows: Row[] = [];
  for (const { atMs, happening } of gathered(shown)) {
    const [who, what] = words(happening, messages) ?? ['', ''];
    const last = rows.at(-1);
    if (last?.who === who && last.what === what && who === 'wire') last.times += 1;
    else rows.push({ atMs, who, what, times: 1 });
  }
  return rows.map(({ atMs, who, what, times }) =>
    row(atMs, who, times === 1 ? what : `${what}, ${times} in a row`),
  );
}

interface Row {
  readonly atMs: number;
  readonly who: string;
  readonly what: string;
  times: number;
}

/** What the recording is. */
export const headLines = (head: RecordingHead): readonly string[] => [
  `Recorded ${head.startedAt} at ${head.pen} by ${head.host}, messages ${head.schemaHash}.`,
  '',
];

/** What the replay came to. */
export function closingLines(replayed: Replayed, whole: boolean): readonly string[] {
  const { framesIn, framesOut, steps, strokes, outcome, divergence } = replayed;
  return [
    '',
    `${framesIn} frames heard, ${framesOut} sent, ${steps} steps, ${strokes} strokes; ${outcome}.`,
    ...(whole ? [] : ['The recording was cut off; this is what there is of it.']),
    divergence === undefined
      ? 'The replay decides as the host did: every frame that it sent is the same, byte for byte.'
      : divergenceWords(divergence),
  ];
}

const divergenceWords = ({ atMs, frame, recorded, replayed }: Divergence): string =>
  `The replay goes another way at ${time(atMs).trim()}, frame ${frame} of the host: recorded was ` +
  `${recorded}, and now it is ${replayed}.`;
