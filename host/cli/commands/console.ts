// The service console from the command line: whether it may be opened, the visit, and what it came
// to. Nothing that is asked there can move a pen.

import type { Entry } from '../../journal/index.ts';
import { sayOpenRefusal } from '../../link/index.ts';
import { openSealed, sayTrouble } from '../../pairing/index.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readEntries } from '../open-journal.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { accessPen } from '../pen-access.ts';
import { visitPen, type Visited } from '../service-desk.ts';
import type { Terminal } from '../terminal.ts';

/** What a console is asked with. */
export interface ConsoleAsked {
  readonly pen: string;
  readonly model: string;
  /** The installation whose open treatment stands against it; undefined where there is none. */
  readonly dataDir: string | undefined;
  readonly json: boolean;
}

/** Opens a service console. */
export async function consoleCommand(asked: ConsoleAsked, terminal: Terminal): Promise<Outcome> {
  const against = asked.dataDir === undefined ? undefined : openTreatment(asked.dataDir);
  if (against !== undefined) return against;
  const { pen, model } = asked;
  const access = await accessPen(pen, { model, memory: undefined, operator: 'bench' });
  if (!access.ok) return access.error;
  const opened = await openSealed(access.value.address, (news) => {
    if (news.kind !== 'sealed' && news.kind !== 'bare') terminal.err(sayTrouble(news));
  });
  const outcome = opened.ok
    ? outcomeOf(await visitPen(opened.value, terminal, asked.json), asked, terminal)
    : failed(EXIT.pen, [sayOpenRefusal(opened.error)]);
  if (opened.ok) await opened.value.close();
  await access.value.close();
  return outcome;
}

/** S-18: who is being treated is not left for a console, and a console is not left for a skin. */
function openTreatment(dataDir: string): Outcome | undefined {
  const journal = readEntries(dataDir);
  if (!journal.ok) return journal.error;
  const treatmentId = newestOpen(journal.value.entries);
  if (treatmentId === undefined) return undefined;
  const sentence = `Treatment ${treatmentId} is open; finish it with "corium treat" before a `
    + 'service console is opened.';
  return failed(EXIT.refused, [sentence], { document: { treatmentId } });
}

/** The newest treatment that was opened and never closed. */
export function newestOpen(entries: readonly Entry[]): string | undefined {
  const open = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'treatment-opened') open.add(entry.treatmentId);
    if (entry.kind === 'treatment-closed') open.delete(entry.treatmentId);
  }
  return [...open].at(-1);
}

function outcomeOf(visited: Visited, { json }: ConsoleAsked, { interactive }: Terminal): Outcome {
  const code = codeOf(visited, interactive && !json);
  const document = {
    ok: code === EXIT.done,
    exitCode: code,
    pen: visited.pen?.pages.identity,
    exchanges: visited.exchanges,
    ended: visited.end,
  };
  const { sentence } = visited;
  // Not every answer was "ok", and yet the console itself did all that it should.
  const said = visited.end !== 'killed' && visited.end.kind === 'left' && !visited.interrupted;
  if (code === EXIT.done) return done([sentence], document);
  return said
    ? failed(code, [], { lines: [sentence], document })
    : failed(code, [sentence], { document });
}

/** At a prompt a person has seen every answer; a script has only the code. */
function codeOf({ end, interrupted, exchanges }: Visited, seen: boolean): ExitCode {
  if (end === 'killed') return EXIT.killed;
  if (end.kind === 'turned-away') return EXIT.refused;
  if (interrupted && (end.kind === 'left' || end.kind === 'never-entered')) return EXIT.leftOpen;
  if (end.kind === 'never-entered') return EXIT.done;
  if (end.kind !== 'left' || end.stop !== 'none') return EXIT.pen;
  if (seen || exchanges.every(({ outcome }) => outcome === 'ok')) return EXIT.done;
  return exchanges.some(({ outcome }) => outcome === 'unanswered') ? EXIT.pen : EXIT.refused;
}
