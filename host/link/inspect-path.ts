// Looks at a path before anything is opened: many of the ways in which a port can be wrong show
// without touching the device, and opening a device to see what it is may move somebody's motor.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FileFacts, FileView, Roots } from './file-view.ts';
import type { OpenRefusal } from './open-refusal.ts';

/** Refuses a path that cannot be a serial port, without opening it. */
export function inspectPath(
  path: string,
  files: FileView,
  roots: Roots,
): Result<FileFacts, OpenRefusal> {
  const facts = files.facts(path);
  if (facts === undefined) return refuse({ code: 'absent', name: path });
  if (facts.kind === 'folder') return refuse({ code: 'is-a-directory', name: path });
  if (facts.kind !== 'character-device') {
    return refuse({ code: 'wrong-device', name: path, found: 'a file' });
  }
  const found = otherSubsystem(facts, files, roots);
  if (found !== undefined) return refuse({ code: 'wrong-device', name: path, found });
  if (!files.usable(path)) {
    return refuse({ code: 'no-permission', name: path, group: groupName(facts.gid, files) });
  }
  return ok(facts);
}

/** What kind of device this is when the kernel says that it is not a terminal line. */
function otherSubsystem(facts: FileFacts, files: FileView, roots: Roots): string | undefined {
  const link = files.link(`${roots.sys}/dev/char/${facts.major}:${facts.minor}/subsystem`);
  const subsystem = link?.split('/').at(-1);
  // Pseudo-terminals have no entry there; serialport itself then finds out what they are.
  if (subsystem === undefined || subsystem === 'tty') return undefined;
  return `a device of the kind "${subsystem}"`;
}

/** The name of a group, when this computer's list of groups knows it. */
export function groupName(gid: number, files: FileView, list = '/etc/group'): string | undefined {
  return files
    .text(list)
    ?.split('\n')
    .map((line) => line.split(':'))
    .find((fields) => fields[2] === String(gid))?.[0];
}
