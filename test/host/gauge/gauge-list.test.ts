/** The list of gauges in its file, and the commands that keep it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addGauge,
  type GaugeSaid,
  listGauges,
  takeOutGauge,
} from '../../../host/cli/commands/gauges.ts';
import { parseDay } from '../../../host/core/day.ts';
import { changeGauges, GAUGES_FILE, readGauges } from '../../../host/gauge/gauge-list.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'gauges-'));
afterAll(() => fs.rmSync(root, { recursive: true }));

let dir = root;
let folders = 0;
const file = (): string => path.join(dir, GAUGES_FILE);
beforeEach(() => {
  folders += 1;
  dir = path.join(root, String(folders));
  fs.mkdirSync(dir);
});

const dayOf = (text: string) => {
  const day = parseDay(text);
  if (day === undefined) throw new Error(text);
  return day;
};
const TODAY = dayOf('2026-11-20');
const SAID: GaugeSaid = {
  serial: 'M-1', kind: 'mitutoyo', wiring: 'usual', maker: 'Mitutoyo', model: 'ID-C112X',
  unit: 'mm', resolution: '0.001mm', uncertainty: '2um', k: '2', certificate: 'DK-4711',
  calibrated: '2026-05-01', due: '2027-04-30', by: 'M. Sato',
};

describe('a gauge that is entered', () => {
  test('is in the list with its figures, and usable', () => {
    expect(addGauge(dir, SAID, TODAY)).toMatchObject({ code: 0 });
    const tachometer = { ...SAID, serial: 'T-1', kind: 'tachometer', unit: undefined,
      resolution: '0.01Hz', uncertainty: '0.05Hz' };
    expect(addGauge(dir, tachometer, TODAY)).toMatchObject({ code: 0 });
    const { lines, document } = listGauges(dir, TODAY);
    expect(lines.map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      'serial | kind | gauge | step | uncertainty | certificate | due | readings',
      'M-1 | mitutoyo | Mitutoyo ID-C112X | 1 um | 2 um (k=2) | DK-4711 | 2027-04-30 | 0 | usable',
      'T-1 | tachometer | Mitutoyo ID-C112X | 0.01 Hz | 0.05 Hz (k=2) | DK-4711 | 2027-04-30'
        + ' | 0 | usable',
    ]);
    expect(new Set(lines.map((line) => line.search(/DK-4711|certificate/))).size).toBe(1);
    expect(document).toMatchObject({ gauges: [{ serial: 'M-1', usable: true }, {}] });
  });

  test('is overdue later, and out of use once it is retired', () => {
    addGauge(dir, SAID, TODAY);
    expect(listGauges(dir, dayOf('2027-05-01')).lines[1]).toMatch(/overdue$/);
    expect(takeOutGauge(dir, 'M-1', 'dropped', TODAY)).toMatchObject({ code: 0 });
    expect(listGauges(dir, TODAY).lines[1]).toMatch(/retired$/);
    expect(takeOutGauge(dir, 'M-1', 'again', TODAY)).toMatchObject({ code: 1 });
    expect(readGauges(dir)).toMatchObject({ value: [{ retired: { why: 'dropped' } }] });
  });
});

describe('what is wrongly said', () => {
  test.each<readonly [Partial<GaugeSaid>, RegExp]>([
    [{ kind: 'caliper' }, /"caliper" is no kind of gauge; known are mitutoyo/],
    [{ wiring: 'wifi' }, /"wifi" is no wiring/],
    [{ unit: undefined }, /--unit whether it is set to mm or inch/],
    [{ unit: 'furlong' }, /mm or inch/],
    [{ resolution: '1' }, /"1" is not understood; write a number and one of nm, um, mm, in/],
    [{ uncertainty: 'small' }, /"small" is not understood/],
    [{ k: '0.5' }, /no coverage factor/],
    [{ calibrated: '2026-02-30' }, /"2026-02-30" is no day/],
    [{ due: 'soon' }, /"soon" is no day/],
    [{ serial: ' ' }, /--serial is empty/],
    [{ due: '2026-11-19' }, /due for calibration on 2026-11-19/],
    [{ due: '2026-04-30' }, /due before it was calibrated/],
    [{ calibrated: '2026-12-01' }, /yet to come/],
    [{ resolution: '90mm' }, /resolutionNm.*at most 10000000/],
  ])('%j is refused in one sentence, and nothing is written', (change, sentence) => {
    const outcome = addGauge(dir, { ...SAID, ...change }, TODAY);
    expect(outcome.complaints).toHaveLength(1);
    expect(outcome.complaints[0]).toMatch(sentence);
    expect(outcome.code).toBeGreaterThan(0);
    expect(fs.readdirSync(dir)).toEqual([]);
  });
});

describe('a list on disk', () => {
  test('that is not there is empty; a folder that is not there is said', () => {
    expect(readGauges(dir)).toEqual({ ok: true, value: [] });
    expect(listGauges(path.join(dir, 'nowhere'), TODAY)).toMatchObject({ code: 4 });
  });

  test.each([
    ['{"version":1,"gauges":[', /ends in the middle/],
    ['{"version":2,"gauges":[]}', /of version 2/],
    ['{"version":1,"gauges":[{}]}', /gauges\[0\]/],
    ['{"version":1,"gauges":[],"more":1}', /"more"/],
  ])('%s is refused, blocks every use, and is left as it is', (text, sentence) => {
    fs.writeFileSync(file(), text);
    const read = readGauges(dir);
    expect(read.ok ? [] : read.error.join(' ')).toMatch(sentence);
    expect(addGauge(dir, SAID, TODAY).code).toBeGreaterThan(0);
    expect(fs.readFileSync(file(), 'utf8')).toBe(text);
    expect(fs.readdirSync(dir)).toEqual([GAUGES_FILE]);
  });

  test('is not written while another writer is at it', () => {
    addGauge(dir, SAID, TODAY);
    const before = fs.readFileSync(file(), 'utf8');
    fs.writeFileSync(`${file()}.new`, 'half');
    const outcome = takeOutGauge(dir, 'M-1', 'dropped', TODAY);
    expect(outcome.complaints[0]).toMatch(/another program writes.*delete that file/);
    expect(fs.readFileSync(file(), 'utf8')).toBe(before);
    expect(fs.readFileSync(`${file()}.new`, 'utf8')).toBe('half');
  });

  test('is what it was if a change breaks off', () => {
    addGauge(dir, SAID, TODAY);
    const before = fs.readFileSync(file(), 'utf8');
    const changed = changeGauges(dir, () => {
      throw new Error('torn');
    });
    expect(changed).toMatchObject({ ok: false });
    expect(fs.readFileSync(file(), 'utf8')).toBe(before);
    expect(fs.readdirSync(dir)).toEqual([GAUGES_FILE]);
  });
});
