// A pseudo-terminal that nobody reads: prints its path, waits for a line on its input, and only
// then reads everything and reports how much it was and how it ended.

import fs from 'node:fs';
import { once } from 'node:events';
import { type OpenedPty, PROVIDERS } from '../../sim/pty/providers.ts';

const { fd, path } = await firstPty();
const held = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NOCTTY);
process.stdout.write(`${path}\n`);
await once(process.stdin, 'data');

const buffer = Buffer.alloc(65_536);
let total = 0;
let last: number[] = [];
let idle = 0;
while (idle < 100) {
  const count = readSome();
  if (count > 0) {
    total += count;
    last = [...last, ...buffer.subarray(Math.max(0, count - 2), count)].slice(-2);
  }
  idle = count > 0 ? 0 : idle + 1;
  await new Promise((resolve) => setTimeout(resolve, 2));
}
process.stdout.write(`${JSON.stringify({ total, last })}\n`);
fs.closeSync(held);

async function firstPty(): Promise<OpenedPty> {
  for (const { open } of PROVIDERS) {
    const opened = await open().catch(() => undefined); // the next provider may do better
    if (opened !== undefined) return opened;
  }
  throw new Error('no provider of pseudo-terminals works here');
}

function readSome(): number {
  try {
    return fs.readSync(fd, buffer);
  } catch {
    return 0; // nothing there at the moment
  }
}
