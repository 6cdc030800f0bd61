/**
 * A treatment whose host went away, and whose cartridge was changed for one with other needles:
 * what the skin has had is punctures, and does not shrink because fewer needles go on.
 */
import { expect, test } from 'vitest';
import type { Entry, NoteGiven } from '../../../host/journal/index.ts';
import { prepare } from '../../../host/treat/prepare.ts';
import { mm2 } from '../../../protocol/units.ts';
import { createMemoryWorld, granted, openIn } from '../../support/journal.ts';
import {
  CARTRIDGE,
  given,
  PEN_P,
  PERSON,
  planned,
  planOf,
  PROFILE,
} from '../../support/limit-world.ts';
import { penWith } from '../core/control/scene.ts';
import { pagesOf, wishOf } from '../guard/cases.ts';

const SIZE_MM2 = 1_000;
const WISH = wishOf(planOf(planned({ sizeMm2: mm2(SIZE_MM2), reason: 'Wanted.' })), PERSON);
/** Of the forehead, without any reduction. */
const PUNCTURES_MAX = (1_800 * SIZE_MM2) / 100;
const STROKES = 100;

const penOf = (needles: number) => {
  const model = PROFILE.cartridges.find(({ needleCount }) => needleCount === needles);
  const serial = `CARTRIDGE-${String(needles)}`;
  return penWith(pagesOf({ ...PEN_P, cartridge: { ...CARTRIDGE, ...model, serial } }));
};

/** The lines of a treatment that was open after a hundred strokes. */
function linesAfter(needleCount: number): readonly Entry[] {
  const entries: Entry[] = [];
  const world = Object.assign(createMemoryWorld(), { day: '2026-11-20' });
  const journal = openIn(world, (entry) => entries.push(entry));
  const begun = given(prepare(WISH, penOf(needleCount), [], 'treatment-1'));
  const reservation: NoteGiven = {
    kind: 'reservation', treatmentId: 'treatment-1', armingId: 1, penSerial: 'PEN-1', bootId: 77,
    cartridgeSerial: `CARTRIDGE-${String(needleCount)}`, certificateId: 'CERT-1',
    person: PERSON.person, area: 'forehead', side: 'midline', pass: 1, fromStrokes: 0,
    fromCounted: 0, ceilingStrokes: STROKES, contactMsMax: 2_000, depthUm: 450,
    rateCentiHz: 8_000, needleCount, sizeMm2: SIZE_MM2, headAreaMm2: 50, stamp: false,
  };
  const settled: NoteGiven = {
    kind: 'settled', armingId: 1, strokes: STROKES, counted: STROKES, contactMs: 1_300,
    outcome: 'known', retracted: true,
  };
  for (const note of [...begun.notes, reservation, settled]) granted(journal.append(note));
  return entries;
}

test.each([
  [36, 12],
  [36, 14],
  [14, 12],
  [12, 36],
])('S-04 after %i needles a treatment with %i gives no more punctures than the cap', (had, has) => {
  const { control, admitted } = given(prepare(WISH, penOf(has), linesAfter(had), 'treatment-2'));
  const [task] = control.treatment.tasks;
  const [progress] = control.progress;
  const left = (task?.strokesLeft ?? 0) - (progress?.strokes ?? 0);
  expect(left).toBeGreaterThan(0);
  expect(STROKES * had + left * has).toBeLessThanOrEqual(PUNCTURES_MAX);
  expect(admitted).toMatchObject({ resumed: false, treatmentId: 'treatment-2' });
});

test('S-24 with as many needles as before the same treatment goes on', () => {
  const { control, admitted } = given(prepare(WISH, penOf(14), linesAfter(14), 'treatment-2'));
  expect(admitted).toMatchObject({ resumed: true, treatmentId: 'treatment-1' });
  expect(control.progress[0]?.strokes).toBe(STROKES);
});
