// A whole treatment with no hardware: an installation in a folder of its own, a simulated pen, the
// demonstration's plan and person, and a scripted provider. It is `treat` with everything filled
// in, and nothing in it is a short cut: the record at the end is made and verified like any other.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { OPEN_HOUSE } from '../../core/staff/actor.ts';
import { demoCaseFile } from '../../demo/case-file.ts';
import { EXIT } from '../exit-code.ts';
import { failed, type Outcome } from '../outcome.ts';
import { DEMO_MODEL } from '../pen-access.ts';
import type { Terminal } from '../terminal.ts';
import { today } from '../today.ts';
import { initCommand } from './init.ts';
import { treatCommand } from './treat.ts';

const PLAN = fileURLToPath(new URL('../../demo/plan.json', import.meta.url));

/** Runs the demonstration. */
export async function demoCommand(
  json: boolean,
  recordWire: string | undefined,
  terminal: Terminal,
): Promise<Outcome> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-demo-'));
  const made = initCommand(dataDir);
  if (made.code !== EXIT.done) return failed(made.code, made.complaints);
  const planPath = path.join(dataDir, 'plan.json');
  const casePath = path.join(dataDir, 'case.json');
  fs.copyFileSync(PLAN, planPath);
  fs.writeFileSync(casePath, demoCaseFile(today()));
  if (!json) for (const line of openingLines(dataDir)) terminal.out(line);
  const outcome = await treatCommand(
    {
      planPath,
      casePath,
      dataDir,
      pen: 'sim',
      pedal: false,
      scripted: true,
      model: DEMO_MODEL,
      by: 'demo provider',
      recordWire,
      json,
    },
    terminal,
  );
  // That nobody signs in at a demonstration needs no remark: its provider is a script.
  const complaints = outcome.complaints.filter((sentence) => sentence !== OPEN_HOUSE);
  return { ...outcome, complaints, lines: [...outcome.lines, ...closingLines(dataDir)] };
}

const openingLines = (dataDir: string): readonly string[] => [
  'A demonstration: a simulated pen, an invented person, a provider by script. About a minute.',
  `Everything is kept in ${dataDir}`,
  '',
];

const closingLines = (dataDir: string): readonly string[] => [
  '',
  `The journal, the plan and the case file are in ${dataDir}`,
  `Look again:  npm run corium -- record show --data ${dataDir}`,
];
