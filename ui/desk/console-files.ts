// What the console keeps in the installation beside the journals: the plan in work, the case file
// it was given, and a person's choices of language and light. The host reads the first two from
// here, so what is treated is the file and no copy of it.

import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CaseFile } from '../../host/core/case-file.ts';
import type { Plan } from '../../host/core/plan.ts';
import { readCaseFile } from '../../host/doors/case-file.ts';
import { readPlan } from '../../host/doors/plan-file.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Settings } from '../contract/desk-state.ts';

const kept = z.strictObject({
  settings: z.strictObject({
    language: z.enum(['en', 'de', 'es', 'zh']),
    theme: z.enum(['light', 'dark', 'system']),
    soundPercent: z.int().min(0).max(100),
  }),
  operator: z.string().max(128),
  /** The name of the file that the case was read from, and whether it is invented. */
  caseFrom: z.string().max(128),
  caseDemo: z.boolean(),
  /** Whose chart is open. */
  chartPerson: z.string().max(128).default(''),
  /** The article numbers of cartridges that are used here. */
  articles: z.array(z.string().regex(/^\d{14}$/)).max(200).default([]),
});

/** What a person chose, and who is at the console. */
export type KeptChoices = z.output<typeof kept>;

/** A console in which nobody has chosen anything. */
export const FIRST_CHOICES: KeptChoices = {
  settings: { language: 'en', theme: 'system', soundPercent: 80 } satisfies Settings,
  operator: '',
  caseFrom: '',
  caseDemo: false,
  chartPerson: '',
  articles: [],
};

/** The files of the console in an installation. */
export interface ConsoleFiles {
  readonly planPath: string;
  readonly casePath: string;
  readonly choices: () => KeptChoices;
  /** The plan that was in work when the console was closed. */
  readonly plan: () => Plan | undefined;
  readonly caseFile: () => CaseFile | undefined;
  readonly keepChoices: (choices: KeptChoices) => void;
  readonly keepPlan: (text: string) => Result<undefined, string>;
  readonly keepCase: (text: string | undefined) => Result<undefined, string>;
}

/** Opens them; what was kept and cannot be read any more is taken for not kept. */
export function consoleFiles(dataDir: string): ConsoleFiles {
  const folder = path.join(dataDir, 'console');
  const at = (name: string): string => path.join(folder, name);
  const planPath = at('plan.json');
  const casePath = at('case.json');
  return {
    planPath,
    casePath,
    choices: () => {
      const text = readText(at('choices.json'));
      const read = kept.safeParse(text === undefined ? undefined : parsed(text));
      return read.success ? read.data : FIRST_CHOICES;
    },
    plan: () => {
      const read = readPlan(planPath);
      return read.ok ? read.value.plan : undefined;
    },
    caseFile: () => {
      const read = readCaseFile(casePath);
      return read.ok ? read.value.caseFile : undefined;
    },
    keepChoices: (choices) => void write(at('choices.json'), JSON.stringify(choices)),
    keepPlan: (text) => write(planPath, text),
    keepCase: (text) => (text === undefined ? remove(casePath) : write(casePath, text)),
  };
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined; // nothing was kept
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a file that a person spoilt is as good as none
  }
}

/** Writes a whole file or none; only this user reads it. */
function write(file: string, text: string): Result<undefined, string> {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(`${file}.new`, text, { mode: 0o600 });
    fs.renameSync(`${file}.new`, file);
    return ok(undefined);
  } catch (error) {
    return refuse(`${file} cannot be written: ${reasonOf(error)}.`);
  }
}

function remove(file: string): Result<undefined, string> {
  try {
    fs.rmSync(file, { force: true });
    return ok(undefined);
  } catch (error) {
    return refuse(`${file} cannot be taken away: ${reasonOf(error)}.`);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
