/**
 * The cable between a pen program and its host, under a name that stays while the pseudo-terminal
 * behind it changes, as a name by serial number does in /dev. A relayed cable can be hung up: its
 * master is closed while the pen goes on, and later there is another one under the same name.
 */
import fs from 'node:fs';
import net from 'node:net';
import type { BytePort } from '../../protocol/byte-port.ts';
import { openPty } from '../../sim/pty/open-pty.ts';
import type { PenProgram } from './pen.ts';

/** A cable. */
export interface Cable {
  /** What a host is told to open. */
  readonly name: string;
  /** What the name leads to now. */
  readonly device: () => string;
  /** Leads the name to where the pen program listens now. */
  readonly plug: () => Promise<void>;
  /** Closes the master, as an adapter does that is pulled out of its socket. */
  readonly hangUp: () => Promise<void>;
  /** Has another pseudo-terminal ready; the name does not lead to it until `point` is called. */
  readonly reappear: () => Promise<string>;
  readonly point: (device: string) => void;
  readonly close: () => Promise<void>;
}

/** Makes a cable of either kind. */
export function makeCable(name: string, pen: PenProgram, kind: 'direct' | 'relay'): Cable {
  let device = '';
  let port: BytePort | undefined;
  let socket: net.Socket | undefined;

  const point = (to: string): void => {
    device = to;
    fs.rmSync(name, { force: true });
    fs.symlinkSync(to, name);
  };
  const reappear = async (): Promise<string> => {
    const opened = await openPty();
    if (!opened.ok) throw new Error('no pseudo-terminal can be opened');
    const { path, port: fresh } = opened.value;
    port = fresh;
    fresh.onBytes((bytes) => void socket?.write(bytes.slice()));
    return path;
  };
  const plug = async (): Promise<void> => {
    const address = pen.address();
    if (kind === 'direct') {
      point(address.replace(/^serial:/, ''));
      return;
    }
    const [, tcpPort = ''] = /:(\d+)$/.exec(address) ?? [];
    const to = net.connect({ host: '127.0.0.1', port: Number(tcpPort), noDelay: true });
    to.on('error', () => undefined); // a pen that is killed says nothing more
    to.on('data', (bytes: Buffer) => void port?.write(bytes));
    socket = to;
    point(await reappear());
  };
  const hangUp = async (): Promise<void> => {
    const old = port;
    port = undefined;
    fs.rmSync(name, { force: true });
    await old?.close();
  };
  return {
    name,
    device: () => device,
    plug,
    hangUp,
    reappear,
    point,
    close: async () => {
      await port?.close();
      socket?.destroy();
    },
  };
}
