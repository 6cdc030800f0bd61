// What this project asks of HID, and no more: list, open, read with a limit, write, and feature
// reports. The real one is hid-library.ts; the tests have one that plays recorded reports.

import type { Result } from '../../protocol/result.ts';
import type { OpenRefusal } from './open-refusal.ts';

/** A HID device that is plugged in, as the system describes it. */
export interface HidSeen {
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string | undefined;
  readonly product: string | undefined;
}

/** An open HID device. Every call rejects once the device is gone. */
export interface HidDevice {
  /** The next input report, or undefined when none came in time: the device is then still there. */
  read(waitMs: number): Promise<Uint8Array | undefined>;
  /** Sends an output report; the first byte is its id. */
  write(report: Uint8Array): Promise<void>;
  sendFeature(report: Uint8Array): Promise<void>;
  feature(id: number, bytes: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The HID devices of a computer. */
export interface HidBackend {
  list(): Promise<readonly HidSeen[]>;
  open(path: string): Promise<Result<HidDevice, OpenRefusal>>;
}
