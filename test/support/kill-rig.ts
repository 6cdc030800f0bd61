/**
 * A host process that is killed at random instants, a pen program that goes on, and what both sides
 * say of it: the pen's own truth line by line, and the journal as the dead host left it. Whoever
 * starts a rig decides when to kill; the rig says what came of it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { FromHost } from '../../host/api.ts';
import { type HostChild, startHostChild } from '../../host/cli/host-child.ts';
import { SIM_PROGRAM } from '../../host/cli/sim-child.ts';
import { today } from '../../host/cli/today.ts';
import { allInOrder } from '../../host/core/checklist.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import {
  type Entry, foldRecord, initInstallation, nodeWorld, readJournal,
} from '../../host/journal/index.ts';
import { areaName, type AreaName } from '../../protocol/area.ts';
import { stopBoundStrokes } from '../../protocol/stop-bound.ts';
import { centiHz, ms, strokes } from '../../protocol/units.ts';
import { nextBetween, type Random } from '../../sim/random.ts';
import type { Told } from '../../sim/truth-teller.ts';

type Arming = Extract<Told, { readonly event: 'arming' }>;
type PenSays =
  | Told
  | { readonly event: 'listening'; readonly address: string }
  | { readonly event: 'phase'; readonly phase: string; readonly strokes: number };

/** How long after a kill everything that was permitted has certainly come to its end. */
const SETTLE_MS = 700;

const place = (area: AreaName, sizeMm2: number, depthUm: number, rateCentiHz: number) =>
  ({ area, side: 'midline', sizeMm2, depthUm, rateCentiHz, passes: 2 });
const PLAN = {
  version: 1,
  planId: 'kill-1',
  person: 'demo-person-1',
  operator: 'Demo operator',
  areas: [
    place('abdomen', 30_000, 1_000, 8_000),
    place('back', 30_000, 1_000, 12_000),
    place('forehead', 1_200, 500, 8_000),
    {
      area: 'infraorbital', side: 'left', sizeMm2: 400, depthUm: 200, rateCentiHz: 3_000, passes: 1,
      eyeProtection: true,
    },
  ],
};

/** What the needles did after the host was dead, and what they were allowed. */
export interface AfterKill {
  readonly phase: string;
  readonly area: AreaName | undefined;
  readonly strokes: number;
  readonly bound: number;
  /** What is wrong, in sentences; nothing if all is well. */
  readonly wrong: readonly string[];
}

/** A pen, an installation, and at times a host. */
export interface KillRig {
  /** Starts a host; the provider arms, clears and finishes by itself. */
  readonly startHost: () => void;
  /** Waits until needles run, or for so long at the most. */
  readonly untilRunning: (forMs: number) => Promise<void>;
  /** Kills the host now, waits until the pen must stand, and looks at both sides. */
  readonly kill: () => Promise<AfterKill>;
  /** Whether this rig has nothing more to give: its treatment is over, or locked. */
  readonly isUsedUp: () => boolean;
  readonly close: () => Promise<void>;
}

/** Everything that the pen has said of itself. */
interface Penside {
  readonly strokesOf: Map<AreaName, number>;
  readonly atNs: bigint[];
  address: string;
  phase: string;
  arming: Arming | undefined;
}

function hearPen(pen: Penside, said: PenSays): void {
  switch (said.event) {
    case 'listening':
      pen.address = said.address;
      return;
    case 'phase':
      pen.phase = said.phase;
      return;
    case 'arming':
      pen.arming = said;
      return;
    case 'needles':
      return;
    case 'stroke': {
      // A stroke belongs to what was armed last: the journal knows of areas, not of skin.
      const area = pen.arming && areaName(pen.arming.area);
      if (area !== undefined) pen.strokesOf.set(area, (pen.strokesOf.get(area) ?? 0) + 1);
      pen.atNs.push(BigInt(said.atNs));
    }
  }
}

/** What the journal says may have been delivered, by area: known and unknown together. */
function accounted(dataDir: string): ReadonlyMap<string, number> | string {
  const entries: Entry[] = [];
  const read = readJournal(dataDir, nodeWorld('kill'), (entry) => entries.push(entry));
  if (!read.ok) return `the journal cannot be read: ${JSON.stringify(read.error)}`;
  const sums = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'treatment-opened') continue;
    const areas = foldRecord(entries, entry.treatmentId)?.areas ?? [];
    for (const { area, delivered, unknown } of areas) {
      sums.set(area, (sums.get(area) ?? 0) + delivered.strokes + unknown.strokes);
    }
  }
  return sums;
}

function unaccounted(pen: Penside, dataDir: string): readonly string[] {
  const sums = accounted(dataDir);
  if (typeof sums === 'string') return [sums];
  return [...pen.strokesOf].flatMap(([area, made]) => {
    const said = sums.get(area) ?? 0;
    return said >= made ? [] : [`${made} strokes on the ${area}, the journal has ${said}`];
  });
}

