// How a person names the way to a pen: serial:PATH, tcp:HOST:PORT, hid:SERIAL or sim. Reads the
// text and nothing else; whether anything is there shows when it is opened.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { OpenRefusal } from './open-refusal.ts';

/** A way to a pen. */
export type PenAddress =
  | { readonly kind: 'serial'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'hid'; readonly serialNumber: string }
  | { readonly kind: 'sim' };

const ALLOWED =
  'serial:PATH, tcp:HOST:PORT, hid:SERIAL or sim, for instance serial:/dev/ttyACM0';
const PORT_MAX = 65_535;

/** Reads the address of a pen. */
export function parsePenAddress(text: string): Result<PenAddress, OpenRefusal> {
  if (text === 'sim') return ok({ kind: 'sim' });
  const cut = text.indexOf(':');
  const rest = text.slice(cut + 1);
  const address = cut < 0 || rest === '' ? undefined : byKind(text.slice(0, cut), rest);
  return address === undefined
    ? refuse({ code: 'bad-address', asked: text, allowed: ALLOWED })
    : ok(address);
}

function byKind(kind: string, rest: string): PenAddress | undefined {
  switch (kind) {
    case 'serial':
      return { kind, path: rest };
    case 'hid':
      return { kind, serialNumber: rest };
    case 'tcp':
      return tcpAddress(rest);
    default:
      return undefined;
  }
}

function tcpAddress(rest: string): PenAddress | undefined {
  const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+)):([0-9]{1,5})$/.exec(rest);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3]);
  if (host === undefined || !(port >= 1 && port <= PORT_MAX)) return undefined;
  return { kind: 'tcp', host, port };
}
