import { expect, test } from 'vitest';
import { openMemoryPair } from '../../host/link/memory-port.ts';
import { bytesOf, endOf } from './rig.ts';

test('what one end writes the other hears, in the same call', () => {
  const { host, pen } = openMemoryPair();
  const heard: number[] = [];
  pen.onBytes((bytes) => heard.push(...bytes));
  expect(host.write(Uint8Array.of(1, 2))).toBe(true);
  expect(host.writeUrgent(Uint8Array.of(3))).toBe(true);
  expect(heard).toEqual([1, 2, 3]);
});

test('a listener that stopped hears no more, and the others still do', async () => {
  const { host, pen } = openMemoryPair();
  const heard: number[] = [];
  const stop = pen.onBytes((bytes) => heard.push(...bytes));
  const other = bytesOf(pen, 2);
  host.write(Uint8Array.of(1));
  stop();
  host.write(Uint8Array.of(2));
  expect(heard).toEqual([1]);
  expect(await other).toEqual([1, 2]);
});

test('closing one end ends both, each with its own reason, once', async () => {
  const { host, pen } = openMemoryPair();
  const ends = Promise.all([endOf(host), endOf(pen)]);
  await host.close();
  await pen.close();
  expect(await ends).toEqual(['closed by this program', 'the other end closed']);
  expect([host.write(Uint8Array.of(1)), pen.write(Uint8Array.of(1))]).toEqual([false, false]);
});
