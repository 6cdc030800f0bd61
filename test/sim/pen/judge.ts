/**
 * A checker that stands outside: it hears what the pen was permitted and looks at what the body
 * did. It knows nothing of how the firmware decides, so a firmware with a rule missing cannot fool
 * it.
 */
import { stopBoundStrokes } from '../../../protocol/stop-bound.ts';
import { RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import type { Grant } from '../../../protocol/to-pen.ts';
import { centiHz, ms, strokes } from '../../../protocol/units.ts';
import type { Talker } from './talker.ts';

export interface Judge {
  /** Says that this grant was sent and taken. */
  readonly granted: (grant: Grant) => void;
  /** Says that the host ordered a stop. */
  readonly stopped: () => void;
  /** Says that the power went: what the ledger shows afterwards is a mark, and no count. */
  readonly restarted: () => void;
  /** Looks, once a millisecond. */
  readonly look: () => void;
  readonly findings: ReadonlySet<string>;
}

/** One that is under way, and what a cam still turns through while it is braked. */
const STROKES_WHILE_BRAKING = 4;

/** What was permitted since the pen last stood: from where, and how far. */
interface Permitted {
  readonly fromTrue: number;
  readonly fromDebited: number;
  readonly ceiling: number;
}

/** Begins to judge a pen. */
export function judge(talker: Talker): Judge {
  const { pen } = talker;
  const findings = new Set<string>();
  let permitted: Permitted = { fromTrue: 0, fromDebited: 0, ceiling: 0 };
  let permittedUntilMs = 0;
  let releasedMs = 0;
  let stoppedMs: number | undefined;
  let strokesAtStop = 0;
  let debitedBefore = 0;

  const debited = (): number => pen.firmware().ledger.strokes;
  const find = (found: boolean, finding: string): void => {
    if (found) findings.add(finding);
  };

  const lookAtCounts = (): void => {
    const { strokes: happened } = pen.truth();
    const { fromTrue, fromDebited, ceiling } = permitted;
    find(debited() < happened, 'fewer strokes debited than happened');
    find(debited() < debitedBefore, 'the ledger went backwards');
    find(debited() > ceiling, 'more debited than permitted');
    find(happened - fromTrue > ceiling - fromDebited, 'a stroke beyond every ceiling');
    debitedBefore = debited();
  };

  const lookAtNeedles = (): void => {
    const { retracted, tMs, strokes: happened } = pen.truth();
    if (stoppedMs !== undefined) {
      find(happened > strokesAtStop + STROKES_WHILE_BRAKING, 'strokes after a stop');
    }
    if (retracted) return;
    const late = (sinceMs: number): boolean => sinceMs > RETRACT_MS_MAX;
    find(late(tMs - permittedUntilMs), 'out after permission was over');
    find(late(releasedMs), 'out after a release');
    find(stoppedMs !== undefined && late(stoppedMs), 'out after a stop');
  };

  return {
    granted: ({ ceiling, notAfterPenMs }) => {
      const { ages, doing } = pen.firmware();
      // A grant of nothing takes permission back, and gives no other.
      if (ceiling <= debited()) return;
      stoppedMs = undefined;
      const standing = doing.kind !== 'running';
      permitted = standing
        ? { fromTrue: pen.truth().strokes, fromDebited: debited(), ceiling }
        : { ...permitted, ceiling: Math.max(permitted.ceiling, ceiling) };
      // Two in a hundred for a clock that drifts, and a tick to see it.
      const leftMs = Math.ceil((notAfterPenMs - ages.penMs) * 1.03) + 2;
      permittedUntilMs = pen.truth().tMs + leftMs;
    },
    stopped: () => {
      stoppedMs = 0;
      strokesAtStop = pen.truth().strokes;
    },
    restarted: () => {
      permitted = { fromTrue: pen.truth().strokes, fromDebited: debited(), ceiling: debited() };
      debitedBefore = debited();
    },
    look: () => {
      releasedMs = talker.hand.trigger ? 0 : releasedMs + 1;
      if (stoppedMs !== undefined) stoppedMs += 1;
      lookAtCounts();
      lookAtNeedles();
    },
    findings,
  };
}

/** The published bound for one grant of this pen. */
export const boundOf = (credit: number, rateCentiHz: number, leaseMs: number): number =>
  stopBoundStrokes({
    credit: strokes(credit),
    rateCentiHz: centiHz(rateCentiHz),
    leaseMs: ms(leaseMs),
  });
