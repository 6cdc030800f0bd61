/**
 * The account of a scenario's faults: which are to come, which have begun, which made a difference.
 *
 * A scenario whose fault never took effect has tested nothing, and its run has failed however green
 * the checkers are. One log is shared by all homes of a world and is changed in place: a home asks
 * every tick, and the answer is nearly always a single comparison.
 */
import { assert } from '../../protocol/assert.ts';
import type { Fault } from './fault.ts';

/** What became of each fault of a scenario; `effects` counts how often it made a difference. */
export interface FaultLog {
  readonly faults: Fault[];
  readonly began: boolean[];
  readonly effects: number[];
}

/** Opens the account of a scenario. */
export function createFaultLog(faults: readonly Fault[]): FaultLog {
  return { faults: [...faults], began: faults.map(() => false), effects: faults.map(() => 0) };
}

/** Takes one more fault into the account, while the scenario runs; the answer is its place. */
export function addFault(log: FaultLog, fault: Fault): number {
  log.began.push(false);
  log.effects.push(0);
  return log.faults.push(fault) - 1;
}

/** A fault's home says that it has begun to act. */
export function noteBegin(log: FaultLog, index: number): void {
  assert(log.began[index] === false, 'a fault begins once');
  log.began[index] = true;
}

/** A fault's home says that something went differently because of it. */
export function noteEffect(log: FaultLog, index: number): void {
  assert(log.began[index] === true, 'a fault begins before it takes effect');
  log.effects[index] = (log.effects[index] ?? 0) + 1;
}

/** Whether a fault made a difference at all. */
export function tookEffect(log: FaultLog, index: number): boolean {
  return (log.effects[index] ?? 0) > 0;
}

/** The faults that made no difference: a run that has any did not test what it says. */
export function faultsWithoutEffect(log: FaultLog): readonly Fault[] {
  return log.faults.filter((_, index) => !tookEffect(log, index));
}
