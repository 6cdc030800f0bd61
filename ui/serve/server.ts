// The door to the desk for a browser on this computer: the page and one socket on the loopback
// interface. Only who knows the token gets in, only our own page may use it, and a name that was
// made to lead here (DNS rebinding) leads nowhere.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Carrier } from '../contract/carrier.ts';
import { socketCarrier } from './socket-carrier.ts';
import { type PageAnswer, type PageFiles, sentence } from './page-files.ts';

/** What a server serves. */
export interface ServerSetup {
  readonly files: PageFiles;
  readonly join: (carrier: Carrier, tab: string) => void;
  /** Any free port if it is 0. */
  readonly port: number;
}

/** A server that listens. */
export interface PageServer {
  /** The address of the console, token included. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const TOKEN_BYTES = 32;
/** No request of a window is larger; the socket is closed on one that is. */
const MESSAGE_BYTES_MAX = 640 * 1024;
const SUBPROTOCOL = 'corium';
const HEADERS_MS_MAX = 10_000;

const FORBIDDEN = 'This address wants the token that the console printed when it was started.';
const NOT_HERE = 'This server answers its own page on this computer only.';

/** Starts it, or says in a sentence why it cannot. */
export function startServer(setup: ServerSetup): Promise<Result<PageServer, string>> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const server = createServer({ headersTimeout: HEADERS_MS_MAX }, (request, response) => {
    send(response, answer(setup, request, token, portOf(server)));
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const why = againstSocket(request, token, portOf(server));
    if (why !== undefined) {
      socket.end(`HTTP/1.1 ${why}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const tab = tabOf(request, portOf(server));
    sockets.handleUpgrade(request, socket, head, (opened) =>
      setup.join(socketCarrier(opened), tab));
  });
  return new Promise((resolve) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      resolve(refuse(whyNot(error, setup.port))));
    server.listen(setup.port, LOOPBACK, () => {
      const address = `http://${LOOPBACK}:${portOf(server)}/?token=${token}`;
      resolve(ok({ address, close: () => closeAll(server, sockets) }));
    });
  });
}

const whyNot = ({ code, message }: NodeJS.ErrnoException, port: number): string =>
  code === 'EADDRINUSE'
    ? `Port ${port} of this computer is taken; leave --port out to have a free one.`
    : `The console cannot listen on port ${port}: ${message}.`;

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const ownHosts = (port: number): readonly string[] =>
  [`${LOOPBACK}:${port}`, `localhost:${port}`];

/** A name that leads here from elsewhere is not ours, whatever address it leads to. */
const isOwnHost = ({ headers }: IncomingMessage, port: number): boolean =>
  ownHosts(port).includes(headers.host ?? '');

const isOwnOrigin = ({ headers }: IncomingMessage, port: number): boolean =>
  ownHosts(port).some((host) => headers.origin === `http://${host}`);

/** Compared in the same time whatever is guessed. */
function isToken(guess: string, token: string): boolean {
  const [one, other] = [Buffer.from(guess), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function answer(
  { files }: ServerSetup,
  request: IncomingMessage,
  token: string,
  port: number,
): PageAnswer {
  if (!isOwnHost(request, port)) return sentence(421, NOT_HERE);
  if (request.headers.origin !== undefined && !isOwnOrigin(request, port)) {
    return sentence(403, NOT_HERE);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return sentence(405, 'Only pages are given out here.');
  }
  const url = urlOf(request, port);
  if (url === undefined) return sentence(400, 'This is no address of a page.');
  const isPage = url.pathname === '/' || url.pathname.endsWith('.html');
  const given = url.searchParams.get('token') ?? '';
  if (isPage && !isToken(given, token)) return sentence(403, FORBIDDEN);
  return files.answer(url.pathname, ownHosts(port).map((host) => `ws://${host}`).join(' '));
}

/** By which a page that is loaded again is known; it opens nothing. */
function tabOf(request: IncomingMessage, port: number): string {
  const tab = urlOf(request, port)?.searchParams.get('tab') ?? '';
  return /^[\w-]{1,64}$/.test(tab) ? tab : '';
}

const urlOf = ({ url }: IncomingMessage, port: number): URL | undefined =>
  URL.parse(url ?? '/', `http://${LOOPBACK}:${port}`) ?? undefined;

function send(response: ServerResponse, { status, headers, body }: PageAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Why a socket is not opened, as the status line says it; undefined if it is. */
function againstSocket(
  request: IncomingMessage,
  token: string,
  port: number,
): string | undefined {
  if (!isOwnHost(request, port)) return '421 Misdirected Request';
  if (!isOwnOrigin(request, port)) return '403 Forbidden';
  if (urlOf(request, port)?.pathname !== '/desk') return '404 Not Found';
  const said = (request.headers['sec-websocket-protocol'] ?? '').split(/, */);
  const [name = '', guess = ''] = said;
  return name === SUBPROTOCOL && isToken(guess, token) ? undefined : '403 Forbidden';
}

function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
