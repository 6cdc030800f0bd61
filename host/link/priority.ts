// Asks the system to run this process before others. Most accounts are told no, and then nothing is
// lost: permission never depends on being on time. Where it is granted, a busy computer makes the
// host stop a treatment less often.

import os from 'node:os';

/** Tries to raise the priority of a process, by default this one, and says whether it may. */
export function askForPriority(pid: number = process.pid): boolean {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_HIGHEST);
    return true;
  } catch {
    return false;
  }
}
