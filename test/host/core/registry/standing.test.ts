/** A pen that was shaken since it was calibrated counts as out of date, whatever the day is. */
import { expect, test } from 'vitest';
import { admit } from '../../../../host/core/admit.ts';
import { refusalSentence } from '../../../../host/core/words.ts';
import { shakenSince, treatmentsSince } from '../../../../host/core/registry/standing.ts';
import { factsOf } from '../../../../host/treat/prepare.ts';
import type { NoteGiven } from '../../../../host/journal/entry.ts';
import { um } from '../../../../protocol/units.ts';
import {
  codes, FACTS, given, PEN_P, planned, planOf, refused, UNDER_EYE,
} from '../../../support/limit-world.ts';
import {
  armed, entriesOf, linked, opened, reservation, settled, train,
} from '../../../support/journal.ts';
import { wishFor } from '../../../world/parts.ts';

const latched = (reason: string): NoteGiven =>
  ({ kind: 'latched', reason, latchId: 3, atPenMs: 9_000 });
const linkedUnder = (certificateId: string, serial = 'P1'): NoteGiven =>
  ({ ...linked, serial, calibration: { ...linked.calibration, certificateId } });
const since = (...notes: readonly NoteGiven[]) => shakenSince(entriesOf(notes), 'P1', 'C1');

test('S-31 a stall and needles too deep shake a pen; a stop, a lease or heat do not', () => {
  expect(since(linked, latched('stall'))).toMatchObject({ by: 'stall' });
  expect(since(linked, latched('too-deep'))).toMatchObject({ by: 'too-deep' });
  for (const reason of ['host-stop', 'lease-expired', 'over-temperature']) {
    expect(since(linked, latched(reason))).toBeUndefined();
  }
});

test('S-31 it is the certificate in the pen that decides, not the clock', () => {
  expect(since(linkedUnder('C0'), latched('stall'), linked)).toBeUndefined();
  expect(since(linked, latched('stall'), linkedUnder('C2'), linked)).toMatchObject({ by: 'stall' });
  expect(since(linkedUnder('C1', 'P2'), latched('stall'))).toBeUndefined();
});

test('S-31 a shake belongs to the pen that was shaken, whichever was linked last', () => {
  const shook: NoteGiven =
    { kind: 'latched', penSerial: 'P1', reason: 'stall', latchId: 3, atPenMs: 9_000 };
  const two = [linked, linkedUnder('C7', 'P2'), shook];
  expect(since(...two)).toMatchObject({ by: 'stall' });
  expect(shakenSince(entriesOf(two), 'P2', 'C7')).toBeUndefined();
});

test('S-47 a line that says that a pen was shaken, or dropped, counts for its certificate', () => {
  const shaken = (by: 'stall' | 'dropped', certificateId = 'C1'): NoteGiven =>
    ({ kind: 'pen-shaken', serial: 'P1', certificateId, by });
  expect(since(linked, shaken('dropped'))).toMatchObject({ by: 'dropped' });
  expect(since(linked, shaken('stall'))).toMatchObject({ by: 'stall' });
  expect(since(linked, shaken('dropped', 'C0'))).toBeUndefined();
  expect(shakenSince(entriesOf([linked, shaken('stall')]), 'P2', 'C1')).toBeUndefined();
});

/** A treatment in which a pen made strokes. */
const treated = (index: number, made = 5): readonly NoteGiven[] => {
  const treatmentId = `t-${index}`;
  return [
    { ...opened, treatmentId },
    { ...reservation, treatmentId, penSerial: 'P1', certificateId: 'C1', armingId: index + 1 },
    armed(index + 1),
    train(index + 1, 0, made),
    settled(index + 1, made),
  ];
};
const many = (count: number): readonly NoteGiven[] =>
  Array.from({ length: count }, (_, index) => treated(index)).flat();

test('S-31 treatments count by pen and certificate, and only those in which needles moved', () => {
  const entries = entriesOf([linked, ...many(3), ...treated(3, 0)]);
  expect(treatmentsSince(entries, 'P1', 'C1')).toBe(3);
  expect(treatmentsSince(entries, 'P1', 'C2')).toBe(0);
  expect(treatmentsSince(entries, 'P2', 'C1')).toBe(0);
});

test('S-31 S-45 after two hundred treatments a pen is derated as one that is out of date', () => {
  const calibration = { ...PEN_P.calibration, certificateId: 'C1' };
  const pen = { ...PEN_P, serial: 'P1', calibration };
  const after = (count: number) => ({
    ...FACTS, pen,
    treatmentsSince: factsOf(wishFor(), pen, entriesOf([linked, ...many(count)])).treatmentsSince,
  });
  const deeper = planOf(planned({ depthUm: um(600), reason: 'Thick.' }));
  expect(admit(deeper, 'hash', after(199)).ok).toBe(true);
  expect(admit(deeper, 'hash', after(200)).ok).toBe(false);
  const refusals = refused(admit(deeper, 'hash', after(200)));
  expect(codes(refusals)).toEqual(['depth-over-limit']);
  expect(refusals.map(refusalSentence).join()).toContain('the calibration is used up');
  expect(codes(refused(admit(planOf(UNDER_EYE), 'hash', after(200)))))
    .toContain('eye-calibration-used-up');
  expect(codes(given(admit(planOf(planned({})), 'hash', after(200))).notices))
    .toContain('calibration-used-up');
});

test('S-31 S-45 a shaken pen works to the recommendation and not at the eye, and says why', () => {
  const shaken = { ...FACTS, shaken: { by: 'stall', on: undefined } } as const;
  const deeper = planned({ depthUm: um(600), reason: 'Thick.' });
  expect(admit(planOf(deeper), 'hash', FACTS).ok).toBe(true);
  const refusals = refused(admit(planOf(deeper), 'hash', shaken));
  expect(codes(refusals)).toEqual(['depth-over-limit']);
  expect(refusals.map(refusalSentence).join()).toContain('stalled or went too deep');
  expect(codes(refused(admit(planOf(UNDER_EYE), 'hash', shaken))))
    .toContain('eye-calibration-shaken');
  const { notices } = given(admit(planOf(planned({})), 'hash', shaken));
  expect(codes(notices)).toContain('calibration-shaken');
});

test('S-31 admission asks the journal, all of it, also when a treatment is resumed', () => {
  const calibration = { ...PEN_P.calibration, certificateId: 'C1' };
  const pen = { ...PEN_P, serial: 'P1', calibration };
  const entries = entriesOf([linked, latched('stall')]);
  expect(factsOf(wishFor(), pen, [], entries).shaken).toMatchObject({ by: 'stall' });
  expect(factsOf(wishFor(), PEN_P, [], entries).shaken).toBeUndefined();
});
