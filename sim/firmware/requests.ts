// What the pen makes of a frame that came through whole: is it of this link session, is it new, and
// what is the answer. A request that comes again gets the answer that it got, and acts once; a
// grant that comes again is dropped, since it could give nothing that it has not given.

import type { Message } from '../../protocol/catalogue.ts';
import type { EnergyGrant } from '../../protocol/energy.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import type { Grant, ToPen } from '../../protocol/to-pen.ts';
import { count } from './counters.ts';
import { ruleEnergy } from './energy-asked.ts';
import {
  after, because, type Effect, type Heading, type Refusal, refused, type Ruling, type Step, stay,
} from './event.ts';
import { greet } from './handshake.ts';
import { type Asked, MATRIX, type Row } from './matrix.ts';
import { pageOf } from './pages.ts';
import { type PairingAsk, pairKeyOf, proven, rulePairing } from './pairing.ts';
import type { Doing, DoingKind, Firmware } from './state.ts';

/** The row of what the pen is doing now. */
const rowOf = <Kind extends DoingKind>(kind: Kind): Row<Kind> => MATRIX[kind];

const halting = <Kind extends DoingKind>(state: Firmware, doing: Doing<Kind>): Step =>
  rowOf<Kind>(doing.kind).stop(state, doing);

const intruded = <Kind extends DoingKind>(state: Firmware, doing: Doing<Kind>): Step =>
  rowOf<Kind>(doing.kind).intrusion(state, doing);

const granting = <Kind extends DoingKind>(
  state: Firmware,
  doing: Doing<Kind>,
  grant: Grant,
): Ruling => rowOf<Kind>(doing.kind).grant(state, doing, grant);

const ruleGrant = (state: Firmware, doing: Doing, grant: Granting): Ruling =>
  grant.kind === 'grant' ? grantNeedles(state, doing, grant) : ruleEnergy(state, grant);

/** Strokes are not granted under an arming that declares energy. */
const grantNeedles = (state: Firmware, doing: Doing, grant: Grant): Ruling =>
  'arming' in doing && doing.arming?.energy !== undefined
    ? refused(state, because('no-energy'))
    : granting(state, doing, grant);

function asking<Kind extends DoingKind>(
  state: Firmware,
  doing: Doing<Kind>,
  ask: Asked,
): Ruling {
  const row = rowOf<Kind>(doing.kind);
  switch (ask.kind) {
    case 'join':
      return row.join(state, doing, ask);
    case 'envelope':
      return row.envelope(state, doing, ask);
    case 'arm':
      return row.arm(state, doing, ask);
    case 'tighten':
      return row.tighten(state, doing, ask);
    case 'disarm':
      return row.disarm(state, doing, ask);
    case 'clear':
      return row.clear(state, doing, ask);
    case 'extend':
      return row.extend(state, doing, ask);
    case 'run':
      return row.run(state, doing, ask);
    case 'certify':
      return row.certify(state, doing, ask);
  }
}

const outcomeOf = (request: number, refusal: Refusal | undefined): FromPen => ({
  kind: 'outcome',
  request,
  outcome: refusal === undefined ? 'done' : 'refused',
  reason: refusal?.reason ?? 'none',
  asked: refusal?.asked ?? 0,
  allowed: refusal?.allowed ?? 0,
});

const send = (message: FromPen): Effect => ({ kind: 'send', message });

/** The newest frame of the host that was taken; what was lost before it is not told. */
const acked = (state: Firmware, seq: number): number => Math.max(state.link.ack, seq);

function takeGrant(state: Firmware, { seq }: Heading, grant: Granting): Step {
  const { link, doing } = state;
  if (seq === link.grantSeq) return stay(count(state, 'duplicate'));
  const ruling =
    seq < link.grantSeq
      ? refused(state, because('stale-grant', seq, link.grantSeq))
      : ruleGrant({ ...state, link: { ...link, grantSeq: seq } }, doing, grant);
  const { refusal, effects } = ruling;
  if (refusal === undefined) {
    const next = ruling.state;
    return { state: { ...next, link: { ...next.link, ack: acked(next, seq) } }, effects };
  }
  return {
    state: count(ruling.state, 'refused'),
    effects: [...effects, send(outcomeOf(seq, refusal))],
  };
}

type Granting = Grant | EnergyGrant;
type Numbered = Exclude<ToPen, { readonly kind: 'stop' | 'hello' | 'grant' | 'energy-grant' }>;

const isAboutKeys = (ask: Numbered): ask is PairingAsk =>
  ask.kind === 'pair' || ask.kind === 'reveal' || ask.kind === 'unpair';