const boundOf = ({ credit, rateCentiHz, leaseMs }: Arming): number =>
  stopBoundStrokes({
    credit: strokes(credit),
    rateCentiHz: centiHz(rateCentiHz),
    leaseMs: ms(leaseMs),
  });

/** Whether somebody has yet to look at what no sensor sees. */
const isRoomOpen = ({ areas }: Snapshot): boolean =>
  areas.some(({ against }) => against.some(({ code }) => code === 'room-open'));

/** What a provider would do who wants to go on, whichever area it is. */
function provide(snapshot: Snapshot, host: HostChild, random: Random): void {
  if (snapshot.next === 'clear') {
    host.tell({ kind: 'request', request: { kind: 'clear', by: 'provider' } });
  } else if (snapshot.next === 'finish') {
    const request = { kind: 'finish', by: 'provider', outcome: 'completed' } as const;
    host.tell({ kind: 'request', request });
  } else if (snapshot.next === 'arm') {
    if (isRoomOpen(snapshot)) {
      const room = allInOrder('provider');
      host.tell({ kind: 'request', request: { kind: 'room', room, by: 'provider' } });
      return;
    }
    const open = snapshot.areas.filter(({ state, against }) =>
      state === 'open' && against.length === 0);
    const chosen = open[nextBetween(random, 0, Math.max(0, open.length - 1))];
    if (chosen === undefined) return;
    const { area, side, eye } = chosen;
    host.tell({ kind: 'request', request: { kind: 'arm', area, side, eyeConfirmed: eye } });
  }
}

/** A folder with an installation, a plan and a person. */
function newFolder() {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-kill-'));
  const made = initInstallation(dataDir, nodeWorld('kill'));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const planPath = path.join(dataDir, 'plan.json');
  const casePath = path.join(dataDir, 'case.json');
  fs.writeFileSync(planPath, JSON.stringify(PLAN));
  fs.writeFileSync(casePath, demoCaseFile(today()));
  return { dataDir, planPath, casePath };
}

async function startPen(pen: Penside, seed: number): Promise<ChildProcess> {
  const words = ['--pty', '--json', '--truth', '--seed', String(seed)];
  const child = spawn(process.execPath, [SIM_PROGRAM, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => hearPen(pen, JSON.parse(line) as PenSays));
  while (pen.address === '') await once(lines, 'line');
  return child;
}

/** Sets up a pen program and an installation; the seed is that of the pen and its person. */
export async function createKillRig(seed: number, random: Random): Promise<KillRig> {
  const folder = newFolder();
  const pen: Penside = {
    strokesOf: new Map(), atNs: [], address: '', phase: 'idle', arming: undefined,
  };
  const program = await startPen(pen, seed);
  let host: HostChild | undefined;
  let complaints: string[] = [];
  let usedUp = false;

  const hear = (message: FromHost): void => {
    if (message.kind === 'not-admitted') complaints.push(...message.sentences);
    if (message.kind !== 'snapshot' || host === undefined) return;
    const { snapshot } = message;
    usedUp ||= snapshot.phase === 'finished' || snapshot.areas.every(({ against }) =>
      against.some(({ code }) => code === 'locked-out'));
    provide(snapshot, host, random);
  };

  return {
    startHost: () => {
      complaints = [];
      host = startHostChild(hear);
      const { dataDir, planPath, casePath } = folder;
      const start = { dataDir, planPath, casePath, pen: pen.address, pedal: false };
      host.tell({ kind: 'start', start });
    },
    untilRunning: async (forMs) => {
      const untilMs = performance.now() + forMs;
      while (pen.phase !== 'running' && performance.now() < untilMs && !usedUp) await pause(1);
    },
    kill: async () => {
      const { phase } = pen;
      const atNs = process.hrtime.bigint();
      host?.kill();
      await host?.ended;
      host = undefined;
      await pause(SETTLE_MS);
      const made = pen.atNs.filter((each) => each > atNs).length;
      const bound = pen.arming === undefined ? 0 : boundOf(pen.arming);
      const area = pen.arming && areaName(pen.arming.area);
      const over = made > bound ? [`${made} strokes after the kill, ${bound} are the bound`] : [];
      const moves = pen.phase === 'running' || pen.phase === 'stopping' ? ['it still moves'] : [];
      const wrong = [...over, ...moves, ...complaints, ...unaccounted(pen, folder.dataDir)];
      return { phase, area, strokes: made, bound, wrong };
    },
    isUsedUp: () => usedUp,
    close: async () => {
      host?.kill();
      await host?.ended;
      program.kill('SIGTERM');
      await once(program, 'exit');
      fs.rmSync(folder.dataDir, { recursive: true, force: true });
    },
  };
}
