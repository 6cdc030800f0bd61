/**
 * A host process on a machine that can be troubled: the product's own, but for a disk that begins
 * to refuse on a signal, or a wall clock that steps on one. What it is to do then stands in its
 * environment; the instant at which it really happened goes into a file beside the journal.
 */
import fs from 'node:fs';
import { today } from '../../host/cli/today.ts';
import { nodeWorld } from '../../host/journal/index.ts';
import type { JournalWorld } from '../../host/journal/world.ts';
import { askForPriority } from '../../host/link/priority.ts';
import { serveConsole } from '../../host/treat/serve.ts';
import { troubledDoor } from './disk/troubled-door.ts';
import type { Trouble } from './trouble.ts';

const trouble = JSON.parse(process.env['RIG_TROUBLE'] ?? '{}') as Trouble;
let ordered = false;
let since = 0;
process.on('SIGUSR2', () => {
  ordered = true;
});

const tookEffect = (): void =>
  fs.writeFileSync(trouble.toldIn, String(process.hrtime.bigint()), { flag: 'wx' });

function troubled(world: JournalWorld): JournalWorld {
  if (trouble.kind === 'clock') {
    const nowIso = (): string => {
      if (!ordered) return world.nowIso();
      since += 1;
      if (since === 1) tookEffect();
      return new Date(Date.now() + trouble.byMs).toISOString();
    };
    return { ...world, nowIso };
  }
  const door = troubledDoor(world.door, (call) => {
    if (!ordered || !trouble.calls.includes(call)) return undefined;
    since += 1;
    if (since <= trouble.skip) return undefined;
    if (since === trouble.skip + 1) tookEffect();
    return trouble.code;
  });
  return { ...world, door };
}

askForPriority();
serveConsole({ world: troubled(nodeWorld('rig')), today: () => today() });
