import { expect, test } from 'vitest';
import { openCarrier } from '../../host/link/open-carrier.ts';
import { parsePenAddress } from '../../host/link/pen-address.ts';
import { granted, pty, refused } from './rig.ts';

test.each([
  ['sim', { kind: 'sim' }],
  ['serial:/dev/ttyACM0', { kind: 'serial', path: '/dev/ttyACM0' }],
  ['serial:COM3', { kind: 'serial', path: 'COM3' }],
  ['serial:/dev/serial/by-id/usb-a:b', { kind: 'serial', path: '/dev/serial/by-id/usb-a:b' }],
  ['tcp:127.0.0.1:4000', { kind: 'tcp', host: '127.0.0.1', port: 4000 }],
  ['tcp:[::1]:4000', { kind: 'tcp', host: '::1', port: 4000 }],
  ['hid:0012AB', { kind: 'hid', serialNumber: '0012AB' }],
])('%s is read', (text, address) => {
  expect(granted(parsePenAddress(text))).toEqual(address);
});

test.each(['', 'serial', 'serial:', 'usb:1', '/dev/ttyACM0', 'tcp:localhost', 'tcp::1', 'tcp:a:0',
  'tcp:a:70000', 'tcp:a:b', 'tcp:a:1x', 'sim:1', 'hid:'])('"%s" is refused', (text) => {
  expect(refused(parsePenAddress(text))).toMatchObject({ code: 'bad-address', asked: text });
});

test('an address leads to an open port', async () => {
  const pen = await pty();
  const port = granted(await openCarrier({ kind: 'serial', path: pen.path }));
  expect(port.name).toBe(pen.path);
  await port.close();
  await pen.port.close();
});

test('an address on another computer is refused unless the link is paired', async () => {
  const refusal = refused(await openCarrier({ kind: 'tcp', host: '192.0.2.1', port: 4000 }));
  expect(refusal.code).toBe('remote-refused');
});
