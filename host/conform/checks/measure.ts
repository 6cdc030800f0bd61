// Checks of what a moving pen says of itself, and of limits that are lowered while it moves.

import type { Telemetry } from '../../../protocol/from-pen.ts';
import { strokes } from '../../../protocol/units.ts';
import { arm } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import { comesToRest } from '../ending.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { sayTelemetry } from '../say.ts';
import { send } from '../talk.ts';
import { goOn, setOff, telemetryHeard } from '../train.ts';

/** How far a measured rate may be above the commanded one: overspeed, and a reading's error. */
const RATE_RATIO_MAX = 1.25;
/** How far a measured peak may be above the armed depth, by class of certificate. */
const PEAK_UM = { P: 80, S: 120, none: 120, fail: 120 } as const;

/** While it runs, what it measures is what it was told. */
function* asTold(kit: Kit): Script {
  const armed = yield* arm(kit);
  yield* setOff(kit, armed);
  yield* goOn(kit, ({ phase }) => phase !== 'running', 600);
  const heard = telemetryHeard(kit).map(({ message }) => message);
  const running = heard.filter(({ phase }) => phase === 'running');
  const { rateCentiHz, depthUm } = armed.arm;
  const rateMost = rateCentiHz * RATE_RATIO_MAX;
  const fast = running.find((told) => told.rateCentiHz > rateMost);
  yield* expect(fast === undefined, `at most ${rateMost} cHz`, `${fast?.rateCentiHz ?? 0}`);
  const deepest = depthUm + PEAK_UM[kit.pages().calibration.class];
  const deep = running.find((told) => (told.depthUm ?? 0) > deepest);
  yield* expect(deep === undefined, `at most ${deepest} um`, `${deep?.depthUm ?? 0} um`);
  yield* neverBack(heard);
  yield* send(kit, { kind: 'disarm', armingId: kit.line.armingId });
}

function* neverBack(heard: readonly Telemetry[]): Script {
  const back = heard.find((told, index) => {
    const before = heard[index - 1];
    return before !== undefined && (told.strokes < before.strokes || told.penMs <= before.penMs);
  });
  yield* expect(back === undefined, 'a counter and a clock that never go back', sayTelemetry(back));
}

/** A few strokes more than it has made, and no further. */
const LEFT = 4;

function* tightened(kit: Kit): Script {
  const armed = yield* arm(kit);
  const going = yield* setOff(kit, armed);
  const { armingId, depthUm, rateCentiHz } = armed.arm;
  const passCeiling = strokes(going.strokes + LEFT);
  kit.line.passCeiling = passCeiling;
  yield* send(kit, { kind: 'tighten', armingId, depthUm, rateCentiHz, passCeiling });
  yield* goOn(kit, ({ phase }) => phase !== 'running', 1_000);
  yield* pause(50);
  const rest = yield* comesToRest(kit, going, 1_000);
  const so = rest.strokes <= passCeiling;
  yield* expect(so, `no stroke beyond the lowered pass at ${passCeiling}`, sayTelemetry(rest));
}

/** The checks. */
export const MEASURE_CHECKS: readonly Check[] = checks(
  {
    group: 'motion',
    section: 'the-pens-guard',
    moves: true,
    hand: true,
    from: 'joined',
    cartridge: 'patient',
  },
  [
    {
      name: 'keeps-a-lowered-pass',
      promise: 'S-20',
      says: 'A pass that is lowered in motion holds from then on.',
      script: tightened,
    },
    {
      name: 'measures-what-it-was-told',
      promise: 'S-34',
      says: 'In motion rate and depth are as armed, and counter and clock never go back.',
      script: asTold,
    },
  ],
);
