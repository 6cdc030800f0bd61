// The simulator's end of a serial cable: a pseudo-terminal that a real serial host opens by path.
// It never waits for a host: what nobody reads is dropped and counted, as a real cable would lose
// it. The other end is held open here too, so that a host that leaves does not end the pen.

import fs from 'node:fs';
import tty from 'node:tty';
import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type OpenedPty, PROVIDERS, type ProviderName } from './providers.ts';
import { createPtyPort, type PtyPort } from './pty-port.ts';

/** A pseudo-terminal, ready for a host. */
export interface Pty {
  /** What a host opens. */
  readonly path: string;
  /** The simulator's side of it. */
  readonly port: BytePort;
  readonly provider: ProviderName;
  /** Bytes that nobody read in time. */
  readonly droppedBytes: () => number;
}

/** No way of opening a pseudo-terminal worked on this computer. */
export interface NoPty {
  readonly code: 'no-pseudo-terminal';
  readonly tried: readonly { readonly provider: ProviderName; readonly why: string }[];
}

/** Opens a pseudo-terminal, by one provider or by the first that works. */
export async function openPty(only?: ProviderName): Promise<Result<Pty, NoPty>> {
  const tried: { provider: ProviderName; why: string }[] = [];
  for (const { name, open } of PROVIDERS) {
    if (only !== undefined && only !== name) continue;
    try {
      return ok(ptyOver(await open(), name));
    } catch (error) {
      tried.push({ provider: name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return refuse({ code: 'no-pseudo-terminal', tried });
}

/** Says why there is no pseudo-terminal and what to do instead. */
export function sayNoPty({ tried }: NoPty): string {
  const reasons = tried.map(({ provider, why }) => `${provider}: ${why}`).join('; ');
  return (
    `No pseudo-terminal could be opened (${reasons}). ` +
    'Install python3, or let the simulator listen with --tcp 127.0.0.1:0.'
  );
}

function ptyOver({ fd, path }: OpenedPty, provider: ProviderName): Pty {
  let held: number | undefined;
  try {
    held = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NOCTTY);
    const port: PtyPort = createPtyPort({ path, fd, held, stream: new tty.ReadStream(fd) });
    return { path, port, provider, droppedBytes: port.droppedBytes };
  } catch (error) {
    if (held !== undefined) fs.closeSync(held);
    fs.closeSync(fd);
    throw error;
  }
}
