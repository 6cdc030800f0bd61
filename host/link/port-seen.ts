// A serial port as the system describes it, without anybody having opened it, and what that
// description lets one say about it.

import { bridgeChip, PEN_PRODUCT } from './usb-identities.ts';

/** What is known of a port from its USB identity alone. */
export interface PortSeen {
  readonly path: string;
  readonly vendorId: number | undefined;
  readonly productId: number | undefined;
  readonly serialNumber: string | undefined;
  readonly manufacturer: string | undefined;
  readonly product: string | undefined;
}

/** How sure one can be that a port leads to a pen. */
export type PortKind = 'pen' | 'bridge' | 'other';

/** Tells a port that says it is a pen from a bridge that could be anything, and from the rest. */
export function portKind(port: PortSeen): PortKind {
  if (port.product !== undefined && PEN_PRODUCT.test(port.product)) return 'pen';
  const { vendorId, productId } = port;
  if (vendorId === undefined || productId === undefined) return 'other';
  return bridgeChip(vendorId, productId) === undefined ? 'other' : 'bridge';
}

/** How a port is named to a person, with what tells it from its neighbours. */
export function describePort(port: PortSeen): string {
  const what = port.product ?? port.manufacturer;
  const serial = port.serialNumber === undefined ? undefined : `serial number ${port.serialNumber}`;
  const details = [what, serial].filter((part) => part !== undefined);
  return details.length === 0 ? port.path : `${port.path} (${details.join(', ')})`;
}

/** A USB number as the system writes it, four hexadecimal digits. */
export function usbNumber(text: string | undefined): number | undefined {
  const digits = text?.trim().replace(/^0x/i, '') ?? '';
  return /^[0-9a-f]{1,4}$/i.test(digits) ? Number.parseInt(digits, 16) : undefined;
}