function rule(state: Firmware, seq: number, ask: Numbered): { ruling: Ruling; answer: FromPen } {
  if (ask.kind === 'read') {
    const page = pageOf(state, ask.page, seq);
    const refusal = page === undefined ? because('no-such-page', ask.page) : undefined;
    const ruling: Ruling = { ...stay(state), refusal };
    return { ruling, answer: page ?? outcomeOf(seq, refusal) };
  }
  if (isAboutKeys(ask)) {
    const ruling = rulePairing(state, ask);
    const key = ask.kind === 'pair' && ruling.refusal === undefined
      ? pairKeyOf(ruling.state, seq)
      : undefined;
    return { ruling, answer: key ?? outcomeOf(seq, ruling.refusal) };
  }
  const ruling = ask.kind === 'arm-energy'
    ? ruleEnergy(state, ask)
    : asking(state, state.doing, ask);
  return { ruling, answer: outcomeOf(seq, ruling.refusal) };
}

function takeRequest(state: Firmware, { seq }: Heading, ask: Numbered): Step {
  const { requestSeq, answer: before } = state.link;
  if (seq === requestSeq && before !== undefined) return { state, effects: [send(before)] };
  if (seq <= requestSeq) return stay(count(state, 'duplicate'));
  const { ruling, answer } = rule(state, seq, ask);
  const next = ruling.refusal === undefined ? ruling.state : count(ruling.state, 'refused');
  const link = { ...next.link, requestSeq: seq, answer, ack: acked(next, seq) };
  return { state: { ...next, link }, effects: [...ruling.effects, send(answer)] };
}

/** Whether a message is one that a pen sends: an echo, or another pen on the same wire. */
function isFromPen(message: Message): message is FromPen {
  return !TO_PEN_KINDS.has(message.kind);
}

const TO_PEN_KINDS: ReadonlySet<string> = new Set<ToPen['kind']>([
  'stop',
  'hello',
  'join',
  'read',
  'arm',
  'tighten',
  'grant',
  'arm-energy',
  'energy-grant',
  'disarm',
  'clear',
  'envelope',
  'extend',
  'run',
  'certify',
  'pair',
  'reveal',
  'unpair',
]);

/** A whole frame has come. STOP and HELLO are heard in any link session, the rest in this one. */
export function receive(state: Firmware, header: Heading, message: Message): Step {
  if (isFromPen(message)) return stay(count(state, 'unknownId'));
  // S-33: STOP is heard in any link session and before any.
  if (message.kind === 'stop') return halting(state, state.doing);
  if (message.kind === 'hello') {
    return greet(state, message, (met) => intruded(met, met.doing));
  }
  const { session } = state.link;
  // S-19: of another link session: counted, and never looked at.
  if (session === 0 || header.session !== session) return stay(count(state, 'staleSession'));
  const heard = { ...state, ages: { ...state.ages, silentMs: 0 } };
  if (header.seal !== state.link.seal && (header.seal ?? 0) !== state.link.seal) {
    return state.link.seal === 0
      ? beginSealed(heard, header, message)
      : stay(count(state, 'unsealed'));
  }
  const isStranger = state.link.seal === 0 && state.pairing.held.keys.length > 0;
  return isStranger ? fromStranger(heard, header, message) : take(heard, header, message);
}

const take = (state: Firmware, header: Heading, message: Granting | Numbered): Step =>
  message.kind === 'grant' || message.kind === 'energy-grant'
    ? takeGrant(state, header, message)
    : takeRequest(state, header, message);

/** The first frame under a key: from here on no other is heard, and numbers begin again. */
function beginSealed(state: Firmware, header: Heading, message: Granting | Numbered): Step {
  const link = {
    ...state.link, seal: header.seal ?? 0, requestSeq: 0, grantSeq: 0, ack: 0, answer: undefined,
  };
  const begun = proven({ ...state, link }, link.seal);
  return after(begun.effects, take(begun.state, header, message));
}

/** What a host without a key may ask of a pen that holds one: its pages, and to be paired. */
function fromStranger(state: Firmware, header: Heading, message: Granting | Numbered): Step {
  const harmless = message.kind === 'read' || message.kind === 'pair' || message.kind === 'reveal';
  if (harmless) return take(state, header, message);
  // S-50: without a key nothing is prepared, armed, moved, cleared or changed.
  const refusal = outcomeOf(header.seq, because('not-paired'));
  return { state: count(state, 'refused'), effects: [send(refusal)] };
}
