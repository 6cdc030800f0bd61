/**
 * The cartridges of the simulator, as data, and how one of them is taken out of its box.
 *
 * A head of fourteen needles covers about 50 mm2 (8 mm across, grade D). A metrology cartridge has
 * one blunt probe and is for the bench; no skin.
 */
import { nextBetween, type Random } from '../random.ts';
import type { Cartridge, CartridgeSeen, PenModel } from '../plant/types.ts';

type CartridgeKind = Pick<
  CartridgeSeen,
  'kind' | 'modelCode' | 'needleCount' | 'needleLengthUm' | 'headAreaMm2'
>;

/** Every kind of cartridge under its name. */
export const CARTRIDGES = {
  'round-12': row('patient', 112, 12, 2_500, 43),
  'round-14': row('patient', 114, 14, 2_500, 50),
  'round-36': row('patient', 136, 36, 2_500, 79),
  metrology: row('metrology', 901, 1, 2_600, 50),
} as const;

/** The name of a kind of cartridge. */
export type CartridgeName = keyof typeof CARTRIDGES;

function row(
  kind: CartridgeSeen['kind'],
  modelCode: number,
  needleCount: number,
  needleLengthUm: number,
  headAreaMm2: number,
): CartridgeKind {
  return { kind, modelCode, needleCount, needleLengthUm, headAreaMm2 };
}

/** What tells one cartridge from another of its kind. */
export interface Box {
  readonly lot: string;
  readonly serial: string;
  readonly expiryDay: number;
  readonly usedStrokes: number;
}

/** Takes a cartridge out of its box; chance decides how it will sit in this pen. */
export function takeCartridge(
  name: CartridgeName,
  box: Box,
  model: PenModel,
  random: Random,
): Cartridge {
  const most = model.mechanics.seatUmMax;
  return { seen: { ...CARTRIDGES[name], ...box }, seatUm: nextBetween(random, -most, most) };
}

/** The patient cartridge that fits a model and has the most needles. */
export function cartridgeFor(model: PenModel): CartridgeName {
  if (model.needleCounts.includes(36)) return 'round-36';
  return model.needleCounts.includes(14) ? 'round-14' : 'round-12';
}
