/**
 * A door to a real file system at which single calls can be refused with a code of the system's.
 * Nothing is done when a call is refused, as on a disk that is full or read-only.
 */
import type { FileCall, FileDoor, FileFault, OpenFile } from '../../../host/journal/door.ts';
import { type Result, refuse } from '../../../protocol/result.ts';

/** Whether a call is refused, and with which code. */
export type Refuser = (call: FileCall) => string | undefined;

type Faulty<Value> = Result<Value, FileFault>;

/** Puts a refuser in front of a door. */
export function troubledDoor(door: FileDoor, refuser: Refuser): FileDoor {
  const meet = <Value>(
    call: FileCall,
    path: string,
    work: () => Faulty<Value>,
  ): Faulty<Value> => {
    const code = refuser(call);
    return code === undefined ? work() : refuse({ call, path, code });
  };
  const file = (path: string, open: OpenFile): OpenFile => ({
    write: (bytes, at) => meet('write', path, () => open.write(bytes, at)),
    syncNow: () => meet('sync', path, () => open.syncNow()),
    sync: (done) => {
      const code = refuser('sync');
      if (code === undefined) open.sync(done);
      else setImmediate(() => done(refuse({ call: 'sync', path, code })));
    },
    truncate: (lengthBytes) => meet('truncate', path, () => open.truncate(lengthBytes)),
    close: () => meet('close', path, () => open.close()),
  });
  const opened = (path: string, made: Faulty<OpenFile>): Faulty<OpenFile> =>
    made.ok ? { ok: true, value: file(path, made.value) } : made;
  return {
    makeFolder: (path) => meet('make-folder', path, () => door.makeFolder(path)),
    list: (path) => meet('list', path, () => door.list(path)),
    read: (path) => meet('read', path, () => door.read(path)),
    create: (path) => meet('create', path, () => opened(path, door.create(path))),
    open: (path) => meet('open', path, () => opened(path, door.open(path))),
    rename: (from, to) => meet('rename', to, () => door.rename(from, to)),
    link: (from, to) => meet('link', to, () => door.link(from, to)),
    remove: (path) => meet('remove', path, () => door.remove(path)),
    syncFolder: (path) => meet('sync-folder', path, () => door.syncFolder(path)),
  };
}
