/**
 * The published bounds of faults that strike what counts or measures: judged in the place of the
 * promise that the fault takes away. Each is judged only where no second fault of the same run
 * blinds the very thing that would have to notice; which those are stands beside it.
 */
import { CLOCK_DRIFT_PERCENT, OVERSPEED, RETRACT_MS_MAX } from '../../protocol/timing.ts';
import type { FaultLog } from '../../sim/faults/fault-log.ts';
import { protrudingUm } from '../../sim/plant/index.ts';
import { createCases } from '../world/checkers/cases.ts';
import { BLUR_MS, type Checker, overMs, periodMs } from '../world/checkers/checker.ts';
import type { Testimony } from '../world/checkers/testimony.ts';
import { fastDepth, overspeed } from './by-speed.ts';
import { DEEP_STROKES_MAX, type MakeBound, onTrain } from './train.ts';
import type { Scenario, Trouble } from './scenario.ts';

/** A motor may take this long to reach its rate, and silence counts only then. */
const SPIN_UP_MS = 150;
const SILENT_PERIODS = 3;
/** Strokes that a stopped pen may still make: the one under way, and one while it brakes. */
const LAST_STROKES = 2;

/** When whatever allowed the newest stroke came to its end; undefined while it has not. */
function permissionEnd(testimony: Testimony, tMs: number): number | undefined {
  const arming = testimony.armingAt(tMs);
  if (arming === undefined) return undefined;
  const newest = arming.grants.findLast(({ heardMs }) => heardMs <= tMs);
  return Math.min(arming.untilMs ?? tMs, newest?.notAfterMs ?? tMs, testimony.heldMs(), tMs);
}

const withdrawn: MakeBound = () => ({ world, testimony }, complain) => {
  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    const endMs = permissionEnd(testimony, tMs);
    if (arming === undefined || endMs === undefined) return;
    const bound = RETRACT_MS_MAX + periodMs(arming.arm.rateCentiHz) + BLUR_MS;
    if (tMs - endMs > bound) complain(`a stroke came ${tMs - endMs} ms after permission was over`);
  });
  return undefined;
};

const tooDeep: MakeBound = () => ({ world, testimony, profile }, complain) => {
  let deep = 0;
  onTrain(world, () => {
    deep = 0;
  });
  world.onStroke(({ tMs, peakUm }) => {
    const { model } = world.pen().plant;
    const depthUm = testimony.armingAt(tMs)?.arm.depthUm;
    if (!model.sensors.depth || depthUm === undefined) return;
    const figure = profile.classes[model.certificate.class === 'P' ? 'P' : 'S'];
    const { peakNoiseUm, peakStepUm } = model.sensorQuality;
    const tolerated = (depthUm <= 500 ? figure.lowUm : figure.highUm) + peakNoiseUm + peakStepUm;
    deep = peakUm > depthUm + tolerated ? deep + 1 : 0;
    if (deep > DEEP_STROKES_MAX) complain(`${deep} strokes were too deep, the newest ${peakUm} um`);
  });
  return undefined;
};

const motorStands: MakeBound = () => ({ world, testimony }, complain) => {
  let allowedMs = 0;
  let said = false;
  const patienceMs = RETRACT_MS_MAX + BLUR_MS;
  world.watch(() => {
    const { plant } = world.pen();
    const newest = testimony.arming()?.grants.at(-1);
    const held = testimony.heldMs() === plant.tMs;
    if (newest !== undefined && held && plant.tMs <= newest.notAfterMs) allowedMs = plant.tMs;
    const isOut = protrudingUm(plant) > 0 && plant.tMs - allowedMs > patienceMs;
    if (isOut && !said) complain(`tips stood out ${plant.tMs - allowedMs} ms after all permission`);
    said = isOut;
  });
  return undefined;
};

const silence: MakeBound = ({ faults }, log) => ({ world, testimony }, complain) => {
  const stuck = faults.findIndex(({ kind }) => kind === 'stuck-encoder');
  let before = 0;
  let unseen = 0;
  onTrain(world, () => {
    before = log.effects[stuck] ?? 0;
    unseen = 0;
  });
  world.onStroke(({ tMs }) => {
    const rate = testimony.armingAt(tMs)?.arm.rateCentiHz;
    if (rate === undefined || (log.effects[stuck] ?? 0) === before) return;
    unseen += 1;
    const waitMs = Math.max(SPIN_UP_MS, SILENT_PERIODS * periodMs(rate));
    const share = (OVERSPEED.numerator / OVERSPEED.denominator) * (1 + CLOCK_DRIFT_PERCENT / 100);
    const bound = Math.ceil((rate * waitMs * share) / 100_000) + LAST_STROKES;
    if (unseen > bound) complain(`${unseen} strokes were not counted, and ${bound} may be`);
  });
  return undefined;
};

