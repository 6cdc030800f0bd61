// Notices a pen that is plugged in or pulled out, by what the system lists and by nothing else: no
// port is opened to see what it is. It looks only while nothing else has the pen.

import process from 'node:process';
import { discoverPorts, SYSTEM_ROOTS, systemFiles } from '../../host/link/index.ts';
import { sysfsPorts } from '../../host/link/sysfs-ports.ts';
import type { PortView } from '../contract/desk-state.ts';

/** What the watch can reach. */
export interface WatchGround {
  /** The paths of the ports that there are. */
  readonly paths: () => Promise<readonly string[]>;
  /** Lists the ports anew, for the windows. */
  readonly refresh: () => Promise<void>;
  readonly ports: () => readonly PortView[];
  /** Something else has the pen, so that nobody looks. */
  readonly busy: () => boolean;
  readonly came: (port: PortView) => void;
  readonly went: (port: PortView) => void;
}

/** How often the list is looked at. */
export const WATCH_MS = 2_000;

/** One look; what is new is told once it is on the list. */
export async function lookOnce(
  { paths, refresh, ports, busy, came, went }: WatchGround,
  before: string,
): Promise<string> {
  if (busy()) return before;
  const now = [...(await paths())].sort().join('\n');
  if (now === before) return before;
  const earlier = ports();
  await refresh();
  const later = ports();
  const isIn = (list: readonly PortView[], { address }: PortView): boolean =>
    list.some((one) => one.address === address);
  for (const port of later) if (!isIn(earlier, port)) came(port);
  for (const port of earlier) if (!isIn(later, port)) went(port);
  return now;
}

/** Starts to watch; gives back how it ends. */
export function watchPorts(ground: WatchGround): () => void {
  let seen = '';
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void lookOnce(ground, seen)
      .then((now) => {
        seen = now;
      })
      .finally(() => {
        looking = false;
      });
  }, WATCH_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The paths of this computer: from /sys where there is one, which costs a few small reads. */
export async function pathsHere(): Promise<readonly string[]> {
  const ports = process.platform === 'linux'
    ? sysfsPorts(systemFiles, SYSTEM_ROOTS)
    : (await discoverPorts()).ports;
  return ports.map(({ path }) => path);
}
