/**
 * The account of faults: each begins once, in its home, and one without effect fails its scenario.
 */
import { expect, test } from 'vitest';
import { takeDue, waitFor } from '../../../sim/faults/due.ts';
import {
  FAULT_HOMES, isEnergyFault, isPenFault, isPlantFault, isWireFault, isWorldFault,
} from '../../../sim/faults/fault-home.ts';
import {
  createFaultLog, faultsWithoutEffect, noteBegin, noteEffect,
} from '../../../sim/faults/fault-log.ts';
import type { Fault } from '../../../sim/faults/fault.ts';

const FAULTS: readonly Fault[] = [
  { kind: 'reset', at: { kind: 'ms', ms: 50 } },
  { kind: 'drop', frames: 1, direction: 'to-pen', at: { kind: 'frame', frame: 2 } },
  { kind: 'ledger-loss', leaves: 'older', at: { kind: 'stroke', stroke: 7 } },
  { kind: 'host-kill', restartMs: 'never', at: { kind: 'ms', ms: 20 } },
  { kind: 'clock-drift', ppm: 20_000, at: { kind: 'ms', ms: 20 }, lasting: 'for-good' },
];

test('every kind has exactly one home', () => {
  const askers = [isPlantFault, isWireFault, isPenFault, isWorldFault, isEnergyFault];
  const unasked: Fault =
    { kind: 'energy-unasked', microJoulePerMs: 9, at: { kind: 'ms', ms: 1 }, lasting: 'for-good' };
  for (const fault of [...FAULTS, unasked]) {
    expect(askers.filter((isAtHome) => isAtHome(fault))).toHaveLength(1);
  }
  expect(Object.keys(FAULT_HOMES)).toHaveLength(48);
});

test('a home is given its own faults when their moment has come, each once', () => {
  const log = createFaultLog(FAULTS);
  const waiting = waitFor(log, isPenFault);
  expect(waiting.list.map(({ index }) => index)).toEqual([0, 2, 4]);
  expect(takeDue(waiting, 19, 6)).toEqual([]);
  expect(takeDue(waiting, 20, 6).map(({ index }) => index)).toEqual([4]);
  expect(takeDue(waiting, 21, 7).map(({ index }) => index)).toEqual([2]);
  expect(takeDue(waiting, 99, 7).map(({ index }) => index)).toEqual([0]);
  expect(takeDue(waiting, 999, 999)).toEqual([]);
  expect(log.began).toEqual([true, false, true, false, true]);
});

test('only a fault that made a difference counts as tested', () => {
  const log = createFaultLog(FAULTS);
  noteBegin(log, 0);
  noteBegin(log, 3);
  noteEffect(log, 3);
  expect(faultsWithoutEffect(log)).toEqual(FAULTS.filter((_, index) => index !== 3));
});

test('an effect before the beginning, and a second beginning, are our mistakes', () => {
  const log = createFaultLog(FAULTS);
  expect(() => noteEffect(log, 0)).toThrow();
  noteBegin(log, 0);
  expect(() => noteBegin(log, 0)).toThrow();
});
