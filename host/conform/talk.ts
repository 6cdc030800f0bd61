// Talking to the pen under judgement: greeting, asking, reading pages, joining. A request is
// repeated byte for byte as a host would repeat it, so that a bad cable is not held against a pen.

import { assert } from '../../protocol/assert.ts';
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { encodeFrame, type Header } from '../../protocol/frame.ts';
import { type FromPen, PAGE, type Telemetry } from '../../protocol/from-pen.ts';
import type { RefusalReason } from '../../protocol/reason.ts';
import { HELLO_RETRY_MS, REQUEST_RETRY_MS, REQUEST_TRIES } from '../../protocol/timing.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import type { Heard } from './ear.ts';
import type { Kit } from './kit.ts';
import { expect, fail, pause, type Script } from './order.ts';
import { sayAnswer, sayMessage } from './say.ts';

/** One kind of message of the pen. */
export type Told<Kind extends FromPen['kind']> = Extract<FromPen, { readonly kind: Kind }>;

/** An answer that names the request that it answers. */
export type Answer = Extract<FromPen, { readonly request: number }>;

/** Whether a message is of a kind. */
export const isKind = <Kind extends FromPen['kind']>(
  message: FromPen | undefined,
  kind: Kind,
): message is Told<Kind> => message?.kind === kind;

const GREETING_TRIES = 12;
const NO_SESSION: Header = { session: 0, seq: 0, ack: 0 };

/** Writes bytes as they are. */
export function* write(bytes: Uint8Array): Script {
  yield { kind: 'write', bytes, urgent: false };
}

/** The bytes of a message with the next number of the session, and that number. */
export function numbered(kit: Kit, message: ToPen): { bytes: Uint8Array; seq: number } {
  const { line } = kit;
  line.seq += 1;
  const header = { session: line.session, seq: line.seq, ack: 0 };
  return { bytes: encodeFrame(message, header, line.binding), seq: line.seq };
}

/** Sends a message and goes on without an answer; the number that it had comes back. */
export function* send(kit: Kit, message: ToPen): Script<number> {
  const { bytes, seq } = numbered(kit, message);
  yield* write(bytes);
  return seq;
}

/** Sends a message with a number of one's own choice, in the present session. */
export function* sendAs(kit: Kit, message: ToPen, seq: number): Script {
  const header = { session: kit.line.session, seq, ack: 0 };
  yield* write(encodeFrame(message, header, kit.line.binding));
}

/** Sends STOP ahead of everything, in a session or in none. */
export function* sendStop(kit: Kit, session = kit.line.session): Script {
  const bytes = encodeFrame({ kind: 'stop' }, { session, seq: 0, ack: 0 }, 0);
  yield { kind: 'write', bytes, urgent: true };
}

/** The answers to a request that were heard so far. */
export const answersTo = (kit: Kit, seq: number): readonly Heard<Answer>[] =>
  kit.ear.frames().flatMap(({ message, header, atMs }) =>
    'request' in message && message.request === seq ? [{ message, header, atMs }] : [],
  );

/** Waits for the answer to a request, for so long. */
export function* answerTo(kit: Kit, seq: number, forMs: number): Script<Answer | undefined> {
  yield { kind: 'wait', forMs, until: () => answersTo(kit, seq).length > 0 };
  return answersTo(kit, seq)[0]?.message;
}

