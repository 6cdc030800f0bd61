// Who is running on this machine, as far as a lock needs to know: this process, and whether the
// process that a lock names is still the same one. A number alone does not say that, because the
// system gives numbers again; the start time beside it does, where the system tells it.

import fs from 'node:fs';

/** A process, told apart from every other by number, start and boot of its machine. */
export interface ProcessMark {
  readonly pid: number;
  readonly machine: string;
  /** Start time in the system's own count, and the boot it belongs to; empty where not told. */
  readonly started: string;
  readonly boot: string;
}

/** Who is running. */
export interface ProcessTable {
  readonly self: () => ProcessMark;
  /** Whether a process is gone for certain; where that cannot be told, it is not. */
  readonly gone: (mark: ProcessMark) => boolean;
}

/** What a process table reads: the root of /proc, this machine's name and this process's number. */
export interface ProcessTableOptions {
  readonly procRoot: string;
  readonly machine: string;
  readonly pid: number;
}

/**
 * The processes of this machine by /proc where there is one, else by asking the system for a
 * number.
 */
export function processTable({ procRoot, machine, pid }: ProcessTableOptions): ProcessTable {
  const boot = readLine(`${procRoot}/sys/kernel/random/boot_id`);
  const startedAt = (of: number): string => startField(readLine(`${procRoot}/${of}/stat`));
  return {
    self: () => ({ pid, machine, started: startedAt(pid), boot }),
    gone: (mark) => {
      // A process of another machine, as on a shared folder, cannot be looked up here.
      if (mark.machine !== machine) return false;
      if (boot === '' || mark.boot === '') return !numberInUse(mark.pid);
      return mark.boot !== boot || startedAt(mark.pid) !== mark.started;
    },
  };
}

function readLine(path: string): string {
  try {
    return fs.readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * The 22nd field of /proc/PID/stat; the second is a name in brackets and may hold anything. A
 * process that ended and was not yet asked about by its parent (Z, X) holds nothing any more.
 */
function startField(stat: string): string {
  const fields = stat.slice(stat.lastIndexOf(')') + 1).trim().split(' ');
  return /^[ZX]/.test(fields[0] ?? '') ? '' : (fields[19] ?? '');
}

function numberInUse(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // Not being allowed to signal a process means that there is one.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
