// Makes a new installation: a folder with a journal in it. Nothing else makes one, so that a
// journal that was lost is noticed instead of replaced.

import { explainRefusal, initInstallation, nodeWorld } from '../../journal/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Makes an installation in a folder. */
export function initCommand(dataDir: string): Outcome {
  const made = initInstallation(dataDir, nodeWorld(HOST_VERSION));
  if (!made.ok) return failed(EXIT.journal, [explainRefusal(made.error)]);
  const { installationId } = made.value;
  return done(
    [`Made installation ${installationId} in ${dataDir}. Keep that folder: budgets live in it.`],
    { ok: true, dataDir, installationId },
  );
}
