// What a desk begins with: the files that somebody named, the work that was left, or an invented
// person and plan where the console was opened to be looked at.

import fs from 'node:fs';
import path from 'node:path';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { today } from '../../host/cli/today.ts';
import type { DeskRefusal } from '../contract/desk-refusal.ts';
import { DEMO_CASE, takeCase } from './asks-case.ts';
import { freshDraft, takeDemoPlan, takePlan } from './asks-plan.ts';
import { choosePerson } from './care/asks-people.ts';
import { draftOf } from './draft.ts';
import type { Held } from './held.ts';

/** What a desk is opened with. */
export interface DeskOptions {
  /** An installation; a fresh one of the demonstration if there is none. */
  readonly dataDir?: string | undefined;
  readonly pen?: string | undefined;
  readonly planPath?: string | undefined;
  readonly casePath?: string | undefined;
  /** The Node that host and simulator run on, where this process is none. */
  readonly node?: string | undefined;
}

/** What is given on the command line, what was in work, or the demonstration. */
export function takeGiven(held: Held, options: DeskOptions): Result<undefined, string> {
  const { files } = held;
  if (held.demo) {
    held.choices = { ...held.choices, operator: 'Demo operator' };
    takeCase(held, demoCaseFile(today()), DEMO_CASE, true);
    takeDemoPlan(held);
  } else {
    if (held.choices.chartPerson !== '') choosePerson(held, held.choices.chartPerson);
    const caseFile = held.person === undefined ? files.caseFile() : undefined;
    const { caseFrom: from, caseDemo } = held.choices;
    if (caseFile !== undefined) {
      held.heldCase = { caseFile, from, demo: caseDemo, charted: false };
    }
    const plan = files.plan();
    if (plan !== undefined) held.draft = draftOf(plan);
    else if (caseFile !== undefined) held.draft = freshDraft(caseFile.person);
  }
  return takeFiles(held, options);
}

/** The person first: a plan says whose it is, and admission compares. */
function takeFiles(held: Held, { planPath, casePath }: DeskOptions): Result<undefined, string> {
  const taken = takeFile(casePath, (text, name) => takeCase(held, text, name, false));
  return taken.ok ? takeFile(planPath, (text, name) => takePlan(held, text, name)) : taken;
}

type Take = (text: string, name: string) => Result<undefined, readonly DeskRefusal[]>;

function takeFile(file: string | undefined, take: Take): Result<undefined, string> {
  if (file === undefined) return ok(undefined);
  const text = textOf(file);
  if (!text.ok) return text;
  const taken = take(text.value, path.basename(file));
  if (taken.ok) return taken;
  return refuse(taken.error[0]?.details?.[0] ?? `${file} cannot be used.`);
}

const FILE_BYTES_MAX = 256 * 1024;

function textOf(file: string): Result<string, string> {
  try {
    if (fs.statSync(file).size > FILE_BYTES_MAX) return refuse(`${file} is too large.`);
    return ok(fs.readFileSync(file, 'utf8'));
  } catch {
    return refuse(`${file} cannot be read; check the name.`);
  }
}
