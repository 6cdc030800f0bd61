/**
 * Broken twins of the firmware: each is the real one with a single safety rule taken away, by
 * changing what it knows or hears around every step. A checker that does not catch them all is
 * worth nothing, and a rule whose twin is not caught is not tested.
 */
import { step } from '../../../sim/firmware/index.ts';
import type { Firmware, FirmwareEvent, Step } from '../../../sim/firmware/index.ts';

type StepFunction = typeof step;
type Running = Extract<Firmware['doing'], { kind: 'running' }>;

const FAR = 1_000_000;

const whileRunning =
  (change: (doing: Running, state: Firmware) => Firmware): StepFunction =>
  (state, event, elapsedMs) =>
    step(
      state.doing.kind === 'running' ? change(state.doing, state) : state,
      event,
      elapsedMs,
    );

const withPermit = (
  state: Firmware,
  doing: Running,
  change: Partial<Running['motion']['permit']>,
): Firmware => {
  const permit = { ...doing.motion.permit, ...change };
  return { ...state, doing: { ...doing, motion: { ...doing.motion, permit } } };
};

const heldTrigger = (event: FirmwareEvent): FirmwareEvent =>
  event.kind === 'tick' ? { ...event, sensed: { ...event.sensed, trigger: true } } : event;

const without =
  (kind: string): StepFunction =>
  (state, event, elapsedMs): Step =>
    event.kind === 'received' && event.message.kind === kind
      ? { state, effects: [] }
      : step(state, event, elapsedMs);

/** Permissions of the twin that begins to brake when the ceiling is reached, and not before it. */
const late = new WeakSet<Running['motion']['permit']>();
const BRAKED_STROKES = 2;

/** Every twin under the name of the rule that it forgets. */
export const TWINS: Readonly<Record<string, StepFunction>> = {
  'the lease': whileRunning((doing, state) =>
    withPermit(state, doing, { notAfterPenMs: state.ages.penMs + FAR }),
  ),
  'the ceiling': whileRunning((doing, state) =>
    withPermit(
      { ...state, ledger: { ...state.ledger, storedMark: state.ledger.strokes + FAR } },
      doing,
      { ceiling: state.ledger.strokes + FAR },
    ),
  ),
  'the trigger': (state, event, elapsedMs) =>
    step(state, state.doing.kind === 'running' ? heldTrigger(event) : event, elapsedMs),
  'to stop when told': without('stop'),
  'the debit of motor time': (state, event, elapsedMs) =>
    step({ ...state, ages: { ...state.ages, dueUnits: 0 } }, event, elapsedMs),
  'to brake early': whileRunning((doing, state) => {
    const { permit } = doing.motion;
    if (late.has(permit)) return state;
    const braking = withPermit(state, doing, { ceiling: permit.ceiling + BRAKED_STROKES });
    if (braking.doing.kind === 'running') late.add(braking.doing.motion.permit);
    return braking;
  }),
  'to withdraw': (state, event, elapsedMs) => {
    const done = step(state, event, elapsedMs);
    const effects = done.effects.map((effect) =>
      effect.kind === 'drive' && effect.drive.depthUm === 0
        ? { ...effect, drive: { motor: effect.drive.motor, depthUm: 500 } }
        : effect,
    );
    return { state: done.state, effects };
  },
};
