// The serial ports of a Linux computer as its /sys tells of them: the way that works without udev,
// and the only one that gives the USB product name. Reads files; opens no device.

import type { FileView, Roots } from './file-view.ts';
import { type PortSeen, usbNumber } from './port-seen.ts';

const USB_LEVELS_MAX = 6; // tty, interface, device, and hubs never stand between these

/** Lists the ports that hang on USB. */
export function sysfsPorts(files: FileView, roots: Roots): readonly PortSeen[] {
  const names = files.names(`${roots.sys}/class/tty`) ?? [];
  return names.toSorted().flatMap((name) => {
    const usb = usbFolder(files, roots, `${roots.sys}/class/tty/${name}/device`);
    return usb === undefined ? [] : [describe(files, usb, `${roots.dev}/${name}`)];
  });
}

/** The folder of the USB device that a device folder belongs to. */
export function usbFolder(files: FileView, roots: Roots, device: string): string | undefined {
  const top = files.real(roots.sys) ?? roots.sys;
  let folder = files.real(device) ?? top;
  for (let level = 0; folder.startsWith(`${top}/`) && level < USB_LEVELS_MAX; level += 1) {
    if (files.text(`${folder}/idVendor`) !== undefined) return folder;
    folder = folder.slice(0, folder.lastIndexOf('/'));
  }
  return undefined;
}

function describe(files: FileView, usb: string, path: string): PortSeen {
  const read = (name: string): string | undefined => {
    const text = files.text(`${usb}/${name}`)?.trim();
    return text === '' ? undefined : text;
  };
  return {
    path,
    vendorId: usbNumber(read('idVendor')),
    productId: usbNumber(read('idProduct')),
    serialNumber: read('serial'),
    manufacturer: read('manufacturer'),
    product: read('product'),
  };
}
