/**
 * A hold of the trigger: what it is given, how it is metered, and everything that ends it.
 */
import { describe, expect, test } from 'vitest';
import { penMs, ms, strokes } from '../../../../protocol/units.ts';
import {
  armed,
  asksOf,
  AT_REST,
  BACK,
  CHEEK,
  grantsOf,
  HELD,
  notesOf,
  press,
  PRESSED,
  release,
  running,
  type Scene,
  stroke,
  TREATMENT,
} from './scene.ts';
import type { AreaTask, Treatment } from '../../../../host/core/control/task.ts';

/** A treatment whose first area is the cheek with something changed. */
const withCheek = (change: Partial<AreaTask>, more: Partial<Treatment> = {}): Treatment => ({
  ...TREATMENT, ...more, tasks: [{ ...CHEEK, ...change }, ...TREATMENT.tasks.slice(1)],
});

const trainOf = (scene: Scene) => {
  const { phase } = scene.control;
  if (phase.kind !== 'running') throw new Error(`the treatment is ${phase.kind}`);
  return phase.train;
};

/** Whether a grant that takes permission back is among effects. */
const withdrawn = (scene: Scene, effects: Parameters<typeof grantsOf>[0]): boolean =>
  grantsOf(effects).some(({ ceiling }) => ceiling <= scene.telemetry.strokes);

describe('what is given', () => {
  test('S-12 a grant never reaches beyond the pass, nor beyond one credit', () => {
    const scene = armed(withCheek({ strokesPerPass: strokes(12) }));
    expect(grantsOf(press(scene))[0]?.ceiling).toBe(1_012);
  });

  test('S-09 an arming never reaches beyond what is left of the punctures of a treatment', () => {
    const puncturesLeft = { face: 14 * 9 + 5, whole: 100_000 };
    const scene = armed(withCheek({}, { puncturesLeft }));
    expect(grantsOf(press(scene))[0]?.ceiling).toBe(1_009);
  });

  test('the punctures of the body do not run out with those of the face', () => {
    const puncturesLeft = { face: 0, whole: 100_000 };
    const scene = armed(withCheek({}, { puncturesLeft }), { area: 'back', side: 'right' });
    expect(grantsOf(press(scene))[0]?.ceiling).toBe(1_020);
  });

  test('a pen that allows a shorter lease is given a shorter one', () => {
    const scene = armed();
    const { heard } = scene.control;
    if (heard === undefined) throw new Error('the pen was heard');
    const pages = heard.pen.pages;
    const capabilities = { ...pages.capabilities, leaseMsMax: ms(120) };
    scene.control = {
      ...scene.control,
      heard: { ...heard, pen: { ...heard.pen, pages: { ...pages, capabilities } } },
    };
    const [grant] = grantsOf(press(scene));
    expect(grant?.notAfterPenMs).toBe(scene.telemetry.penMs + 120);
  });

  test('permission is renewed every fifty milliseconds and not before', () => {
    const scene = armed();
    press(scene);
    const given = Array.from({ length: 20 }, () => grantsOf(stroke(scene, 1)).length);
    expect(given.join('')).toBe('00001000010000100001');
  });

  test('S-36 nothing is given on telemetry that is late or of unknown age', () => {
    for (const lagMs of [61, undefined]) {
      const scene = armed();
      scene.telemetry = { ...scene.telemetry, signals: HELD, holdId: 9 };
      const { telemetry } = scene;
      const heard = { kind: 'heard', telemetry, missed: 0, roundTripMs: 4 } as const;
      expect(grantsOf(scene.tell({ ...heard, lagMs }))).toEqual([]);
      expect(grantsOf(scene.tell({ ...heard, lagMs: 60 }))).toHaveLength(1);
    }
  });

  test('S-06 a stamp is one grant for one press', () => {
    const scene = armed(undefined, { area: 'infraorbital', eyeConfirmed: true });
    expect(grantsOf(press(scene))).toHaveLength(1);
    for (let turn = 0; turn < 20; turn += 1) expect(grantsOf(stroke(scene, 0))).toEqual([]);
    scene.hear({ phase: 'armed', signals: HELD | 512, strokes: strokes(1_002) });
    expect(grantsOf(scene.hear({ signals: HELD }))).toEqual([]);
    expect(grantsOf(press(scene))).toHaveLength(1);
  });

  test('a spent hold is given nothing, and a new press is', () => {
    const scene = armed();
    expect(grantsOf(scene.hear({ signals: HELD | 512, holdId: 9 }))).toEqual([]);
    expect(grantsOf(press(scene))).toHaveLength(1);
  });

  test('a grant that nothing came of lapses, and the hold has to be let go', () => {
    const scene = armed(withCheek({ stamp: true }));
    press(scene);
    for (let turn = 0; turn < 25; turn += 1) scene.hear();
    expect(scene.phase()).toBe('running');
    scene.hear();
    expect(scene.phase()).toBe('armed');
    expect(grantsOf(scene.hear())).toEqual([]);
    expect(grantsOf(press(scene))).toHaveLength(1);
  });

  test('a press that came in a gap of telemetry ends the hold before it', () => {
    const scene = running();
    scene.hear({ phase: 'armed', signals: HELD, holdId: scene.telemetry.holdId + 1 });
    expect(scene.phase()).toBe('armed');
    expect(grantsOf(scene.hear())).toHaveLength(1);
  });
});

