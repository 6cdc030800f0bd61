// A treatment at the terminal: a person at the keys, words from a pipe, or, with a simulated pen
// only, the script.

import path from 'node:path';
import { nodeWorld } from '../../journal/index.ts';
import { deskSentence } from '../../staff/index.ts';
import { askRooms } from '../../treat/ask-rooms.ts';
import { loadWish } from '../../treat/load-wish.ts';
import { treatingAs } from '../../treat/treating-as.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { readEntries } from '../open-journal.ts';
import { failed, type Outcome } from '../outcome.ts';
import { accessPen, type SimWish, simMemory } from '../pen-access.ts';
import type { Terminal } from '../terminal.ts';
import { turnedAway } from '../staff-ground.ts';
import { today } from '../today.ts';
import { type Hands, runConsole } from '../treatment-console.ts';
import { treatmentOutcome } from '../treatment-end.ts';
import { atDesk, withRemarks } from '../visit-ground.ts';

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

/** Runs a treatment, for whoever signs in for it where people sign in. */
export const treatCommand = (asked: TreatAsked, terminal: Terminal): Promise<Outcome> =>
  atDesk(asked, async ({ gate, claim, asker, remarks }) => {
    asker.close();
    if (claim.kind !== 'secret') {
      return withRemarks(await treat(asked, undefined, terminal), remarks);
    }
    const { staffId, secret } = claim;
    const signedIn = await gate.signIn(staffId, secret);
    if (!signedIn.ok) return turnedAway(signedIn.error);
    const { signInId } = signedIn.value;
    const outcome = await treat(asked, signInId, terminal);
    const left = await gate.signOut(staffId, signInId, 'left');
    return left.ok ? outcome : { ...outcome, complaints: [
      ...outcome.complaints, ...left.error.map(deskSentence),
    ] };
  });

async function treat(
  asked: TreatAsked,
  signInId: string | undefined,
  terminal: Terminal,
): Promise<Outcome> {
  const { scripted, json, model } = asked;
  const dataDir = path.resolve(asked.dataDir);
  const planPath = path.resolve(asked.planPath);
  const casePath = asked.casePath === undefined ? undefined : path.resolve(asked.casePath);
  // What is wrong here is said before a pen is looked for, and before one is simulated.
  const { person } = asked;
  const early = await preflight({ dataDir, planPath, casePath, person, signInId });
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
    ...(signInId === undefined ? {} : { signInId }),
    ...(asked.recordWire === undefined ? {} : { recordWire: path.resolve(asked.recordWire) }),
  };
  const showAs = json ? 'json' : terminal.interactive ? 'picture' : 'lines';
  const hands = handsOf(asked, terminal);
  const end = await runConsole({ start, by: asked.by, hands, showAs, terminal });
  await close();
  const told = await askRooms(dataDir, nodeWorld(HOST_VERSION));
  const outcome = treatmentOutcome(end, { dataDir, pen, resume: resumeCommand(asked) });
  const { sentence } = told;
  return sentence === undefined
    ? outcome
    : { ...outcome, complaints: [...outcome.complaints, sentence] };
}

async function preflight(files: {
  readonly dataDir: string;
  readonly planPath: string;
  readonly casePath: string | undefined;
  readonly person: string | undefined;
  readonly signInId: string | undefined;
}): Promise<Outcome | undefined> {
  const journal = readEntries(files.dataDir);
  if (!journal.ok) return journal.error;
  const wish = loadWish({ ...files, pedal: false }, today());
  if (!wish.ok) return failed(EXIT.refused, wish.error);
  const { plan } = wish.value;
  const operator = await treatingAs({ ...files, world: nodeWorld(HOST_VERSION), plan });
  return operator.ok ? undefined : failed(EXIT.refused, operator.error);
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
