// What a pen in service mode says of itself, word by word. Each line is a name and values; days
// count from 2020-01-01, as on the pages of the wire. Reading changes nothing.

import { tableCheck } from '../../protocol/table.ts';
import type { Sensed } from '../plant/types.ts';
import type { Latch } from './non-volatile.ts';
import type { Firmware } from './state.ts';

/** What there is to tell from, beside what the pen knows. */
export interface Surroundings {
  readonly sensed: Sensed;
  readonly latches: readonly Latch[];
}

type Teller = (state: Firmware, surroundings: Surroundings) => readonly string[];

const WORDS = [
  ['help', 'these words'],
  ['id', 'model, serial number, firmware, boot'],
  ['ledger', 'the stroke ledger'],
  ['latch', 'why the pen is latched, if it is'],
  ['log', 'the newest latches of this boot'],
  ['counters', 'frames that were dropped, by reason'],
  ['table', 'the calibration table; days count from 2020-01-01'],
  ['cartridge', 'what its chip says'],
  ['vitals', 'battery, temperature, trigger, switch'],
  ['selftest', 'looks at every sensor, moves nothing'],
  ['exit', 'leaves service mode'],
] as const;

/** The words that a line can be, and what each does. */
export const HELP: readonly string[] = WORDS.map(
  ([word, does]) => `${word.padEnd(10)} ${does}`,
);

const hex = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');

const id: Teller = ({ make, boot }) => [
  `model ${make.model}`,
  `serial ${make.serial}`,
  `firmware ${make.firmware}`,
  `hardware ${make.hardware}`,
  `boot ${boot.bootCount} id ${hex(boot.bootId)}`,
];

const ledger: Teller = ({ ledger: { strokes, counted, mark, closed, armingId } }) => [
  `strokes ${strokes}`,
  `counted ${counted}`,
  `reserved ${mark}`,
  `closed ${closed ? 'yes' : 'no'}`,
  `last arming ${armingId}`,
];

const latchLine = ({ reason, latchId, atPenMs, strokes }: Latch): string =>
  `${latchId} ${reason} ${atPenMs} ms ${strokes} strokes`;

const latch: Teller = ({ latch: now }) =>
  now.reason === 'none'
    ? ['latch none']
    : [
        `latch ${now.reason}`,
        `number ${now.latchId}`,
        `at ${now.atPenMs} ms of boot ${hex(now.bootId)}`,
        `strokes ${now.strokes}`,
      ];

const log: Teller = ({ latch: now }, { latches }) => [
  `latched ${now.latchId} times`,
  ...latches.map(latchLine),
];

const counters: Teller = ({ counters: dropped }) =>
  Object.entries(dropped).map(([name, count]) => `${name} ${count}`);

/** So many items on a line that none is too long. */
const inPairs = (items: readonly string[]): readonly string[] =>
  items.flatMap((item, index) =>
    index % 2 === 0 ? [[item, items[index + 1] ?? ''].join(' ').trimEnd()] : [],
  );

const table: Teller = ({ calibrated: { table: held } }) => [
  `serial ${held.serial}`,
  `certificate ${held.certificateId === '' ? 'none' : held.certificateId}`,
  `class ${held.class}`,
  `issued day ${held.issuedDay}`,
  `due day ${held.dueDay}`,
  `to 500 um bias ${held.biasLowUm} um uncertainty ${held.uncertaintyLowUm} um`,
  `above bias ${held.biasHighUm} um uncertainty ${held.uncertaintyHighUm} um`,
  ...inPairs(held.curve.map(({ atUm, addUm }) => `at ${atUm} um add ${addUm} um`)),
  `check ${hex(tableCheck(held))}`,
];

const cartridge: Teller = ({ seen: { cartridge: chip } }) =>
  chip === undefined
    ? ['cartridge none']
    : [
        `cartridge ${chip.kind}`,
        `code ${chip.modelCode}`,
        `needles ${chip.needleCount} of ${chip.needleLengthUm} um`,
        `head ${chip.headAreaMm2} mm2`,
        `lot ${chip.lot}`,
        `serial ${chip.serial}`,
        `expiry day ${chip.expiryDay}`,
        `used ${chip.usedStrokes} strokes`,
      ];

const yes = (value: boolean): string => (value ? 'yes' : 'no');

const vitals: Teller = ({ seen, hold }, { sensed }) => [
  `battery ${sensed.batteryPercent} percent ${sensed.batteryMv} mV`,
  `charging ${yes(sensed.charging)}`,
  `temperature ${(sensed.temperatureDeciC / 10).toFixed(1)} degC`,
  `motor ${sensed.motorMa} mA`,
  `trigger ${hold.held ? 'held' : 'free'}`,
  `needles ${seen.retracted ? 'retracted' : 'not retracted'}`,
  `contact ${sensed.contact === undefined ? 'not sensed' : yes(sensed.contact)}`,
];

/** Who answers a word. */
export const TELLERS: ReadonlyMap<string, Teller> = new Map([
  ['id', id],
  ['ledger', ledger],
  ['latch', latch],
  ['log', log],
  ['counters', counters],
  ['table', table],
  ['cartridge', cartridge],
  ['vitals', vitals],
]);
