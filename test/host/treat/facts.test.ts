/**
 * What the journal says that admission needs, at its worst where it does not know.
 */
import { expect, test } from 'vitest';
import { budgetKey } from '../../../host/core/plan.ts';
import { journalFacts } from '../../../host/treat/facts.ts';
import { on } from '../../support/limit-world.ts';
import { entriesOf, opened, reservation, settled } from '../../support/journal.ts';

const entries = entriesOf([opened, reservation]);
const { person, area, side } = reservation;
const today = on(entries.at(-1)?.at.slice(0, 10) ?? '');
const key = budgetKey(person, area, side);

test('S-22 a reservation without a known end counts whole: punctures, passes and time', () => {
  const { spent } = journalFacts(entries, person, today);
  const strokes = reservation.ceilingStrokes - reservation.fromStrokes;
  expect(spent.areas[key]).toMatchObject({
    punctures: strokes * reservation.needleCount,
    contactMs: reservation.contactMsMax,
    sizeMm2: reservation.sizeMm2,
    treatedOn: [today],
  });
  expect(spent.today.facePunctures + spent.today.bodyPunctures).toBe(
    strokes * reservation.needleCount,
  );
});

test('what another person was given is nothing to this one, but for the cartridge', () => {
  const { spent, cartridgeUses } = journalFacts(entries, 'somebody-else', today);
  expect(spent.areas).toEqual({});
  expect(spent.today).toEqual({
    faceNeedleOnMs: 0, bodyNeedleOnMs: 0, facePunctures: 0, bodyPunctures: 0,
  });
  expect(cartridgeUses).toMatchObject([{ serial: reservation.cartridgeSerial, person }]);
});

test('what was done on another day is remembered as a day, and not as spent today', () => {
  const known = entriesOf([opened, reservation, settled(reservation.armingId, 10)]);
  const { spent } = journalFacts(known, person, on('2050-01-01'));
  expect(spent.areas[key]).toMatchObject({ treatedOn: [today], punctures: 0, contactMs: 0 });
});
