// The pen beside the desk: chosen by a person or found by its own word, started if it is simulated,
// and looked at while no treatment has it. Looking greets the pen, which would stop one that is
// armed; so nothing is looked at while a host process runs.

import path from 'node:path';
import { describePen } from '../../host/core/describe-pen.ts';
import type { PenDescription } from '../../host/core/pen-description.ts';
import { DEMO_MODEL, simMemory } from '../../host/cli/pen-access.ts';
import { meetPen } from '../../host/cli/meet-pen.ts';
import {
  choosePen,
  describePort,
  discoverPorts,
  parsePenAddress,
  portKind,
  sayOpenRefusal,
} from '../../host/link/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { PortView, SimulatorView } from '../contract/desk-state.ts';
import { type SimWord, wordOf } from './sim-words.ts';
import { type SimBench, type SimProcess, startSimProcess } from './sim-process.ts';

/** How the pen stands when no treatment has it. */
export type Standing =
  | { readonly kind: 'looking' }
  | { readonly kind: 'met'; readonly pen: PenDescription }
  | { readonly kind: 'away'; readonly why: string };

/** The pen beside the desk. */
export interface PenSide {
  /** As it was chosen. */
  readonly address: () => string;
  /** As a host process opens it; undefined while there is nothing to open. */
  readonly port: () => string | undefined;
  readonly standing: () => Standing;
  readonly ports: () => readonly PortView[];
  readonly simulator: () => SimulatorView | undefined;
  readonly choose: (address: string, model: string | undefined) => Promise<void>;
  /** Looks at the pen once more. */
  readonly meet: () => Promise<void>;
  readonly lookForPorts: () => Promise<void>;
  /** Clears the place for a bench: a simulated pen is started anew, with instruments beside it. */
  readonly toBench: (wish: SimBench) => Promise<Result<BenchPlaces, string>>;
  /** The bench is done: the pen is as it was before it, and looked at once more. */
  readonly fromBench: () => Promise<void>;
  /** Says a word to the simulated pen; the answer is a sentence if it cannot be done. */
  readonly simulate: (word: SimWord) => Promise<string | undefined>;
  readonly close: () => Promise<void>;
}

/** Where a bench finds its pen and, beside a simulated one, its instruments. */
export interface BenchPlaces {
  readonly pen: string;
  readonly model: string;
  readonly gauge?: string | undefined;
  readonly tachometer?: string | undefined;
  readonly peaks?: string | undefined;
}

interface Held {
  address: string;
  sim: SimProcess | undefined;
  standing: Standing;
  ports: readonly PortView[];
  operator: SimulatorView['operator'];
  faults: SimulatorView['faults'];
  /** Counts the choices, so that what an older one leads to late is let go. */
  choice: number;
}

/** Starts it with nothing chosen. */
export function penSide(dataDir: string, node: string, changed: () => void): PenSide {
  const held: Held = {
    address: 'sim',
    sim: undefined,
    standing: { kind: 'looking' },
    ports: [],
    operator: 'auto',
    faults: [],
    choice: 0,
  };
  const stand = (choice: number, standing: Standing): void => {
    if (choice !== held.choice) return;
    held.standing = standing;
    changed();
  };
  const meet = async (): Promise<void> => {
    const { choice } = held;
    const port = portOf(held);
    if (port === undefined) return;
    stand(choice, { kind: 'looking' });
    stand(choice, await look(port));
  };
  const begin = async (address: string, model: string | undefined): Promise<void> => {
    held.choice += 1;
    const { choice } = held;
    held.address = address;
    stand(choice, { kind: 'looking' });
    await held.sim?.close();
    held.sim = undefined;
    if (address === 'sim') {
      const wanted = { choice, dataDir, node, model: model ?? DEMO_MODEL };
      const failed = await beginSim(held, wanted, changed);
      if (failed !== undefined) {
        stand(choice, { kind: 'away', why: failed });
        return;
      }
    }
    await meet();
  };
  return {
    toBench: (bench) => clearForBench(held, { dataDir, node, bench }, changed),
    fromBench: () => (held.address === 'sim' ? begin('sim', held.sim?.model) : meet()),
    address: () => held.address,
    port: () => portOf(held),
    standing: () => held.standing,
    ports: () => held.ports,
    simulator: () => simulatorView(held),
    choose: begin,
    meet,
    lookForPorts: async () => {
      const found = await discoverPorts();
      held.ports = found.ports.map((port) => ({
        address: `serial:${port.path}`,
        kind: portKind(port),
        words: describePort(port),
      }));
      changed();
    },
    simulate: async (word) => {
      const complaint = await held.sim?.say(wordOf(word));
      if (complaint === undefined) took(held, word);
      changed();
      return complaint;
    },
    close: async () => {
      held.choice += 1;
      await held.sim?.close();
    },
  };
}

