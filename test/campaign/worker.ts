/**
 * One process of a campaign: is told seeds, plays them one after the other, and tells what became
 * of each. A run that throws is a complaint like any other, with its stack for whoever looks.
 */
import { drawScenario } from './draw.ts';
import { play } from './run.ts';
import type { Errand, Told } from './errand.ts';

const tell = (told: Told): void => {
  process.send?.(told);
};

function run({ seeds, length }: Errand): void {
  for (const seed of seeds) {
    try {
      tell({ kind: 'run', run: play(drawScenario(seed, length)), length });
    } catch (error) {
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ kind: 'threw', seed, length, stack });
    }
  }
  tell({ kind: 'idle' });
}

process.on('message', (errand: Errand) => run(errand));
tell({ kind: 'idle' });
