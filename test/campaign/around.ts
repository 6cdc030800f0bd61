/**
 * Everything that goes wrong around pen and wire in a run: the host's process, its disk, another
 * host, another pen, the wall clock, people. It does what the scenario says when its moment has
 * come, undoes it when its time is over, and says only then that it made a difference when it did.
 */
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { formatDay, day } from '../../host/core/day.ts';
import { takeDue, waitFor } from '../../sim/faults/due.ts';
import { isWorldFault } from '../../sim/faults/fault-home.ts';
import { type FaultLog, noteEffect } from '../../sim/faults/fault-log.ts';
import type { Span, WorldFault } from '../../sim/faults/fault.ts';
import { createPen, type Pen } from '../../sim/pen.ts';
import { HANDS_OFF } from '../../sim/plant/index.ts';
import type { World } from '../world/world.ts';
import { type Adversary, isAttack } from './adversary.ts';
import { cartridgeOf, modelOf } from './case.ts';
import type { Mishap, Scenario } from './scenario.ts';
import { CAMPAIGN_DAY } from './today.ts';

/** What a run knows of the troubles around it. */
export interface Around {
  /** Looks whether something is due; called after every moment of the world. */
  readonly pass: () => void;
  /** Of every mishap, whether it made a difference. */
  readonly took: readonly boolean[];
  /** Whether nobody will start the host again. */
  readonly abandoned: () => boolean;
}

/** Something to be undone later. */
interface Undo {
  readonly atMs: number;
  readonly act: () => void;
}

const FOREIGN_NONCE = 4_711;
const NEVER_MS = Number.POSITIVE_INFINITY;
const FOREIGN_SERIAL_SEED = 500_000_000;
/** How long a person takes to notice that the host has failed, and to start it again. */
const RESTART_MS = 1_000;
const RESTARTS_MAX = 3;

const isDue = (world: World, { at }: Mishap): boolean =>
  at.kind === 'ms' ? world.nowMs() >= at.ms : world.strokes.length >= at.stroke;

/** Brings a pen that lay aside to the present. */
function catchUp(pen: Pen, toMs: number): void {
  const leftMs = Math.max(0, toMs - pen.plant.tMs);
  for (let passedMs = 0; passedMs < leftMs; passedMs += 10) {
    pen.advance(Math.min(10, leftMs - passedMs), HANDS_OFF);
  }
}