const onePress: MakeBound = () => (evidence, complain) => {
  const { world, testimony } = evidence;
  const caseOf = createCases(evidence);
  let fromMs = 0;
  let begins = true;
  onTrain(world, () => {
    begins = true;
  });
  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    if (begins) fromMs = tMs;
    begins = false;
    if (arming === undefined) return;
    const { law } = caseOf(arming);
    if (law.forbidden !== undefined) return;
    if (tMs - fromMs > overMs(law.holdMs, arming.arm.rateCentiHz)) {
      complain(`one press gave ${tMs - fromMs} ms of strokes, and ${law.holdMs} ms are its limit`);
    }
  });
  return undefined;
};

const lostLedger: MakeBound = ({ faults }, log) => ({ world }, complain) => {
  const lost = faults.findIndex(({ kind }) => kind === 'ledger-loss');
  const fault = faults[lost];
  let boots = world.pen().memory().bootCount;
  let before = 0;
  let lostMs: number | undefined;
  world.watch(() => {
    const now = world.pen().memory().bootCount;
    if (now === boots) return;
    boots = now;
    const isGone = fault?.kind === 'ledger-loss' && fault.leaves !== 'older';
    const found = isGone && (log.effects[lost] ?? 0) > 0 && before > 0;
    if (found) lostMs ??= world.pen().plant.tMs;
  });
  world.onStroke(({ tMs }) => {
    before += 1;
    if (lostMs !== undefined && tMs > lostMs + RETRACT_MS_MAX) {
      complain('a pen was armed that had lost its ledger');
    }
  });
  return undefined;
};

/** One published bound: its judge, and the faults beside which nobody could keep it. */
interface Bound {
  readonly make: MakeBound;
  readonly masks: readonly Trouble['kind'][];
  /** Faults that blind it only when all of them are there. */
  readonly together?: readonly Trouble['kind'][];
}

const BOUNDS = {
  'withdrawn in time': {
    make: withdrawn,
    masks: ['depth-stop-jam', 'stuck-trigger', 'depth-creep', 'outside-certificate', 'pen-hang'],
  },
  'overspeed noticed': { make: overspeed, masks: ['stuck-encoder', 'lossy-encoder', 'pen-hang'] },
  'deep by speed': {
    make: fastDepth,
    masks: [
      'stuck-encoder', 'lossy-encoder', 'pen-hang', 'depth-creep', 'outside-certificate',
      'loose-cartridge', 'depth-stop-jam',
    ],
  },
  'too deep noticed': { make: tooDeep, masks: ['frozen-depth-sensor', 'pen-hang'] },
  'motor stands in time': {
    make: motorStands,
    masks: ['motor-runaway', 'stuck-trigger', 'pen-hang'],
    // A cam that has seized is parked by no spring, and a jammed stop takes no needles in.
    together: ['depth-stop-jam', 'motor-stall'],
  },
  'silence noticed': { make: silence, masks: ['motor-runaway', 'overspeed', 'pen-hang'] },
  'one press': { make: onePress, masks: ['motor-runaway', 'pen-hang'] },
  'not armed on a lost ledger': { make: lostLedger, masks: ['pen-swap'] },
} as const satisfies Readonly<Record<string, Bound>>;

/** The name of a published bound. */
export type BoundName = keyof typeof BOUNDS;

/** The names of all published bounds. */
export const BOUND_NAMES = Object.keys(BOUNDS) as readonly BoundName[];

/** The judges of some bounds in a scenario, but for those that nobody could keep in it. */
export function boundsFor(
  names: readonly BoundName[],
  scenario: Scenario,
  log: FaultLog,
): Readonly<Record<string, Checker>> {
  const kinds = new Set<string>([...scenario.faults, ...scenario.mishaps].map(({ kind }) => kind));
  const isMasked = ({ masks, together = [] }: Bound): boolean =>
    masks.some((mask) => kinds.has(mask)) ||
    (together.length > 0 && together.every((kind) => kinds.has(kind)));
  const judged = names.filter((name) => !isMasked(BOUNDS[name]));
  return Object.fromEntries(judged.map((name) => [name, BOUNDS[name].make(scenario, log)]));
}
