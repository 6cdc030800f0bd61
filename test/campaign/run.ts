/**
 * One run: a scenario played to its end with every judge in place, and everything that is worth
 * knowing afterwards as plain data that can cross from one process to another.
 */
import type { BytePort } from '../../protocol/byte-port.ts';
import type { PhaseKind } from '../../host/core/control/state.ts';
import { createFaultLog, tookEffect } from '../../sim/faults/fault-log.ts';
import { automaticHand } from '../../sim/operator/index.ts';
import { createPen, type Pen, type PenOptions } from '../../sim/pen.ts';
import { judge, type Court } from '../world/checkers/all.ts';
import { createMeter, type Margins } from '../world/checkers/measure.ts';
import { KEY, keysFor, pairedMemory, sealWith } from '../world/paired.ts';
import { createWorld, type World, type WorldParts } from '../world/world.ts';
import { type Adversary, createAdversary } from './adversary.ts';
import { rulingFor } from './allowances.ts';
import { trouble } from './around.ts';
import { boundsFor } from './bounds.ts';
import { cartridgeOf, diskOf, individualOf, modelOf, skinOf, wishOf } from './case.ts';
import { personAtConsole } from './console.ts';
import { HANDS } from './hands.ts';
import { LINES } from './lines.ts';
import type { Scenario, Trouble } from './scenario.ts';

/** How a run came to its end. */
export const OUTCOMES = [
  'completed', 'stopped', 'abandoned', 'refused', 'failed', 'host left dead', 'cut short',
] as const;

/** The name of an outcome. */
export type Outcome = (typeof OUTCOMES)[number];

/** What became of one scenario. */
export interface Run {
  readonly seed: number;
  readonly complaints: readonly string[];
  readonly margins: Margins;
  readonly took: readonly { readonly kind: Trouble['kind']; readonly took: boolean }[];
  readonly outcome: Outcome;
  readonly strokes: number;
  readonly simulatedMs: number;
}

/** What is broken on purpose, to see whether anybody notices. */
export interface Broken {
  readonly step?: NonNullable<PenOptions['step']>;
  /** Puts something else around the host's end than its seal, which is given as well. */
  readonly seal?: (carrier: BytePort, seal: (carrier: BytePort) => BytePort) => BytePort;
  /** Changes the world once it is made, as a mutant host would. */
  readonly meddle?: (world: World) => void;
}

/** Longer than any stop takes, so that what was moving at the end is judged as well. */
const AFTERWARDS_MS = 500;
const PROVIDER_MS = 250;
const COMPLAINTS_MAX = 3;
const DEAD_MS = 1_000;

/** Plays a scenario. */
export function play(scenario: Scenario, broken: Broken = {}): Run {
  const faultLog = createFaultLog(scenario.faults);
  const model = modelOf(scenario);
  const individual = individualOf(scenario, model);
  const meter = createMeter();
  const { excused, bounds, allowance } = rulingFor(scenario);
  const courts: Court[] = [];
  const pen = createPen({
    model,
    cartridge: cartridgeOf(scenario, model),
    seed: scenario.seed,
    faultLog,
    clockDriftPpm: scenario.clockDriftPpm,
    chargePercent: scenario.chargePercent,
    ...(individual === undefined ? {} : { individual }),
    ...(scenario.paired === true ? { memory: pairedMemory() } : {}),
    ...(broken.step === undefined ? {} : { step: broken.step }),
  });
  const onWire: { adversary?: Adversary } = {};
  const world = createWorld({
    pen,
    ...(scenario.paired === true ? sealFor(pen, onWire, broken) : {}),
    operator: automaticHand(HANDS[scenario.hand], scenario.seed),
    provider: personAtConsole(scenario),
    providerMs: PROVIDER_MS,
    wish: wishOf(scenario),
    disk: diskOf(scenario),
    seed: scenario.seed,
    line: LINES[scenario.line],
    faultLog,
    stride: 'telemetry',
    judge: (judged) => {
      if (scenario.paired === true) onWire.adversary = createAdversary(judged, scenario.seed);
      courts.push(judge(judged, {
        excused,
        allowance,
        skin: skinOf(scenario),
        measure: meter.measure,
        beside: boundsFor(bounds, scenario, faultLog),
      }));
    },
  });
  broken.meddle?.(world);
  const around = trouble(world, scenario, faultLog, onWire.adversary);
  world.watch(around.pass);
  world.runUntil(() => isOver(world) || around.abandoned(), scenario.longestMs);
  world.runFor(around.abandoned() ? DEAD_MS : AFTERWARDS_MS);
  return {
    seed: scenario.seed,
    complaints: [
      ...courts.flatMap((court) => court.close()),
      ...(onWire.adversary?.complaints ?? []).slice(0, COMPLAINTS_MAX),
    ],
    margins: meter.margins,
    took: [
      ...scenario.faults.map(({ kind }, index) => ({ kind, took: tookEffect(faultLog, index) })),
      ...scenario.mishaps.map(({ kind }, index) => ({ kind, took: around.took[index] === true })),
    ],
    outcome: outcomeOf(world, around.abandoned()),
    strokes: world.strokes.length,
    simulatedMs: world.nowMs(),
  };
}

/** A host that was paired with a pen; whoever is on the wire hears what its seal lets through. */
function sealFor(
  { serial }: Pen,
  onWire: { readonly adversary?: Adversary },
  broken: Broken,
): Pick<WorldParts, 'seal' | 'sealKey'> {
  const seal = sealWith(keysFor(serial), (news) => onWire.adversary?.news(news));
  return {
    sealKey: KEY,
    seal: (carrier) => {
      const port = broken.seal?.(carrier, seal) ?? seal(carrier);
      port.onBytes((bytes) => onWire.adversary?.cameThrough(bytes));
      return port;
    },
  };
}

const isTurnedAway = (world: World): boolean =>
  world.phase() === undefined && world.said.some(({ kind }) => kind === 'not-admitted');

function isOver(world: World): boolean {
  const phase: PhaseKind | undefined = world.phase();
  return phase === 'finished' || (phase === undefined && isTurnedAway(world));
}

function outcomeOf(world: World, abandoned: boolean): Outcome {
  if (abandoned) return 'host left dead';
  const control = world.host()?.control;
  if (control === undefined) return isTurnedAway(world) ? 'refused' : 'cut short';
  if (control.phase.kind === 'finished') return control.phase.outcome;
  return control.phase.kind === 'failed' ? 'failed' : 'cut short';
}
