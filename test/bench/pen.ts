/**
 * How fast a simulated pen is, alone: codec, firmware and plant, without host or wire. Prints how
 * many seconds of a pen's life go into one of ours, at rest and moving, and what one step of the
 * firmware costs. The goal of the whole world is 2,000, of which the pen may take about a half.
 */
import { performance } from 'node:perf_hooks';
import { ms, strokes } from '../../protocol/units.ts';
import { step } from '../../sim/firmware/index.ts';
import { HANDS_OFF, sense } from '../../sim/plant/index.ts';
import { rig } from '../sim/pen/rig.ts';
import { grantOf, PRESSING, readyToMove, type Talker, talkTo } from '../sim/pen/talker.ts';

const SIMULATED_S = 600;
const TICKS = 3_000_000;
const HOLD_MS = 4_000;

function timed(work: () => void): number {
  const startMs = performance.now();
  work();
  return (performance.now() - startMs) / 1_000;
}

function say(what: string, tookS: number): void {
  const perS = Math.round(SIMULATED_S / tookS).toLocaleString('en');
  const perMsNs = ((tookS * 1e9) / (SIMULATED_S * 1_000)).toFixed(0);
  console.log(`${what.padEnd(36)} ${perS.padStart(8)} simulated s per s, ${perMsNs} ns per ms`);
}

function ready(): Talker {
  const talker = talkTo(rig());
  readyToMove(
    talker,
    { passCeiling: strokes(500_000) },
    { passStrokesMax: strokes(500_000), holdMsMax: ms(60_000) },
  );
  return talker;
}

/** Holds for four seconds with a grant every fifty milliseconds, lets go for a fifth, and again. */
function move(talker: Talker, forS: number): void {
  const { pen } = talker;
  for (let passedMs = 0; passedMs < forS * 1_000; passedMs += HOLD_MS) {
    pen.advance(200, HANDS_OFF);
    pen.advance(10, PRESSING);
    for (let heldMs = 210; heldMs < HOLD_MS; heldMs += 50) {
      talker.send(grantOf(talker));
      pen.advance(50, PRESSING);
    }
    pen.takeBytes();
  }
}

function rest(talker: Talker, forS: number): void {
  for (let passedS = 0; passedS < forS; passedS += 1) {
    talker.pen.advance(1_000, HANDS_OFF);
    talker.pen.takeBytes();
  }
}

const resting = talkTo(rig());
resting.hello();
resting.pass(5);
resting.send({ kind: 'join', mode: 'treatment' });
rest(resting, 100);
say('at rest, telemetry encoded', timed(() => rest(resting, SIMULATED_S)));

const moving = ready();
move(moving, 100);
const before = moving.pen.truth().strokes;
say('moving, a grant every 50 ms', timed(() => move(moving, SIMULATED_S)));
const happened = moving.pen.truth().strokes - before;
console.log(`${happened} strokes in that time, latch: ${moving.pen.firmware().latch.reason}`);

const standing = ready();
const tick = { kind: 'tick', sensed: sense(standing.pen.plant) } as const;
let state = standing.pen.firmware();
const idle = (): void => {
  for (let index = 0; index < TICKS; index += 1) ({ state } = step(state, tick, 1));
};
idle();
const stepNs = (timed(idle) * 1e9) / TICKS;
console.log(`one step of the firmware, nothing due: ${stepNs.toFixed(0)} ns`);
