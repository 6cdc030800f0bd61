// A treatment at the terminal: a person at the keys, words from a pipe, or, with a simulated pen
// only, the script.

import path from 'node:path';
import { loadWish } from '../../treat/load-wish.ts';
import { EXIT } from '../exit-code.ts';
import { readEntries } from '../open-journal.ts';
import { failed, type Outcome } from '../outcome.ts';
import { accessPen, type SimWish, simMemory } from '../pen-access.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';
import { type Hands, runConsole } from '../treatment-console.ts';
import { treatmentOutcome } from '../treatment-end.ts';

/** What a treatment is asked with. */
export interface TreatAsked {
  readonly planPath: string;
  readonly casePath: string | undefined;
  /** The person by the key of their chart, which then has to be there. */
  readonly person?: string | undefined;
  readonly dataDir: string;
  readonly pen: string;
  readonly pedal: boolean;
  readonly scripted: boolean;
  readonly model: string;
  readonly by: string;
  /** A new file for a recording of the wire. */
  readonly recordWire: string | undefined;
  readonly json: boolean;
}

const handsOf = ({ scripted, json }: TreatAsked, { interactive }: Terminal): Hands => {
  if (scripted) return 'script';
  return interactive && !json ? 'keys' : 'lines';
};

/** Runs a treatment. */
export async function treatCommand(asked: TreatAsked, terminal: Terminal): Promise<Outcome> {
  const { scripted, json, model } = asked;
  const dataDir = path.resolve(asked.dataDir);
  const planPath = path.resolve(asked.planPath);
  const casePath = asked.casePath === undefined ? undefined : path.resolve(asked.casePath);
  // What is wrong here is said before a pen is looked for, and before one is simulated.
  const { person } = asked;
  const early = preflight({ dataDir, planPath, casePath, person });
  if (early !== undefined) return early;
  const sim: SimWish = { model, memory: simMemory(dataDir, model), operator: 'auto' };
  const access = await accessPen(asked.pen, sim);
  if (!access.ok) return access.error;
  const { pen, simulated, close } = access.value;
  if (scripted && !simulated) {
    await close();
    return failed(EXIT.usage, [ONLY_SIMULATED]);
  }
  const start = {
    dataDir,
    planPath,
    pen,
    pedal: asked.pedal,
    ...(casePath === undefined ? {} : { casePath }),
    ...(person === undefined ? {} : { person }),
    ...(asked.recordWire === undefined ? {} : { recordWire: path.resolve(asked.recordWire) }),
  };
  const showAs = json ? 'json' : terminal.interactive ? 'picture' : 'lines';
  const hands = handsOf(asked, terminal);
  const end = await runConsole({ start, by: asked.by, hands, showAs, terminal });
  await close();
  return treatmentOutcome(end, { dataDir, pen, resume: resumeCommand(asked) });
}

function preflight(files: {
  readonly dataDir: string;
  readonly planPath: string;
  readonly casePath: string | undefined;
  readonly person: string | undefined;
}): Outcome | undefined {
  const journal = readEntries(files.dataDir);
  if (!journal.ok) return journal.error;
  const wish = loadWish({ ...files, pedal: false }, today());
  return wish.ok ? undefined : failed(EXIT.refused, wish.error);
}

const ONLY_SIMULATED =
  'The script arms areas by itself, which nobody may do on skin: --scripted goes with --pen sim.';

/** A word as a shell takes it. */
const quoted = (word: string): string =>
  /^[\w./:@=+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The command that goes on with a treatment that was left. */
export function resumeCommand(asked: TreatAsked): string {
  const words = [
    asked.planPath,
    '--data',
    asked.dataDir,
    ...(asked.casePath === undefined ? [] : ['--case', asked.casePath]),
    ...(asked.person === undefined ? [] : ['--person', asked.person]),
    '--pen',
    asked.pen,
    ...(asked.pedal ? ['--pedal'] : []),
    ...(asked.scripted ? ['--scripted'] : []),
  ];
  return `npm run treat -- ${words.map(quoted).join(' ')}`;
}
