// What the host's end of a link session remembers, and the words it speaks with: events in, frames
// and reports out. The rules are in session.ts.

import type { Energy, EnergyGrant, EnergyLimits } from '../../protocol/energy.ts';
import type { FromPen, Page, Telemetry, Vitals } from '../../protocol/from-pen.ts';
import type { Header } from '../../protocol/frame.ts';
import type { Grant, Request, ToPen } from '../../protocol/to-pen.ts';
import type { RefusalReason } from '../../protocol/reason.ts';
import type { ClockRelation } from './clock-relation.ts';

/** The pages that are read before a link counts as made, by their kind. */
export type Pages = { readonly [Kind in InterviewPage]: Extract<Page, { readonly kind: Kind }> };

/** The kinds of pages that the handshake reads, in their order. */
export const INTERVIEW = [
  'identity',
  'capabilities',
  'calibration',
  'cartridge',
  'ledger',
  'latch',
] as const;
/** One of them. */
export type InterviewPage = (typeof INTERVIEW)[number];

/** A pen with which the whole handshake was made. */
export interface LinkedPen {
  readonly bootId: number;
  readonly session: number;
  /** False when the pen speaks another catalogue: it can be read, and it cannot be moved. */
  readonly schemaMatches: boolean;
  readonly pages: Pages;
  /** What it declares of energy; read of a pen that says it has any. */
  readonly energy?: EnergyLimits;
}

/** Why a link ended. */
export type LostWhy = 'silent' | 'closed' | 'no-answer' | 'join-refused' | 'sequence-used-up';

/** A request on its way, repeated byte for byte until it is answered or given up. */
export interface Pending {
  readonly ticket: number;
  readonly message: Request;
  readonly header: Header;
  readonly ageMs: number;
  readonly sinceSentMs: number;
  readonly tries: number;
}

/** A request that waits for its turn. */
export interface Waiting {
  readonly ticket: number;
  readonly message: Request;
}

/** The numbers of one link session. */
export interface Talk {
  readonly session: number;
  readonly binding: number;
  readonly bootId: number;
  readonly schemaMatches: boolean;
  /** Sequence of the newest frame that was sent. */
  readonly seq: number;
  /** Sequence of the newest frame that was accepted from the pen. */
  readonly heardSeq: number;
  readonly ageMs: number;
  readonly silentMs: number;
  readonly sinceClockMs: number;
  readonly pending: Pending | undefined;
  readonly waiting: readonly Waiting[];
  readonly clock: ClockRelation | undefined;
  readonly joined: boolean;
  readonly pages: Partial<Pages>;
  readonly energy?: EnergyLimits;
}

/** Where the link stands. */
export type LinkState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'greeting'; readonly hostNonce: number; readonly sinceHelloMs: number }
  | { readonly kind: 'open'; readonly talk: Talk };

/** How a link session is entered: in one of the pen's modes, or only to look at its pages. */
export type SessionMode = 'treatment' | 'calibration' | 'service' | 'look';

/** The link, the STOP that may be pending on it, and what it dropped. */
export interface Session {
  /** Fixed for the life of a session: no way leads from one mode to another. */
  readonly mode: SessionMode;
  readonly link: LinkState;
  /** Milliseconds since STOP was last sent, while it is being repeated. */
  readonly stopping: number | undefined;
  readonly drops: Readonly<Record<HostDrop, number>>;
}

/** Why the host dropped a frame, beside what its decoder dropped. */
export type HostDrop =
  | 'stale-session'
  | 'stale-sequence'
  | 'unasked-answer'
  | 'own-message'
  | 'before-greeting';

/** What a session hears of. */
export type SessionEvent =
  | { readonly kind: 'greet'; readonly hostNonce: number }
  | { readonly kind: 'port-closed' }
  | { readonly kind: 'frame'; readonly message: FromPen | ToPen; readonly header: Header }
  | { readonly kind: 'ask'; readonly ticket: number; readonly message: Request }
  | { readonly kind: 'grant'; readonly grant: Grant | EnergyGrant }
  | { readonly kind: 'stop' }
  | { readonly kind: 'tick' };

/** What a session wants done: bytes sent, or a nonce drawn for the next greeting. */
export type SessionEffect =
  | {
      readonly kind: 'send';
      readonly message: ToPen;
      readonly header: Header;
      readonly binding: number;
      readonly urgent: boolean;
    }
  | { readonly kind: 'draw-nonce' };

/** What a session tells control. */
export type SessionReport =
  | { readonly kind: 'linked'; readonly pen: LinkedPen }
  | { readonly kind: 'link-lost'; readonly why: LostWhy }
  | {
      readonly kind: 'heard';
      readonly telemetry: Telemetry;
      /** Frames that were lost just before it. */
      readonly missed: number;
      /** How old it is beyond what the clocks explain; undefined until the clocks are related. */
      readonly lagMs: number | undefined;
      readonly roundTripMs: number | undefined;
    }
  | { readonly kind: 'vitals'; readonly vitals: Vitals }
  | { readonly kind: 'energy'; readonly energy: Energy }
  | { readonly kind: 'answered'; readonly ticket: number; readonly answer: Answer }
  | { readonly kind: 'unanswered'; readonly ticket: number }
  | { readonly kind: 'grant-refused'; readonly reason: RefusalReason };

/** What a request got: done, refused with a reason, or the page it asked for. */
export type Answer = Extract<FromPen, { readonly request: number }>;

/** What a joined pen tells without being asked. */
export type Report = Telemetry | Vitals | Energy;

/** One step of a session. */
export interface SessionStep {
  readonly session: Session;
  readonly effects: readonly SessionEffect[];
  readonly reports: readonly SessionReport[];
}

/** A session before anything was opened, to be entered in a mode. */
export const closedSession = (mode: SessionMode): Session => ({ ...CLOSED_SESSION, mode });

/** A session before anything was opened, for a treatment. */
export const CLOSED_SESSION: Session = {
  mode: 'treatment',
  link: { kind: 'closed' },
  stopping: undefined,
  drops: {
    'stale-session': 0,
    'stale-sequence': 0,
    'unasked-answer': 0,
    'own-message': 0,
    'before-greeting': 0,
  },
};
