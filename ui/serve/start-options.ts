// What the console can be started with, and how it says that something is not understood: in one
// sentence, before anything is opened.

import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { parsePenAddress, sayOpenRefusal } from '../../host/link/index.ts';

/** What was asked for. */
export interface StartOptions {
  readonly dataDir: string | undefined;
  readonly pen: string | undefined;
  readonly planPath: string | undefined;
  readonly casePath: string | undefined;
  readonly port: number;
  /** As a page, although Electron could be had. */
  readonly page: boolean;
  /** Opens, waits for the first paint, and ends. */
  readonly check: boolean;
  readonly help: boolean;
}

/** The help. */
export const START_HELP = `Opens the console.

  npm start                        a demonstration with a simulated pen and an invented person
  npm start -- --data clinic       an installation; "npm run corium -- init --data clinic" makes one

  --data DIR      where the journal lies; a fresh folder of the demonstration unless given
  --pen ADDRESS   serial:PATH, tcp:HOST:PORT, hid:SERIAL or sim; what is plugged in unless given
  --plan FILE     a plan to begin with
  --case FILE     the case file of the person
  --port NUMBER   where the page is served on this computer; any free port unless given
  --page          as a page in the browser, even where Electron could be had
  --check         open, wait for the first paint, close, and say that it went well
  --help          this`;

const OPTIONS = {
  data: { type: 'string' },
  pen: { type: 'string' },
  plan: { type: 'string' },
  case: { type: 'string' },
  port: { type: 'string' },
  page: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const PORT_MAX = 65_535;

const parsed = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS });

/** Reads it, or says in a sentence what is not understood. */
export function readStart(args: readonly string[]): Result<StartOptions, string> {
  let values: ReturnType<typeof parsed>['values'];
  try {
    ({ values } = parsed(args));
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    return refuse(`${first.replace(/\.$/, '')}; "npm start -- --help" lists what there is.`);
  }
  const port = values.port === undefined ? 0 : portIn(values.port);
  if (port === undefined) {
    return refuse(`--port "${values.port ?? ''}" is no port: a whole number up to ${PORT_MAX}.`);
  }
  const address = values.pen === undefined ? undefined : parsePenAddress(values.pen);
  if (address?.ok === false) return refuse(sayOpenRefusal(address.error));
  return ok({
    dataDir: values.data,
    pen: values.pen,
    planPath: values.plan,
    casePath: values.case,
    port,
    page: values.page,
    check: values.check,
    help: values.help,
  });
}

function portIn(text: string): number | undefined {
  const port = Number(text);
  return /^[0-9]{1,5}$/.test(text) && port <= PORT_MAX ? port : undefined;
}
