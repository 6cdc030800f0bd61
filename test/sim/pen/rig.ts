/**
 * A pen on the bench of a test: any model, its own cartridge, one seed, and whatever should go
 * wrong.
 */
import { createFaultLog } from '../../../sim/faults/fault-log.ts';
import type { Fault } from '../../../sim/faults/fault.ts';
import {
  cartridgeFor,
  type CartridgeName,
  type ModelName,
  penModel,
  takeCartridge,
} from '../../../sim/models/index.ts';
import { createPen, type Pen, type PenOptions } from '../../../sim/pen.ts';
import type { Cartridge, PenModel } from '../../../sim/plant/index.ts';
import { createRandom } from '../../../sim/random.ts';
import { type Talker, talkTo } from './talker.ts';

const TODAY = 2_500;

export interface Rigging extends Partial<Omit<PenOptions, 'model' | 'cartridge'>> {
  readonly model?: ModelName;
  readonly cartridge?: CartridgeName | 'none';
  readonly faults?: readonly Fault[];
}

/** A cartridge out of a box, by number. */
export const boxed = (name: CartridgeName, model: PenModel, number = 1): Cartridge =>
  takeCartridge(
    name,
    { lot: 'LOT', serial: `CARTRIDGE-${number}`, expiryDay: TODAY + 300, usedStrokes: 0 },
    model,
    createRandom(number, 3),
  );

/** Makes a pen. */
export function rig({ model = 'meridian-p', cartridge, faults, ...rest }: Rigging = {}): Pen {
  const pen = penModel(model, TODAY);
  const kind = cartridge ?? cartridgeFor(pen);
  return createPen({
    model: pen,
    cartridge: kind === 'none' ? undefined : boxed(kind, pen),
    seed: 1,
    faultLog: createFaultLog(faults ?? []),
    ...rest,
  });
}

/** Makes a pen and somebody to talk to it. */
export const rigTalker = (rigging: Rigging = {}): Talker => talkTo(rig(rigging));
