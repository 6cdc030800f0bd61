// Where a simulated pen or instrument listens: on a pseudo-terminal, or on a socket of this
// computer. The answer is what a host is to open, and how to end it.

import { ok, refuse, type Result } from '../protocol/result.ts';
import type { OnWire } from './on-wire.ts';
import { openPty, sayNoPty } from './pty/open-pty.ts';
import { listenTcp, sayListenRefusal } from './tcp.ts';

/** A place that a host can open. */
export interface Place {
  /** For instance `serial:/dev/pts/4` or `tcp:127.0.0.1:40123`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Any free port of this computer. */
export const ANY_PORT = '127.0.0.1:0';

/** Listens on a socket if one is named, else on a pseudo-terminal; a refusal is a sentence. */
export async function listen(
  what: OnWire,
  tcp: string | undefined,
): Promise<Result<Place, string>> {
  if (tcp !== undefined) {
    const opened = await listenTcp(what, tcp);
    return opened.ok ? opened : refuse(sayListenRefusal(opened.error));
  }
  const opened = await openPty();
  if (!opened.ok) return refuse(sayNoPty(opened.error));
  const { port, path } = opened.value;
  port.onBytes(what.receive);
  what.onFrame((bytes) => {
    port.write(bytes);
  });
  return ok({ address: `serial:${path}`, close: () => port.close() });
}
