/**
 * What the journal counts of energy: all that was set aside until a line says better.
 */
import { expect, test } from 'vitest';
import { createTallies } from '../../../host/journal/account.ts';
import type { Entry } from '../../../host/journal/entry.ts';

const line = (n: number, note: object): Entry =>
  ({ v: 1, n, at: '2026-11-20T10:00:00.000Z', ms: n, synced: n, prev: '', hash: '', ...note }) as
    unknown as Entry;

const RESERVED = line(1, {
  kind: 'reservation', treatmentId: 't', armingId: 4, penSerial: 'P', bootId: 1,
  cartridgeSerial: 'C', certificateId: 'X', person: 'p', area: 'cheek', side: 'left', pass: 1,
  fromStrokes: 10, fromCounted: 10, ceilingStrokes: 40, contactMsMax: 1_000, depthUm: 600,
  rateCentiHz: 8_000, needleCount: 14, sizeMm2: 400, headAreaMm2: 50, stamp: true,
  energy: { fromPulses: 7, ceilingPulses: 10, microJoulePerPin: 20_000, pulseMs: 50 },
});
const PULSE = line(2, {
  kind: 'pulse', armingId: 4, pulse: 8, end: 'too-hot', microJoulePerPin: 12_000, pulseMs: 31,
});
const end = (energy: object): Entry => line(3, {
  kind: 'settled', armingId: 4, strokes: 3, counted: 3, contactMs: 400, outcome: 'known',
  retracted: true, energy,
});

test('S-82 what was set aside counts whole until a known end says better', () => {
  const tallies = createTallies();
  expect(tallies.take(RESERVED)?.energy).toMatchObject({
    countedPulses: 3, countedMicroJoule: 3 * 20_000 * 14, deliveredPulses: 0,
  });
  expect(tallies.take(PULSE)?.energy).toMatchObject({
    countedPulses: 3, deliveredPulses: 1, deliveredMicroJoule: 12_000 * 14,
  });
  // One of the two was told of, the other counts as if it had been whole.
  expect(tallies.take(end({ pulses: 2, outcome: 'known' }))?.energy).toMatchObject({
    countedPulses: 2, countedMicroJoule: (12_000 + 20_000) * 14, deliveredPulses: 2,
  });
});

test('S-82 an end that does not know leaves all of it counted', () => {
  const tallies = createTallies();
  tallies.take(RESERVED);
  expect(tallies.take(end({ pulses: 0, outcome: 'unknown' }))?.energy).toMatchObject({
    countedPulses: 3, countedMicroJoule: 3 * 20_000 * 14,
  });
});
