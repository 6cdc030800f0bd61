/**
 * A technician at a bench, who sees the pen and nothing else: joining needs a held trigger, every
 * sweep a fresh press, and a finger that has nothing to hold for lets go.
 *
 * Pure. A press comes half a second after it could be needed, and ends when it is used up, when the
 * needles have stood at one depth for longer than a reading takes, or before the pen's own bound.
 */

/** What the technician sees at the pen. */
export interface TechnicianSees {
  /** The pen has been joined for calibration. */
  readonly joined: boolean;
  readonly phase: 'idle' | 'armed' | 'running' | 'stopping' | 'latched' | 'calibrating';
  /** This press has been used up. */
  readonly holdSpent: boolean;
  /** Needles are to run, not to stand. */
  readonly runs: boolean;
  /** How far out the needles are to be. */
  readonly depthUm: number;
}

/** The memory of a technician. */
export interface Technician {
  readonly presses: boolean;
  /** Since the finger last went down or up. */
  readonly sinceMs: number;
  /** Since anything changed that can be seen. */
  readonly stillMs: number;
  readonly restMs: number;
  readonly saw: TechnicianSees | undefined;
}

/** How long after a press may be needed it comes. */
export const REACTION_MS = 500;
/** After a press that nobody wanted, the next one waits longer. */
const PATIENCE_MS = 2_000;
/** How long a person takes to see that a press is used up; until then it may be the one before. */
const NOTICE_MS = 300;
/** Three readings and the way there, with time to spare. */
const READING_MS = 6_000;
/** A press is over before the pen ends it by itself, after thirty seconds. */
const HOLD_MS_MAX = 25_000;

/** A technician who has not touched the pen yet. */
export const NEW_TECHNICIAN: Technician = {
  presses: false,
  sinceMs: 0,
  stillMs: 0,
  restMs: REACTION_MS,
  saw: undefined,
};

const looksSame = (one: TechnicianSees | undefined, other: TechnicianSees): boolean =>
  one?.joined === other.joined
  && one.phase === other.phase
  && one.runs === other.runs
  && one.depthUm === other.depthUm;

/** Why a finger lets go; undefined holds on. */
function lettingGo(
  { sinceMs, stillMs }: Technician,
  { joined, phase, holdSpent, runs }: TechnicianSees,
  joinedNow: boolean,
): 'used' | 'unused' | undefined {
  const noticed = sinceMs >= NOTICE_MS && (holdSpent || phase === 'latched');
  if (joinedNow || noticed || sinceMs >= HOLD_MS_MAX) return 'used';
  if (!joined || phase === 'idle') return stillMs >= PATIENCE_MS ? 'unused' : undefined;
  return !runs && stillMs >= READING_MS ? 'used' : undefined;
}

/** Brings a technician forward in time. */
export function technicianStep(
  before: Technician,
  sees: TechnicianSees,
  elapsedMs: number,
): Technician {
  const joinedNow = before.saw !== undefined && !before.saw.joined && sees.joined;
  const stillMs = looksSame(before.saw, sees) ? before.stillMs + elapsedMs : 0;
  const now = { ...before, sinceMs: before.sinceMs + elapsedMs, stillMs, saw: sees };
  if (!now.presses) {
    const wanted = sees.phase === 'idle' && now.sinceMs >= now.restMs;
    return wanted ? { ...now, presses: true, sinceMs: 0, stillMs: 0 } : now;
  }
  const why = lettingGo(now, sees, joinedNow);
  if (why === undefined) return now;
  const restMs = why === 'used' ? REACTION_MS : PATIENCE_MS;
  return { ...now, presses: false, sinceMs: 0, restMs };
}
