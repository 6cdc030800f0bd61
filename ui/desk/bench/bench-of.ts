// The bench and the hands at a simulated one, joined to the desk that holds them: what moves goes
// to the windows and to whoever works by script, what was made is looked at, and what is over is
// told.

import type { Held } from '../held.ts';
import type { Windows } from '../windows.ts';
import { benchSide, NO_BENCH_LISTS } from './bench-side.ts';
import { standingMade } from './certificate-view.ts';
import { simulatedHands } from './simulated-hands.ts';

/** What a bench is joined to; what is held is asked for when there is something to tell. */
export interface BenchGround {
  readonly dataDir: string;
  readonly node: string;
  readonly windows: Windows;
  readonly heldNow: () => Held;
  readonly changed: () => void;
  readonly over: () => void;
}

/** The bench of a desk. */
export function benchOf(
  { dataDir, node, windows, heldNow, changed, over }: BenchGround,
): Pick<Held, 'bench' | 'hands' | 'benchLists'> {
  const bench = benchSide(node, {
    changed,
    moving: (moving) => {
      windows.showMoving({ kind: 'bench', moving });
      hands.sees(moving.view);
    },
    made: (file) => standingMade(dataDir, file),
    over,
  });
  const hands = simulatedHands({
    say: (does) => heldNow().pen.simulate({ kind: 'hand', does }),
    confirm: () => bench.tell({ kind: 'confirm' }),
    changed,
  });
  return { bench, hands, benchLists: NO_BENCH_LISTS };
}
