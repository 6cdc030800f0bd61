// Checks of what ARM has to be refused for. Each is what a host must never send; a pen that takes
// one is armed beyond what it was told, so these count as able to move.

import { areaCode } from '../../../protocol/area.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import type { Arm, Envelope } from '../../../protocol/to-pen.ts';
import { centiHz, strokes, um } from '../../../protocol/units.ts';
import { AREA, armFor, depthUmLeast, rateCentiHzLeast, rowFor } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, type Script } from '../order.ts';
import { isAtRest, letGo } from '../rest.ts';
import { sayTelemetry } from '../say.ts';
import { mustDo, mustRefuse, nextTelemetry } from '../talk.ts';

/** An ARM that is wrong in one way is refused for it. */
const refuses = (
  reason: RefusalReason,
  wrong: (kit: Kit) => Partial<Arm> | undefined,
  row: (kit: Kit) => Partial<Envelope> = () => ({}),
): ((kit: Kit) => Script) =>
  function* refusal(kit: Kit): Script {
    yield* letGo(kit);
    const change = wrong(kit);
    if (change === undefined) return;
    yield* mustDo(kit, rowFor(kit, row(kit)));
    const { strokes: counter } = yield* nextTelemetry(kit);
    yield* mustRefuse(kit, armFor(kit, counter, change), reason);
    const told = yield* nextTelemetry(kit);
    yield* expect(isAtRest(told), 'a pen that is not armed', sayTelemetry(told));
  };

/** A row with the least room that there is. */
const tight = (kit: Kit): Partial<Envelope> => ({ depthUmMax: um(depthUmLeast(kit)) });

function* withoutRow(kit: Kit): Script {
  yield* letGo(kit);
  const { strokes: counter } = yield* nextTelemetry(kit);
  yield* mustRefuse(kit, armFor(kit, counter), 'no-envelope');
}

function* passEnd(kit: Kit): Script {
  yield* letGo(kit);
  yield* mustDo(kit, rowFor(kit, { passStrokesMax: strokes(50) }));
  const { strokes: counter } = yield* nextTelemetry(kit);
  const far = { passCeiling: strokes(counter + 51) };
  yield* mustRefuse(kit, armFor(kit, counter, far), 'beyond-envelope');
  const none = { passCeiling: counter };
  yield* mustRefuse(kit, armFor(kit, counter, none), 'nothing-left');
}

/** Where a motor has one rate only, faster is beyond the pen before it is beyond the row. */
function* tooFast(kit: Kit): Script {
  const { rateCentiHzMax } = kit.pages().capabilities;
  const rateCentiHz = centiHz(rateCentiHzLeast(kit) + 1);
  const reason = rateCentiHz > rateCentiHzMax ? 'above-range' : 'beyond-envelope';
  yield* refuses(reason, () => ({ rateCentiHz }))(kit);
}

const NEVER = ['upper-eyelid', 'vermilion'] as const;

function* neverTreated(kit: Kit): Script {
  yield* letGo(kit);
  for (const name of NEVER) {
    const area = areaCode(name);
    const rate = { rateCentiHzMax: centiHz(Math.min(5_000, rateCentiHzLeast(kit))) };
    yield* mustDo(kit, rowFor(kit, { area, depthUmMax: um(0), ...rate }));
    const { strokes: counter } = yield* nextTelemetry(kit);
    const side = name === 'vermilion' ? 0 : 1;
    yield* mustRefuse(kit, armFor(kit, counter, { area, side }), 'beyond-ceiling');
  }
}

/** The checks. */
export const ARMING_CHECKS: readonly Check[] = checks(
  { group: 'arming', section: 'the-pens-guard', moves: true, hand: false, from: 'joined' },
  [
    {
      name: 'arm-needs-a-row',
      promise: 'S-01',
      says: 'ARM without an envelope row in this session is refused as no-envelope.',
      script: withoutRow,
    },
    {
      name: 'arm-keeps-the-rows-depth',
      promise: 'S-01',
      says: 'ARM deeper than its row is refused as beyond-envelope.',
      script: refuses(
        'beyond-envelope',
        (kit) => ({ depthUm: um(depthUmLeast(kit) + kit.pages().capabilities.depthStepUm) }),
        tight,
      ),
    },
    {
      name: 'arm-keeps-the-pens-depths',
      promise: 'S-01',
      says: 'ARM without a depth is refused as below-range.',
      script: refuses('below-range', () => ({ depthUm: um(0) })),
    },
    {
      name: 'arm-keeps-the-depth-step',
      promise: 'S-02',
      says: 'ARM between two steps is refused as off-step and never rounded.',
      script: refuses('off-step', (kit) =>
        kit.pages().capabilities.depthStepUm === 1
          ? undefined
          : { depthUm: um(depthUmLeast(kit) + 1) }),
    },
    {
      name: 'arm-keeps-the-pens-rates',
      promise: 'S-34',
      says: 'ARM slower than the motor turns is refused as below-range.',
      script: refuses('below-range', (kit) => ({
        rateCentiHz: centiHz(rateCentiHzLeast(kit) - 1),
      })),
    },
    {
      name: 'arm-keeps-the-rows-rate',
      promise: 'S-34',
      says: 'ARM faster than its row, or than the motor turns, is refused.',
      script: tooFast,
    },
    {
      name: 'arm-keeps-the-pass',
      promise: 'S-05',
      says: 'A pass ceiling beyond its row, or at the counter, is refused.',
      script: passEnd,
    },
    {
      name: 'arm-knows-its-sides',
      promise: 'S-11',
      says: 'A side that the area does not have is refused as unknown-area.',
      script: refuses('unknown-area', () => ({ area: AREA, side: 1 })),
    },
    {
      name: 'arm-counts-needles',
      promise: 'S-30',
      cartridge: 'patient',
      says: 'ARM for another number of needles is refused as wrong-cartridge.',
      script: refuses('wrong-cartridge', (kit) => ({
        needleCount: kit.pages().cartridge.needleCount + 1,
      })),
    },
    {
      name: 'arm-never-on-eyelid-or-lip',
      promise: 'S-03',
      says: 'Upper eyelid and vermilion are never armed, at whatever depth.',
      script: neverTreated,
    },
  ],
);
