/**
 * A world with its judges already seated, and the few things that nearly every story says: it went
 * on until something was so, it came to its end, nobody complained, every fault took effect.
 */
import { expect } from 'vitest';
import type { Entry, EntryOf } from '../../host/journal/index.ts';
import { faultsWithoutEffect } from '../../sim/faults/fault-log.ts';
import { type CheckerName, type Court, judge } from './checkers/all.ts';
import type { Skin } from './checkers/skin.ts';
import { type Change, partsOf } from './parts.ts';
import { createWorld, type World } from './world.ts';

/** What a story wants of its judges. */
export interface Sitting {
  /** Checkers whose promise this very fault takes away; the story says what holds instead. */
  readonly excused?: readonly CheckerName[];
  readonly skin?: Skin;
}

/** A world that is judged. */
export interface Stage {
  readonly world: World;
  readonly court: Court;
}

/** Sets up a world and its judges. */
export function stage(change: Change = {}, { excused, skin }: Sitting = {}): Stage {
  const courts: Court[] = [];
  const seat = (world: World): void => {
    courts.push(judge(world, excused, skin));
  };
  const world = createWorld({ ...partsOf(change), judge: seat });
  const [court] = courts;
  if (court === undefined) throw new Error('a world seats its judges before anything happens');
  return { world, court };
}

/** Nobody has anything to say, and every fault that was ordered made a difference. */
export function expectInnocent({ world, court }: Stage): void {
  expect(court.close()).toEqual([]);
  const { faultLog } = world.parts;
  expect(faultLog === undefined ? [] : faultsWithoutEffect(faultLog)).toEqual([]);
}

/** Whether the treatment has come to its end. */
export const isFinished = (world: World): boolean => world.snapshot()?.phase === 'finished';

/** Runs to the end of the treatment, which has to come. */
export function finish({ world }: Stage, forMs = 300_000): void {
  const ended = world.runUntil(() => isFinished(world), forMs);
  expect({ ended, phase: world.snapshot()?.phase, cause: world.snapshot()?.cause }).toMatchObject({
    ended: true,
  });
}

/** Runs until a phase of control is reached, which has to happen. */
export function reach({ world }: Stage, phase: string, forMs = 60_000): void {
  const so = (): boolean => world.snapshot()?.phase === phase;
  expect([world.runUntil(so, forMs), world.snapshot()?.phase]).toEqual([true, phase]);
}

/** Runs until so many strokes have been made in this world. */
export function reachStrokes({ world }: Stage, strokes: number, forMs = 60_000): void {
  expect(world.runUntil(() => world.strokes.length >= strokes, forMs)).toBe(true);
}

/** The lines of one kind. */
export const lines = <Kind extends Entry['kind']>(world: World, kind: Kind): EntryOf<Kind>[] =>
  world.entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind);
