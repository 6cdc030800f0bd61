// Keeps a port to one pen: opens it, hears when it ends, and tries again as long as it is wanted. A
// port that is open again is not a pen that is there again; that takes a whole handshake.

import { Subject } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import type { Result } from '../../protocol/result.ts';
import type { OpenRefusal } from '../link/index.ts';
import type { HostEvent } from '../loop/host-step.ts';

/** How long to wait before a port is tried again. */
const RETRY_MS = 500;

/** A port that may come and go. */
export interface PortKeeper {
  readonly bytes$: Subject<Uint8Array>;
  readonly port: () => BytePort | undefined;
  /** Opens the port for the first time; a refusal is final, since nobody has seen the pen yet. */
  readonly open: () => Promise<Result<BytePort, OpenRefusal>>;
  readonly close: () => Promise<void>;
}

/** Makes a keeper; `waiting` is told why a port that was there cannot be opened again. */
export function keepPort(
  openPort: () => Promise<Result<BytePort, OpenRefusal>>,
  happened: (event: HostEvent) => void,
  drawNonce: () => number,
  waiting: (refusal: OpenRefusal) => void,
): PortKeeper {
  const bytes$ = new Subject<Uint8Array>();
  let port: BytePort | undefined;
  let wanted = true;
  let timer: NodeJS.Timeout | undefined;

  const again = (): void => {
    timer = setTimeout(() => {
      void open().then((opened) => {
        if (opened.ok || !wanted) return;
        waiting(opened.error);
        again();
      });
    }, RETRY_MS);
  };

  const ended = (): void => {
    port = undefined;
    happened({ kind: 'port-closed' });
    if (wanted) again();
  };

  const open = async (): Promise<Result<BytePort, OpenRefusal>> => {
    const opened = await openPort();
    if (!opened.ok) return opened;
    if (!wanted) {
      await opened.value.close();
      return opened;
    }
    port = opened.value;
    port.onBytes((bytes) => bytes$.next(bytes));
    port.onClosed(ended);
    happened({ kind: 'greet', hostNonce: drawNonce() });
    return opened;
  };

  return {
    bytes$,
    port: () => port,
    open,
    close: async () => {
      wanted = false;
      clearTimeout(timer);
      await port?.close();
    },
  };
}
