import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isHeld,
  NO_PEDAL,
  PEDAL_PROOF_MS_MAX,
  type PedalEvent,
  type PedalNews,
  type PedalState,
  pedalStep,
} from '../../host/link/pedal.ts';
import { PEDAL_MODELS, pedalModel } from '../../host/link/pedal-models.ts';

const [VEC = raise(), PHILIPS = raise()] = PEDAL_MODELS;

function raise(): never {
  throw new Error('the table of pedals is empty');
}

type Timed = readonly [news: PedalNews, elapsedMs?: number];

const report = (...bytes: number[]): PedalNews => ({
  kind: 'report',
  bytes: Uint8Array.from(bytes),
});
const ATTACHED: PedalNews = { kind: 'attached', model: VEC };
const QUIET: PedalNews = { kind: 'quiet' };
const UP = report(0, 0);
const DOWN = report(2, 0);

/** Everything that a sequence of news leads to. */
function play(...news: readonly Timed[]): { state: PedalState; events: readonly PedalEvent[] } {
  let state = NO_PEDAL;
  const events: PedalEvent[] = [];
  for (const [each, elapsedMs = 10] of news) {
    const step = pedalStep(state, each, elapsedMs);
    state = step.state;
    events.push(...step.events);
  }
  return { state, events };
}

const kinds = (events: readonly PedalEvent[]): readonly string[] =>
  events.map((event) => (event.kind === 'pedal-released' ? `released: ${event.why}` : event.kind));

describe('a hold', () => {
  test('begins with the middle pedal and ends with the foot', () => {
    const { events } = play([ATTACHED], [UP], [DOWN], [QUIET], [UP], [DOWN]);
    expect(events).toEqual([
      { kind: 'pedal-attached', pedal: 'VEC Infinity IN-USB-2' },
      { kind: 'pedal-pressed', holdId: 1 },
      { kind: 'pedal-released', holdId: 1, why: 'foot' },
      { kind: 'pedal-pressed', holdId: 2 },
    ]);
  });

  test('does not begin while the foot was down before the pedal was there', () => {
    expect(kinds(play([ATTACHED], [DOWN], [DOWN]).events)).toEqual(['pedal-attached']);
    expect(kinds(play([ATTACHED], [DOWN], [UP], [DOWN]).events)).toContain('pedal-pressed');
  });

  test('S-15 that the host ends needs a lifted foot and a new press', () => {
    const { state, events } = play([ATTACHED], [UP], [DOWN], [{ kind: 'hold-ended' }], [DOWN]);
    expect(kinds(events).at(-1)).toBe('released: ended-by-host');
    expect(isHeld(state, 0)).toBe(false);
    const again = play([ATTACHED], [UP], [DOWN], [{ kind: 'hold-ended' }], [UP], [DOWN]);
    expect(isHeld(again.state, 0)).toBe(true);
  });

  test('ends with a read error, and the pedal is lost', () => {
    const { state, events } = play([ATTACHED], [UP], [DOWN], [{ kind: 'failed', why: 'EIO' }]);
    expect(kinds(events).slice(-2)).toEqual(['released: read-error', 'pedal-lost']);
    expect(state.kind).toBe('absent');
  });

  test('ends with a report that cannot be read, and waits for the foot to lift', () => {
    for (const strange of [report(), report(2), report(2, 0, 0), report(8, 0), report(0x82, 0)]) {
      const { state, events } = play([ATTACHED], [UP], [DOWN], [strange], [DOWN]);
      expect(kinds(events).at(-1)).toBe('released: unreadable');
      expect(isHeld(state, 0)).toBe(false);
    }
  });
});

describe('the proof of presence', () => {
  test('keeps a hold for as long as it is fresh', () => {
    const proofs: readonly Timed[] = Array.from({ length: 50 }, () => [QUIET, 40]);
    expect(isHeld(play([ATTACHED], [UP], [DOWN], ...proofs).state, 40)).toBe(true);
  });

  test('S-15 is missing after a tenth of a second, and that is a release', () => {
    const { state } = play([ATTACHED], [UP], [DOWN]);
    expect(isHeld(state, PEDAL_PROOF_MS_MAX)).toBe(true);
    expect(isHeld(state, PEDAL_PROOF_MS_MAX + 1)).toBe(false);
    const { events } = play([ATTACHED], [UP], [DOWN], [{ kind: 'aged' }, 101]);
    expect(kinds(events).at(-1)).toBe('released: unproven');
  });

  test('that comes too late saves nothing', () => {
    const { state, events } = play([ATTACHED], [UP], [DOWN], [QUIET, 150], [DOWN], [QUIET]);
    expect(kinds(events).at(-1)).toBe('released: unproven');
    expect(isHeld(state, 0)).toBe(false);
  });
});

test('side pedals are told once for each press, and never hold', () => {
  const { state, events } = play(
    [ATTACHED], [UP], [report(1, 0)], [report(1, 0)], [report(5, 0)], [UP], [report(4, 0)],
  );
  expect(events.slice(1)).toEqual([
    { kind: 'pedal-side', side: 'left' },
    { kind: 'pedal-side', side: 'right' },
    { kind: 'pedal-side', side: 'right' },
  ]);
  expect(isHeld(state, 0)).toBe(false);
});

test('both known pedals are told by their USB identity, and nothing else is', () => {
  expect(pedalModel(0x05f3, 0x00ff)).toBe(VEC);
  expect(pedalModel(0x0911, 0x1844)).toBe(PHILIPS);
  expect(pedalModel(0x05f3, 0x0100)).toBeUndefined();
});

test('the second model is read by its own table row', () => {
  const attached: PedalNews = { kind: 'attached', model: PHILIPS };
  expect(kinds(play([attached], [report(0)], [report(2)], [report(4)]).events)).toEqual([
    'pedal-attached', 'pedal-pressed', 'released: foot', 'pedal-side',
  ]);
});

test('a hold lasts only while its last report says down and its proof is fresh', () => {
  const news = fc.oneof(
    fc.constant(ATTACHED),
    fc.constant<PedalNews>(QUIET),
    fc.constant<PedalNews>({ kind: 'aged' }),
    fc.constant<PedalNews>({ kind: 'failed', why: 'gone' }),
    fc.constant<PedalNews>({ kind: 'hold-ended' }),
    fc.uint8Array({ maxLength: 3 }).map((bytes): PedalNews => ({ kind: 'report', bytes })),
    fc.constantFrom(UP, DOWN),
  );
  const timed = fc.tuple(news, fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 60 }), (sequence) => {
      let state = NO_PEDAL;
      let holding = 0;
      let proofAgeMs = Infinity;
      let lastDown = false;
      for (const [each, elapsedMs] of sequence) {
        const attached = state.kind === 'absent' && each.kind === 'attached';
        const step = pedalStep(state, each, elapsedMs);
        state = step.state;
        proofAgeMs += elapsedMs;
        const proof = attached || each.kind === 'quiet' || each.kind === 'report';
        if (proof) proofAgeMs = 0;
        if (each.kind === 'report') lastDown = ((each.bytes[0] ?? 0) & 2) !== 0;
        for (const { kind } of step.events) {
          if (kind === 'pedal-pressed') holding += 1;
          if (kind === 'pedal-released') holding -= 1;
        }
        expect([0, 1]).toContain(holding);
        expect(isHeld(state, 0) && holding === 0).toBe(false);
        if (!isHeld(state, 0)) continue;
        expect([lastDown, proofAgeMs <= PEDAL_PROOF_MS_MAX]).toEqual([true, true]);
      }
    }),
    { numRuns: 500 },
  );
});
