// Golden transcripts: what a host says and what a pen answers, as data, line by line. They are
// examples for whoever builds a pen and checks for whoever judges one; this file plays them.
//
// In a value, "*" is anything, "$name" is what the name stands for, or becomes it at its first use
// in an answer, and "$name+20" or "$name-1" is that with something added.

import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { BY_KIND, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { CRC_START } from '../../protocol/crc.ts';
import { writePayload } from '../../protocol/message.ts';
import { depthUmLeast, rateCentiHzLeast } from './arm.ts';
import type { Check } from './check.ts';
import type { Heard } from './ear.ts';
import type { Kit } from './kit.ts';
import { expect, fail, pause, type Script } from './order.ts';
import { rawFrame } from './raw-frame.ts';
import { letGo } from './rest.ts';
import { nextTelemetry, write } from './talk.ts';

/** A message of a transcript: its kind and its fields, some of them open. */
export type Spoken = Readonly<Record<string, string | number>> & { readonly kind: string };

/** One line of a transcript. */
export type TranscriptLine =
  | { readonly host: Spoken }
  /** The next answer. */
  | { readonly pen: Spoken }
  /** A report that comes within half a second; fields that are not named are not looked at. */
  | { readonly soon: Spoken }
  /** No answer for so many milliseconds. */
  | { readonly silenceMs: number };

/** A transcript: the data of a check, and its lines. */
export interface Transcript extends Omit<Check, 'script' | 'group' | 'cartridge'> {
  readonly cartridge?: 'patient' | 'metrology' | undefined;
  readonly lines: readonly TranscriptLine[];
}

const REPORTS: ReadonlySet<string> = new Set(['telemetry', 'vitals']);
const ANSWER_MS = 300;
const SOON_MS = 500;

/** What stands for what, and how far the pen's frames have been read. */
interface Play {
  readonly kit: Kit;
  readonly names: Map<string, number>;
  at: number;
}

const SUM = /^\$(\w+)(?:([+-])(\d+))?$/;

/** The number that a text stands for; undefined for a name that stands for nothing yet. */
function numberOf(names: ReadonlyMap<string, number>, text: string): number | undefined {
  const [, name = '', sign, figure] = SUM.exec(text) ?? [];
  const value = names.get(name);
  if (value === undefined) return undefined;
  return sign === '-' ? value - Number(figure) : value + Number(figure ?? 0);
}

const isOpen = (value: string | number): value is string =>
  typeof value === 'string' && value.startsWith('$');

/** The message with every name replaced by what it stands for. */
function said({ names }: Play, spoken: Spoken): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(spoken).map(([field, value]) => [
      field,
      isOpen(value) ? (numberOf(names, value) ?? 0) : value,
    ]),
  );
}

/** Where a message of the pen is not as it should be; undefined where it is. */
function misfit(play: Play, spoken: Spoken, heard: Heard): string | undefined {
  const { names } = play;
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(heard.message));
  for (const [field, value] of Object.entries(spoken)) {
    const came = fields.get(field);
    if (value === '*') continue;
    const wanted = isOpen(value) ? numberOf(names, value) : value;
    if (wanted === undefined && isOpen(value) && typeof came === 'number') {
      names.set(value.slice(1), came);
    } else if (came !== wanted) {
      return `${heard.message.kind} with ${field} ${String(came)}`;
    }
  }
  return undefined;
}

const inWords = ({ kind, ...fields }: Spoken): string =>
  `${kind} with ${Object.entries(fields).map(([name, value]) => `${name} ${value}`).join(', ')}`;

