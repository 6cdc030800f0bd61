import { once } from 'node:events';
import net from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { isLoopback, openTcp } from '../../host/link/tcp-port.ts';
import { bytesOf, endOf, granted, refused } from './rig.ts';

const servers: net.Server[] = [];
const sockets: net.Socket[] = [];

async function listening(): Promise<number> {
  const server = net.createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return address.port;
}

const peerOf = async (index = 0): Promise<net.Socket> => {
  while (sockets[index] === undefined) await new Promise((resolve) => setImmediate(resolve));
  return sockets[index];
};

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

test('bytes go both ways over a socket on this computer', async () => {
  const port = granted(await openTcp('127.0.0.1', await listening()));
  const peer = await peerOf();
  peer.on('data', (bytes) => peer.write(bytes));
  const back = bytesOf(port, 4);
  expect(port.write(Uint8Array.of(0, 1))).toBe(true);
  expect(port.write(Uint8Array.of(2, 255))).toBe(true);
  expect(await back).toEqual([0, 1, 2, 255]);
  await port.close();
  expect(port.write(Uint8Array.of(1))).toBe(false);
});

test('a peer that leaves ends the port with a reason', async () => {
  const port = granted(await openTcp('localhost', await listening()));
  const ended = endOf(port);
  (await peerOf()).end();
  expect(await ended).toBe('the other end closed');
  await port.close();
});

test('a connection that is cut ends the port with a reason', async () => {
  const port = granted(await openTcp('127.0.0.1', await listening()));
  const ended = endOf(port);
  (await peerOf()).resetAndDestroy();
  expect(await ended).toMatch(/connection failed|closed/);
  await port.close();
});

test('a peer that does not read is refused, not waited for', async () => {
  const port = granted(await openTcp('127.0.0.1', await listening()));
  (await peerOf()).pause();
  let sent = 0;
  while (sent < 64 * 1024 * 1024 && port.write(new Uint8Array(1024))) {
    sent += 1024;
    if (sent % 65_536 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(sent).toBeLessThan(64 * 1024 * 1024);
  await port.close();
});

test('nobody listening is said so', async () => {
  const free = await listening();
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(refused(await openTcp('127.0.0.1', free)).code).toBe('nobody-listens');
});

test.each(['192.0.2.1', '10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', '0.0.0.0'])(
  'S-29 another computer, %s, is refused before anything is sent to it',
  async (host) => {
    expect(refused(await openTcp(host, 4000)).code).toBe('remote-refused');
  },
);

test('a paired link may reach another computer, and one that is silent is given up', async () => {
  let giveUp = (): void => undefined;
  const timers = {
    nowMs: () => 0,
    after: (_: number, run: () => void) => {
      giveUp = run;
      return () => undefined;
    },
  };
  const opening = openTcp('192.0.2.1', 4000, { allowRemote: true, openMsMax: 50, timers });
  giveUp();
  expect(['timed-out', 'failed']).toContain(refused(await opening).code);
});

test.each([0, -1, 70_000, 1.5, Number.NaN])('port %s is refused', async (port) => {
  expect(refused(await openTcp('127.0.0.1', port)).code).toBe('bad-setting');
});

test('loopback is told by its address alone', () => {
  const here = ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'];
  const elsewhere = ['128.0.0.1', '127.evil.example', '::2', '', 'localhost'];
  expect(here.filter((address) => !isLoopback(address))).toEqual([]);
  expect(elsewhere.filter(isLoopback)).toEqual([]);
});
