// A foot pedal that is a file: the number in it is the mask of the buttons that are down. It stands
// in for the HID library in a host process of a test, where no pedal is plugged in; everything
// behind the library is real.

import fs from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const FOOT = process.env['CORIUM_TEST_FOOT'] ?? '';
const LOOK_MS = 4;

const mask = (): number => Number(fs.readFileSync(FOOT, 'utf8'));

const opened = () => {
  let last = -1;
  return {
    read: async (waitMs: number): Promise<Uint8Array | undefined> => {
      for (let waited = 0; waited < waitMs; waited += LOOK_MS) {
        const now = mask();
        if (now !== last) {
          last = now;
          return Uint8Array.of(now, 0);
        }
        await pause(LOOK_MS);
      }
      return undefined;
    },
    close: () => Promise.resolve(),
  };
};

export default {
  devicesAsync: () => Promise.resolve([{ path: 'foot', vendorId: 0x05f3, productId: 0x00ff }]),
  HIDAsync: { open: () => Promise.resolve(opened()) },
};
