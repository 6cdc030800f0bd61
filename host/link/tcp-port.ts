// A pen behind a socket: the simulator on this computer, or a serial server. Another computer is
// refused unless the caller says that the link is paired, since anybody on a network could
// otherwise drive needles. The check is made on the address that was reached, not on its name.

import net from 'node:net';
import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { OpenRefusal } from './open-refusal.ts';
import { createOutbox } from './outbox.ts';
import { CLOSED_HERE, createPortNews } from './port-news.ts';
import { systemTimers, type Timers } from './timers.ts';

const OPEN_MS_MAX = 3_000;
const PORT_MAX = 65_535;

/** How a socket is opened; everything has a default. */
export interface TcpOptions {
  /** True only for a paired link: then the pen may be on another computer. */
  readonly allowRemote?: boolean;
  readonly openMsMax?: number;
  readonly timers?: Timers;
}

/** Opens a socket to a pen. */
export async function openTcp(
  host: string,
  port: number,
  options: TcpOptions = {},
): Promise<Result<BytePort, OpenRefusal>> {
  const { allowRemote = false, openMsMax = OPEN_MS_MAX, timers = systemTimers } = options;
  const name = host.includes(':') ? `tcp:[${host}]:${port}` : `tcp:${host}:${port}`;
  const early = refuseAddress(host, port, name, allowRemote);
  if (early !== undefined) return refuse(early);
  const socket = net.connect({ host, port, noDelay: true });
  const refusal =
    (await connected(socket, name, openMsMax, timers)) ??
    refuseReached(socket.remoteAddress ?? '', name, allowRemote);
  if (refusal === undefined) return ok(portOver(socket, name));
  socket.destroy();
  return refuse(refusal);
}

function refuseAddress(
  host: string,
  port: number,
  name: string,
  allowRemote: boolean,
): OpenRefusal | undefined {
  if (!Number.isInteger(port) || port < 1 || port > PORT_MAX) {
    return { code: 'bad-setting', field: 'port', asked: `${port}`, allowed: `1 to ${PORT_MAX}` };
  }
  // The plain address of another computer is refused before anything is sent to it.
  return net.isIP(host) === 0 ? undefined : refuseReached(host, name, allowRemote);
}

const refuseReached = (
  address: string,
  name: string,
  allowRemote: boolean,
): OpenRefusal | undefined =>
  allowRemote || isLoopback(address) ? undefined : { code: 'remote-refused', name };

/** Whether an address can only be this computer. */
export const isLoopback = (address: string): boolean =>
  address === '::1' ||
  (net.isIPv4(address.replace(/^::ffff:/i, '')) && /^(::ffff:)?127\./i.test(address));

function connected(
  socket: net.Socket,
  name: string,
  openMsMax: number,
  timers: Timers,
): Promise<OpenRefusal | undefined> {
  return new Promise((resolve) => {
    const callOff = timers.after(openMsMax, () =>
      resolve({ code: 'timed-out', name, waitedMs: openMsMax }),
    );
    socket.once('connect', () => {
      callOff();
      resolve(undefined);
    });
    // Stays for the socket's life: an error without a listener would end the process.
    socket.on('error', (error) => {
      callOff();
      resolve(socketRefusal(name, error));
    });
  });
}

function socketRefusal(name: string, error: Error): OpenRefusal {
  switch ('code' in error ? error.code : undefined) {
    case 'ECONNREFUSED':
      return { code: 'nobody-listens', name };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { code: 'unknown-host', name };
    default:
      return { code: 'failed', name, detail: error.message };
  }
}

function portOver(socket: net.Socket, name: string): BytePort {
  const news = createPortNews();
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const end = (why: string): Promise<void> => {
    socket.destroy();
    news.end(why);
    return gone;
  };
  socket.on('data', news.heard);
  socket.on('error', (error) => void end(`the connection failed: ${error.message}`));
  socket.on('end', () => void end('the other end closed'));
  socket.on('close', () => void end('the other end closed'));
  const outbox = createOutbox({
    now: () => 0,
    later: (bytes, taken) => void socket.write(bytes, (error) => (error ? undefined : taken())),
  });
  return {
    name,
    write: (bytes) => !news.ended() && outbox.write(bytes),
    writeUrgent: (bytes) => !news.ended() && outbox.writeUrgent(bytes),
    onBytes: news.onBytes,
    onClosed: news.onClosed,
    close: () => end(CLOSED_HERE),
  };
}