/** Watches over a world and troubles it. */
export function trouble(
  world: World,
  scenario: Scenario,
  faultLog: FaultLog,
  adversary?: Adversary,
): Around {
  const waiting = waitFor(faultLog, isWorldFault);
  const took = scenario.mishaps.map(() => false);
  const left = new Set(scenario.mishaps.keys());
  const undos = new Set<Undo>();
  const disk = createDiskTroubles(world);
  let abandoned = false;
  let failedMs = 0;
  let restarts = 0;

  const later = (inMs: number, act: () => void): void => {
    undos.add({ atMs: world.nowMs() + inMs, act });
  };
  const start = (): void => {
    if (world.host() === undefined && !world.startHost()) later(RESTART_MS, start);
  };
  const kill = (restartMs: number | 'never', cut: boolean): boolean => {
    if (world.host() === undefined) return false;
    world.killHost();
    world.parts.disk.door.dropSyncs();
    if (cut) world.parts.disk.door.cutPower();
    if (restartMs === 'never') abandoned = true;
    else later(restartMs, start);
    return true;
  };
  const span = (lasting: Span): number => (lasting === 'for-good' ? NEVER_MS : lasting.ms);

  const strike = (fault: WorldFault, index: number): void => {
    const told = (): void => noteEffect(faultLog, index);
    switch (fault.kind) {
      case 'host-pause':
        world.pauseHost(fault.ms);
        if (world.host() !== undefined) told();
        return;
      case 'host-kill':
        if (kill(fault.restartMs, false)) told();
        return;
      case 'disk-full':
        disk.fail(['write', 'create', 'make-folder'], 'ENOSPC', told, later, span(fault.lasting));
        return;
      case 'disk-read-only':
        disk.fail(
          ['write', 'create', 'make-folder', 'truncate', 'remove', 'rename', 'link'],
          'EROFS', told, later, span(fault.lasting),
        );
        return;
      case 'second-host':
        world.intrude(FOREIGN_HELLO);
        if (world.pen().alive()) told();
    }
  };

  const befall = (mishap: Mishap, index: number): void => {
    const told = (): void => {
      took[index] = true;
    };
    const hasTreatment = world.phase() !== undefined;
    if (isAttack(mishap.kind)) {
      if (adversary?.strike(mishap.kind) === true) told();
      return;
    }
    switch (mishap.kind) {
      case 'stop':
        world.tell({ kind: 'stop', by: 'provider' });
        if (world.host() !== undefined) told();
        return;
      case 'console-gone':
        world.tell({ kind: 'host-trouble', why: 'console-gone' });
        if (hasTreatment) told();
        return;
      case 'power-cut':
        if (kill(mishap.restartMs, true)) told();
        return;
      case 'slow-disk':
        disk.hold(told, later, mishap.ms);
        return;
      case 'disk-loses-sync':
        disk.fail(['sync'], 'EIO', told, later, mishap.ms);
        return;
      case 'pen-swap':
        swap(world, scenario, mishap.backMs, later);
        told();
        return;
      case 'clock-jump':
        world.parts.disk.day = formatDay(day(CAMPAIGN_DAY + mishap.days));
        if (hasTreatment) told();
        return;
      case 'pedal-gone':
        world.tell({ kind: 'pedal', pedal: 'none' });
        if (hasTreatment) told();
    }
  };

  /** A host that cannot go on is started anew by somebody, a few times. */
  const mend = (): void => {
    if (world.phase() !== 'failed') failedMs = world.nowMs();
    if (world.nowMs() - failedMs < RESTART_MS || restarts >= RESTARTS_MAX) return;
    restarts += 1;
    world.killHost();
    world.parts.disk.door.dropSyncs();
    start();
  };

  const pass = (): void => {
    for (const { fault, index } of takeDue(waiting, world.nowMs(), world.strokes.length)) {
      strike(fault, index);
    }
    for (const index of left) {
      const mishap = scenario.mishaps[index];
      if (mishap === undefined || !isDue(world, mishap)) continue;
      left.delete(index);
      befall(mishap, index);
    }
    for (const undo of undos) {
      if (world.nowMs() < undo.atMs) continue;
      undos.delete(undo);
      undo.act();
    }
    mend();
  };
  const isQuiet = (): boolean =>
    waiting.list.length === 0 && left.size === 0 && undos.size === 0 && world.phase() !== 'failed';

  return { pass: () => (isQuiet() ? undefined : pass()), took, abandoned: () => abandoned };
}

const FOREIGN_HELLO = encodeFrame(
  { kind: 'hello', hostNonce: FOREIGN_NONCE, schemaHash: SCHEMA_HASH },
  { session: 0, seq: 0, ack: 0 },
  0,
);

type Later = (inMs: number, act: () => void) => void;

/** Another pen of the same kind on the cable, and perhaps the first one again. */
function swap(world: World, scenario: Scenario, backMs: number | 'never', later: Later): void {
  const first = world.pen();
  const model = modelOf(scenario);
  const cartridge = cartridgeOf(scenario, model);
  const other = createPen({ model, cartridge, seed: scenario.seed + FOREIGN_SERIAL_SEED });
  catchUp(other, first.plant.tMs);
  world.swapPen(other);
  if (backMs === 'never') return;
  later(backMs, () => {
    catchUp(first, other.plant.tMs);
    world.swapPen(first);
  });
}

/** What can be wrong with the disk of a world, several things at a time. */
function createDiskTroubles({ parts: { disk: { door } } }: World): {
  readonly fail: (
    calls: readonly string[], code: string, told: () => void, later: Later, forMs: number,
  ) => void;
  readonly hold: (told: () => void, later: Later, forMs: number) => void;
} {
  const failing = new Map<
    object,
    { readonly calls: readonly string[]; readonly hit: () => string }
  >();
  let holding: (() => void) | undefined;
  door.mischief = (_, call) => {
    if (call === 'sync' && door.holdSyncs) holding?.();
    for (const { calls, hit } of failing.values()) {
      if (calls.includes(call)) return { code: hit() };
    }
    return undefined;
  };
  const release = (): void => {
    door.holdSyncs = false;
    while (door.finishSync());
  };
  return {
    fail: (calls, code, told, later, forMs) => {
      const key = {};
      const hit = (): string => {
        told();
        return code;
      };
      failing.set(key, { calls, hit });
      if (forMs < NEVER_MS) later(forMs, () => failing.delete(key));
    },
    hold: (told, later, forMs) => {
      door.holdSyncs = true;
      holding = told;
      later(forMs, release);
    },
  };
}
