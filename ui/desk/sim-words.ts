// What the console says to its simulated pen, in the simulator's own words.

import type { SimulatorView } from '../contract/desk-state.ts';

/** What can be said. */
export type SimWord =
  | { readonly kind: 'operator'; readonly operator: SimulatorView['operator'] }
  | { readonly kind: 'cartridge'; readonly cartridge: string }
  | { readonly kind: 'hand'; readonly does: 'press' | 'release' | 'auto' | 'seat' }
  | { readonly kind: 'fault'; readonly fault: string; readonly lastingMs: number | undefined };

/** The word itself. */
export function wordOf(word: SimWord): string {
  switch (word.kind) {
    case 'operator':
      return word.operator;
    case 'cartridge':
      return `cartridge ${word.cartridge}`;
    case 'hand':
      return word.does;
    case 'fault': {
      const [kind = '', ...figures] = word.fault.split(',');
      const lasting = word.lastingMs === undefined ? '' : `+${word.lastingMs}`;
      return `fault ${[`${kind}${lasting}`, ...figures].join(',')}`;
    }
  }
}
