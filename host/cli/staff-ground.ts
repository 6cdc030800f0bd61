// What the commands about people and exports stand on: the chart of an installation, the desk where
// people say who they are, and somebody who asks for their secrets.

import { explainChart, initChart, openChart, type Chart } from '../chart/index.ts';
import { type JournalWorld, nodeWorld } from '../journal/index.ts';
import {
  type Claimed, type DeskRefusal, deskSentence, openDesk, type StaffDesk,
} from '../staff/index.ts';
import { HOST_VERSION } from '../version.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Asker, openAsker } from './ask-secret.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';

/** What such a command stands on. */
export interface StaffGround {
  readonly dataDir: string;
  readonly world: JournalWorld;
  readonly chart: Chart;
  readonly desk: StaffDesk;
  readonly asker: Asker;
}

/** Opens it; `begin` makes a chart for an installation that never had one. */
function openStaff(dataDir: string, begin: boolean): Result<StaffGround, Outcome> {
  const world = nodeWorld(HOST_VERSION);
  let chart = openChart(dataDir, world);
  const isMissing = !chart.ok && chart.error.code === 'chart-refused'
    && chart.error.refusal.code === 'missing';
  if (begin && isMissing) {
    const made = initChart(dataDir, world);
    if (!made.ok) return refuse(failed(EXIT.journal, [explainChart(made.error)]));
    chart = openChart(dataDir, world);
  }
  if (!chart.ok) return refuse(failed(EXIT.journal, [explainChart(chart.error)]));
  const desk = openDesk({ chart: chart.value, world });
  return ok({ dataDir, world, chart: chart.value, desk, asker: openAsker() });
}

/** Runs a command on it, and lets go of the terminal afterwards. */
export async function withStaff(
  dataDir: string,
  run: (ground: StaffGround) => Outcome | Promise<Outcome>,
  begin = false,
): Promise<Outcome> {
  const ground = openStaff(dataDir, begin);
  if (!ground.ok) return ground.error;
  try {
    return await run(ground.value);
  } finally {
    ground.value.asker.close();
  }
}

const NO_SECRET = 'No secret was given; type it at the terminal, or hand it over as a line of '
  + 'standard input.';

/** Asks for a secret, or says that none came. */
export async function askSecret(asker: Asker, prompt: string): Promise<Result<string, Outcome>> {
  const secret = await asker.ask(prompt);
  return secret === undefined || secret === ''
    ? refuse(failed(EXIT.usage, [NO_SECRET]))
    : ok(secret);
}

/** Asks who somebody is, by their id and what only they know. */
export async function askWho(
  { asker }: StaffGround,
  staffId: string,
): Promise<Result<Claimed, Outcome>> {
  const secret = await askSecret(asker, `Secret of ${staffId}: `);
  return secret.ok ? ok({ staffId, secret: secret.value, place: 'command-line' }) : secret;
}

/** What a command comes to that was turned away at the desk. */
export const turnedAway = (refusals: readonly DeskRefusal[]): Outcome =>
  failed(
    refusals.some(({ code }) => code === 'chart-refused' || code === 'chart-failed')
      ? EXIT.journal
      : EXIT.refused,
    refusals.map(deskSentence),
    { document: { refusals: refusals.map(({ code }) => code) } },
  );
