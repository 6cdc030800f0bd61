// How deep this pen may be told to go for a true depth, by what the pen itself sent: its
// certificate, its range, its cartridge. A depth is first brought within everything that bounds
// the needle, then lowered by all that the pen may be wrong by, then to a depth that it can be
// set to.

import type { Heard } from './heard.ts';
import type { Table } from './raw-table.ts';

type Page<Name extends 'capabilities' | 'calibration' | 'cartridge'> = NonNullable<Heard[Name]>;

/** The pages of a pen, all of them heard. */
export interface PenPages {
  readonly can: Page<'capabilities'>;
  readonly certificate: Page<'calibration'>;
  readonly cartridge: Page<'cartridge'>;
}

/** The class that counts: who declares no overshoot has not shown enough for class P. */
export function classOf({ can, certificate }: PenPages): 'P' | 'S' | undefined {
  if (certificate.class === 'P') return can.overshootUm === undefined ? 'S' : 'P';
  return certificate.class === 'S' ? 'S' : undefined;
}

/** Where the certificate's figures for shallow settings end. */
const SHALLOW_UM = 500;

interface Margin {
  readonly lowUm: number;
  readonly highUm: number;
}

function marginOf(pages: PenPages, figure: Margin): Margin {
  const { certificate: says, can } = pages;
  const beyondUm = can.overshootUm ?? 0;
  const low = Math.abs(says.biasLowUm) + says.uncertaintyLowUm + beyondUm;
  const high = Math.abs(says.biasHighUm) + says.uncertaintyHighUm + beyondUm;
  return { lowUm: Math.max(low, figure.lowUm), highUm: Math.max(high, figure.highUm) };
}

/** The deepest setting for a true depth; 0 where there is none. */
export function deepestSetting(trueUm: number, pages: PenPages, table: Table): number {
  const held = classOf(pages);
  if (held === undefined) return 0;
  const { can, cartridge } = pages;
  const needleUm = Math.min(cartridge.needleLengthUm, can.depthUmMax, can.evaluatedDepthUmMax);
  const withinUm = Math.min(trueUm, needleUm, table.mechanicalUmMax.value);
  const { lowUm, highUm } = marginOf(pages, table.classes[held]);
  const shallowUm = Math.min(withinUm, SHALLOW_UM) - lowUm;
  // Just above the shallow range the larger margin must not take away more than the range has.
  const deepUm = withinUm > SHALLOW_UM ? withinUm - Math.max(lowUm, highUm) : shallowUm;
  const settingUm = Math.max(shallowUm, deepUm);
  const stepped = settingUm - (((settingUm % can.depthStepUm) + can.depthStepUm) % can.depthStepUm);
  return stepped >= Math.max(1, can.depthUmMin) ? stepped : 0;
}