describe('how it is metered', () => {
  test('time on the skin is the time with the motor on, by the clock of the pen', () => {
    const scene = running();
    const before = trainOf(scene).contactMs;
    stroke(scene, 1, { penMs: penMs(scene.telemetry.penMs + 14) }, 10);
    expect(trainOf(scene).contactMs - before).toBe(14);
  });

  test('S-22 a gap counts whole, though only its ends were seen', () => {
    const scene = running();
    const before = trainOf(scene).contactMs;
    stroke(scene, 3, {}, 90);
    expect(trainOf(scene).contactMs - before).toBe(90);
  });

  test('a gap in which the needles came and went counts whole as well', () => {
    const scene = armed();
    press(scene);
    scene.hear({ phase: 'armed', signals: HELD | 512, strokes: strokes(1_005) }, 90);
    expect(scene.control.needleOnMs.whole).toBe(90);
  });

  test('in the air no time on the skin passes, but all of it where contact is not sensed', () => {
    const scene = running();
    stroke(scene, 1, { signals: PRESSED & ~2 });
    const before = trainOf(scene).contactMs;
    stroke(scene, 1, { signals: PRESSED & ~2 });
    expect(trainOf(scene).contactMs).toBe(before);
    stroke(scene, 1, { signals: PRESSED & ~2 & ~4 });
    expect(trainOf(scene).contactMs).toBe(before + 10);
  });

  test('an interval at whose beginning the skin was touched was on the skin', () => {
    const scene = running();
    const before = trainOf(scene).contactMs;
    stroke(scene, 1, { signals: PRESSED & ~2 });
    expect(trainOf(scene).contactMs).toBe(before + 10);
  });

  test('resting on one spot adds up, and gliding begins it anew', () => {
    const scene = running();
    stroke(scene, 1, { glideMmS: 9 });
    stroke(scene, 1, { glideMmS: 9 });
    expect(trainOf(scene).stillMs).toBe(20);
    stroke(scene, 1, { glideMmS: 10 });
    expect(trainOf(scene).stillMs).toBe(0);
  });

  test('a pen that does not sense motion rests wherever it is', () => {
    const scene = running();
    const before = trainOf(scene).stillMs;
    stroke(scene, 1, { signals: PRESSED & ~64, glideMmS: 90 });
    expect(trainOf(scene).stillMs).toBe(before + 10);
  });

  test('needle-on time of the back counts for the whole and not for the face', () => {
    const scene = running(undefined, { area: 'back', side: 'right' });
    expect(BACK.part).toBe('body');
    expect(scene.control.needleOnMs.face).toBe(0);
    expect(scene.control.needleOnMs.whole).toBeGreaterThan(0);
  });
});