/** Starts the simulated pen anew with instruments beside it; a real pen stays what it is. */
async function clearForBench(
  held: Held,
  { dataDir, node, bench }: Required<Pick<SimChoice, 'dataDir' | 'node' | 'bench'>>,
  changed: () => void,
): Promise<Result<BenchPlaces, string>> {
  const { address, sim } = held;
  if (address !== 'sim') return ok({ pen: address, model: '' });
  held.choice += 1;
  const { choice } = held;
  const model = sim?.model ?? DEMO_MODEL;
  await sim?.close();
  held.sim = undefined;
  const failed = await beginSim(held, { choice, dataDir, node, model, bench }, changed);
  const started = simOf(held);
  if (failed !== undefined || started === undefined) return refuse(failed ?? NO_SIM);
  return ok({
    pen: started.address,
    model,
    gauge: started.gauge?.address,
    tachometer: started.tachometer?.address,
    peaks: started.peaks?.address,
  });
}

const simOf = ({ sim }: Held): SimProcess | undefined => sim;

const NO_SIM = 'The simulated bench did not start; try again.';

const portOf = ({ address, sim }: Held): string | undefined =>
  address === 'sim' ? sim?.address : address;

interface SimChoice {
  readonly choice: number;
  readonly dataDir: string;
  readonly node: string;
  readonly model: string;
  readonly bench?: SimBench;
}

async function beginSim(
  held: Held,
  { choice, dataDir, node, model, bench }: SimChoice,
  changed: () => void,
): Promise<string | undefined> {
  const memory = simMemory(dataDir, path.basename(model));
  const started = await startSimProcess(node, model, memory, bench);
  if (!started.ok) return started.error;
  const { value: sim } = started;
  if (choice !== held.choice) {
    await sim.close();
    return undefined;
  }
  Object.assign(held, { sim, operator: 'auto', faults: [] } satisfies Partial<Held>);
  void sim.ended.then(() => {
    if (held.sim !== sim) return;
    held.sim = undefined;
    held.standing = { kind: 'away', why: 'The simulated pen has ended; choose it anew.' };
    changed();
  });
  return undefined;
}

async function look(port: string): Promise<Standing> {
  const parsed = parsePenAddress(port);
  if (!parsed.ok) return { kind: 'away', why: sayOpenRefusal(parsed.error) };
  if (parsed.value.kind === 'sim') return { kind: 'looking' };
  const met = await meetPen(parsed.value);
  return met.ok
    ? { kind: 'met', pen: describePen(met.value.pages) }
    : { kind: 'away', why: met.error };
}

function took(held: Held, word: SimWord): void {
  if (word.kind === 'operator') held.operator = word.operator;
  if (word.kind === 'fault') {
    const { fault } = word;
    held.faults = [...held.faults, { at: new Date().toISOString(), fault }].slice(-50);
  }
}

const simulatorView = ({ sim, operator, faults }: Held): SimulatorView | undefined =>
  sim && {
    model: sim.model,
    models: sim.can.models,
    serial: sim.serial,
    operator,
    cartridges: sim.can.cartridges,
    faultKinds: sim.can.faults,
    faults,
  };

/** The pen that is plugged in and says so itself, or the simulated one. */
export async function penAtHand(): Promise<string> {
  const found = await discoverPorts();
  const chosen = choosePen(found.ports);
  return chosen.ok ? `serial:${chosen.value.path}` : 'sim';
}
