// What Treat shows of a snapshot: what is left, depth on one scale, density, age, and the coaching.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmStrip } from '../../../ui/renderer/view/alarm-view.ts';
import { freshnessOf } from '../../../ui/renderer/view/age-view.ts';
import { coachView } from '../../../ui/renderer/view/coach-view.ts';
import { freshNotice } from '../../../ui/renderer/view/fresh-notice.ts';
import { doseShare, treatView } from '../../../ui/renderer/view/treat-view.ts';
import {
  areaSnapshot, penSnapshot, runningSnapshot, snapshot, treatingState,
} from '../support/desk-fixture.ts';

describe('the view of a treatment', () => {
  it('tells strokes and passes left of the area under the needles', () => {
    const { turn } = treatView(treatingState(), runningSnapshot(), 0);
    expect(turn).toMatchObject({ isActive: true, strokesLeft: 812, passesLeft: 2 });
  });

  it('puts commanded, measured and cap on one scale that holds all three', () => {
    const { turn } = treatView(treatingState(), runningSnapshot(), 0);
    expect(turn?.depth).toMatchObject({ commandedUm: 650, measuredUm: 640, capUm: 750 });
    expect(turn?.depth.scaleUm).toBeGreaterThan(750);
  });

  it('shows no measured depth where none is sensed, and says why', () => {
    const pen = penSnapshot({ rateCentiHz: 9_000 });
    const blind = treatView(treatingState(), runningSnapshot({ pen }), 0);
    expect(blind.turn?.depth).toMatchObject({ measuredUm: undefined, why: 'not-sensed' });
    const still = treatView(treatingState(), runningSnapshot({ pen: penSnapshot() }), 0);
    expect(still.turn?.depth.why).toBe('standing');
  });

  it('ages what it shows by the pen and by the way to the window', () => {
    const view = treatView(treatingState(), runningSnapshot(), 400);
    expect(view).toMatchObject({ ageMs: 410, freshness: 'ageing' });
    expect(treatView(treatingState(), runningSnapshot({ pen: undefined }), 0).freshness)
      .toBe('stale');
  });

  it('never calls an older value fresher', () => {
    const rank = { fresh: 0, ageing: 1, stale: 2 };
    fc.assert(fc.property(fc.nat(5_000), fc.nat(5_000), (age, more) =>
      rank[freshnessOf(age + more)] >= rank[freshnessOf(age)]));
  });

  it('paints no area beyond full', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.nat(6), fc.nat(5_000), (strokes, passes, perPass) => {
      const share = doseShare(areaSnapshot({ strokes, passes, strokesPerPass: perPass }));
      return share >= 0 && share <= 1;
    }));
  });
});

describe('the coaching', () => {
  it('is silent while nothing is armed', () => {
    expect(coachView(snapshot(), 'fresh').map(({ state }) => state)).toEqual(
      ['idle', 'idle', 'idle', 'idle'],
    );
  });

  it('warns of what the host calls an alarm, in words that say what to do', () => {
    const alarms = [
      { alarm: 'tilt', priority: 'low', ageMs: 0 }, { alarm: 'force', priority: 'low', ageMs: 0 },
      { alarm: 'dwell', priority: 'low', ageMs: 0 },
    ] as const;
    const words = coachView(runningSnapshot({ alarms }), 'fresh').map(({ word }) => word);
    expect(words).toEqual(['on-skin', 'glide-still', 'force-high', 'tilt-high']);
  });

  it('says nothing of a hand that it has not heard of for a second', () => {
    const words = coachView(runningSnapshot(), 'stale').map(({ word }) => word);
    expect(new Set(words)).toEqual(new Set(['not-heard']));
  });

  it('says of what is not sensed that it is not sensed', () => {
    const pen = penSnapshot({
      contact: undefined, forceMn: undefined, tiltDeg: undefined, glideMmS: undefined,
    });
    expect(coachView(runningSnapshot({ pen }), 'fresh').every(({ state }) => state === 'unknown'))
      .toBe(true);
  });
});

describe('the alarm strip', () => {
  const low = { alarm: 'tilt', priority: 'low', ageMs: 10 } as const;
  const high = { alarm: 'too-deep', priority: 'high', ageMs: 90_000 } as const;

  it('puts the most pressing alarm first, however old', () => {
    expect(alarmStrip([low, high], { log: [] }, 0).first).toEqual(high);
  });

  it('lets nobody pause a high alarm', () => {
    expect(alarmStrip([low, high], { log: [] }, 0).mayPause).toBe(false);
    expect(alarmStrip([low], { log: [] }, 0).mayPause).toBe(true);
  });

  it('shows a pause for as long as it lasts', () => {
    const paused = { log: [], soundPausedUntil: '2026-11-21T10:00:30Z' };
    const now = Date.parse('2026-11-21T10:00:00Z');
    expect(alarmStrip([low], paused, now).pausedForMs).toBe(30_000);
    expect(alarmStrip([low], paused, now + 31_000).pausedForMs).toBeUndefined();
  });
});

describe('news', () => {
  const notice = {
    n: 1, at: '2026-11-21T10:00:00Z', kind: 'sentence', sentence: 'The pen is charging.',
  } as const;
  const at = Date.parse(notice.at);

  it('stands for some seconds and then makes room', () => {
    expect(freshNotice([notice], at + 1_000)).toEqual(notice);
    expect(freshNotice([notice], at + 60_000)).toBeUndefined();
    expect(freshNotice([], at)).toBeUndefined();
  });
});
