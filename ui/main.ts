// `npm start`: opens the console. It tries Electron, and where its runtime cannot be had it opens
// the same console as a page on this computer; both are first-class. It uses no network but the
// loopback interface, and whatever ends it, the pen is stopped first.

import process from 'node:process';
import { readStart, START_HELP } from './serve/start-options.ts';
import { startConsole } from './serve/start-console.ts';

const asked = readStart(process.argv.slice(2));
if (!asked.ok) {
  console.error(asked.error);
  process.exitCode = 2;
} else if (asked.value.help) {
  console.log(START_HELP);
} else {
  process.exitCode = await startConsole(asked.value, {
    out: (line) => console.log(line),
    complain: (line) => console.error(line),
    hasTerminal: process.stdout.isTTY,
  });
}
