/** A pen that was shaken since it was calibrated counts as out of date, whatever the day is. */
import { expect, test } from 'vitest';
import { admit } from '../../../../host/core/admit.ts';
import { refusalSentence } from '../../../../host/core/words.ts';
import { shakenSince } from '../../../../host/core/registry/standing.ts';
import { factsOf } from '../../../../host/treat/prepare.ts';
import type { NoteGiven } from '../../../../host/journal/entry.ts';
import { um } from '../../../../protocol/units.ts';
import {
  codes, FACTS, given, PEN_P, planned, planOf, refused, UNDER_EYE,
} from '../../../support/limit-world.ts';
import { entriesOf, linked } from '../../../support/journal.ts';
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
