/**
 * A world with its judges already seated, and the few things that nearly every story says: it went
 * on until something was so, it came to its end, nobody complained, every fault took effect.
 */
import { expect } from 'vitest';
import type { Entry, EntryOf } from '../../host/journal/index.ts';
import { faultsWithoutEffect } from '../../sim/faults/fault-log.ts';
import { bindingOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import type { ToPen } from '../../protocol/to-pen.ts';
import { type Court, judge, type Sitting } from './checkers/all.ts';
import { type Change, partsOf } from './parts.ts';
import { createWorld, type World } from './world.ts';

/** A world that is judged. */
export interface Stage {
  readonly world: World;
  readonly court: Court;
}

/** Sets up a world and its judges. */
export function stage(change: Change = {}, sitting: Sitting = {}): Stage {
  const courts: Court[] = [];
  const seat = (world: World): void => {
    courts.push(judge(world, sitting));
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

/** Speaks to the pen as if it were its host, far ahead of the host's own numbers. */
export function speakAsHost({ world, court }: Stage, message: ToPen, ahead = 1_000): void {
  const { session, bootId, seq } = court.testimony.link();
  const header = { session, seq: seq + ahead, ack: 0 };
  world.intrude(encodeFrame(message, header, bindingOf(SCHEMA_HASH, bootId)));
}

/** The hand holds on, trigger pressed and head on the skin, whatever else it would have done. */
export const grip = ({ world }: Stage): void =>
  world.setHand((hand) => ({ ...hand, trigger: true, contact: true, glideMmS: 30, forceMn: 400 }));

/** The hand is taken away. */
export const letGo = ({ world }: Stage): void =>
  world.setHand((hand) => ({ ...hand, trigger: false, contact: false, forceMn: 0 }));
