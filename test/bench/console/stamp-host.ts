/**
 * Loaded into the host process of a bench before anything else: every snapshot that leaves says
 * when it left, by the clock that all processes of this machine share. Nothing else is touched.
 */
import process from 'node:process';

interface Leaving {
  readonly kind: string;
  readonly snapshot?: object;
}

const send = process.send?.bind(process);
if (send !== undefined) {
  process.send = (message: Leaving): boolean =>
    send(
      message.kind === 'snapshot'
        ? { ...message, snapshot: { ...message.snapshot, leftNs: String(process.hrtime.bigint()) } }
        : message,
    );
}
