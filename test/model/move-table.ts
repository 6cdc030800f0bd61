/**
 * Everything that can happen in the walk, by name, and which of it nobody wants. The names are what
 * a story is told in and what is counted; how each is done is in moves.ts.
 */

/** Everything that can happen, in the order in which it is counted. */
export const MOVES = [
  'frame reaches the pen', 'frame to the pen overtakes', 'frame to the pen lost',
  'frame to the pen doubled', 'frame to the pen damaged',
  'frame reaches the host', 'frame to the host overtakes', 'frame to the host lost',
  'frame to the host doubled', 'frame to the host damaged',
  'both clocks tick', 'both clocks tick, and the host asks for the time',
  'the host ticks alone', 'the host ticks alone, and asks for the time', 'the pen ticks alone',
  'the pen stands for half a second', 'the pen hears nothing for two seconds',
  'trigger pressed', 'trigger let go', 'pedal pressed', 'pedal let go',
  'room looked at', 'first area armed', 'second area armed', 'area ended', 'stop ordered',
  'stop cleared', 'treatment finished',
  'what was written is on the disk', 'the host crashes', 'the host crashes before the disk',
  'the host starts again', 'the pen is reset', 'the pen is reset and loses its ledger',
  'another host says hello',
] as const;

/** One of them. */
export type Move = (typeof MOVES)[number];

/** What nobody wants to happen, or asks for in the middle of a treatment. */
export const DISTURBANCES: ReadonlySet<Move> = new Set<Move>([
  'frame to the pen overtakes', 'frame to the pen lost', 'frame to the pen doubled',
  'frame to the pen damaged', 'frame to the host overtakes', 'frame to the host lost',
  'frame to the host doubled', 'frame to the host damaged', 'the host ticks alone',
  'the host ticks alone, and asks for the time', 'the pen ticks alone',
  'the pen hears nothing for two seconds', 'area ended', 'stop ordered', 'treatment finished',
  'the host crashes', 'the host crashes before the disk', 'the pen is reset',
  'the pen is reset and loses its ledger', 'another host says hello',
]);

/**
 * A tick of both clocks is one as well if a frame has to wait for longer than that, or if the host
 * does not ask for the time although it might.
 */
export const WAITING: ReadonlySet<Move> = new Set<Move>([
  'both clocks tick', 'both clocks tick, and the host asks for the time',
  'the pen stands for half a second',
]);

/** A hand that closes while nothing is armed is out of its turn. */
export const PRESSES: ReadonlySet<Move> = new Set<Move>(['trigger pressed', 'pedal pressed']);

/** Ends that fail, another host, and hands that close out of their turn. */
export const OF_ENDS_AND_HANDS: ReadonlySet<Move> = new Set<Move>([
  'the host crashes', 'the host crashes before the disk', 'the pen is reset',
  'the pen is reset and loses its ledger', 'another host says hello', ...PRESSES,
]);

/** All the others: of frames, of clocks, and orders in the middle of a treatment. */
export const OF_FRAMES_AND_ORDERS: ReadonlySet<Move> = new Set<Move>(
  [...DISTURBANCES, ...WAITING].filter((move) => !OF_ENDS_AND_HANDS.has(move)),
);

/** The number of a move, by its name. */
export const CODE = new Map<string, number>(MOVES.map((name, code) => [name, code]));
/** The number of a move. */
export const codeOf = (move: Move): number => CODE.get(move) ?? -1;

/** How far the clocks of the two ends may have come apart by ticking alone. */
export const APART_MS_MAX = 200;
