/**
 * What the motor pulls for and against, remembered from one millisecond to the next.
 *
 * Most milliseconds are like the one before, and dividing anew in each of them would be a tenth of
 * what a running pen costs. Hands and cartridges are values: one that changes is another one.
 */
import type { Cartridge, Hand } from './types.ts';

/** What aim and drag were worked out from, and what they are. */
export interface Pull {
  toldCentiHz: number;
  trimPpm: number;
  aimCentiHz: number;
  hand: Hand | undefined;
  extensionNm: number;
  cartridge: Cartridge | undefined;
  drag: number;
}

/** The pull of a motor that was never asked. */
export const createPull = (): Pull => ({
  toldCentiHz: -1,
  trimPpm: 0,
  aimCentiHz: -1,
  hand: undefined,
  extensionNm: 0,
  cartridge: undefined,
  drag: 0,
});
