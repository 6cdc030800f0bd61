/**
 * Hosts with something wrong in admission or control: the real reducer, with the frames that it
 * wants sent enlarged on their way out, as a wrong line anywhere above the wire would do. And a
 * guard that was silenced, which lets everything through.
 */
import type { Guard } from '../../../host/guard/index.ts';
import { type HostEffect, hostStep } from '../../../host/loop/host-step.ts';
import { centiHz, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import type { AreaTask, Treatment } from '../../../host/core/control/task.ts';
import type { HostMind } from '../world.ts';

/** What a wrong line makes of a message; undefined leaves it. */
export type Enlarge = (message: ToPen) => ToPen | undefined;

const enlarged = (effect: HostEffect, enlarge: Enlarge): HostEffect => {
  const other = effect.kind === 'send' ? enlarge(effect.message) : undefined;
  return effect.kind === 'send' && other !== undefined ? { ...effect, message: other } : effect;
};

/** What a wrong line of admission makes of a treatment. */
export type Misjudge = (treatment: Treatment) => Treatment;

/** A reducer that begins with another treatment than was admitted. */
export const misjudgedStep =
  (misjudge: Misjudge): typeof hostStep =>
  (host, event, elapsedMs) => {
    if (event.kind !== 'begin') return hostStep(host, event, elapsedMs);
    const { control } = event;
    const treatment = misjudge(control.treatment);
    return hostStep(host, { ...event, control: { ...control, treatment } }, elapsedMs);
  };

/** Misjudges every area of a treatment. */
export const everyTask =
  (change: (task: AreaTask) => Partial<AreaTask>): Misjudge =>
  (treatment) => ({
    ...treatment,
    tasks: treatment.tasks.map((task) => ({ ...task, ...change(task) })),
  });

/** A reducer whose messages are enlarged. */
export const brokenStep =
  (enlarge: Enlarge): typeof hostStep =>
  (host, event, elapsedMs) => {
    const step = hostStep(host, event, elapsedMs);
    return { host: step.host, effects: step.effects.map((effect) => enlarged(effect, enlarge)) };
  };

/** Silence where a guard should be. */
export const SILENT: Guard = {
  hears: () => undefined,
  reads: () => undefined,
  stops: () => undefined,
};

/** A host with a broken reducer, with its guard or without. */
export const brokenHost =
  (step: typeof hostStep, guarded: boolean): (() => HostMind) =>
  () => ({ step, ...(guarded ? {} : { guard: SILENT }) });

/** The ways in which a host is made to ask for more than its own table allows. */
export const ENLARGED: Readonly<Record<string, Enlarge>> = {
  'arms 50 um deeper': (message) =>
    message.kind === 'arm' || message.kind === 'envelope' ? deeper(message, 50) : undefined,
  'arms 50 um deeper than its own envelope': (message) =>
    message.kind === 'arm' ? deeper(message, 50) : undefined,
  'forgets the margin of calibration': (message) =>
    message.kind === 'arm' || message.kind === 'envelope' ? deeper(message, 100) : undefined,
  'arms a tenth faster': (message) => {
    const fast = (rateCentiHz: number) =>
      centiHz(Math.min(15_000, Math.round(rateCentiHz * 1.1)));
    if (message.kind === 'arm') return { ...message, rateCentiHz: fast(message.rateCentiHz) };
    if (message.kind !== 'envelope') return undefined;
    return { ...message, rateCentiHzMax: fast(message.rateCentiHzMax) };
  },
  'arms for one stroke more than a pass': (message) => {
    if (message.kind === 'arm') {
      return { ...message, passCeiling: strokes(message.passCeiling + 1) };
    }
    if (message.kind !== 'envelope') return undefined;
    return { ...message, passStrokesMax: strokes(message.passStrokesMax + 1) };
  },
  'loads a longer hold': (message) =>
    message.kind === 'envelope'
      ? { ...message, holdMsMax: ms(message.holdMsMax + 1) }
      : undefined,
  'grants one stroke more than a credit': (message) =>
    message.kind === 'grant'
      ? { ...message, ceiling: strokes(message.ceiling + 1) }
      : undefined,
  'grants for 50 ms longer': (message) =>
    message.kind === 'grant'
      ? { ...message, notAfterPenMs: penMs(message.notAfterPenMs + 50) }
      : undefined,
  'grants under another arming': (message) =>
    message.kind === 'grant' ? { ...message, armingId: message.armingId + 1 } : undefined,
  'grants for another press': (message) =>
    message.kind === 'grant' ? { ...message, holdId: message.holdId + 1 } : undefined,
  'arms the same skin under another side': (message) =>
    message.kind === 'arm' ? { ...message, side: (message.side + 1) % 3 } : undefined,
  'arms for a needle less': (message) =>
    message.kind === 'arm' ? { ...message, needleCount: message.needleCount - 1 } : undefined,
  'arms for another plan': (message) =>
    message.kind === 'arm' ? { ...message, planHash: '0000000000000000' } : undefined,
};

/** The ways in which admission is made to give more than the table does. */
export const MISJUDGED: Readonly<Record<string, Misjudge>> = {
  'lets 50 um more through': everyTask(({ depthUm }) => ({ depthUm: um(depthUm + 50) })),
  'takes its pen for a faster one': everyTask(({ rateCentiHz }) => ({
    rateCentiHz: centiHz(rateCentiHz + 100),
  })),
  'reckons strokes for half the needles': everyTask(({ strokesPerPass, strokesLeft }) => ({
    strokesPerPass: strokes(2 * strokesPerPass),
    strokesLeft: strokes(2 * strokesLeft),
  })),
  'gives a pass one stroke too many': everyTask(({ strokesPerPass }) => ({
    strokesPerPass: strokes(strokesPerPass + 1),
  })),
  'gives an area a third pass': everyTask(({ strokesPerPass, strokesLeft }) => ({
    passes: 3,
    strokesLeft: strokes(strokesLeft + strokesPerPass),
  })),
  'gives a spot all that a grant can': everyTask(({ creditStrokes }) => ({
    creditStrokes: strokes(creditStrokes + 1),
  })),
  'forgets how long one hold may be': everyTask(({ holdMs }) => ({ holdMs: ms(holdMs * 2) })),
};

type Deep = Extract<ToPen, { readonly kind: 'arm' | 'envelope' }>;

const deeper = (message: Deep, by: number): ToPen =>
  message.kind === 'arm'
    ? { ...message, depthUm: um(message.depthUm + by) }
    : { ...message, depthUmMax: um(message.depthUmMax + by) };
