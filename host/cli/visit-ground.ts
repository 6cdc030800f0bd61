// What the commands that act on a chart stand on: who acts, with their secret where people sign in;
// and what an act came to, as the command line says it.

import type { ActGround, ActRefusal } from '../care/acts/ground.ts';
import type { Day } from '../core/day.ts';
import { OPEN_HOUSE } from '../core/staff/actor.ts';
import { nodeWorld } from '../journal/index.ts';
import { type Claim, type Gate, openGate } from '../staff/index.ts';
import { HOST_VERSION } from '../version.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Asker, openAsker } from './ask-secret.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';
import { askSecret, turnedAway } from './staff-ground.ts';

/** What every command that acts on a chart is given. */
export interface VisitGiven {
  readonly dataDir: string;
  readonly person: string;
  readonly by: string;
  readonly today: Day;
}

/** Somebody who acts at the command line. */
export interface AtDesk {
  readonly gate: Gate;
  readonly claim: Claim;
  readonly asker: Asker;
  /** What has to be said beside the answer. */
  readonly remarks: readonly string[];
}

/** The gate as the command line stands before it. */
export const gateHere = (dataDir: string): Gate =>
  openGate({ dataDir, world: nodeWorld(HOST_VERSION), place: 'command-line' });

/** Asks somebody to show who they are, where people sign in. */
export async function claimOf(
  gate: Gate,
  asker: Asker,
  by: string,
): Promise<Result<Claim, Outcome>> {
  if (by.trim() === '') return refuse(failed(EXIT.usage, ['Say with --by who does this.']));
  const house = gate.house();
  if (!house.ok) return refuse(turnedAway(house.error));
  if (house.value === 'open') return ok({ kind: 'typed', name: by });
  const secret = await askSecret(asker, `Secret of ${by}: `);
  return secret.ok ? ok({ kind: 'secret', staffId: by, secret: secret.value }) : secret;
}

/** Runs something with whoever shows who they are, and lets go of the terminal afterwards. */
export async function atDesk(
  { dataDir, by }: Pick<VisitGiven, 'dataDir' | 'by'>,
  run: (desk: AtDesk) => Outcome | Promise<Outcome>,
): Promise<Outcome> {
  const gate = gateHere(dataDir);
  const asker = openAsker();
  try {
    const claim = await claimOf(gate, asker, by);
    if (!claim.ok) return claim.error;
    const remarks = claim.value.kind === 'typed' ? [OPEN_HOUSE] : [];
    return await run({ gate, claim: claim.value, asker, remarks });
  } finally {
    asker.close();
  }
}

/** An act of the command line, and what it came to. */
export const acting = (
  given: VisitGiven,
  run: (ground: ActGround, desk: AtDesk) => Promise<Outcome>,
): Promise<Outcome> =>
  atDesk(given, async (desk) => {
    const { dataDir, person, today } = given;
    const { gate, claim, remarks } = desk;
    const ground = { dataDir, world: nodeWorld(HOST_VERSION), gate, claim, person, today };
    return withRemarks(await run(ground, desk), remarks);
  });

/** An outcome with what has to be said beside it, where something was done at all. */
export const withRemarks = (outcome: Outcome, remarks: readonly string[]): Outcome =>
  outcome.code === EXIT.refused || outcome.code === EXIT.usage
    ? outcome
    : { ...outcome, complaints: [...outcome.complaints, ...remarks] };

const EXITS: Readonly<Record<ActRefusal['by'], ExitCode>> = {
  gate: EXIT.refused, rules: EXIT.refused, asked: EXIT.usage, journal: EXIT.journal,
};

/** What a command comes to that was refused. */
export const actRefused = ({ by, reasons }: ActRefusal): Outcome =>
  failed(EXITS[by], reasons.map(({ sentence }) => sentence), {
    document: { refusals: reasons.map(({ code }) => code) },
  });
