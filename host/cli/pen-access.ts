// From what a person wrote after --pen to a port that can be opened: an address as it is, or a
// simulated pen that is started for it and ended afterwards.

import path from 'node:path';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { parsePenAddress, type PenAddress, sayOpenRefusal } from '../link/index.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';
import { startSim } from './sim-child.ts';

/** A pen that can be reached. */
export interface PenAccess {
  /** The address as text, for a host process. */
  readonly pen: string;
  readonly address: Exclude<PenAddress, { readonly kind: 'sim' }>;
  readonly simulated: boolean;
  /** Where a simulated bench has its gauge. */
  readonly gauge: string | undefined;
  readonly tachometer: string | undefined;
  readonly peaks: string | undefined;
  readonly force: string | undefined;
  /** Says a word to a simulated bench. */
  readonly tell: (word: string) => void;
  readonly close: () => Promise<void>;
}

/** The instruments beside a simulated pen. */
export interface BenchWish {
  readonly gauge: string;
  readonly tachometer: boolean;
  readonly peaks: boolean;
  readonly force: boolean;
}

/** What a simulated pen is started with. */
export interface SimWish {
  readonly model: string;
  /** Where its memory is kept, so that it is the same pen next time; undefined for a new one. */
  readonly memory: string | undefined;
  readonly operator: 'auto' | 'bench' | 'technician' | 'none';
  /** The gauge that stands beside it at a bench; none if left out. */
  readonly bench?: BenchWish;
  /** Whether somebody tells it what its hands do. */
  readonly control?: boolean;
}

/** The model that the demonstration uses. */
export const DEMO_MODEL = 'meridian-p';

/** Where an installation keeps the memory of its simulated pen. */
export const simMemory = (dataDir: string, model: string): string =>
  path.join(dataDir, `simulated-${model}.json`);

/** Reaches a pen, or says why not. */
export async function accessPen(
  text: string,
  wish: SimWish,
): Promise<Result<PenAccess, Outcome>> {
  const parsed = parsePenAddress(text);
  if (!parsed.ok) return refuse(failed(EXIT.usage, [sayOpenRefusal(parsed.error)]));
  if (parsed.value.kind !== 'sim') {
    const close = (): Promise<void> => Promise.resolve();
    const tell = (): void => undefined;
    const { value: address } = parsed;
    return ok({
      pen: text, address, simulated: false, gauge: undefined, tachometer: undefined,
      peaks: undefined, force: undefined, tell, close,
    });
  }
  const memory = wish.memory === undefined ? [] : ['--nv', wish.memory];
  const bench = wish.bench === undefined
    ? []
    : [
        '--cartridge', 'metrology', '--gauge', wish.bench.gauge, '--control',
        ...(wish.bench.tachometer ? ['--tachometer'] : []),
        ...(wish.bench.peaks ? ['--peaks'] : []),
        ...(wish.bench.force ? ['--force'] : []),
      ];
  const control = wish.control === true ? ['--control'] : [];
  const options = [
    '--operator', wish.operator, '--model', wish.model, ...memory, ...bench, ...control,
  ];
  const sim = await startSim(options);
  if (!sim.ok) return refuse(failed(EXIT.pen, [sim.error]));
  const { address: pen, gauge, tachometer, peaks, force, tell, close } = sim.value;
  const address = parsePenAddress(pen);
  if (address.ok && address.value.kind !== 'sim') {
    const beside = { gauge, tachometer, peaks, force };
    return ok({ pen, address: address.value, simulated: true, ...beside, tell, close });
  }
  await close();
  return refuse(failed(EXIT.mistake, [`The simulator listens on "${pen}", which is no address.`]));
}
