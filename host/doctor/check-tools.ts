// Checks of what Corium borrows from the system: udevadm, by which serialport lists ports, and
// libusb, without which HID pens and pedals cannot be had. Neither is needed for a named port.

import { type Finding, good } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

const UDEVADM = 'udevadm';
const LIBUSB = 'libusb-1.0.so.0';

/** Whether serialport's own list of ports can work. */
export function checkUdevadm(around: Surroundings): readonly Finding[] {
  const { files, programFolders, platform } = around;
  if (platform !== 'linux') return [];
  const found = programFolders.find((folder) => exists(files, `${folder}/${UDEVADM}`));
  const why = 'serialport lists ports through it; without it Corium reads /sys itself.';
  if (found !== undefined) return [good('udevadm', `${UDEVADM} is in ${found}`, why)];
  return [
    {
      check: 'udevadm',
      level: 'warning',
      what: `${UDEVADM} is not on the path`,
      why,
      next: 'Nothing must be done; "sudo apt install udev" brings it on Debian.',
    },
  ];
}

/** Whether HID devices can be had. */
export function checkLibusb(around: Surroundings): readonly Finding[] {
  const { files, libraryFolders, platform } = around;
  if (platform !== 'linux') return [];
  const found = libraryFolders.find((folder) => exists(files, `${folder}/${LIBUSB}`));
  const why = 'Pens on a CP2110 bridge and foot pedals are read through it.';
  if (found !== undefined) return [good('libusb', `${LIBUSB} is in ${found}`, why)];
  return [
    {
      check: 'libusb',
      level: 'warning',
      what: `${LIBUSB} was not found`,
      why,
      next: 'For a HID pen or a pedal: "sudo apt install libusb-1.0-0".',
    },
  ];
}

const exists = (files: Surroundings['files'], path: string): boolean =>
  files.facts(path) !== undefined;
