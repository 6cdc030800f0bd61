// Who has a device open, read from /proc. Only processes that this user may look into are seen,
// so an empty answer is "nobody known", never "nobody".

import type { FileView, Roots } from './file-view.ts';
import type { Holder } from './open-refusal.ts';

/** What a search for holders found, and how many processes it could not look into. */
export interface HoldersFound {
  readonly holders: readonly Holder[];
  readonly hiddenProcesses: number;
}

/** Finds the processes that have a path open. */
export function findHolders(files: FileView, roots: Roots, path: string): HoldersFound {
  const device = files.real(path) ?? path;
  const holders: Holder[] = [];
  let hiddenProcesses = 0;
  for (const name of processNames(files, roots)) {
    const descriptors = files.names(`${roots.proc}/${name}/fd`);
    if (descriptors === undefined) hiddenProcesses += 1;
    else if (descriptors.some((fd) => files.link(`${roots.proc}/${name}/fd/${fd}`) === device)) {
      holders.push({ pid: Number(name), command: commandOf(files, roots, name) });
    }
  }
  return { holders, hiddenProcesses };
}

/** The processes whose short name is the one given. */
export function processesNamed(files: FileView, roots: Roots, command: string): readonly Holder[] {
  return processNames(files, roots)
    .map((name) => ({ pid: Number(name), command: commandOf(files, roots, name) }))
    .filter((process) => process.command === command);
}

const processNames = (files: FileView, roots: Roots): readonly string[] =>
  (files.names(roots.proc) ?? []).filter((name) => /^[0-9]+$/.test(name));

const commandOf = (files: FileView, roots: Roots, name: string): string =>
  files.text(`${roots.proc}/${name}/comm`)?.trim() ?? 'a process without a name';
