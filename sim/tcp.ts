// A pen behind a socket. One host at a time, as a cable has one other end: a second one is turned
// away at once, and after a host has gone the next one may come. It listens on this computer only.

import net from 'node:net';
import { ok, refuse, type Result } from '../protocol/result.ts';
import type { OnWire } from './on-wire.ts';

/** A socket that hosts can reach a pen by. */
export interface TcpPen {
  /** What a host is told, for instance `tcp:127.0.0.1:40123`. */
  readonly address: string;
  /** Bytes that could not be handed on, because nobody listened or not fast enough. */
  readonly droppedBytes: () => number;
  readonly close: () => Promise<void>;
}

/** Why a pen cannot listen where it was told to. */
export type ListenRefusal =
  | { readonly code: 'bad-address'; readonly asked: string }
  | { readonly code: 'not-this-computer'; readonly asked: string }
  | { readonly code: 'cannot-listen'; readonly asked: string; readonly why: string };

/** What waits in a socket before frames are dropped, as a cable without a reader drops them. */
const BACKLOG_BYTES_MAX = 4_096;

const PORT_MAX = 65_535;

/** Lets a pen listen on `host:port` of this computer; port 0 takes any that is free. */
export async function listenTcp(
  pen: OnWire,
  asked: string,
): Promise<Result<TcpPen, ListenRefusal>> {
  const [, bracketed, plain, digits] = /^(?:\[(.+)\]|([^:]+)):(\d{1,5})$/.exec(asked) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined || port > PORT_MAX) return refuse({ code: 'bad-address', asked });
  if (!isThisComputer(host)) return refuse({ code: 'not-this-computer', asked });
  const server = net.createServer({ noDelay: true });
  const why = await listening(server, host, port);
  if (why !== undefined) return refuse({ code: 'cannot-listen', asked, why });
  return ok(serve(server, pen));
}

/** Says in a sentence why a pen cannot listen. */
export function sayListenRefusal(refusal: ListenRefusal): string {
  switch (refusal.code) {
    case 'bad-address':
      return `"${refusal.asked}" is no address to listen on; write for instance 127.0.0.1:0.`;
    case 'not-this-computer':
      return `${refusal.asked} could be reached from other computers; use 127.0.0.1 or [::1].`;
    case 'cannot-listen':
      return `The pen cannot listen on ${refusal.asked}: ${refusal.why}.`;
  }
}

const isThisComputer = (host: string): boolean =>
  host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const listening = (server: net.Server, host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    server.once('error', (error) => resolve(error.message));
    server.listen({ host, port }, () => resolve(undefined));
  });

function serve(server: net.Server, pen: OnWire): TcpPen {
  let peer: net.Socket | undefined;
  let dropped = 0;

  server.on('connection', (socket) => {
    if (peer !== undefined) {
      socket.destroy();
      return;
    }
    peer = socket;
    socket.on('data', (bytes) => {
      if (typeof bytes !== 'string') pen.receive(bytes);
    });
    // The end of a host is no event for a pen: it hears nothing more, and that is all.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      peer = undefined;
    });
  });

  pen.onFrame((bytes) => {
    if (peer === undefined || peer.writableLength > BACKLOG_BYTES_MAX) dropped += bytes.length;
    else peer.write(bytes.slice());
  });

  return {
    address: addressOf(server),
    droppedBytes: () => dropped,
    close: () =>
      new Promise((resolve) => {
        peer?.destroy();
        server.close(() => resolve());
      }),
  };
}

function addressOf(server: net.Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') return 'tcp:closed';
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `tcp:${host}:${address.port}`;
}
