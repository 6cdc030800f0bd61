// How each kind of gauge wants to be spoken to, as data: how fast its line is, how its lines end,
// what makes it answer. A line end is exact, because what one gauge ends a line with may stand in
// the middle of another's. All of them speak eight bits without parity and one stop bit.

import type { GaugeKind } from './gauge-line.ts';

/** How a gauge hangs on the computer; some kinds differ by it. */
export const WIRINGS = ['usual', 'rs-232'] as const;
/** One of them. */
export type Wiring = (typeof WIRINGS)[number];

/** What ends a line. */
export type LineEnd = '\r' | '\r\n' | '\n';

/** How one kind of gauge is spoken to. */
export interface Manners {
  readonly baudRate: number;
  readonly lineEnd: LineEnd;
  /** Before a line feed, a carriage return belongs to the end and not to the line. */
  readonly forgivesReturn: boolean;
  /** What makes it send a reading, and how often it may be asked; undefined sends by itself. */
  readonly ask: { readonly text: string; readonly everyMs: number } | undefined;
  /** What sets its present reading to zero. */
  readonly zero: string | undefined;
  /** What holds its display, and lets go of it. */
  readonly hold: string | undefined;
}

const SENDS_BY_ITSELF = { ask: undefined, zero: undefined, hold: undefined } as const;

/** Often enough for three readings in a second, and further apart than a repeated line may be. */
const ASK_MS = 250;

const USUAL: Readonly<Record<GaugeKind, Manners>> = {
  // QM-Height user's manual, "data output": 9600 bps, eight bits, no parity, one stop bit, CR.
  mitutoyo: { baudRate: 9_600, lineEnd: '\r', forgivesReturn: false, ...SENDS_BY_ITSELF },
  // CDI Logic series: R asks, C zeroes, H holds, each with a CR; answers end in CR LF.
  cdi: {
    baudRate: 9_600,
    lineEnd: '\r\n',
    forgivesReturn: false,
    ask: { text: 'R\r', everyMs: ASK_MS },
    zero: 'C\r',
    hold: 'H\r',
  },
  // Mark-10 user's guides, GCL: `?` asks; answers end in CR LF.
  'mark-10': {
    baudRate: 9_600,
    lineEnd: '\r\n',
    forgivesReturn: false,
    ask: { text: '?\r', everyMs: ASK_MS },
    zero: undefined,
    hold: undefined,
  },
  // Hobby adapters answer to whatever is sent.
  plain: {
    baudRate: 9_600,
    lineEnd: '\n',
    forgivesReturn: true,
    ask: { text: '\n', everyMs: ASK_MS },
    zero: undefined,
    hold: undefined,
  },
  tachometer: { baudRate: 9_600, lineEnd: '\n', forgivesReturn: true, ...SENDS_BY_ITSELF },
  'peak-hold': { baudRate: 115_200, lineEnd: '\n', forgivesReturn: true, ...SENDS_BY_ITSELF },
};

/**
 * A Mitutoyo gauge behind an RS-232 box: 2400 bps there, a newline asks, and the box, which lives
 * on the current of the line, needs about a second from one reading to the next.
 */
const MITUTOYO_RS232: Manners = {
  ...USUAL.mitutoyo,
  baudRate: 2_400,
  ask: { text: '\n', everyMs: 1_000 },
};

/** How a gauge of some kind is spoken to. */
export const mannersOf = (kind: GaugeKind, wiring: Wiring = 'usual'): Manners =>
  kind === 'mitutoyo' && wiring === 'rs-232' ? MITUTOYO_RS232 : USUAL[kind];
