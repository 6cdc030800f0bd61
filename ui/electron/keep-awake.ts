// Keeps the computer awake while a treatment has the pen, and stops the pen when the computer goes
// to sleep or is locked all the same: nobody watches it then.

import type { PowerMonitor, PowerSaveBlocker } from 'electron';
import type { Desk } from '../desk/desk.ts';

/** Starts to keep it awake. */
export function keepAwake(
  desk: Pick<Desk, 'onTreating' | 'stop'>,
  powerMonitor: PowerMonitor,
  powerSaveBlocker: PowerSaveBlocker,
): void {
  let blocker: number | undefined;
  desk.onTreating((treating) => {
    if (blocker !== undefined) powerSaveBlocker.stop(blocker);
    blocker = treating ? powerSaveBlocker.start('prevent-display-sleep') : undefined;
  });
  powerMonitor.on('suspend', desk.stop);
  powerMonitor.on('lock-screen', desk.stop);
}
