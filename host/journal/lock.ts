// One writer per journal. The lock is a small file that names its holder; it comes into being
// whole, by linking, so that nobody ever reads half a name. A lock whose holder is gone for
// certain is put aside; where that cannot be told, a person is asked to look.

import { z } from 'zod';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FileDoor, FileFault } from './door.ts';
import { writeNew } from './files.ts';
import type { ProcessTable } from './process-table.ts';
import type { JournalRefusal } from './refusal.ts';

const holderSchema = z.strictObject({
  pid: z.int().min(0),
  machine: z.string(),
  started: z.string(),
  boot: z.string(),
  since: z.string(),
  ticket: z.string(),
});

type Holder = Readonly<z.output<typeof holderSchema>>;

/** A lock that this process holds. */
export interface Lock {
  /** Gives the lock back; a lock that is not ours any more is left alone. */
  readonly release: () => void;
}

/** What taking a lock needs. */
export interface LockWorld {
  readonly door: FileDoor;
  readonly processes: ProcessTable;
  readonly nowIso: () => string;
  readonly freshId: () => string;
}

const fault = (error: FileFault): JournalRefusal => ({ code: 'file-fault', fault: error });

/** Takes the lock at a path, or says who holds it. */
export function takeLock(at: string, world: LockWorld): Result<Lock, JournalRefusal> {
  const { door } = world;
  const ticket = world.freshId();
  const mine = `${at}.${ticket}`;
  const holder: Holder = { ...world.processes.self(), since: world.nowIso(), ticket };
  const prepared = writeNew(door, mine, new TextEncoder().encode(JSON.stringify(holder)));
  const taken = prepared.ok ? claim(at, mine, world) : refuse(fault(prepared.error));
  door.remove(mine);
  if (!taken.ok) return taken;
  return ok({ release: () => release(at, ticket, door) });
}

function claim(at: string, mine: string, world: LockWorld): Result<undefined, JournalRefusal> {
  const { door } = world;
  const first = door.link(mine, at);
  if (first.ok) return ok(undefined);
  if (first.error.code !== 'EEXIST') return refuse(fault(first.error));
  const held = readHolder(door, at);
  if (!held.ok) return held;
  const { pid, machine, since } = held.value;
  // S-29: one host for one journal; a lock that somebody may hold is not taken.
  if (!world.processes.gone(held.value)) {
    return refuse({ code: 'held', path: at, pid, machine, since });
  }
  const aside = putAside(at, `${mine}.stale`, held.value.ticket, door);
  if (!aside.ok) return aside;
  const second = door.link(mine, at);
  if (second.ok) return ok(undefined);
  const overtaken = second.error.code === 'EEXIST';
  return refuse(overtaken ? { code: 'held-by-unknown', path: at } : fault(second.error));
}

/** Moves a stale lock away, and puts it back if somebody else had replaced it in the meantime. */
function putAside(
  at: string,
  aside: string,
  ticket: string,
  door: FileDoor,
): Result<undefined, JournalRefusal> {
  const moved = door.rename(at, aside);
  if (!moved.ok) return refuse(fault(moved.error));
  const seen = readHolder(door, aside);
  if (seen.ok && seen.value.ticket === ticket) {
    const removed = door.remove(aside);
    return removed.ok ? ok(undefined) : refuse(fault(removed.error));
  }
  // Linking instead of renaming: a third lock that came meanwhile must not be overwritten.
  door.link(aside, at);
  door.remove(aside);
  return refuse({ code: 'held-by-unknown', path: at });
}

function readHolder(door: FileDoor, at: string): Result<Holder, JournalRefusal> {
  const bytes = door.read(at);
  if (!bytes.ok) return refuse(fault(bytes.error));
  const holder = holderSchema.safeParse(parse(new TextDecoder().decode(bytes.value)));
  return holder.success ? ok(holder.data) : refuse({ code: 'held-by-unknown', path: at });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function release(at: string, ticket: string, door: FileDoor): void {
  const held = readHolder(door, at);
  if (held.ok && held.value.ticket === ticket) door.remove(at);
}
