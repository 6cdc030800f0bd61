/**
 * What stands in the way of a calibration before anything moves: each is one sentence that says
 * what to do next, and none of them leaves a line in the journal.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newBenchKey } from '../../../host/certificate/index.ts';
import {
  type CalibrateAsked,
  giveUp,
  prepare,
  type Ready,
  whyUnfit,
} from '../../../host/cli/calibrate/ready.ts';
import { today } from '../../../host/cli/today.ts';
import { day } from '../../../host/core/day.ts';
import { standardPlan } from '../../../host/core/calibration/plan.ts';
import type { GaugeEntry } from '../../../host/core/gauge/registry.ts';
import { changeGauges } from '../../../host/gauge/gauge-list.ts';
import {
  initInstallation, nodeWorld, type NoteGiven, openJournal,
} from '../../../host/journal/index.ts';
import type { LinkedPen } from '../../../host/link/session-state.ts';
import { ok } from '../../../protocol/result.ts';
import { strokes } from '../../../protocol/units.ts';
import { opened } from '../../support/journal.ts';
import { given, PEN_P } from '../../support/limit-world.ts';
import { pagesOf } from '../../host/guard/cases.ts';

// The journal writes the day of this computer, so that has to be the day here.
const TODAY = today();
let home = '';
let dataDir = '';
let key = '';

const COMMON = {
  wiring: 'usual', maker: 'M', model: 'X', k: 2, certificate: 'DK-1', calibratedDay: day(1),
  by: 'A', retired: undefined,
} as const;
const gauge = (serial: string, dueDay: number = TODAY + 300): GaugeEntry => ({
  ...COMMON, serial, dueDay: day(dueDay), kind: 'mitutoyo', measures: 'depth', unit: 'mm',
  resolutionNm: 1_000, expandedNm: 2_000,
});

const asked = (change: Partial<CalibrateAsked> = {}): CalibrateAsked => ({
  dataDir, pen: 'sim', gauge: 'G1', gaugeAt: undefined, tachometer: undefined,
  tachometerAt: undefined, peaks: undefined, peaksAt: undefined, by: 'tech', plan: 'short',
  adjust: 'never', key, resume: false, giveUp: false, scripted: true, json: false,
  model: 'meridian-p', today: TODAY, ...change,
});

const keep = (...notes: readonly NoteGiven[]): void => {
  const journal = given(openJournal(dataDir, nodeWorld('test'), { onEntry: () => undefined }));
  for (const note of notes) given(journal.append(note));
  journal.close();
};
const linesIn = (): string => fs.readdirSync(path.join(dataDir, 'journal'))
  .map((name) => fs.readFileSync(path.join(dataDir, 'journal', name), 'utf8')).join('');

const against = (change: Partial<CalibrateAsked> = {}): string => {
  const ready = prepare(asked(change));
  if (!ready.ok) return ready.error.complaints.join(' ');
  ready.value.journal.close();
  return '';
};

const PLAN = standardPlan({
  depthUmMin: 100, depthUmMax: 2_000, depthStepUm: 50, rateCentiHzMin: 2_000,
  rateCentiHzMax: 15_000,
});
const BEGUN: NoteGiven = {
  kind: 'calibration-begun', calibrationId: 'c-1', penSerial: 'P1', model: 'meridian-p',
  operator: 'tech', plan: PLAN, gauge: 'G1', strokes: 5, bootId: 1,
};

beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'ready-'));
  dataDir = path.join(home, 'data');
  key = path.join(home, 'bench.pem');
  given(initInstallation(dataDir, nodeWorld('test')));
  given(newBenchKey(dataDir, key));
  given(changeGauges(dataDir, () => ok([
    gauge('G1'), gauge('OLD', 20), gauge('G2'),
    {
      ...COMMON, serial: 'T1', dueDay: day(TODAY + 300), kind: 'tachometer', measures: 'rate',
      resolutionCentiHz: 1, expandedCentiHz: 5,
    },
  ])));
});
afterEach(() => fs.rmSync(home, { recursive: true }));

describe('a calibration is not begun', () => {
  test('with a gauge that is unknown, overdue or measures something else', () => {
    expect(against({ gauge: 'NOBODY' })).toMatch(/No gauge NOBODY .*gauges add/);
    expect(against({ gauge: 'OLD' })).toMatch(/was due .*have it calibrated/);
    expect(against({ gauge: 'T1' })).toMatch(/measures rates.*name another gauge/);
    expect(against({ tachometer: 'G1' })).toMatch(/measures lengths.*name another gauge/);
    expect(against({ peaks: 'T1' })).toMatch(/measures rates, and peaks in motion/);
  });

  test('without a key to sign with', () => {
    expect(against({ key: path.join(home, 'none.pem') })).toMatch(/certificate new-key/);
  });

  test('while a treatment is open', () => {
    keep(opened);
    expect(against()).toMatch(/^Treatment t-1 is open; finish it/);
  });

  test('with a clock that went backwards: the journal knows a later day', () => {
    expect(against({ today: day(TODAY - 3) }))
      .toMatch(/newest line of its journal .* set its clock/);
    // Universal time may be a day ahead of where the bench is.
    expect(against({ today: day(TODAY - 1) })).toBe('');
  });

  test('beside one that was broken off, nor gone on with by another gauge or sensor', () => {
    keep(BEGUN);
    const before = linesIn();
    expect(against()).toMatch(/was broken off; go on with it by --resume/);
    expect(against({ resume: true })).toBe('');
    expect(against({ resume: true, gauge: 'G2' })).toMatch(/by gauge G1; go on with that one/);
    expect(linesIn().startsWith(before)).toBe(true);
    keep({ ...BEGUN, plan: { ...PLAN, overshootRatesCentiHz: [2_000] } });
    expect(against({ resume: true })).toMatch(/name the sensor by --peaks/);
  });

  test('and --resume without anything to go on with says so', () => {
    expect(against({ resume: true })).toMatch(/No calibration was broken off/);
  });
});

test('one that is given up is ended, and its strokes are said to be unexplained', () => {
  keep(BEGUN);
  const ready = given(prepare(asked({ giveUp: true })));
  expect(giveUp(ready).lines.join()).toContain('adopt the pen');
  expect(linesIn()).toContain('"outcome":"given-up"');
  expect(against({ resume: true })).toMatch(/No calibration was broken off/);
});

describe('a pen is not calibrated', () => {
  const pages = pagesOf(PEN_P);
  const METROLOGY = { ...pages.cartridge, type: 'metrology' } as const;
  const pen = (change: Partial<LinkedPen['pages']> = {}, schemaMatches = true): LinkedPen => ({
    bootId: 7, schemaMatches, pages: { ...pages, cartridge: METROLOGY, ...change },
  } as LinkedPen);
  const unfit = (of: LinkedPen, change: Partial<Ready> = {}): string => {
    const ready = given(prepare(asked()));
    ready.journal.close();
    return whyUnfit(of, { ...ready, ...change }) ?? '';
  };

  test('with a cartridge for people, without one, or of another protocol', () => {
    expect(unfit(pen())).toBe('');
    expect(unfit(pen({ cartridge: pages.cartridge }))).toMatch(/is for people; take it out/);
    expect(unfit(pen({ cartridge: { ...METROLOGY, present: 0 } }))).toMatch(/put a metrology one/);
    expect(unfit(pen({}, false))).toMatch(/update it or this host/);
  });

  test('with a clock that went backwards: its certificate is of a later day', () => {
    const calibration = { ...pages.calibration, issuedDay: TODAY + 1 };
    expect(unfit(pen({ calibration }))).toMatch(/the pen's certificate is of .* set its clock/);
  });

  test('in place of the one that was broken off', () => {
    const open = {
      calibrationId: 'c-1', penSerial: 'P-OTHER', gauge: 'G1', operator: 'tech', plan: PLAN,
      strokes: strokes(5),
      before: {
        depths: [], rates: [], overshoots: [], forces: [], zerosNm: {}, zeroLines: {}, lines: [],
        table: undefined,
        adjusted: false,
      },
    };
    expect(unfit(pen(), { open })).toMatch(/is of pen P-OTHER.*plug the other one in/);
  });
});
