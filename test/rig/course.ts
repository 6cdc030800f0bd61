/**
 * The course of a scene: needles run, a fault strikes, the judge looks, the provider goes on with
 * the same host or a new one, and the next fault strikes, until the scene has given what it can: a
 * treatment that was stopped three times is locked. In the end a host is started once more, leaves
 * in order, and the books are closed.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../../host/cli/exit-code.ts';
import { nextBetween, type Random } from '../../sim/random.ts';
import { readBooks, stopsOf } from './accounts.ts';
import { type Fault, type Finding, nothingStruck } from './fault.ts';
import { judge, judgeBooks, movedByItself, standing } from './judge.ts';
import { type Scene, setScene } from './scene.ts';

/** Three stops lock a treatment for ten minutes. */
const STOPS_MAX = 3;

const MOTION_MS_MAX = 900;
const ANY_MS_MAX = 2_200;
/** Of all faults that may strike at any instant, one in so many does; the others in motion. */
const ANY_OF = 4;
/** Phases in which needles move, or a finger is about to move them. */
const MOVES: ReadonlySet<string> = new Set(['armed', 'running', 'stopping']);
/** How long the last host may take to its handshake, and is then watched with hands off. */
const LINKED_MS_MAX = 20_000;
const WATCHED_MS = 300;

/**
 * Strikes with one fault up to so many times in one scene; fewer if the scene is used up, and none
 * if it was so before anything struck.
 */
export async function runCourse(
  fault: Fault,
  fromTime: number,
  times: number,
  random: Random,
): Promise<readonly Finding[]> {
  const scene = await setScene(fault, nextBetween(random, 1, 900_000));
  const found: Finding[] = [];
  // Undefined while the provider has gone on and nothing was struck since.
  let settledNs: bigint | undefined = process.hrtime.bigint();
  const blameLast = (wrong: readonly string[]): void => {
    const last = found.pop();
    if (last !== undefined) found.push({ ...last, wrong: [...last.wrong, ...wrong] });
  };
  try {
    while (found.length < times) {
      const ready = await untilInstant(fault, scene, random);
      const { pen, provider, diary } = scene;
      blameLast(movedByItself(pen.truth, settledNs, provider.actedAtNs(), diary));
      // A host that turns the plan away, in words or because it is locked, is judged at the end.
      // One that a busy computer locked before anything struck gives nothing, and is judged too.
      const isOver = isUsedUp(scene) || (found.length > 0 && scene.isHostGone());
      if (!ready && isOver) {
        settledNs = undefined;
        break;
      }
      found.push(await strikeOnce(fault, fromTime + found.length, scene, random));
      settledNs = process.hrtime.bigint();
      if (!ready) blameLast([`needles did not run before it: ${lastHeard(scene)}`]);
      if (found.at(-1)?.wrong.length !== 0 || isUsedUp(scene)) break;
    }
    const { missing, wrong } = await closeBooks(fault, scene, settledNs);
    const last = found.pop();
    if (last !== undefined) {
      const unaccounted = Math.max(last.unaccounted, missing);
      found.push({ ...last, unaccounted, wrong: [...last.wrong, ...wrong] });
    } else if (missing > 0 || wrong.length > 0) {
      found.push({ ...nothingStruck(fault, fromTime), unaccounted: missing, wrong });
    }
    return found;
  } finally {
    await scene.close();
  }
}

/** Starts a host where there is none, lets the provider go on, and waits for the instant. */
async function untilInstant(fault: Fault, scene: Scene, random: Random): Promise<boolean> {
  if (scene.isHostGone()) scene.startHost(fault.trouble?.(scene.folder.dataDir, random));
  scene.provider.goOn();
  if (fault.when === 'any' && nextBetween(random, 1, ANY_OF) === 1) {
    await pause(nextBetween(random, 0, ANY_MS_MAX));
    return true;
  }
  await scene.untilRunning();
  await pause(nextBetween(random, 0, MOTION_MS_MAX));
  // A busy computer may have stopped the pen meanwhile; then the next motion is waited for.
  return MOVES.has(scene.pen.truth.phase) || scene.untilRunning();
}

async function strikeOnce(
  fault: Fault,
  time: number,
  scene: Scene,
  random: Random,
): Promise<Finding> {
  scene.provider.handsOff();
  const { phase } = scene.pen.truth;
  const struck = await fault.strike(scene, random);
  const found = await judge(fault, time, scene, phase, struck);
  // A host is troubled once and then done with; the next one begins sound.
  if (fault.trouble !== undefined) await scene.leave();
  return found;
}

/** Whether nothing more may be armed for a while; the journal tells. */
function isUsedUp(scene: Scene): boolean {
  const books = readBooks(scene.folder.dataDir);
  return typeof books === 'string' || stopsOf(books) >= STOPS_MAX;
}

const lastHeard = (scene: Scene): string =>
  `the pen is ${scene.pen.truth.phase}, ${scene.pen.truth.latch}; `
  + scene.diary.around(process.hrtime.bigint());

/** Left in the middle; or refused in words, where what struck was the calendar. */
const fits = ({ name }: Fault, code: number | null | undefined): boolean =>
  code === EXIT.leftOpen || (name === 'clock-stepped' && code === EXIT.refused);

/** The last host meets the pen, is watched with hands off, and leaves; then books are closed. */
async function closeBooks(
  fault: Fault,
  scene: Scene,
  settledNs: bigint | undefined,
): Promise<{ readonly missing: number; readonly wrong: readonly string[] }> {
  const { truth } = scene.pen;
  scene.provider.handsOff();
  if (fault.trouble === undefined && !scene.isHostGone()) await scene.leave();
  if (!scene.isHostGone()) return { missing: 0, wrong: ['the host did not leave when asked to'] };
  const stillNs = settledNs ?? process.hrtime.bigint();
  scene.startHost();
  const linked = await scene.untilHeard('linked', LINKED_MS_MAX);
  await pause(WATCHED_MS);
  const end = await scene.leave();
  const { unaccounted, wrong } = judgeBooks(scene);
  return {
    missing: unaccounted,
    wrong: [
      ...wrong,
      ...(linked || end?.code === EXIT.refused ? [] : [`it was not linked: ${lastHeard(scene)}`]),
      ...movedByItself(truth, stillNs, undefined, scene.diary),
      ...(fits(fault, end?.code) ? [] : [`the last host ended with ${end?.code ?? 'nothing'}`]),
      ...standing(truth),
      ...scene.unfit(),
    ],
  };
}
