/**
 * Every kind of noise by its name, and what its pieces may lead to. The order is that of the table.
 */
import type { DropReason } from '../../protocol/deframe.ts';
import { nextBetween, nextU32 } from '../../sim/random.ts';
import { damaging, SPOILS } from './damage.ts';
import * as noise from './noise.ts';
import type { Source } from './source.ts';

/** What a piece of noise may lead to beside being dropped. */
export interface Told {
  /** A frame that was laid whole, which the end may hear. */
  readonly whole: (frame: Uint8Array) => void;
  /** A frame that was laid whole and has to be dropped for this reason. */
  readonly refused: (reason: DropReason) => void;
}

/** Lays one piece of noise. */
export type Maker = (hand: noise.Hand, source: Source, told: Told) => void;

/** A kind of noise. */
export interface Kind {
  readonly make: Maker;
  /** Whether every block that reaches the check is wrong, so that its check is a trial. */
  readonly trials: boolean;
  /** Cut into chunks of every size in turn. */
  readonly everySize?: true;
}

const trial = (make: Maker): Kind => ({ make, trials: true });

const replay: Maker = ({ out }, source, told) => {
  const frame = source.again();
  if (frame === undefined) return;
  out.add(frame);
  told.whole(frame);
};

const foreign: Maker = ({ out }, source, told) => {
  const { frame, reason } = source.foreign();
  out.add(frame);
  if (reason === undefined) told.whole(frame);
  else told.refused(reason);
};

const BROKEN: Readonly<Record<string, Kind>> = Object.fromEntries(
  Object.entries(SPOILS).map(([name, spoil]) => [name, trial(damaging(spoil))]),
);

const NEVER_A_FRAME: Readonly<Record<string, Kind>> = {
  'uniform chance': trial(noise.uniform),
  'many zeros': trial(noise.manyZeros),
  'few zeros': trial(noise.fewZeros),
  'shaped like frames': trial(noise.shaped),
  'text': trial(noise.text),
  'floods': trial(noise.flood),
  'delimiter storms': trial(noise.storm),
};

const SINGLE: Readonly<Record<string, Kind>> = {
  ...NEVER_A_FRAME,
  ...BROKEN,
  'foreign frames': { make: foreign, trials: false },
  'repetitions': { make: replay, trials: false },
};

const MAKERS = Object.values(SINGLE).map(({ make }) => make);

const mixed: Maker = (hand, source, told) => {
  const make = MAKERS[nextBetween(hand.random, 0, MAKERS.length - 1)];
  make?.(hand, source, told);
  if ((nextU32(hand.random) & 7) === 0) hand.out.byte(0);
};

/** All kinds of noise. */
export const KINDS: Readonly<Record<string, Kind>> = {
  ...SINGLE,
  'everything mixed': { make: mixed, trials: false, everySize: true },
};

/** Kinds that spoil a frame so much that its check is as good as chance. */
export const HEAVY: readonly string[] = [
  'shaped like frames', 'bytes lost', 'bytes too many', 'frames spliced', 'halves swapped',
  'bodies altered',
];
