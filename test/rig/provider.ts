/**
 * A provider who looks at the pen's light and at the console, and wants to go on: clears what is
 * latched, arms some area, and does nothing at all while told to keep the hands off. When the first
 * act after that was done is written down, so that whatever moved before it moved by itself.
 */
import type { AreaName } from '../../protocol/area.ts';
import { nextBetween, type Random } from '../../sim/random.ts';
import type { Diary } from './diary.ts';
import type { HostRun } from './heard.ts';
import type { Truth } from './truth.ts';

/** A provider. */
export interface Provider {
  /** Turns to a host that was just started. */
  readonly follow: (run: HostRun) => void;
  /** Keeps the hands off, or goes on. */
  readonly handsOff: () => void;
  readonly goOn: () => void;
  /** When the first act since the hands were off was done. */
  readonly actedAtNs: () => bigint | undefined;
  readonly end: () => void;
}

const LOOK_MS = 120;

/** The ways to arm the areas of the rig's plan. */
const ARMING: readonly (readonly [AreaName, string])[] = [
  ['abdomen', 'arm abdomen'],
  ['back', 'arm back'],
  ['forehead', 'arm forehead'],
  ['infraorbital', 'eye infraorbital left'],
];

const LATCHED: ReadonlySet<string> = new Set(['latched', 'stopping']);

/** Makes a provider. */
export function createProvider(truth: Truth, random: Random, diary: Diary): Provider {
  let run: HostRun | undefined;
  let willing = true;
  let actedAtNs: bigint | undefined;
  let linked = false;
  let latched = false;
  let toldRoom = false;

  const act = (words: string): void => {
    actedAtNs ??= process.hrtime.bigint();
    diary.write('person', words);
    run?.write(words);
  };
  const look = (): void => {
    if (!willing || !linked || run === undefined) return;
    if (truth.phase === 'latched' || (latched && truth.phase === 'idle')) act('clear');
    else if (truth.phase === 'idle') arm();
  };
  const arm = (): void => {
    if (!toldRoom) act('room none');
    toldRoom = true;
    const chosen = ARMING[nextBetween(random, 0, ARMING.length - 1)];
    if (chosen !== undefined) act(chosen[1]);
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    follow: (next) => {
      run = next;
      linked = false;
      latched = false;
      toldRoom = false;
      next.onHeard(({ kind, says }) => {
        diary.write('host', `${kind}, ${says}`);
        if (run !== next) return;
        if (kind === 'linked') linked = true;
        else if (kind === 'link-lost') linked = false;
        if (LATCHED.has(kind)) latched = true;
        else if (kind === 'ready' || kind === 'cleared' || kind === 'armed') latched = false;
      });
    },
    handsOff: () => {
      diary.write('rig', 'hands off');
      willing = false;
      actedAtNs = undefined;
    },
    goOn: () => {
      diary.write('rig', 'go on');
      willing = true;
    },
    actedAtNs: () => actedAtNs,
    end: () => clearInterval(timer),
  };
}
