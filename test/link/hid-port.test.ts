import fc from 'fast-check';
import { expect, test } from 'vitest';
import { configReport, dataOf, dataReports } from '../../host/link/cp2110.ts';
import type { HidSeen } from '../../host/link/hid-backend.ts';
import { loadHid } from '../../host/link/hid-library.ts';
import { openHid } from '../../host/link/hid-port.ts';
import { sayOpenRefusal } from '../../host/link/open-refusal-words.ts';
import { fakeBackend, fakeHid, settle } from './hid-fake.ts';
import { endOf, granted, refused } from './rig.ts';

const bridge = (serialNumber: string): HidSeen => ({
  path: `/dev/${serialNumber}`,
  vendorId: 0x10c4,
  productId: 0xea80,
  serialNumber,
  product: 'CP2110 HID USB-to-UART Bridge',
});
const MOUSE: HidSeen = { ...bridge('MOUSE'), vendorId: 0x046d, productId: 0xc077 };

async function opened() {
  const hid = fakeHid(bridge('0012AB'));
  return { hid, port: granted(await openHid('0012AB', fakeBackend([fakeHid(MOUSE), hid]))) };
}

test('the bridge is set to 115200 baud, 8N1, without flow control, and switched on', async () => {
  const { hid } = await opened();
  expect(hid.features.map((report) => [...report])).toEqual([
    [0x50, 0x00, 0x01, 0xc2, 0x00, 0x00, 0x00, 0x03, 0x00], // config: rate big-endian, 8N1
    [0x41, 0x01], // line on
    [0x43, 0x03], // both buffers emptied
  ]);
  expect([...configReport(9600)].slice(1, 5)).toEqual([0, 0, 0x25, 0x80]);
});

test('a report carries as many bytes as its id says', async () => {
  const { hid, port } = await opened();
  const heard: number[] = [];
  port.onBytes((bytes) => heard.push(...bytes));
  await hid.play([2, 0xaa, 0xbb, 0, 0, 0]); // padded to its full length by the bridge
  await hid.quiet();
  await hid.play([1, 0xcc]);
  expect(heard).toEqual([0xaa, 0xbb, 0xcc]);
});

test.each([[[]], [[0, 1]], [[64, 1]], [[5, 1, 2]], [[0x42, 0, 0]]])(
  'a report that makes no sense (%j) is dropped and counted',
  async (report) => {
    const { hid, port } = await opened();
    const heard: number[] = [];
    port.onBytes((bytes) => heard.push(...bytes));
    await hid.play(report);
    expect([heard, port.damagedReports()]).toEqual([[], 1]);
  },
);

test('any bytes come out of their reports as they went in', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const reports = dataReports(bytes);
      expect(reports.flatMap((report) => [...(dataOf(report) ?? [])])).toEqual([...bytes]);
      expect(reports.every((report) => report.length <= 64)).toBe(true);
    }),
  );
});

test('a frame longer than a report is cut into several, in order', async () => {
  const { hid, port } = await opened();
  port.write(Uint8Array.from({ length: 130 }, (_, index) => index));
  await settle();
  expect(hid.written.map((report) => report[0])).toEqual([63, 63, 4]);
});

test('a stop overtakes the frames that the bridge has not taken yet', async () => {
  const { hid, port } = await opened();
  const go = hid.stall();
  for (const value of [1, 2, 3]) port.write(Uint8Array.of(value));
  port.writeUrgent(Uint8Array.of(0xff));
  await go();
  expect(hid.written.map((report) => report[1])).toEqual([1, 0xff]);
});

test('a bridge that does not take reports fills a bounded queue', async () => {
  const { hid, port } = await opened();
  hid.stall();
  let frames = 0;
  while (port.write(new Uint8Array(64)) && frames < 1000) frames += 1;
  expect(frames).toBe(64);
});

test('an unplugged bridge ends the port, once, and is closed', async () => {
  const { hid, port } = await opened();
  const ended = endOf(port);
  await hid.unplug();
  expect(await ended).toMatch(/^the bridge failed/);
  await port.close();
  expect([hid.closed(), port.write(Uint8Array.of(1))]).toEqual([true, false]);
});

test('closing waits for the read under way, then closes the device', async () => {
  const { hid, port } = await opened();
  const closing = port.close();
  await settle();
  expect(hid.closed()).toBe(false);
  await hid.quiet();
  await closing;
  expect(hid.closed()).toBe(true);
});

test('two bridges without a name between them are refused by name', async () => {
  const backend = fakeBackend([fakeHid(bridge('A')), fakeHid(bridge('B'))]);
  expect(refused(await openHid('', backend))).toMatchObject({
    code: 'ambiguous',
    candidates: ['hid:A', 'hid:B'],
  });
  expect(refused(await openHid('C', backend))).toMatchObject({
    code: 'none-found',
    unsure: ['hid:A', 'hid:B'],
  });
});

test('a bridge whose line does not switch on is refused and closed again', async () => {
  const hid = fakeHid(bridge('A'), 0);
  expect(refused(await openHid('A', fakeBackend([hid]))).code).toBe('wrong-device');
  expect(hid.closed()).toBe(true);
});

test('a rate that the bridge cannot do is refused', async () => {
  const refusal = refused(await openHid('A', fakeBackend([]), { baudRate: 4_000_000 }));
  expect(refusal).toMatchObject({ code: 'bad-setting', allowed: '300 to 1000000' });
});

test('a computer without libusb is told what to install', async () => {
  const missing = 'libusb-1.0.so.0: cannot open shared object file: No such file or directory';
  const refusal = refused(await loadHid(() => Promise.reject(new Error(missing))));
  expect(refusal.code).toBe('library-missing');
  expect(sayOpenRefusal(refusal)).toContain('sudo apt install libusb-1.0-0');
});
