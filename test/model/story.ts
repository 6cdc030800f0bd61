/**
 * A way through the walk as a story that a person can read: each move, and what host and pen are
 * doing after it. The way is gone through once more, so nothing had to be remembered on the first.
 */
import { AT, type Situation } from './canon.ts';
import type { Refuted } from './explore.ts';
import { isObjection } from './judge.ts';
import { MOVES } from './move-table.ts';
import type { World } from './world.ts';

const MOVE_WIDTH = 48;

function tell(world: World, situation: Situation): string {
  const { host } = world.ops.hostAt(situation[AT.host] ?? 0);
  const { firmware } = world.ops.penAt(situation[AT.pen] ?? 0);
  const control = host?.control?.phase.kind ?? host?.session.link.kind ?? 'crashed';
  const judge = world.ops.judgeAt(situation[AT.judge] ?? 0);
  const strokes = judge.truth.join(' + ');
  return `host ${control}, pen ${firmware.doing.kind}, strokes ${strokes}`;
}

function follow(world: World, from: Situation, move: number): Situation | undefined {
  let led: Situation | undefined;
  world.moves(from, (made, next) => {
    if (made === move && led === undefined && !isObjection(next)) led = next;
  });
  return led;
}

/** The story of an objection, a line for each move. */
export function storyOf(world: World, { objection, path, disturbances }: Refuted): string[] {
  const lines: string[] = [];
  let at: Situation | undefined = world.start();
  for (const [index, move] of path.entries()) {
    at = at && follow(world, at, move);
    const after = at === undefined ? 'and that must not be' : tell(world, at);
    const what = (MOVES[move] ?? '').padEnd(MOVE_WIDTH);
    lines.push(`${String(index + 1).padStart(3)}  ${what}  ${after}`);
  }
  return [
    `${objection.promise}: ${objection.why}, after ${path.length} moves, of which `
      + `${disturbances} were disturbances`,
    ...lines,
  ];
}