/** Asks, and repeats the same bytes until there is an answer or a host would give up. */
export function* ask(kit: Kit, message: ToPen): Script<Answer | undefined> {
  const { bytes, seq } = numbered(kit, message);
  for (let tries = 0; tries < REQUEST_TRIES; tries += 1) {
    yield* write(bytes);
    const answer = yield* answerTo(kit, seq, REQUEST_RETRY_MS);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Asks for something that has to be done. */
export function* mustDo(kit: Kit, message: ToPen): Script {
  const answer = yield* ask(kit, message);
  const so = isKind(answer, 'outcome') && answer.outcome === 'done';
  yield* expect(so, `${sayMessage(message)} to be done`, sayAnswer(answer));
}

/** Asks for something that has to be refused, and for which reason. */
export function* mustRefuse(kit: Kit, message: ToPen, reason: RefusalReason): Script {
  const answer = yield* ask(kit, message);
  const so = isKind(answer, 'outcome') && answer.outcome === 'refused' && answer.reason === reason;
  yield* expect(so, `${sayMessage(message)} to be refused as ${reason}`, sayAnswer(answer));
}

/** The pages that READ names by a number of their own. */
export type PageName = Exclude<keyof typeof PAGE, 'envelope'>;

/** Reads one page, which has to come. */
export function* read<Name extends PageName>(kit: Kit, name: Name): Script<Told<Name>> {
  const answer = yield* ask(kit, { kind: 'read', page: PAGE[name] });
  if (isKind(answer, name)) return answer;
  yield* fail(`page ${PAGE[name]}, ${name}`, sayAnswer(answer));
  assert(false, 'a script that was ended is not gone on with');
}

/** Reads the envelope row of an area. */
export function* readRow(kit: Kit, area: number): Script<Told<'envelope-row'>> {
  const answer = yield* ask(kit, { kind: 'read', page: PAGE.envelope + area });
  if (isKind(answer, 'envelope-row')) return answer;
  yield* fail(`the envelope row of area ${area}`, sayAnswer(answer));
  assert(false, 'a script that was ended is not gone on with');
}

/** Says HELLO with a nonce until WELCOME comes. */
export function* hello(kit: Kit, hostNonce: number): Script<Told<'welcome'> | undefined> {
  const message = { kind: 'hello', hostNonce, schemaHash: SCHEMA_HASH } as const;
  const bytes = encodeFrame(message, NO_SESSION, 0);
  const from = kit.ear.frames().length;
  const welcome = (): Told<'welcome'> | undefined =>
    kit.ear
      .frames()
      .slice(Math.min(from, kit.ear.frames().length))
      .map((frame) => frame.message)
      .find((told): told is Told<'welcome'> =>
        isKind(told, 'welcome') && told.hostNonce === hostNonce);
  for (let tries = 0; tries < GREETING_TRIES && welcome() === undefined; tries += 1) {
    yield* write(bytes);
    yield { kind: 'wait', forMs: HELLO_RETRY_MS, until: () => welcome() !== undefined };
  }
  return welcome();
}

/** Begins a link session of its own: nothing is joined, no number used. */
export function* greet(kit: Kit): Script<Told<'welcome'>> {
  const hostNonce = kit.draw();
  const welcome = yield* hello(kit, hostNonce);
  if (welcome !== undefined) {
    enter(kit, welcome);
    return welcome;
  }
  yield* fail('WELCOME with the nonce of HELLO within 3 s', 'none');
  assert(false, 'a script that was ended is not gone on with');
}

/** Takes over the numbers of a new link session. */
function enter({ line, ear }: Kit, welcome: Told<'welcome'>): void {
  ear.beginAnew();
  line.hostNonce = welcome.hostNonce;
  line.session = sessionOf(welcome.hostNonce, welcome.penNonce);
  line.bootId = welcome.bootId;
  line.binding = bindingOf(SCHEMA_HASH, welcome.bootId);
  line.schemaHash = welcome.schemaHash;
  line.seq = 0;
  line.armingId = 0;
  line.ceiling = undefined;
}

/** How long reports may take to begin, and a state to be told. */
const REPORT_MS_MAX = 500;

const JOIN = { kind: 'join', mode: 'treatment' } as const;
const JOIN_TRIES = 10;

/** A pen that another greeting has stopped needs a moment until its needles are in. */
function* joinAtRest(kit: Kit): Script {
  for (let tries = 0; tries < JOIN_TRIES; tries += 1) {
    const answer = yield* ask(kit, JOIN);
    if (!isKind(answer, 'outcome') || answer.reason !== 'not-idle') {
      const so = isKind(answer, 'outcome') && answer.outcome === 'done';
      return yield* expect(so, `${sayMessage(JOIN)} to be done`, sayAnswer(answer));
    }
    yield* pause(REQUEST_RETRY_MS);
  }
  yield* fail(`${sayMessage(JOIN)} to be done`, 'refused as not-idle for 600 ms');
}

/** Begins a link session and joins it for treatment; reports have to begin. */
export function* join(kit: Kit): Script {
  yield* greet(kit);
  yield* joinAtRest(kit);
  yield { kind: 'wait', forMs: REPORT_MS_MAX, until: () => kit.ear.telemetry() !== undefined };
  const so = kit.ear.telemetry() !== undefined;
  yield* expect(so, `telemetry within ${REPORT_MS_MAX} ms of JOIN`, 'none');
}

/** Waits until telemetry that comes from here on is so, and answers with it. */
export function* telemetryThat(
  kit: Kit,
  so: (telemetry: Telemetry) => boolean,
  forMs: number,
): Script<Telemetry | undefined> {
  const before = kit.ear.telemetry()?.header.seq ?? 0;
  let found: Telemetry | undefined;
  const look = (): boolean => {
    const newest = kit.ear.telemetry();
    if (newest !== undefined && newest.header.seq > before && so(newest.message)) {
      found = newest.message;
    }
    return found !== undefined;
  };
  yield { kind: 'wait', forMs, until: look };
  return found;
}

/** The next telemetry, whatever it says; it has to come. */
export function* nextTelemetry(kit: Kit): Script<Telemetry> {
  const told = yield* telemetryThat(kit, () => true, REPORT_MS_MAX);
  if (told !== undefined) return told;
  yield* fail(`telemetry within ${REPORT_MS_MAX} ms`, 'none');
  assert(false, 'a script that was ended is not gone on with');
}
