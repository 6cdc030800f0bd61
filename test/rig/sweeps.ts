/**
 * Every sweep, in the order of the table.
 */
import { refusals } from './disk/calls.ts';
import { CUTS } from './journal/cuts.ts';
import { FLIPS } from './journal/flips.ts';
import { SHUFFLES } from './journal/shuffles.ts';
import type { Sweep } from './sweep.ts';

/** All of them. */
export const SWEEPS: readonly Sweep[] = [
  refusals('ENOSPC', false),
  refusals('ENOSPC', true),
  refusals('EROFS', true),
  refusals('EIO', false),
  CUTS,
  FLIPS,
  SHUFFLES,
];