describe('what ends it', () => {
  test('S-08 dwelling on one spot ends it twenty milliseconds ahead', () => {
    const scene = running(withCheek({ dwellMs: ms(100) }));
    while (trainOf(scene).stillMs < 70) stroke(scene, 0, { glideMmS: 0 });
    expect(trainOf(scene).ended).toBe(false);
    const effects = stroke(scene, 0, { glideMmS: 0 });
    expect(withdrawn(scene, effects)).toBe(true);
    expect(scene.control.alarms.dwell).toBeDefined();
    release(scene);
    expect(scene.control.alarms.dwell).toBeUndefined();
  });

  test('the longest hold ends it without an alarm', () => {
    const scene = running(withCheek({ holdMs: ms(100) }));
    while (trainOf(scene).contactMs < 70) stroke(scene, 0);
    expect(withdrawn(scene, stroke(scene, 0))).toBe(true);
    expect(Object.keys(scene.control.alarms)).toEqual([]);
  });

  test('S-07 the contact budget ends it, says so, and is then spent for good', () => {
    const scene = running(withCheek({ contactMsLeft: ms(100) }));
    while (trainOf(scene).contactMs < 70) stroke(scene, 0);
    expect(withdrawn(scene, stroke(scene, 0))).toBe(true);
    expect(scene.control.alarms['budget-spent']).toBeDefined();
    expect(asksOf(release(scene))).toMatchObject([{ kind: 'disarm' }]);
  });

  test('S-09 the needle-on limit of a treatment ends it', () => {
    const scene = running(withCheek({}, { needleOnMsLeft: { face: 100, whole: 900_000 } }));
    while (trainOf(scene).contactMs < 70) stroke(scene, 0);
    expect(withdrawn(scene, stroke(scene, 0))).toBe(true);
  });

  test('S-15 a foot that lifts ends it at the next telemetry', () => {
    const scene = running();
    scene.tell({ kind: 'pedal', pedal: 'held' });
    expect(withdrawn(scene, stroke(scene, 0))).toBe(false);
    scene.tell({ kind: 'pedal', pedal: 'released' });
    expect(withdrawn(scene, stroke(scene, 0))).toBe(true);
  });

  test('S-21 permission that was taken back is not given again while the hold lasts', () => {
    const scene = running(withCheek({ holdMs: ms(60) }));
    for (let turn = 0; turn < 30; turn += 1) {
      const effects = stroke(scene, 0);
      if (trainOf(scene).ended) {
        for (const { ceiling } of grantsOf(effects)) expect(ceiling).toBe(scene.telemetry.strokes);
      }
    }
    expect(trainOf(scene).ended).toBe(true);
  });

  test('taking permission back is repeated every 20 ms while the needles move', () => {
    const scene = running(withCheek({ holdMs: ms(60) }));
    while (!trainOf(scene).ended) stroke(scene, 0);
    const again = Array.from({ length: 8 }, () => grantsOf(stroke(scene, 0)).length);
    expect(again.join('')).toBe('01010101');
    expect(grantsOf(stroke(scene, 0, { phase: 'stopping' }))).toEqual([]);
  });

  test('the line of a hold has its strokes, its time on the skin and its deepest stroke', () => {
    const scene = running();
    stroke(scene, 4, { depthUm: 761 as never });
    const [line] = notesOf(release(scene));
    expect(line).toMatchObject({
      kind: 'train', fromStrokes: 1_000, toStrokes: 1_005, contactMs: 30, depthUmPeak: 761,
    });
  });

  test('a held trigger and a lifted foot are no hold where a pedal is asked for', () => {
    const scene = armed(withCheek({}, { pedal: false }));
    scene.tell({ kind: 'pedal', pedal: 'released' });
    expect(grantsOf(press(scene))).toEqual([]);
    scene.tell({ kind: 'pedal', pedal: 'held' });
    expect(grantsOf(scene.hear())).toHaveLength(1);
    expect(scene.telemetry.signals & AT_REST).toBe(AT_REST);
  });
});
