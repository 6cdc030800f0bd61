// What a panel beside a simulated pen can offer: its models, its cartridges, and one fault of each
// kind with figures that show it, so that nobody has to know how a fault is spelt.

import { CARTRIDGES, MODEL_NAMES } from './models/index.ts';

/** One fault of each kind, as `fault` in the control words takes it. */
export const FAULT_EXAMPLES: readonly string[] = [
  'motor-stall',
  'overspeed,permille=1400',
  'motor-runaway,rateCentiHz=9000',
  'depth-creep,umPerS=100,umMax=400',
  'depth-stop-jam',
  'outside-certificate,offsetUm=200',
  'loose-cartridge,nmPerStroke=500,umMax=300',
  'cartridge-gone',
  'stuck-encoder',
  'lossy-encoder,every=3',
  'frozen-depth-sensor',
  'stuck-trigger,reads=1',
  'false-contact,reads=1',
  'stuck-retract-switch,reads=0',
  'frozen-force,readsMn=4000',
  'frozen-tilt,readsDeg=70',
  'frozen-motion,readsMmS=0',
  'battery-drop,percent=4',
  'overheat,temperatureDeciC=700',
  'reset',
  'brown-out,ms=200',
  'pen-hang,ms=50',
  'clock-drift,ppm=50000',
  'ledger-loss,older=1',
  'slow-store,ms=400',
  'store-fails',
];

/** What the simulator says of itself when it begins to listen. */
export const whatCanBe = (): {
  readonly models: readonly string[];
  readonly cartridges: readonly string[];
  readonly faults: readonly string[];
} => ({
  models: MODEL_NAMES,
  cartridges: [...Object.keys(CARTRIDGES), 'none'],
  faults: FAULT_EXAMPLES,
});
