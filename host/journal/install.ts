// Makes the journal of a new installation. This is the only place where one comes into being: a
// journal that is missing later was lost, and a host that made a fresh one in its stead would give
// every spent budget back.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { genesis, linkNote } from './chain.ts';
import type { FileFault } from './door.ts';
import { fileName, type Installation, installationOf, places, writeNew } from './files.ts';
import type { JournalRefusal } from './refusal.ts';
import type { JournalWorld } from './world.ts';

const fault = (error: FileFault): JournalRefusal => ({ code: 'file-fault', fault: error });

/** Makes an installation with an empty journal in a folder that has none. */
export function initInstallation(
  dir: string,
  world: JournalWorld,
): Result<Installation, JournalRefusal> {
  const { door } = world;
  const at = places(dir);
  const free = isFree(dir, world);
  if (!free.ok) return free;
  const made = installationOf(world.freshId(), world.nowIso());
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(`${text}\n`);
  const fresh = `${at.installation}.new`;
  // The name installation.json comes last: a folder that has it has a whole journal.
  const steps = [
    () => door.makeFolder(at.folder),
    () => writeNew(door, at.file(fileName(1)), bytes(firstLine(made, world))),
    () => door.syncFolder(at.folder),
    () => writeNew(door, fresh, bytes(JSON.stringify(made))),
    () => door.rename(fresh, at.installation),
    () => door.syncFolder(dir),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return refuse(fault(done.error));
  }
  return ok(made);
}

function isFree(dir: string, { door }: JournalWorld): Result<undefined, JournalRefusal> {
  const names = door.list(dir);
  if (!names.ok) return names.error.code === 'ENOENT' ? ok(undefined) : refuse(fault(names.error));
  const taken = names.value.some((name) => /^(?:installation\.json(?:\.new)?|journal)$/.test(name));
  return taken ? refuse({ code: 'already-there', path: dir }) : ok(undefined);
}

function firstLine({ installationId, madeAt }: Installation, world: JournalWorld): string {
  const { pid } = world.processes.self();
  const start = genesis(installationId, world.sha256);
  return linkNote(
    start,
    { kind: 'journal-opened', installationId, host: world.host, pid },
    { at: madeAt, ms: world.nowMs(), synced: 0 },
    world.sha256,
  ).line;
}
