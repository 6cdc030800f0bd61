/**
 * Written down before it is permitted: when the first ARM or GRANT of an arming leaves the host,
 * its reservation is among the bytes that the disk would still have after a power cut.
 */
import { createDeframer } from '../../../protocol/deframe.ts';
import { bindingOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import type { World } from '../world.ts';
import type { Checker } from './checker.ts';

/** Frames of the host against the synced bytes of its disk. */
export const reservationChecker: Checker = ({ world, testimony }, complain) => {
  const seen = new Set<string>();
  let host = '';
  const hear = createDeframer(
    {
      heard: (message, { session }) => {
        if (message.kind !== 'arm' && message.kind !== 'grant') return;
        const name = `${session} ${message.armingId}`;
        if (seen.has(name)) return;
        seen.add(name);
        host = message.kind === 'arm' ? 'armed' : 'granted';
        if (!isOnDisk(world, message.armingId)) {
          complain(`arming ${message.armingId} was ${host} before its reservation was on disk`);
        }
      },
      dropped: () => undefined,
    },
    'host',
  );
  testimony.onFrame(({ message }) => {
    if (message.kind === 'welcome') hear.bind(bindingOf(SCHEMA_HASH, message.bootId));
  });
  world.onBytes((tap, bytes) => {
    if (tap === 'host-wrote') hear.push(bytes);
  });
  return undefined;
};

const text = new TextDecoder();

function isOnDisk({ parts }: World, armingId: number): boolean {
  const wanted = `"armingId":${armingId},`;
  return [...parts.disk.door.files].some(
    ([path, { synced }]) =>
      path.endsWith('.jsonl') &&
      text
        .decode(synced)
        .split('\n')
        .some((line) => line.includes('"kind":"reservation"') && line.includes(wanted)),
  );
}
