// Makes a new installation: a folder with a journal in it, and the chart journal beside it. Nothing
// else makes one, so that a journal that was lost is noticed instead of replaced.

import { explainChart, initChart } from '../../chart/index.ts';
import { explainRefusal, initInstallation, nodeWorld } from '../../journal/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Makes an installation in a folder. */
export function initCommand(dataDir: string): Outcome {
  const world = nodeWorld(HOST_VERSION);
  const made = initInstallation(dataDir, world);
  if (!made.ok) return failed(EXIT.journal, [explainRefusal(made.error)]);
  const chart = initChart(dataDir, world);
  if (!chart.ok) return failed(EXIT.journal, [explainChart(chart.error)]);
  const { installationId } = made.value;
  return done(
    [`Made installation ${installationId} in ${dataDir}. Keep that folder: budgets live in it.`],
    { ok: true, dataDir, installationId },
  );
}
