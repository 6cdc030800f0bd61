/**
 * What the lines say that skin has had today is taken off what the guard lets through: of the area,
 * and of the whole treatment. Whoever asks for all of it again is kept back.
 */
import { expect, test } from 'vitest';
import { strokes } from '../../../protocol/units.ts';
import { CARTRIDGE, PERSON } from '../../support/limit-world.ts';
import { TELEMETRY } from '../core/control/scene.ts';
import { arm, createRig } from './rig.ts';

const AT = '2026-11-20T10:00:00.000Z';

/** A treatment of today under which so many strokes count on a piece of the face. */
const had = (area: string, side: string, count: number) => [
  { kind: 'treatment-opened', at: AT, treatmentId: 'treatment-1' },
  {
    kind: 'reservation', at: AT, treatmentId: 'treatment-1', person: PERSON.person, area, side,
    penSerial: 'PEN-1', armingId: 1, pass: 1, cartridgeSerial: CARTRIDGE.serial, needleCount: 14,
    sizeMm2: 1_000, fromStrokes: 0, ceilingStrokes: count, contactMsMax: 1_000,
  },
];

const asking = (count: number) => arm({ passCeiling: strokes(TELEMETRY.strokes + count) });

test('S-04 strokes that an area has had today are not let through again', () => {
  const rig = createRig({ lines: had('forehead', 'midline', 600) });
  expect(rig.send(asking(257))).toMatchObject({ rule: 'pass-strokes', allowed: 256 });
  expect(rig.send(asking(256))).toBeUndefined();
});

test('S-09 punctures that the face has had today bound every other area of it', () => {
  const rig = createRig({ lines: had('cheek', 'left', 107_000) });
  expect(rig.send(asking(143))).toMatchObject({ rule: 'pass-strokes', allowed: 142 });
  expect(rig.send(asking(142))).toBeUndefined();
});
