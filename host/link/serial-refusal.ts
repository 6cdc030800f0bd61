// From what the system says when a serial port does not open to a refusal that a person can act
// on. serialport passes the system's own text on, so the text is all there is to go by.

import type { FileView, Roots } from './file-view.ts';
import { findHolders } from './holders.ts';
import type { OpenRefusal } from './open-refusal.ts';

type Cause = 'absent' | 'no-permission' | 'busy' | 'wrong-device' | 'vanished';

/** Texts of glibc, macOS and Windows, as serialport 13 hands them on; the first match counts. */
const CAUSES: readonly (readonly [RegExp, Cause])[] = [
  [/cannot lock port|resource busy|EBUSY|access denied/i, 'busy'],
  [/permission denied|EACCES|operation not permitted|EPERM/i, 'no-permission'],
  [/no such file|ENOENT|file not found/i, 'absent'],
  [/inappropriate ioctl|ENOTTY|not a typewriter|invalid argument|EINVAL/i, 'wrong-device'],
  [/no such device|ENXIO|ENODEV|input\/output error|EIO/i, 'vanished'],
];

/** Makes a refusal of an error that opening a serial port gave. */
export function serialRefusal(
  path: string,
  error: unknown,
  files: FileView,
  roots: Roots,
): OpenRefusal {
  const detail = error instanceof Error ? error.message : String(error);
  const cause = CAUSES.find(([text]) => text.test(detail))?.[1];
  switch (cause) {
    case undefined:
      return { code: 'failed', name: path, detail };
    case 'busy':
      return { code: 'busy', name: path, holders: findHolders(files, roots, path).holders };
    case 'no-permission':
      return { code: 'no-permission', name: path, group: undefined };
    case 'wrong-device':
      return { code: 'wrong-device', name: path, found: 'a device without line settings' };
    case 'absent':
    case 'vanished':
      return { code: cause, name: path };
  }
}
