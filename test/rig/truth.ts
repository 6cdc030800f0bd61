/**
 * What the needles really did, gathered from what the plant says of itself. Neither firmware nor
 * host hears any of it, and it outlives both: a pen that is killed and started again goes on here.
 */
import { type AreaName, areaName } from '../../protocol/area.ts';
import { stopBoundStrokes } from '../../protocol/stop-bound.ts';
import { centiHz, ms, strokes } from '../../protocol/units.ts';
import type { Told } from '../../sim/truth-teller.ts';

type Arming = Extract<Told, { readonly event: 'arming' }>;

/** A line of the pen program. */
export type PenSays =
  | Told
  | { readonly event: 'listening'; readonly address: string }
  | {
      readonly event: 'phase';
      readonly phase: string;
      readonly latch: string;
      readonly strokes: number;
    };

/** Everything that is known of a pen from outside. */
export interface Truth {
  readonly strokesOf: Map<AreaName, number>;
  /** The instants of all strokes, in order. */
  readonly atNs: bigint[];
  phase: string;
  latch: string;
  /** The pen's own ledger, as it stood when its phase last changed. */
  ledger: number;
  needlesOut: boolean;
  arming: Arming | undefined;
}

/** A pen of which nothing is known. */
export const newTruth = (): Truth => ({
  strokesOf: new Map(),
  atNs: [],
  phase: 'idle',
  latch: 'none',
  ledger: 0,
  needlesOut: false,
  arming: undefined,
});

/** Takes one line of the pen program down. */
export function hear(truth: Truth, said: PenSays): void {
  switch (said.event) {
    case 'listening':
      return;
    case 'phase':
      truth.phase = said.phase;
      truth.latch = said.latch;
      truth.ledger = said.strokes;
      return;
    case 'needles':
      truth.needlesOut = said.are === 'out';
      return;
    case 'arming':
      truth.arming = said;
      return;
    case 'stroke': {
      // A stroke belongs to what was armed last: the journal knows of areas, not of skin.
      const area = armedArea(truth);
      if (area !== undefined) truth.strokesOf.set(area, (truth.strokesOf.get(area) ?? 0) + 1);
      truth.atNs.push(BigInt(said.atNs));
    }
  }
}

/** The area that was armed last. */
export const armedArea = ({ arming }: Truth): AreaName | undefined =>
  arming === undefined ? undefined : areaName(arming.area);

/** How far that arming can still go once nobody renews it: the published bound. */
export const boundOf = ({ arming }: Truth): number =>
  arming === undefined
    ? 0
    : stopBoundStrokes({
        credit: strokes(arming.credit),
        rateCentiHz: centiHz(arming.rateCentiHz),
        leaseMs: ms(arming.leaseMs),
      });

/** How many strokes came after an instant, and when the last of them was, in milliseconds. */
export function after(
  { atNs }: Truth,
  fromNs: bigint,
): { readonly strokes: number; readonly lastMs: number } {
  const later = atNs.filter((each) => each > fromNs);
  const last = later.at(-1);
  return {
    strokes: later.length,
    lastMs: last === undefined ? 0 : Number((last - fromNs) / 1_000n) / 1_000,
  };
}
