// The fast road over a serial port on Linux and macOS: reads arrive through libuv's own terminal
// stream, writes go straight to the system. serialport stays open beside it, idle: it configured
// the line, holds the lock, and is closed last, since the last close may wait for the driver and
// serialport does that waiting on a thread of its own.
//
//   serialport   fd a   configured, locked, never read
//   we           fd b   opened here, written here, closed here
//   libuv        fd c   its own reopening of b, read there, closed there

import fs from 'node:fs';
import tty from 'node:tty';
import type { Sink } from './outbox.ts';

const READ_BYTES = 4096;

/** An open road: a sink for bytes and a way to close it. */
export interface Road {
  readonly sink: Sink;
  close(): Promise<void>;
}

/** What happens on a road. */
export interface RoadNews {
  heard(bytes: Uint8Array): void;
  ended(why: string): void;
}

/** Opens the road; undefined means that this system cannot, and that nothing was left open. */
export function openTtyRoad(path: string, sameAs: number, news: RoadNews): Road | undefined {
  const { O_RDWR, O_NOCTTY, O_NONBLOCK } = fs.constants;
  const fd = fs.openSync(path, O_RDWR | O_NOCTTY | O_NONBLOCK);
  if (!sameDevice(fd, sameAs)) {
    fs.closeSync(fd);
    throw new Error(`ENODEV: ${path} became another device`);
  }
  const stream = openStream(fd, news);
  // When libuv could not reopen the device it reads ours and will close it: not two owners.
  if (!ownsAnother(stream, fd)) {
    stream.destroy();
    return undefined;
  }
  return roadOver(stream, fd, news);
}

const sameDevice = (one: number, other: number): boolean => {
  const [a, b] = [fs.fstatSync(one), fs.fstatSync(other)];
  return a.rdev === b.rdev && a.ino === b.ino && a.dev === b.dev;
};

function openStream(fd: number, news: RoadNews): tty.ReadStream {
  const onread = {
    buffer: new Uint8Array(READ_BYTES),
    callback(byteCount: number, buffer: Uint8Array): boolean {
      news.heard(buffer.subarray(0, byteCount));
      return true;
    },
  };
  try {
    return new tty.ReadStream(fd, { onread });
  } catch (error) {
    fs.closeSync(fd);
    throw error;
  }
}

/** Whether the stream reads through a descriptor of its own rather than through the one given. */
function ownsAnother(stream: tty.ReadStream, fd: number): boolean {
  const handle: unknown = Reflect.get(stream, '_handle');
  const own: unknown = typeof handle === 'object' && handle ? Reflect.get(handle, 'fd') : undefined;
  return typeof own === 'number' && own >= 0 && own !== fd;
}

function roadOver(stream: tty.ReadStream, fd: number, news: RoadNews): Road {
  let open = true;
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  stream.on('error', (error) => news.ended(whyOf(error)));
  stream.on('end', () => news.ended('the device hung up'));
  stream.resume();
  return {
    sink: {
      now: (bytes) => (open ? writeNow(fd, bytes, news) : bytes.length),
      later(bytes, taken) {
        if (open) stream.write(bytes, (error) => (error ? undefined : taken()));
      },
    },
    close() {
      if (open) {
        open = false;
        stream.destroy();
        fs.closeSync(fd);
      }
      return closed;
    },
  };
}

/** Writes what the system takes without waiting. */
function writeNow(fd: number, bytes: Uint8Array, news: RoadNews): number {
  try {
    return fs.writeSync(fd, bytes);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return 0;
    news.ended(whyOf(error));
    return bytes.length; // the port is over: there is nothing to keep the rest for
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const whyOf = (error: unknown): string =>
  codeOf(error) === 'EIO'
    ? 'the device hung up'
    : `the device failed: ${error instanceof Error ? error.message : String(error)}`;
