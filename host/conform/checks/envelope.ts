// Checks of the envelope: it tightens what is built in and nothing else, for one link session.

import { areaCode, type AreaName, AREA_CODE_MAX } from '../../../protocol/area.ts';
import { centiHz, strokes, um } from '../../../protocol/units.ts';
import { AREA, rowFor } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, type Script } from '../order.ts';
import { join, mustDo, mustRefuse, readRow } from '../talk.ts';

/** What no pen allows in these areas, by the document; a pen may be stricter. */
const BUILT_IN_UM: readonly (readonly [AreaName, number])[] = [
  ['upper-eyelid', 0],
  ['vermilion', 0],
  ['infraorbital', 250],
  ['crows-feet', 400],
  ['nose', 500],
  ['perioral', 500],
  ['forehead', 1_750],
  ['abdomen', 1_750],
];
const EYE: readonly AreaName[] = ['upper-eyelid', 'infraorbital', 'crows-feet'];
const EYE_CENTI_HZ = 5_000;

function* depths(kit: Kit): Script {
  for (const [name, ceilingUm] of BUILT_IN_UM) {
    const area = areaCode(name);
    const row = { area, depthUmMax: um(ceilingUm + 1), rateCentiHzMax: centiHz(EYE_CENTI_HZ) };
    yield* mustRefuse(kit, rowFor(kit, row), 'beyond-ceiling');
    const { loaded } = yield* readRow(kit, area);
    yield* expect(loaded === 0, `no row for ${name} after a refusal`, 'one is loaded');
  }
}

function* rates(kit: Kit): Script {
  for (const name of EYE) {
    const row = { area: areaCode(name), depthUmMax: um(0) };
    const fast = { ...row, rateCentiHzMax: centiHz(EYE_CENTI_HZ + 1) };
    yield* mustRefuse(kit, rowFor(kit, fast), 'beyond-ceiling');
  }
}

function* readBack(kit: Kit): Script {
  const row = rowFor(kit, { passStrokesMax: strokes(123), creditMax: strokes(7) });
  yield* mustDo(kit, row);
  const back = yield* readRow(kit, AREA);
  const same =
    back.loaded === 1 &&
    back.depthUmMax === row.depthUmMax &&
    back.rateCentiHzMax === row.rateCentiHzMax &&
    back.passStrokesMax === row.passStrokesMax &&
    back.creditMax === row.creditMax &&
    back.holdMsMax === row.holdMsMax;
  yield* expect(same, 'the row as it was sent', JSON.stringify(back));
  yield* join(kit);
  const anew = yield* readRow(kit, AREA);
  yield* expect(anew.loaded === 0, 'no row in a new session', JSON.stringify(anew));
}

/** The checks. */
export const ENVELOPE_CHECKS: readonly Check[] = checks(
  { group: 'envelope', section: 'the-pens-guard', moves: false, hand: false, from: 'joined' },
  [
    {
      name: 'envelope-keeps-depth-ceilings',
      promise: 'S-03',
      says: 'A row deeper than what is built in for its area is refused and not clamped.',
      script: depths,
    },
    {
      name: 'envelope-keeps-eye-rates',
      promise: 'S-03',
      says: 'A row for an eye area above 50 Hz is refused.',
      script: rates,
    },
    {
      name: 'envelope-knows-its-areas',
      promise: 'S-11',
      says: 'A row for an area that there is not is refused as unknown-area.',
      script: (kit) => mustRefuse(kit, rowFor(kit, { area: AREA_CODE_MAX + 1 }), 'unknown-area'),
    },
    {
      name: 'envelope-reads-back',
      promise: 'S-20',
      says: 'A row reads back as it was sent, and is gone in a new session.',
      script: readBack,
    },
  ],
);
