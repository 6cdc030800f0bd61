import fs from 'node:fs';
import os from 'node:os';
import { expect, test } from 'vitest';
import { choosePen, discoverPorts } from '../../host/link/discover.ts';
import { systemFiles } from '../../host/link/file-view.ts';
import { sayOpenRefusal } from '../../host/link/open-refusal-words.ts';
import { describePort, portKind, type PortSeen } from '../../host/link/port-seen.ts';
import { granted, refused } from './rig.ts';

const port = (path: string, more: Partial<PortSeen> = {}): PortSeen => ({
  path,
  vendorId: 0x0403,
  productId: 0x6015,
  serialNumber: undefined,
  manufacturer: 'FTDI',
  product: undefined,
  ...more,
});
const PEN = port('/dev/ttyUSB0', { product: 'Corium Pen Meridian', serialNumber: 'M-0001' });
const OTHER_PEN = port('/dev/ttyACM1', { product: 'Corium Pen Quill', serialNumber: 'Q-0007' });
const PRINTER = port('/dev/ttyUSB1', { vendorId: 0x1a86, productId: 0x7523 });
const MODEM = port('/dev/ttyACM0', { vendorId: 0x2c7c, productId: 0x0125, product: 'Modem' });

/** A /sys as a Linux computer shows it: one pen behind a hub, one modem, one port without USB. */
function recordedSys(): string {
  const root = fs.mkdtempSync(`${os.tmpdir()}/sys-`);
  const usb = `${root}/devices/pci0000:00/usb1/1-2/1-2.3`;
  const write = (path: string, text: string): void => fs.writeFileSync(path, `${text}\n`);
  fs.mkdirSync(`${usb}/1-2.3:1.0/ttyUSB0/tty/ttyUSB0`, { recursive: true });
  fs.mkdirSync(`${root}/devices/platform/serial8250/tty/ttyS0`, { recursive: true });
  fs.mkdirSync(`${root}/class/tty`, { recursive: true });
  write(`${usb}/idVendor`, '0403');
  write(`${usb}/idProduct`, '6015');
  write(`${usb}/serial`, 'M-0001');
  write(`${usb}/manufacturer`, 'FTDI');
  write(`${usb}/product`, 'Corium Pen Meridian');
  const device = `${usb}/1-2.3:1.0/ttyUSB0`;
  fs.symlinkSync(device, `${device}/tty/ttyUSB0/device`);
  fs.symlinkSync(`${device}/tty/ttyUSB0`, `${root}/class/tty/ttyUSB0`);
  const platform = `${root}/devices/platform/serial8250`;
  fs.symlinkSync(platform, `${platform}/tty/ttyS0/device`);
  fs.symlinkSync(`${platform}/tty/ttyS0`, `${root}/class/tty/ttyS0`);
  return root;
}

const rootsWith = (sys: string) => ({ sys, proc: '/proc', dev: '/dev' });

test('a pen is told from a bridge that could be anything, and from the rest', () => {
  expect([PEN, PRINTER, MODEM].map(portKind)).toEqual(['pen', 'bridge', 'other']);
  expect(portKind(port('/dev/ttyS0', { vendorId: undefined }))).toBe('other');
});

test('the only pen is chosen among printers and modems', () => {
  expect(granted(choosePen([PRINTER, PEN, MODEM]))).toBe(PEN);
});

test('two pens are refused by name, and a serial number settles it', () => {
  const refusal = refused(choosePen([PEN, OTHER_PEN]));
  expect(refusal).toEqual({
    code: 'ambiguous',
    wanted: 'a pen',
    candidates: [describePort(PEN), describePort(OTHER_PEN)],
  });
  expect(sayOpenRefusal(refusal)).toContain('/dev/ttyACM1 (Corium Pen Quill, serial number Q-');
  expect(granted(choosePen([PEN, OTHER_PEN], 'Q-0007'))).toBe(OTHER_PEN);
});

test('a bridge that could be a printer is never chosen, only named', () => {
  expect(refused(choosePen([PRINTER, MODEM]))).toEqual({
    code: 'none-found',
    wanted: 'a pen',
    unsure: [describePort(PRINTER)],
  });
});

test('the ports are read from /sys when the usual list fails, and why is said', async () => {
  const found = await discoverPorts({
    list: () => Promise.reject(new Error('spawn udevadm ENOENT')),
    roots: rootsWith(recordedSys()),
  });
  expect(found.ports).toEqual([PEN]);
  expect(found.listFailure).toBe('spawn udevadm ENOENT');
});

test('what the list knows and /sys does not is kept, without doubling what both know', async () => {
  const found = await discoverPorts({
    list: () =>
      Promise.resolve([
        { path: '/dev/ttyUSB0', vendorId: '0403', productId: '6015' },
        { path: '/dev/ttyUSB1', vendorId: '1a86', productId: '7523', manufacturer: 'FTDI' },
        { path: '/dev/ttyS0' },
      ]),
    roots: rootsWith(recordedSys()),
  });
  expect(found.ports).toEqual([PEN, PRINTER]);
});

test('S-38 looking for ports opens none of them', async () => {
  const touched: string[] = [];
  const note = <Value>(look: (path: string) => Value) => (path: string): Value => {
    touched.push(path);
    return look(path);
  };
  const files = {
    facts: note(systemFiles.facts),
    text: note(systemFiles.text),
    names: note(systemFiles.names),
    link: note(systemFiles.link),
    real: note(systemFiles.real),
    usable: note(systemFiles.usable),
  };
  const roots = rootsWith(recordedSys());
  await discoverPorts({ list: () => Promise.resolve([]), files, roots });
  expect(touched.length).toBeGreaterThan(0);
  expect(touched.filter((path) => !path.startsWith(roots.sys))).toEqual([]);
});

test('on this computer discovery ends without an exception, with or without udev', async () => {
  expect(Array.isArray((await discoverPorts()).ports)).toBe(true);
});