/** Speaks for the host: HELLO and STOP stand outside the row of numbers. */
function* speak(play: Play, spoken: Spoken): Script {
  const { kit, names } = play;
  const type = BY_KIND.get(spoken.kind);
  if (type === undefined) return yield* fail(`a message called ${spoken.kind}`, 'none');
  const numbered = type.delivery === 'request' || type.delivery === 'grant';
  if (numbered) kit.line.seq += 1;
  const payload = new Uint8Array(type.bytes);
  writePayload(type, said(play, spoken), payload, 0);
  const { line } = kit;
  names.set('request', line.seq);
  yield* write(
    rawFrame({
      id: type.id,
      session: numbered ? line.session : 0,
      seq: numbered ? line.seq : 0,
      payload: [...payload],
      register: type.bound ? line.binding : CRC_START,
    }),
  );
}

/** The next frame of the pen that is no report, if it has come. */
function nextAnswer(play: Play): Heard | undefined {
  const frames = play.kit.ear.frames();
  const found = frames.findIndex(
    ({ message }, index) => index >= play.at && !REPORTS.has(message.kind),
  );
  return frames[found];
}

function* answer(play: Play, spoken: Spoken): Script {
  yield { kind: 'wait', forMs: ANSWER_MS, until: () => nextAnswer(play) !== undefined };
  const heard = nextAnswer(play);
  if (heard === undefined) return yield* fail(inWords(spoken), 'no answer');
  play.at = play.kit.ear.frames().indexOf(heard) + 1;
  const wrong = misfit(play, spoken, heard);
  yield* expect(wrong === undefined, inWords(spoken), wrong ?? '');
  if (heard.message.kind !== 'welcome') return;
  const { hostNonce, penNonce, bootId } = heard.message;
  const session = sessionOf(hostNonce, penNonce);
  const binding = bindingOf(SCHEMA_HASH, bootId);
  Object.assign(play.kit.line, { session, bootId, binding, seq: 0 });
}

function* soon(play: Play, spoken: Spoken): Script {
  const { ear } = play.kit;
  const from = ear.frames().length;
  const reports = (): readonly Heard[] =>
    ear.frames().slice(from).filter(({ message }) => message.kind === spoken.kind);
  const fits = (): boolean => reports().some((heard) => misfit(play, spoken, heard) === undefined);
  yield { kind: 'wait', forMs: SOON_MS, until: fits };
  const last = reports().at(-1);
  const came = last === undefined ? 'none' : (misfit(play, spoken, last) ?? '');
  yield* expect(fits(), `${inWords(spoken)} within ${SOON_MS} ms`, came);
}

function* silence(play: Play, silenceMs: number): Script {
  yield* pause(silenceMs);
  const heard = nextAnswer(play);
  const came = heard === undefined ? '' : heard.message.kind;
  yield* expect(heard === undefined, `no answer for ${silenceMs} ms`, came);
}

/** What the names that every transcript may use stand for. */
function* begin(kit: Kit, joined: boolean): Script<Play> {
  if (joined) yield* letGo(kit);
  const counter = joined ? (yield* nextTelemetry(kit)).strokes : 0;
  const names = new Map([
    ['schema', SCHEMA_HASH],
    ['drawn', kit.draw()],
    ['other', kit.draw()],
    ['depth', depthUmLeast(kit)],
    ['step', kit.pages().capabilities.depthStepUm],
    ['rate', rateCentiHzLeast(kit)],
    ['needles', Math.max(1, kit.pages().cartridge.needleCount)],
    ['counter', counter],
  ]);
  return { kit, names, at: kit.ear.frames().length };
}

function* playLine(play: Play, line: TranscriptLine): Script {
  if ('host' in line) yield* speak(play, line.host);
  else if ('pen' in line) yield* answer(play, line.pen);
  else if ('soon' in line) yield* soon(play, line.soon);
  else yield* silence(play, line.silenceMs);
}

/** The check that a transcript is. */
export const transcriptCheck = ({ lines, cartridge, ...data }: Transcript): Check => ({
  ...data,
  ...(cartridge === undefined ? {} : { cartridge }),
  group: 'transcript',
  script: function* played(kit) {
    const play = yield* begin(kit, data.from === 'joined');
    for (const line of lines) yield* playLine(play, line);
    kit.line.armingId = Math.max(kit.line.armingId, 1);
  },
});
