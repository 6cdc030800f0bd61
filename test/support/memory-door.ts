/**
 * A file system in memory behind the journal's door, for tests and simulated worlds. Any single
 * call can be refused with any code, any write cut short, syncs held back, and the machine stopped:
 * what was synced is then still there, and of the rest only what the test lets through.
 */
import type { FileCall, FileDoor, Filed, OpenFile } from '../../host/journal/door.ts';

/** What happens at one call: it is refused with a code, or, for a write, takes fewer bytes. */
export type Mischief = { readonly code: string } | { readonly takes: number };

/** A file in memory: what was written, and what of it would outlive a power cut. */
interface Stored {
  bytes: Uint8Array;
  synced: Uint8Array;
  /** Nobody else looks at these bytes: a write may change them where they are. */
  own?: boolean;
}

/** A memory door and the hands of a test on it. */
export interface MemoryDoor extends FileDoor {
  readonly files: Map<string, Stored>;
  /** Every call so far, in order. */
  readonly calls: FileCall[];
  /** What happens at which call, counted from 0; replaced by tests. */
  mischief: (index: number, call: FileCall) => Mischief | undefined;
  /** Whether syncs wait until `finishSync`. */
  holdSyncs: boolean;
  /** Finishes the sync that is under way; false if there is none. */
  finishSync(): boolean;
  /** Forgets the syncs that are under way, as a machine does whose process or power is gone. */
  dropSyncs(): void;
  /** Cuts the power: everything that was not synced is gone. */
  cutPower(): void;
  /** The content of a file as text, without the space set aside. */
  text(path: string): string;
}

const fine: Filed<undefined> = { ok: true, value: undefined };

const fault = (call: FileCall, path: string, code: string): Filed<never> => ({
  ok: false,
  error: { call, path, code },
});

/** Makes an empty file system. */
export function createMemoryDoor(): MemoryDoor {
  const files = new Map<string, Stored>();
  const folders = new Set<string>();
  const calls: FileCall[] = [];
  const held: (() => void)[] = [];

  const meet = (call: FileCall): Mischief | undefined => {
    const index = calls.push(call) - 1;
    return door.mischief(index, call);
  };
  const run = <Value>(call: FileCall, path: string, work: () => Filed<Value>): Filed<Value> => {
    const met = meet(call);
    return met !== undefined && 'code' in met ? fault(call, path, met.code) : work();
  };
  const at = (call: FileCall, path: string, work: (stored: Stored) => void): Filed<undefined> =>
    run(call, path, () => {
      const stored = files.get(path);
      if (stored === undefined) return fault(call, path, 'ENOENT');
      work(stored);
      return fine;
    });

  const opened = (path: string, stored: Stored): OpenFile => ({
    write: (bytes, from) => {
      const met = meet('write');
      if (met !== undefined && 'code' in met) return fault('write', path, met.code);
      const taken = bytes.subarray(0, met?.takes ?? bytes.length);
      const length = Math.max(stored.bytes.length, from + taken.length);
      if (stored.own !== true || length > stored.bytes.length) {
        const grown = new Uint8Array(length);
        grown.set(stored.bytes);
        stored.bytes = grown;
        stored.own = true;
      }
      stored.bytes.set(taken, from);
      return { ok: true, value: taken.length };
    },
    syncNow: () =>
      run('sync', path, () => {
        stored.synced = stored.bytes;
        stored.own = false;
        return fine;
      }),
    sync: (done) => {
      const covered = stored.bytes;
      stored.own = false;
      const outcome = run('sync', path, () => fine);
      const finish = (): void => {
        if (outcome.ok) stored.synced = covered;
        done(outcome);
      };
      if (door.holdSyncs) held.push(finish);
      else finish();
    },
    truncate: (lengthBytes) =>
      run('truncate', path, () => {
        stored.bytes = stored.bytes.slice(0, lengthBytes);
        return fine;
      }),
    close: () => run('close', path, () => fine),
  });

  const door: MemoryDoor = {
    files,
    calls,
    mischief: () => undefined,
    holdSyncs: false,
    finishSync: () => {
      const finish = held.shift();
      finish?.();
      return finish !== undefined;
    },
    dropSyncs: () => {
      held.length = 0;
      door.holdSyncs = false;
    },
    cutPower: () => {
      for (const stored of files.values()) {
        stored.bytes = stored.synced;
        stored.own = false;
      }
    },
    text: (path) =>
      new TextDecoder().decode(files.get(path)?.bytes).replace(/\0+$/, ''),
    makeFolder: (path) =>
      run('make-folder', path, () => {
        folders.add(path);
        return fine;
      }),
    list: (path) =>
      run<readonly string[]>('list', path, () => {
        const inside = [...files.keys(), ...folders].filter((name) => name.startsWith(`${path}/`));
        if (inside.length === 0 && !folders.has(path)) return fault('list', path, 'ENOENT');
        const names = inside.map((name) => name.slice(path.length + 1).split('/')[0] ?? '');
        return { ok: true, value: [...new Set(names)].toSorted() };
      }),
    read: (path) =>
      run<Uint8Array>('read', path, () => {
        const stored = files.get(path);
        if (stored === undefined) return fault('read', path, 'ENOENT');
        stored.own = false;
        return { ok: true, value: stored.bytes };
      }),
    create: (path) =>
      run<OpenFile>('create', path, () => {
        if (files.has(path)) return fault('create', path, 'EEXIST');
        const stored: Stored = { bytes: new Uint8Array(), synced: new Uint8Array() };
        files.set(path, stored);
        return { ok: true, value: opened(path, stored) };
      }),
    open: (path) =>
      run<OpenFile>('open', path, () => {
        const stored = files.get(path);
        if (stored === undefined) return fault('open', path, 'ENOENT');
        return { ok: true, value: opened(path, stored) };
      }),
    rename: (from, to) =>
      at('rename', from, (stored) => {
        files.delete(from);
        files.set(to, stored);
      }),
    link: (from, to) =>
      run('link', to, () => {
        const stored = files.get(from);
        if (stored === undefined) return fault('link', to, 'ENOENT');
        if (files.has(to)) return fault('link', to, 'EEXIST');
        files.set(to, stored);
        return fine;
      }),
    remove: (path) => at('remove', path, () => files.delete(path)),
    syncFolder: (path) => run('sync-folder', path, () => fine),
  };
  return door;
}
