// Bytes in and out of a pseudo-terminal's master. Writes never wait: a write that the system takes
// half of is finished a moment later, a write that it takes nothing of is dropped whole, and half a
// write that stays stuck is dropped too, since the frame delimiters make the loss harmless.

import fs from 'node:fs';
import type tty from 'node:tty';
import type { BytePort } from '../../protocol/byte-port.ts';

const RETRY_MS = 2;
const RETRIES_MAX = 100;

/** The simulator's port, with what it had to drop. */
export interface PtyPort extends BytePort {
  readonly droppedBytes: () => number;
}

/** The descriptors of a pseudo-terminal: the stream closes `fd`, the port closes `held`. */
export interface PtyParts {
  readonly path: string;
  readonly fd: number;
  readonly held: number;
  readonly stream: tty.ReadStream;
}

/** Makes a port of a pseudo-terminal. */
export function createPtyPort({ path, fd, held, stream }: PtyParts): PtyPort {
  const heard = new Set<(bytes: Uint8Array) => void>();
  const closed = new Set<(why: string) => void>();
  let reason: string | undefined;
  const gone = new Promise<void>((resolve) => stream.once('close', resolve));
  const writer = createWriter(fd);

  const end = (why: string): Promise<void> => {
    if (reason !== undefined) return gone;
    reason = why;
    writer.stop();
    stream.destroy();
    fs.closeSync(held);
    for (const listener of closed) listener(why);
    return gone;
  };
  stream.on('data', (bytes) => heard.forEach((listener) => listener(bytes)));
  stream.on('error', (error) => void end(`the pseudo-terminal failed: ${error.message}`));
  stream.on('end', () => void end('the pseudo-terminal ended'));

  return {
    name: path,
    write: (bytes) => reason === undefined && writer.write(bytes),
    writeUrgent(bytes) {
      if (reason !== undefined) return false;
      writer.forget();
      return writer.write(bytes);
    },
    onBytes: (listener) => listen(heard, listener),
    onClosed: (listener) => listen(closed, listener),
    close: () => end('closed by this program'),
    droppedBytes: writer.droppedBytes,
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

interface Writer {
  write(bytes: Uint8Array): boolean;
  forget(): void;
  stop(): void;
  droppedBytes(): number;
}

function createWriter(fd: number): Writer {
  let rest: Uint8Array | undefined;
  let retries = 0;
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;

  const forget = (): void => {
    dropped += rest?.length ?? 0;
    rest = undefined;
    clearTimeout(timer);
  };
  const later = (): void => {
    timer = setTimeout(again, RETRY_MS);
  };
  const again = (): void => {
    if (rest === undefined) return;
    const taken = writeSome(fd, rest);
    rest = taken < rest.length ? rest.subarray(taken) : undefined;
    retries = taken > 0 ? 0 : retries + 1;
    if (rest === undefined) return;
    if (retries > RETRIES_MAX) forget();
    else later();
  };
  const drop = (bytes: Uint8Array): false => {
    dropped += bytes.length;
    return false;
  };
  return {
    write(bytes) {
      // A half frame is finished before a new one starts, so what comes meanwhile is lost.
      if (rest !== undefined) return drop(bytes);
      const taken = writeSome(fd, bytes);
      if (taken === 0 && bytes.length > 0) return drop(bytes);
      if (taken === bytes.length) return true;
      rest = bytes.slice(taken);
      retries = 0;
      later();
      return true;
    },
    forget,
    stop: forget,
    droppedBytes: () => dropped,
  };
}

function writeSome(fd: number, bytes: Uint8Array): number {
  try {
    return fs.writeSync(fd, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
