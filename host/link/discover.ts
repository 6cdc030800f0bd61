// Finds the ports that there are and picks the pen's, by USB identity alone. No port is opened to
// see what it is, a doubtful one is never chosen, and two candidates are a refusal that names both.
// That a chosen port really is a pen, only its handshake shows.

import { SerialPort } from 'serialport';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type FileView, type Roots, SYSTEM_ROOTS, systemFiles } from './file-view.ts';
import type { OpenRefusal } from './open-refusal.ts';
import { describePort, portKind, type PortSeen, usbNumber } from './port-seen.ts';
import { sysfsPorts } from './sysfs-ports.ts';

/** A port as serialport lists it. */
export interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly manufacturer?: string | undefined;
}

/** The ports found, and why the usual list could not be had, if so. */
export interface PortsFound {
  readonly ports: readonly PortSeen[];
  readonly listFailure: string | undefined;
}

/** Where discovery looks; everything has a default. */
export interface DiscoverOptions {
  readonly list?: () => Promise<readonly ListedPort[]>;
  readonly files?: FileView;
  readonly roots?: Roots;
}

/** Lists the USB serial ports: serialport's list, and what /sys adds to it or says instead. */
export async function discoverPorts(options: DiscoverOptions = {}): Promise<PortsFound> {
  const { list = () => SerialPort.list(), files = systemFiles, roots = SYSTEM_ROOTS } = options;
  const fromSys = sysfsPorts(files, roots);
  try {
    const listed = (await list()).map(seen).filter((port) => port.vendorId !== undefined);
    return { ports: merge(listed, fromSys), listFailure: undefined };
  } catch (error) {
    const listFailure = error instanceof Error ? error.message : String(error);
    return { ports: fromSys, listFailure };
  }
}

const seen = (port: ListedPort): PortSeen => ({
  path: port.path,
  vendorId: usbNumber(port.vendorId),
  productId: usbNumber(port.productId),
  serialNumber: port.serialNumber,
  manufacturer: port.manufacturer,
  product: undefined,
});

function merge(listed: readonly PortSeen[], fromSys: readonly PortSeen[]): readonly PortSeen[] {
  const known = new Map(fromSys.map((port) => [port.path, port]));
  for (const port of listed) if (!known.has(port.path)) known.set(port.path, port);
  return [...known.values()].toSorted((a, b) => a.path.localeCompare(b.path));
}

/** Picks the only pen there is, or the only one with a serial number. */
export function choosePen(
  ports: readonly PortSeen[],
  serialNumber?: string,
): Result<PortSeen, OpenRefusal> {
  const pens = ports.filter(
    (port) =>
      portKind(port) === 'pen' &&
      (serialNumber === undefined || port.serialNumber === serialNumber),
  );
  const [only] = pens;
  if (only !== undefined && pens.length === 1) return ok(only);
  const wanted = serialNumber === undefined ? 'a pen' : `the pen ${serialNumber}`;
  if (pens.length > 1) {
    return refuse({ code: 'ambiguous', wanted, candidates: pens.map(describePort) });
  }
  const unsure = ports.filter((port) => portKind(port) === 'bridge').map(describePort);
  return refuse({ code: 'none-found', wanted, unsure });
}
