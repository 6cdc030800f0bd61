// A desk in a process of its own that can be killed: it takes its requests from a window inside
// the same process, begins a treatment, and says when the pen runs.

import process from 'node:process';
import { openConsole, openWindow } from '../console-rig.ts';

const dataDir = process.argv[2];
const rig = await openConsole({ pen: 'sim', ...(dataDir === undefined ? {} : { dataDir }) });
const window = await openWindow(rig.server.address);
await window.until(() => window.state().pen.standing.kind === 'met', 'a pen');
const [first, ...others] = window.state().plan.draft.areas;
if (first === undefined) throw new Error('the demonstration plans something');
for (const { area, side } of others) await window.ask({ kind: 'remove-area', area, side });
const { area, side } = first;
await window.ask({ kind: 'change-area', area, side, change: { sizeMm2: 3_000 } });
await window.ask({
  kind: 'room',
  room: {
    numbing: 'none',
    packageWasIntact: true,
    barrierFitted: true,
    onlySterileGlide: true,
    cleanedSinceLastPerson: true,
  },
});
await window.ask({ kind: 'begin' });
await window.until(() => window.snapshot()?.areas[0]?.against.length === 0, 'a pen to arm');
await window.ask({ kind: 'arm', area, side, eyeConfirmed: false });
await window.until(() => window.snapshot()?.phase === 'running', 'a stroke');
process.send?.({ dataDir: rig.desk.dataDir });
