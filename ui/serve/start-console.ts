// Opens the console and keeps it open: the page is built if it has to be, Electron is tried, and
// otherwise the page is served until somebody ends it. What is printed fits on a few lines, the
// last of them the address.

import { spawn } from 'node:child_process';
import process from 'node:process';
import { type Desk, openDesk } from '../desk/desk.ts';
import { buildPage, isStale, PAGE_FOLDER } from './build-page.ts';
import { electronRuntime, runElectron } from './electron-runtime.ts';
import { firstPaint } from './first-paint.ts';
import { pageFiles } from './page-files.ts';
import { type PageServer, startServer } from './server.ts';
import type { StartOptions } from './start-options.ts';

/** Where the console speaks when it is started. */
export interface StartVoice {
  readonly out: (line: string) => void;
  readonly complain: (line: string) => void;
  readonly hasTerminal: boolean;
}

/** Exit codes, as those of the command line. */
const DONE = 0;
const FAILED = 1;
const REFUSED = 2;

const NO_ELECTRON = 'Electron\'s runtime is not here, so the console opens as a page.';

/** Opens the console; settles with the exit code when it is closed. */
export async function startConsole(options: StartOptions, voice: StartVoice): Promise<number> {
  if (isStale()) {
    voice.out('Building the page of the console.');
    const built = await buildPage();
    if (!built.ok) return fail(voice, FAILED, built.error);
  }
  const runtime = options.page || options.check ? undefined : electronRuntime();
  if (runtime !== undefined && hasDisplay()) return runElectron(runtime, options);
  const opened = await openDesk(options);
  if (!opened.ok) return fail(voice, REFUSED, opened.error);
  const { value: desk } = opened;
  const { join } = desk;
  const server = await startServer({ files: pageFiles(PAGE_FOLDER), join, port: options.port });
  if (!server.ok) {
    await desk.close();
    return fail(voice, REFUSED, server.error);
  }
  return options.check
    ? check(desk, server.value, voice)
    : serve(desk, server.value, voice, runtime === undefined);
}

function fail(voice: StartVoice, code: number, why: string): number {
  voice.complain(why);
  return code;
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux'
  || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

async function close(desk: Desk, server: PageServer): Promise<void> {
  await desk.close(); // the pen first
  await server.close();
}

/** Serves until a signal comes; the second one is not waited for. */
async function serve(
  desk: Desk,
  server: PageServer,
  voice: StartVoice,
  noElectron: boolean,
): Promise<number> {
  const ended = signalled();
  if (noElectron) voice.out(NO_ELECTRON);
  const where = desk.demo ? `Demonstration in ${desk.dataDir}` : `Installation ${desk.dataDir}`;
  voice.out(where);
  if (hasDisplay() && voice.hasTerminal) {
    voice.out(server.address);
    openBrowser(server.address);
  } else {
    const why = voice.hasTerminal ? 'There is no display here' : 'There is no terminal here';
    voice.out(`${why}; open this address in a browser of this computer: ${server.address}`);
  }
  await ended;
  voice.out('Stopping the pen and closing.');
  await close(desk, server);
  return DONE;
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => resolve());
    }
  });
}

async function check(desk: Desk, server: PageServer, voice: StartVoice): Promise<number> {
  const painted = await firstPaint(server.address);
  await close(desk, server);
  if (!painted.ok) return fail(voice, FAILED, painted.error);
  voice.out(painted.value);
  return DONE;
}

/** Opens the browser that this computer opens pages with; that there is none is no failure. */
function openBrowser(address: string): void {
  const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  if (command === undefined) return;
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
