/**
 * The person at the console: looks at the room once, arms one area after the other, clears what has
 * latched after a moment of thought, keeps a foot on the pedal where there is one, and gives up on
 * a treatment that goes nowhere.
 */
import { createRandom, nextBetween } from '../../sim/random.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import { armNext } from '../world/parts.ts';
import type { Provider, World } from '../world/world.ts';
import { isLucky } from './chance.ts';
import type { Scenario } from './scenario.ts';

type Asked = ReturnType<Provider>;

const STREAM = 33;
const PATIENCE_MS = 4_000;
const LATCHES_MAX = 6;
/** How long before the end of the scenario a treatment is brought to its own. */
const CLOSING_MS = 15_000;

/** Makes a person for one run. */
export function personAtConsole({ seed, pedal, longestMs }: Scenario): Provider {
  const random = createRandom(seed, STREAM);
  let foot = false;
  let since = '';
  let sinceMs = 0;
  let latches = 0;
  let thinkMs = 0;

  /** How long the treatment has been where it is. */
  const waited = ({ phase, next }: Snapshot, world: World): number => {
    const here = `${phase} ${next}`;
    if (here === since) return world.nowMs() - sinceMs;
    [since, sinceMs] = [here, world.nowMs()];
    thinkMs = nextBetween(random, 150, 900);
    if (phase === 'latched') latches += 1;
    return 0;
  };
  const footwork = ({ phase, alarms }: Snapshot, world: World): void => {
    if (!pedal) return;
    const wanted = (phase === 'armed' || phase === 'running') && !isLucky(random, 2);
    const missing = alarms.some(({ alarm }) => alarm === 'pedal-missing');
    if (wanted === foot && !missing && phase !== 'ready') return;
    foot = wanted;
    world.tell({ kind: 'pedal', pedal: foot ? 'held' : 'released' });
  };

  const decide = (snapshot: Snapshot, waitedMs: number, tired: boolean): Asked => {
    const outcome = tired ? 'stopped' : 'completed';
    switch (snapshot.next) {
      case 'clear':
        if (tired) return { kind: 'finish', by: 'provider', outcome };
        return waitedMs >= thinkMs ? { kind: 'clear', by: 'provider' } : undefined;
      case 'arm':
        if (tired) return { kind: 'finish', by: 'provider', outcome };
        return waitedMs >= thinkMs ? armNext(snapshot) : undefined;
      case 'finish':
        return { kind: 'finish', by: 'provider', outcome };
      case 'press':
        // Somebody is done with an area before its budget is.
        return tired ? { kind: 'end-area' } : undefined;
      case 'connect':
        if (waitedMs < 2 * PATIENCE_MS) return undefined;
        return { kind: 'finish', by: 'provider', outcome: 'abandoned' };
      case 'glide':
      case 'wait':
      case 'none':
        return undefined;
    }
  };

  return (snapshot, world) => {
    const waitedMs = waited(snapshot, world);
    footwork(snapshot, world);
    const isLate = world.nowMs() > longestMs - CLOSING_MS;
    if (isLate && snapshot.next === 'glide') return { kind: 'stop', by: 'provider' };
    const tired = isLate || latches > LATCHES_MAX || waitedMs > PATIENCE_MS;
    return decide(snapshot, waitedMs, tired);
  };
}
