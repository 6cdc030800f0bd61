// The pens there are. Without a name nothing is opened: ports are told by what they say on USB.
// With a name, that one pen is met and read.

import { choosePen, describePort, discoverPorts, portKind } from '../../link/index.ts';
import type { PortsFound } from '../../link/index.ts';
import { EXIT } from '../exit-code.ts';
import { meetPen } from '../meet-pen.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen, type SimWish } from '../pen-access.ts';
import { penDocument, penText } from '../pen-text.ts';

/** Lists the ports. */
export async function listPens(): Promise<Outcome> {
  const found = await discoverPorts();
  const chosen = choosePen(found.ports);
  const document = {
    ok: true,
    ports: found.ports.map((port) => ({ ...port, kind: portKind(port) })),
    chosen: chosen.ok ? chosen.value.path : undefined,
    listFailure: found.listFailure,
  };
  return done(portLines(found), document);
}

const WORDS = {
  pen: 'a pen, by its own word',
  bridge: 'a serial bridge: could be a pen, could be anything',
  other: 'something else',
} as const;

/** The ports as lines. */
export function portLines({ ports, listFailure }: PortsFound): readonly string[] {
  const lines = ports.map((port) => `${describePort(port)}: ${WORDS[portKind(port)]}`);
  const none = ports.length === 0 ? ['No USB serial port is plugged in.'] : [];
  const partly = listFailure === undefined
    ? []
    : [`The usual list could not be had (${listFailure}); this is what /sys says.`];
  const hint = 'No port was opened to look. A pen elsewhere is named: --pen serial:PATH, ' +
    'tcp:HOST:PORT, hid:SERIAL or sim.';
  return [...none, ...lines, ...partly, hint];
}

/** Meets a pen and says what it says of itself. */
export async function readPen(pen: string, wish: SimWish): Promise<Outcome> {
  const access = await accessPen(pen, wish);
  if (!access.ok) return access.error;
  const met = await meetPen(access.value.address);
  await access.value.close();
  if (!met.ok) return failed(EXIT.pen, [met.error]);
  return done(penText(met.value), { ok: true, pen: penDocument(met.value) });
}
