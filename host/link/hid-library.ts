// HID through node-hid, loaded only when somebody wants it: its binary needs libusb and libudev
// from the system, and a computer without them must still drive a pen on a serial port.

import type { Device, HIDAsync } from 'node-hid';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { HidBackend, HidDevice, HidSeen } from './hid-backend.ts';
import type { OpenRefusal } from './open-refusal.ts';

/** The part of node-hid that is used here. */
export interface HidLibrary {
  devicesAsync(): Promise<Device[]>;
  readonly HIDAsync: { open(path: string): Promise<HIDAsync> };
}

const loadNodeHid = async (): Promise<HidLibrary> => (await import('node-hid')).default;

/** Loads node-hid and asks it for its devices once, which is when its binary is really loaded. */
export async function loadHid(
  load: () => Promise<HidLibrary> = loadNodeHid,
): Promise<Result<HidBackend, OpenRefusal>> {
  try {
    const library = await load();
    await library.devicesAsync();
    return ok(backendOf(library));
  } catch (error) {
    return refuse({ code: 'library-missing', library: 'libusb', detail: detailOf(error) });
  }
}

function backendOf(library: HidLibrary): HidBackend {
  return {
    list: async () => (await library.devicesAsync()).flatMap(seen),
    async open(path) {
      try {
        return ok(deviceOf(await library.HIDAsync.open(path)));
      } catch (error) {
        return refuse(openRefusal(path, detailOf(error)));
      }
    },
  };
}

const seen = (device: Device): readonly HidSeen[] =>
  device.path === undefined
    ? []
    : [
        {
          path: device.path,
          vendorId: device.vendorId,
          productId: device.productId,
          serialNumber: known(device.serialNumber),
          product: known(device.product),
        },
      ];

/** HID says an empty text where a device names nothing. */
const known = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

function deviceOf(device: HIDAsync): HidDevice {
  return {
    read: (waitMs) => device.read(waitMs),
    write: async (report) => {
      await device.write(Buffer.from(report));
    },
    sendFeature: async (report) => {
      await device.sendFeatureReport(Buffer.from(report));
    },
    feature: (id, bytes) => device.getFeatureReport(id, bytes),
    close: () => device.close(),
  };
}

const openRefusal = (name: string, detail: string): OpenRefusal =>
  /permission|access/i.test(detail)
    ? { code: 'no-permission', name, group: undefined }
    : { code: 'failed', name, detail };

const detailOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
