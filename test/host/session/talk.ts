/**
 * A session as its pen meets it: frames go in, frames and reports come out, and time passes by the
 * millisecond. The pen answers what a test lets it answer.
 */
import { sessionStep } from '../../../host/link/session.ts';
import {
  closedSession,
  type Pages,
  type Session,
  type SessionEffect,
  type SessionEvent,
  type SessionMode,
  type SessionReport,
  type Talk,
} from '../../../host/link/session-state.ts';
import { sessionOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import type { FromPen } from '../../../protocol/from-pen.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { penMs } from '../../../protocol/units.ts';
import { BOOT, PAGES, TELEMETRY } from '../core/control/scene.ts';

export const HOST_NONCE = 0x1111;
export const PEN_NONCE = 0x2222;
/** The number of the link session of these two nonces. */
export const SESSION = sessionOf(HOST_NONCE, PEN_NONCE);

export type Sent = Extract<SessionEffect, { readonly kind: 'send' }>;

/** Numbers of a frame that are not as they should be. */
export interface How {
  readonly seq?: number;
  readonly session?: number;
}

/** A session that a test speaks to. */
export interface Line {
  session: Session;
  readonly sent: Sent[];
  readonly effects: SessionEffect[];
  readonly reports: SessionReport[];
  readonly tell: (event: SessionEvent, elapsedMs?: number) => void;
  /** Lets time pass in ticks of one millisecond, with telemetry every ten if it is wanted. */
  readonly pass: (forMs: number, telling?: boolean) => void;
  /** Lets the pen say something, numbered as the next frame or as told. */
  readonly say: (message: FromPen, how?: How) => void;
  /** Answers the newest request with its own number. */
  readonly answer: (answer: object) => void;
  readonly talk: () => Talk;
}

/** The welcome of the pen. */
export const WELCOME = {
  kind: 'welcome', hostNonce: HOST_NONCE, penNonce: PEN_NONCE, bootId: BOOT,
  schemaHash: SCHEMA_HASH, penMs: penMs(50_000),
} as const;

/** Begins with a closed session. */
export function createLine(mode: SessionMode = 'treatment'): Line {
  let seq = 0;
  const line: Line = {
    session: closedSession(mode),
    sent: [],
    effects: [],
    reports: [],
    tell: (event, elapsedMs = 0) => {
      const step = sessionStep(line.session, event, elapsedMs);
      line.session = step.session;
      line.effects.push(...step.effects);
      line.sent.push(...step.effects.filter((effect) => effect.kind === 'send'));
      line.reports.push(...step.reports);
    },
    pass: (forMs, telling = true) => {
      for (let passed = 0; passed < forMs; passed += 1) {
        line.tell({ kind: 'tick' }, 1);
        if (telling && passed % 10 === 9) line.say(TELEMETRY);
      }
    },
    say: (message, how = {}) => {
      const session = message.kind === 'welcome' ? 0 : SESSION;
      const at = how.seq ?? (message.kind === 'welcome' ? 0 : seq + 1);
      seq = Math.max(seq, at);
      const header = { session: how.session ?? session, seq: at, ack: 0 };
      line.tell({ kind: 'frame', message, header });
    },
    answer: (answer) => {
      const asked = line.sent.findLast(({ message }) => isRequest(message));
      line.say({ ...answer, request: asked?.header.seq ?? 0 } as FromPen);
    },
    talk: () => {
      const { link } = line.session;
      if (link.kind !== 'open') throw new Error(`the link is ${link.kind}`);
      return link.talk;
    },
  };
  return line;
}

const isRequest = ({ kind }: ToPen): boolean => !['stop', 'hello', 'grant'].includes(kind);

const DONE = { kind: 'outcome', outcome: 'done', reason: 'none', asked: 0, allowed: 0 } as const;

/** The pages in the order in which the handshake asks for them. */
export const INTERVIEWED: readonly Pages[keyof Pages][] = [
  PAGES.identity, PAGES.capabilities, PAGES.calibration, PAGES.cartridge, PAGES.ledger, PAGES.latch,
];

/** A line that has said HELLO. */
export function greeting(mode: SessionMode = 'treatment'): Line {
  const line = createLine(mode);
  line.tell({ kind: 'greet', hostNonce: HOST_NONCE });
  return line;
}

/** A line with a whole handshake behind it, and its record emptied. */
export function joined(mode: SessionMode = 'treatment'): Line {
  const line = greeting(mode);
  line.say(WELCOME);
  for (const page of INTERVIEWED) line.answer(page);
  line.answer(DONE);
  line.sent.length = 0;
  line.effects.length = 0;
  line.reports.length = 0;
  return line;
}

/** What was sent, by kind. */
export const kindsOf = (sent: readonly Sent[]): readonly string[] =>
  sent.map(({ message }) => message.kind);
