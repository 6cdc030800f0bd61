/**
 * One installation, one pen program, a cable between them, a provider, and at times a host: what a
 * fault strikes at. A scene starts, restarts and leaves; it judges nothing.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { today } from '../../host/cli/today.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { initInstallation, nodeWorld } from '../../host/journal/index.ts';
import { createRandom, type Random } from '../../sim/random.ts';
import { type Cable, makeCable } from './cable.ts';
import { type Folder, runConsole } from './console-run.ts';
import { createDiary, type Diary } from './diary.ts';
import type { HostRun, RunEnd } from './heard.ts';
import { type PenProgram, setUpPen } from './pen.ts';
import { lives, signal } from './processes.ts';
import { createProvider, type Provider } from './provider.ts';
import type { Trouble } from './trouble.ts';
import { runTroubled } from './troubled-run.ts';

const place = (area: string, sizeMm2: number, depthUm: number, rateCentiHz: number) =>
  ({ area, side: 'midline', sizeMm2, depthUm, rateCentiHz, passes: 2 });

const PLAN = {
  version: 1,
  planId: 'rig-1',
  person: 'demo-person-1',
  operator: 'Demo operator',
  areas: [
    place('abdomen', 30_000, 1_000, 8_000),
    place('back', 30_000, 1_000, 12_000),
    place('forehead', 4_000, 500, 8_000),
    {
      area: 'infraorbital', side: 'left', sizeMm2: 400, depthUm: 200, rateCentiHz: 3_000, passes: 1,
      eyeProtection: true,
    },
  ],
};

/** A scene. */
export interface Scene {
  readonly folder: Folder;
  readonly pen: PenProgram;
  readonly cable: Cable;
  readonly provider: Provider;
  readonly diary: Diary;
  /** The host that was started last. */
  readonly host: () => HostRun;
  /** Whether no host runs now. */
  readonly isHostGone: () => boolean;
  /** Starts a host; a troubled one suffers what is given. */
  readonly startHost: (trouble?: Trouble) => HostRun;
  /** Waits until needles run, or for so long at the most. */
  readonly untilRunning: () => Promise<boolean>;
  /** Waits until the console has told something, from now on. */
  readonly untilHeard: (kind: string, forMs: number) => Promise<boolean>;
  /** Leaves in order, as a person does, and says how that came out. */
  readonly leave: () => Promise<RunEnd | undefined>;
  /** Everything unfit that any host of this scene said. */
  readonly unfit: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** How long a busy computer may take until needles run: a handshake, a clearing, an arming. */
const RUNNING_MS_MAX = 30_000;
const LEAVE_MS_MAX = 6_000;
const LOOK_MS = 2;

/** Puts an installation, a plan and a person into a folder. */
export function furnish(dataDir: string): Folder {
  const made = initInstallation(dataDir, nodeWorld('rig'));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const planPath = path.join(dataDir, 'plan.json');
  const casePath = path.join(dataDir, 'case.json');
  fs.writeFileSync(planPath, JSON.stringify(PLAN));
  fs.writeFileSync(casePath, demoCaseFile(today()));
  return { dataDir, planPath, casePath };
}

/** Sets a scene up: the pen listens, the cable is plugged, nobody has started a host. */
export async function setScene(
  { cable: kind }: { readonly cable: 'direct' | 'relay' },
  seed: number,
  inFolder?: string,
): Promise<Scene> {
  const base = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-rig-'));
  const random: Random = createRandom(seed, 31);
  const folder = furnish(inFolder ?? path.join(base, 'clinic'));
  const pen = setUpPen(path.join(base, 'pen.json'), seed, kind === 'direct' ? 'pty' : 'tcp');
  await pen.start();
  const cable = makeCable(path.join(base, 'port'), pen, kind);
  await cable.plug();
  const diary = createDiary();
  const provider = createProvider(pen.truth, random, diary);
  const runs: HostRun[] = [];

  const host = (): HostRun => {
    const newest = runs.at(-1);
    if (newest === undefined) throw new Error('no host was started');
    return newest;
  };
  const leave = async (): Promise<RunEnd | undefined> => {
    const run = runs.at(-1);
    if (run === undefined) return undefined;
    run.write('leave');
    const late = pause(LEAVE_MS_MAX).then(() => undefined);
    return Promise.race([run.ended, late]);
  };
  return {
    folder,
    pen,
    cable,
    provider,
    diary,
    host,
    isHostGone: () => runs.at(-1)?.hasEnded() !== false,
    startHost: (trouble) => {
      const address = `serial:${cable.name}`;
      const run = trouble ? runTroubled(folder, address, trouble) : runConsole(folder, address);
      runs.push(run);
      provider.follow(run);
      return run;
    },
    untilRunning: () =>
      pen.until(({ phase }) => phase === 'running' || host().hasEnded(), RUNNING_MS_MAX)
        .then(() => pen.truth.phase === 'running'),
    untilHeard: async (kind, forMs) => {
      const run = host();
      const from = run.heard.length;
      const untilMs = performance.now() + forMs;
      const so = (): boolean => run.heard.slice(from).some((one) => one.kind === kind);
      while (!so() && !run.hasEnded() && performance.now() < untilMs) await pause(LOOK_MS);
      return so();
    },
    leave,
    unfit: () => runs.flatMap((run) => run.unfit()),
    close: async () => {
      provider.end();
      for (const run of runs) {
        const pid = run.hasEnded() ? undefined : run.hostPid();
        signal(run.hasEnded() ? undefined : run.consolePid, 'SIGKILL');
        if (pid !== undefined && lives(pid)) signal(pid, 'SIGKILL');
      }
      await pen.kill();
      await cable.close();
      fs.rmSync(base, { recursive: true, force: true });
    },
  };
}
