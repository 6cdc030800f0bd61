// A pen behind a CP2110 bridge: the same frames, carried in HID reports. The bridge is found by its
// serial number, set up, read back, and only then trusted. Nothing here has touched a real bridge;
// README.md says what stands in for it.

import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  configReport,
  CP2110,
  CP2110_BAUD_RATES,
  dataOf,
  dataReports,
  enableReport,
  purgeReport,
  saysEnabled,
  UART_ENABLE,
} from './cp2110.ts';
import type { HidBackend, HidDevice, HidSeen } from './hid-backend.ts';
import type { OpenRefusal } from './open-refusal.ts';
import { createOutbox } from './outbox.ts';
import { CLOSED_HERE, createPortNews, type PortNews } from './port-news.ts';

const READ_WAIT_MS = 100;

/** A port over a bridge, with a count of reports that made no sense. */
export interface HidPort extends BytePort {
  readonly damagedReports: () => number;
}

/** Opens the bridge with a serial number; an empty one means the only bridge there is. */
export async function openHid(
  serialNumber: string,
  backend: HidBackend,
  options: { readonly baudRate?: number } = {},
): Promise<Result<HidPort, OpenRefusal>> {
  const { baudRate = 115_200 } = options;
  const { min, max } = CP2110_BAUD_RATES;
  if (!Number.isInteger(baudRate) || baudRate < min || baudRate > max) {
    const allowed = `${min} to ${max}`;
    return refuse({ code: 'bad-setting', field: 'baud rate', asked: `${baudRate}`, allowed });
  }
  const found = chooseBridge(await backend.list(), serialNumber);
  if (!found.ok) return found;
  const opened = await backend.open(found.value.path);
  if (!opened.ok) return opened;
  const name = `hid:${found.value.serialNumber ?? found.value.path}`;
  const refusal = await setUp(opened.value, name, baudRate);
  if (refusal === undefined) return ok(portOver(opened.value, name));
  await closeDevice(opened.value);
  return refuse(refusal);
}

function chooseBridge(
  devices: readonly HidSeen[],
  serialNumber: string,
): Result<HidSeen, OpenRefusal> {
  const bridges = devices.filter(
    (seen) => seen.vendorId === CP2110.vendorId && seen.productId === CP2110.productId,
  );
  const wanted = bridges.filter(
    (seen) => serialNumber === '' || seen.serialNumber === serialNumber,
  );
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return ok(only);
  const names = (all: readonly HidSeen[]): readonly string[] =>
    all.map((seen) => `hid:${seen.serialNumber ?? seen.path}`);
  const what = serialNumber === '' ? 'a CP2110 bridge' : `the CP2110 bridge ${serialNumber}`;
  return wanted.length > 1
    ? refuse({ code: 'ambiguous', wanted: what, candidates: names(wanted) })
    : refuse({ code: 'none-found', wanted: what, unsure: names(bridges) });
}

async function setUp(
  device: HidDevice,
  name: string,
  baudRate: number,
): Promise<OpenRefusal | undefined> {
  try {
    await device.sendFeature(configReport(baudRate));
    await device.sendFeature(enableReport());
    await device.sendFeature(purgeReport());
    if (saysEnabled(await device.feature(UART_ENABLE, 2))) return undefined;
    return { code: 'wrong-device', name, found: 'a bridge whose line does not switch on' };
  } catch (error) {
    return { code: 'failed', name, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Closes a device, whatever state it is in: gone is as good as closed. */
const closeDevice = (device: HidDevice): Promise<void> => device.close().catch(() => undefined);

function portOver(device: HidDevice, name: string): HidPort {
  const news = createPortNews();
  let damaged = 0;
  let closing: Promise<void> | undefined;
  const end = (why: string): Promise<void> => {
    // A read may be under way on another thread: it comes back first, then the device is closed.
    closing ??= reading.then(() => closeDevice(device));
    news.end(why);
    return closing;
  };
  const fail = (error: unknown): void =>
    void end(`the bridge failed: ${error instanceof Error ? error.message : String(error)}`);
  const reading = readAll(device, news, () => (damaged += 1)).catch(fail);
  const outbox = createOutbox({
    now: () => 0,
    later(bytes, taken) {
      sendAll(device, bytes).then(taken, fail);
    },
  });
  return {
    name,
    write: (bytes) => !news.ended() && outbox.write(bytes),
    writeUrgent: (bytes) => !news.ended() && outbox.writeUrgent(bytes),
    onBytes: news.onBytes,
    onClosed: news.onClosed,
    close: () => end(CLOSED_HERE),
    damagedReports: () => damaged,
  };
}

async function readAll(device: HidDevice, news: PortNews, damaged: () => void): Promise<void> {
  while (!news.ended()) {
    const report = await device.read(READ_WAIT_MS);
    if (report === undefined) continue;
    const bytes = dataOf(report);
    if (bytes === undefined) damaged();
    else news.heard(bytes);
  }
}

async function sendAll(device: HidDevice, bytes: Uint8Array): Promise<void> {
  for (const report of dataReports(bytes)) await device.write(report);
}
