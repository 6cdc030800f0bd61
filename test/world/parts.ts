/**
 * What worlds are usually made of: the demonstration's plan and person, a pen of some model, a
 * steady hand, and a provider who arms one area after the other and finishes.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperatorRequest } from '../../host/core/control/event.ts';
import type { AreaSnapshot, Snapshot } from '../../host/core/snapshot.ts';
import { allInOrder } from '../../host/core/checklist.ts';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { parseCaseFile } from '../../host/doors/case-file.ts';
import { parsePlan } from '../../host/doors/plan-file.ts';
import { readBaseProfile } from '../../host/profile/base-profile.ts';
import { sha256Hex } from '../../host/profile/signature.ts';
import type { Wish } from '../../host/treat/prepare.ts';
import {
  cartridgeFor,
  type ModelName,
  penModel,
  takeCartridge,
} from '../../sim/models/index.ts';
import type { Fault } from '../../sim/faults/fault.ts';
import { createFaultLog } from '../../sim/faults/fault-log.ts';
import {
  automaticHand,
  type HandStyle,
  type Operator,
  STEADY_HAND,
} from '../../sim/operator/index.ts';
import { createPen, type Pen, type PenOptions } from '../../sim/pen.ts';
import { createRandom } from '../../sim/random.ts';
import type { LineOptions } from '../../sim/wire.ts';
import { createMemoryWorld, type MemoryWorld } from '../support/journal.ts';
import { given, on } from '../support/limit-world.ts';
import type { HostMind, Provider, WorldParts } from './world.ts';

/** The day on which every world is. */
export const WORLD_DAY = '2026-11-20';

const text = new TextEncoder();
const DEMO_PLAN = fileURLToPath(new URL('../../host/demo/plan.json', import.meta.url));

/** The plan of the demonstration as plain data, to be changed by a story. */
export const demoPlan = (): { areas: Record<string, unknown>[] } & Record<string, unknown> =>
  JSON.parse(readFileSync(DEMO_PLAN, 'utf8')) as never;

/** A plan of one small area of the demonstration, the forehead unless it is another. */
export function onlyPlan(change: Readonly<Record<string, unknown>> = {}): unknown {
  const plan = demoPlan();
  return { ...plan, areas: [{ ...FOREHEAD, ...change }] };
}

const FOREHEAD = {
  area: 'forehead',
  side: 'midline',
  sizeMm2: 400,
  depthUm: 500,
  rateCentiHz: 8_000,
  passes: 2,
};

/** A wish: a plan as plain data, the demonstration's person, the signed profile of Corium. */
export function wishFor(plan: unknown = demoPlan(), pedal = false): Wish {
  const bytes = text.encode(JSON.stringify(plan));
  const today = on(WORLD_DAY);
  const caseText = demoCaseFile(today);
  return {
    plan: given(parsePlan(bytes)),
    planHash: sha256Hex(bytes),
    caseFile: given(parseCaseFile(text.encode(caseText))),
    caseFileHash: sha256Hex(text.encode(caseText)),
    profile: given(readBaseProfile(today)),
    today,
    pedal,
  };
}

/** A pen of a model with the cartridge that fits it. */
export function penFor(
  name: ModelName,
  seed: number,
  more: Partial<PenOptions> = {},
): Pen {
  const today = on(WORLD_DAY);
  const model = penModel(name, today);
  const cartSerial = `CART-${String(seed)}`;
  const box = { lot: 'LOT-7', serial: cartSerial, expiryDay: today + 200, usedStrokes: 0 };
  const cartridge = takeCartridge(cartridgeFor(model), box, model, createRandom(seed, 5));
  return createPen({ model, cartridge, seed, ...more });
}

const isOpen = (area: AreaSnapshot): boolean =>
  area.state === 'open' && area.against.length === 0;

const isRoomOpen = ({ areas }: Snapshot): boolean =>
  areas.some(({ against }) => against.some(({ code }) => code === 'room-open'));

/** The request that arms the next area of a snapshot, once the room was looked at. */
export function armNext(snapshot: Snapshot): OperatorRequest | undefined {
  if (isRoomOpen(snapshot)) {
    return { kind: 'room', room: allInOrder('provider'), by: 'provider' };
  }
  const next = snapshot.areas.find(isOpen);
  return next && { kind: 'arm', area: next.area, side: next.side, eyeConfirmed: next.eye };
}

/** Arms one area after the other and finishes; clears nothing. */
export const diligent: Provider = (snapshot) => {
  if (snapshot.next === 'arm') return armNext(snapshot);
  if (snapshot.next !== 'finish') return undefined;
  return { kind: 'finish', by: 'provider', outcome: 'completed' };
};

/** Does as the diligent one does, and clears every latch that it sees. */
export const persistent: Provider = (snapshot, world) =>
  snapshot.next === 'clear' ? { kind: 'clear', by: 'provider' } : diligent(snapshot, world);

/** What a story may change of the usual parts. */
export interface Change {
  readonly model?: ModelName;
  readonly seed?: number;
  readonly plan?: unknown;
  readonly style?: HandStyle;
  readonly operator?: Operator;
  readonly provider?: Provider;
  readonly pedal?: boolean;
  readonly disk?: MemoryWorld;
  readonly pen?: Pen;
  /** What the pen is made of beside model, cartridge and seed. */
  readonly make?: Partial<PenOptions>;
  readonly line?: LineOptions;
  readonly faults?: readonly Fault[];
  /** What the host is broken in. */
  readonly mind?: () => HostMind;
  /** A seal around the host's end of the cable. */
  readonly seal?: WorldParts['seal'];
}

/** A disk in memory on which a host that died holds no lock any more. */
export function freshDisk(): MemoryWorld {
  const disk = createMemoryWorld();
  const { self } = disk.processes;
  return Object.assign(disk, { day: WORLD_DAY, processes: { self, gone: () => true } });
}

/** The parts of a world. */
export function partsOf(change: Change = {}): WorldParts {
  const seed = change.seed ?? 1;
  const faultLog = createFaultLog(change.faults ?? []);
  const make = { faultLog, ...change.make };
  return {
    pen: change.pen ?? penFor(change.model ?? 'meridian-p', seed, make),
    operator: change.operator ?? automaticHand(change.style ?? STEADY_HAND, seed),
    provider: change.provider ?? diligent,
    wish: wishFor(change.plan, change.pedal ?? false),
    disk: change.disk ?? freshDisk(),
    seed,
    faultLog,
    ...(change.line === undefined ? {} : { line: change.line }),
    ...(change.mind === undefined ? {} : { mind: change.mind }),
    ...(change.seal === undefined ? {} : { seal: change.seal }),
  };
}
