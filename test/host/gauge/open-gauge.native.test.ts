/** A gauge over real cables: a pseudo-terminal through the real serialport, and a socket. */
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { GaugePort } from '../../../host/gauge/gauge-port.ts';
import { type GaugeWish, openGauge } from '../../../host/gauge/open-gauge.ts';
import { granted, openTerminals, pty, refused } from '../../link/rig.ts';

const left: (() => Promise<unknown>)[] = [];
const before = openTerminals();

afterEach(async () => {
  for (const close of left.splice(0)) await close();
  expect(openTerminals()).toEqual(before);
});

async function opened(wish: GaugeWish): Promise<GaugePort> {
  const gauge = granted(await openGauge(wish));
  left.push(gauge.close);
  return gauge;
}

const linesOf = (gauge: GaugePort, count: number): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const lines: string[] = [];
    gauge.onLine((text) => {
      if (lines.push(text) === count) resolve(lines);
    });
  });

async function terminal() {
  const far = await pty();
  left.push(() => far.port.close());
  const say = (text: string): boolean => far.port.write(Buffer.from(text, 'latin1'));
  return { ...far, say, address: `serial:${far.path}` };
}

test('a Mitutoyo on a pseudo-terminal is read line by line', async () => {
  const { say, address } = await terminal();
  const gauge = await opened({ kind: 'mitutoyo', address });
  const lines = linesOf(gauge, 3);
  say('01A+0000.123\r01A-0');
  await pause(20);
  say('000.018\r\xff\xc3(\r');
  expect(await lines).toEqual(['01A+0000.123', '01A-0000.018', '\u00ff\u00c3(']);
});

test('an indicator on a pseudo-terminal is asked and answers', async () => {
  const { port, say, address } = await terminal();
  const asked: string[] = [];
  port.onBytes((bytes) => {
    asked.push(Buffer.from(bytes).toString('latin1'));
    say('+000.5080,MM \r\n');
  });
  const gauge = await opened({ kind: 'cdi', address });
  expect(await linesOf(gauge, 2)).toEqual(['+000.5080,MM ', '+000.5080,MM ']);
  expect(asked.join('')).toBe('R\rR\r');
});

test('a gauge behind a box is opened at the speed of the box', async () => {
  const { say, address } = await terminal();
  const gauge = await opened({ kind: 'mitutoyo', wiring: 'rs-232', address });
  const lines = linesOf(gauge, 1);
  say('01A+000.1234\r');
  expect(await lines).toEqual(['01A+000.1234']);
});

test('a cable that is pulled out in a line ends the gauge, without that line', async () => {
  const { port, say, address } = await terminal();
  const gauge = await opened({ kind: 'mitutoyo', address });
  const lines: string[] = [];
  gauge.onLine((text) => lines.push(text));
  const gone = new Promise<string>((resolve) => gauge.onGone(resolve));
  say('01A+0000.123\r01A+0000.12');
  await pause(50);
  await port.close();
  expect(await gone).toMatch(/is gone \(the device hung up\); plug it in again/);
  expect(lines).toEqual(['01A+0000.123']);
});

test('a port that sends for ever without ending a line is closed', async () => {
  const { say, address } = await terminal();
  const gauge = await opened({ kind: 'cdi', address, asking: 'on-request' });
  const gone = new Promise<string>((resolve) => gauge.onGone(resolve));
  const flood = setInterval(() => say('U'.repeat(512)), 2);
  expect(await gone).toMatch(/never ends a line, as no cdi gauge does/);
  clearInterval(flood);
  expect(gauge.request()).toBe(false);
});

test('a gauge on a socket of this computer is read, and its end is said', async () => {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const connected = once(server, 'connection');
  const gauge = await opened({ kind: 'tachometer', address: `tcp:127.0.0.1:${address.port}` });
  const [peer] = (await connected) as [net.Socket];
  const lines = linesOf(gauge, 2);
  peer.write('116.67 Hz\r\n7000 rpm\n100');
  expect(await lines).toEqual(['116.67 Hz', '7000 rpm']);
  const gone = new Promise<string>((resolve) => gauge.onGone(resolve));
  peer.end();
  expect(await gone).toMatch(/the other end closed/);
  await new Promise((resolve) => server.close(resolve));
});

test('what cannot be opened is said in a sentence with the next step', async () => {
  const { address } = await terminal();
  await opened({ kind: 'plain', address, asking: 'on-request' });
  const cases: readonly [string, RegExp][] = [
    ['/dev/ttyUSB0', /is not the address of a gauge; write serial:PATH/],
    ['hid:0001', /is not the address of a gauge/],
    ['sim', /is not the address of a gauge/],
    ['serial:/dev/nothing-there', /the gauge is unplugged.*corium pens/],
    ['serial:/dev/null', /not a port that a gauge can hang on/],
    ['serial:/etc/hostname', /is a file, not a port that a gauge can hang on/],
    ['serial:/etc', /is a folder/],
    ['tcp:127.0.0.1:1', /Nothing listens at/],
    ['tcp:192.0.2.1:5000', /another computer; use a gauge that is plugged into this one/],
    [address, /is in use/],
  ];
  for (const [asked, sentence] of cases) {
    expect(refused(await openGauge({ kind: 'mitutoyo', address: asked }))).toMatch(sentence);
  }
});
