/**
 * The simulator as a program with a bench beside it: where its instruments listen, that they are
 * read there by the real serialport, and that a script is obeyed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { readLine } from '../../host/core/gauge/formats.ts';
import type { GaugeKind } from '../../host/core/gauge/gauge-line.ts';
import type { GaugePort } from '../../host/gauge/gauge-port.ts';
import { openGauge } from '../../host/gauge/open-gauge.ts';
import { granted } from '../link/rig.ts';

const left: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of left.splice(0).reverse()) await close();
});

type Event = Readonly<Record<string, unknown>>;
const isEvent = (value: unknown): value is Event => typeof value === 'object' && value !== null;
const eventOf = (line: string): Event => {
  const value: unknown = JSON.parse(line);
  if (!isEvent(value)) throw new Error(line);
  return value;
};

async function start(...more: string[]) {
  const child = spawn(process.execPath, [
    'sim/main.ts', '--json', '--control', '--operator', 'none', '--cartridge', 'metrology',
    '--seed', '4', ...more,
  ]);
  left.push(() => new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  }));
  const waiting: ((event: Event) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const event = eventOf(line);
    if (event['event'] !== 'phase') waiting.shift()?.(event);
  });
  const next = (): Promise<Event> => new Promise((resolve) => waiting.push(resolve));
  const listening = await next();
  return {
    listening,
    tell: (word: string): Promise<Event> => {
      child.stdin.write(`${word}\n`);
      return next();
    },
  };
}

const placeOf = (listening: Event, name: string): string => {
  const instrument = listening[name];
  if (!isEvent(instrument)) throw new Error(JSON.stringify(listening));
  return String(instrument['address']);
};

async function read(kind: GaugeKind, address: string): Promise<GaugePort> {
  const gauge = granted(await openGauge({ kind, address }));
  left.push(gauge.close);
  return gauge;
}

const lineOf = (gauge: GaugePort): Promise<string> =>
  new Promise((resolve) => {
    const stop = gauge.onLine((text) => {
      stop();
      resolve(text);
    });
  });

test('gauge and tachometer say where they listen, and are read there', async () => {
  const { listening } = await start('--pty', '--gauge', 'mitutoyo', '--tachometer:tcp');
  expect(listening).toMatchObject({
    event: 'listening',
    gauge: { kind: 'mitutoyo', serial: 'SIM-G0004' },
    tachometer: { kind: 'tachometer', serial: 'SIM-T0005' },
  });
  expect(placeOf(listening, 'gauge')).toMatch(/^serial:\//);
  expect(placeOf(listening, 'tachometer')).toMatch(/^tcp:127/);
  const gauge = await read('mitutoyo', placeOf(listening, 'gauge'));
  expect(await lineOf(gauge)).toMatch(/^01A[+-]0000\.00\d$/);
  const tachometer = await read('tachometer', placeOf(listening, 'tachometer'));
  expect(await lineOf(tachometer)).toMatch(/^0\.0\d Hz$/);
});

test('a gauge that must be asked answers on a socket', async () => {
  const { listening } = await start('--tcp', '127.0.0.1:0', '--gauge', 'cdi');
  const gauge = await read('cdi', placeOf(listening, 'gauge'));
  expect(readLine('cdi', await lineOf(gauge))).toMatchObject({ kind: 'reading', unit: 'mm' });
});

test('a fault of the gauge is heard, and a cable that is pulled out is noticed', async () => {
  const faulty = await start('--pty', '--gauge', 'mitutoyo', '--gauge-fault', 'error-lines@0');
  const gauge = await read('mitutoyo', placeOf(faulty.listening, 'gauge'));
  expect(await lineOf(gauge)).toBe('911');
  const gone = new Promise<string>((resolve) => gauge.onGone(resolve));
  expect(await faulty.tell('unplug gauge')).toMatchObject({ event: 'obeyed' });
  expect(await gone).toMatch(/is gone.*plug it in again/);
});

test('a script seats and changes the cartridge, and is told what cannot be done', async () => {
  const { tell } = await start('--pty');
  const words = ['seat', 'cartridge none', 'cartridge metrology', 'press', 'release', 'auto'];
  for (const word of words) {
    expect(await tell(word)).toEqual({ event: 'obeyed', line: word });
  }
  expect(await tell('cartridge round-99')).toMatchObject({ event: 'refused' });
  expect(await tell('unplug gauge')).toMatchObject({ why: 'There is no gauge on this bench.' });
  expect(String((await tell('jump'))['why'])).toMatch(/^"jump" is no word/);
});

test('what cannot be set up is said in a sentence', () => {
  const cases: readonly [readonly string[], string][] = [
    [['--gauge', 'caliper'], 'There is no gauge "caliper"; known are mitutoyo'],
    [['--gauge', 'cdi:usb'], 'A cdi cannot listen on "usb"; write pty or tcp.'],
    [['--gauge', 'cdi', '--gauge-fault', 'bump@5'], 'it needs amount'],
    [['--gauge', 'cdi', '--gauge-fault', 'stuck@5,amount=3'], 'it has no amount'],
    [['--gauge', 'cdi', '--gauge-fault', 'asleep@5'], 'known are stuck, inches'],
    [['--gauge', 'cdi', '--gauge-fault', 'stuck'], 'it is not written as kind@ms'],
    [['--gauge-fault', 'stuck@5'], '--gauge-fault needs --gauge.'],
    [['--tachometer-fault', 'stuck@5'], '--tachometer-fault needs --tachometer.'],
  ];
  for (const [more, sentence] of cases) {
    const run = spawnSync(process.execPath, ['sim/main.ts', '--tcp', '127.0.0.1:0', ...more], {
      encoding: 'utf8',
    });
    expect([more, run.status, run.stderr]).toEqual([more, 2, expect.stringContaining(sentence)]);
  }
});
