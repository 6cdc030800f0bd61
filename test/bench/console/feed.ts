/**
 * A desk that only speaks: tells a page over a socket of its own a treatment in which everything
 * moves, two hundred samples a second in batches as the real desk sends them, and as many snapshots
 * a second as are asked for. It runs outside of the browser, so that what it costs is not counted.
 */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { samplesBetween, snapshotAt, treating } from '../../ui/bench/score.ts';
import { machineMs } from './watch-page.ts';

const TRACE_MS = 33;

/** A feed that listens; its address is completed by the snapshots that a page wants a second. */
export interface Feed {
  readonly address: string;
  readonly close: () => void;
}

/** Starts to listen on this computer. */
export async function openFeed(): Promise<Feed> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.on('listening', resolve));
  server.on('connection', (socket, { url }) => {
    const snapshotsHz = Number(url?.slice(1));
    const say = (said: object): void => socket.send(JSON.stringify(said));
    const beganMs = machineMs();
    let fedMs = 0;
    // A minute at once, so that a plot is full from the beginning.
    const nowMs = (): number => 60_000 + machineMs() - beganMs;
    const feed = (): void => {
      const ms = nowMs();
      say({ kind: 'trace', samples: samplesBetween(fedMs, ms) });
      fedMs = ms;
    };
    say({ kind: 'state', state: treating() });
    say({ kind: 'snapshot', snapshot: snapshotAt(0) });
    const timers = [setTimeout(() => timers.push(setInterval(feed, TRACE_MS)), 500)];
    if (snapshotsHz > 0) {
      let told = 0;
      timers.push(setInterval(() => {
        // As many as are due by the clock: a timer that comes late makes up for it.
        const due = Math.floor(((machineMs() - beganMs) * snapshotsHz) / 1_000);
        for (; told < due; told += 1) {
          say({ kind: 'snapshot', snapshot: snapshotAt((told * 1_000) / snapshotsHz) });
        }
      }, Math.max(4, 1_000 / snapshotsHz)));
    }
    socket.on('close', () => timers.forEach((timer) => clearInterval(timer)));
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `ws://127.0.0.1:${port}/`,
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
