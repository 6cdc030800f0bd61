// The far end of the echo bench, a process of its own: it opens two pseudo-terminals, prints their
// paths in one line, and sends back whatever arrives. Both roads meet this same peer.

import { openPty } from '../../sim/pty/open-pty.ts';

const paths: string[] = [];
for (let index = 0; index < 2; index += 1) {
  const pty = await openPty();
  if (!pty.ok) throw new Error(JSON.stringify(pty.error));
  const { port } = pty.value;
  port.onBytes((bytes) => void port.write(bytes));
  paths.push(pty.value.path);
}
process.stdout.write(`${paths.join(' ')}\n`);
process.stdin.resume().on('end', () => process.exit(0));
