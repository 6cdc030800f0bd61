/**
 * What a fault is to the rig, and what is found out about one time that it struck. A fault knows
 * how to strike and whether it took effect; whether the pen kept its promises is for the judge, who
 * looks at the pen's own truth and at the disk.
 */
import type { Random } from '../../sim/random.ts';
import type { Scene } from './scene.ts';
import type { Trouble } from './trouble.ts';

/** One time that a fault struck. */
export interface Struck {
  /** From this instant on the pen may only do what it was already permitted. */
  readonly atNs: bigint;
  /** Whether something really went differently; a fault without effect has tested nothing. */
  readonly took: boolean;
  /** What else was not as promised, in sentences. */
  readonly wrong: readonly string[];
}

/** A kind of fault. */
export interface Fault {
  readonly name: string;
  /** What happens, in a few words for the table. */
  readonly what: string;
  /** How often it strikes unless told otherwise. */
  readonly times: number;
  /** What the pen hangs on: its own pseudo-terminal, or one that the rig can hang up. */
  readonly cable: 'direct' | 'relay';
  /** When it strikes: while needles run, or at any instant from the start of the host on. */
  readonly when: 'motion' | 'any';
  /** What the host is to suffer on a signal; the command line as it is where nothing is said. */
  readonly trouble?: (folder: string, random: Random) => Trouble;
  readonly strike: (scene: Scene, random: Random) => Promise<Struck>;
}

/** What is known of one time, when all is over. */
export interface Finding {
  readonly fault: string;
  readonly time: number;
  readonly took: boolean;
  /** What was armed, and what the pen did at that moment. */
  readonly area: string;
  readonly phase: string;
  readonly strokes: number;
  readonly bound: number;
  readonly stopMs: number;
  /** Strokes of the needles that neither journal nor ledger tells of. */
  readonly unaccounted: number;
  readonly wrong: readonly string[];
}

/** A time that never came: the treatment was locked, or something was wrong, before it struck. */
export const nothingStruck = ({ name }: Fault, time: number): Finding => ({
  fault: name,
  time,
  took: false,
  area: 'nothing armed',
  phase: 'never struck',
  strokes: 0,
  bound: 0,
  stopMs: 0,
  unaccounted: 0,
  wrong: [],
});
