// Taps a treatment host where bytes come in, where they go out, and where the reducer steps. What
// is tapped is not changed: a recorder that is gone leaves the host as it was.

import { tap } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import { hostStep } from '../loop/host-step.ts';
import type { HostGround } from '../treat/treatment-host.ts';
import type { Recorder } from './writing.ts';

/** The same ground with somebody who listens. */
export function tapped(ground: HostGround, recorder: Recorder): HostGround {
  const step = ground.step ?? hostStep;
  return {
    ...ground,
    bytes$: ground.bytes$.pipe(tap(recorder.heard)),
    port: () => tappedPort(ground.port(), recorder),
    step: (host, event, elapsedMs) => {
      recorder.stepped(event, elapsedMs);
      return step(host, event, elapsedMs);
    },
  };
}

const NOTHING = (): (() => void) => () => undefined;

/** What is written while no port is open goes nowhere, and is recorded as lost. */
function tappedPort(port: BytePort | undefined, { sent }: Recorder): BytePort {
  const write = (bytes: Uint8Array, urgent: boolean): boolean => {
    const taken = (urgent ? port?.writeUrgent(bytes) : port?.write(bytes)) ?? false;
    sent(bytes, { urgent, lost: !taken });
    return taken;
  };
  return {
    name: port?.name ?? 'none',
    write: (bytes) => write(bytes, false),
    writeUrgent: (bytes) => write(bytes, true),
    onBytes: port?.onBytes ?? NOTHING,
    onClosed: port?.onClosed ?? NOTHING,
    close: () => port?.close() ?? Promise.resolve(),
  };
}
