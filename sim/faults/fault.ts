/**
 * Everything that can be made to go wrong, as data: what, when, for how long, and where it acts.
 *
 * A fault does nothing by itself. Its home (plant, wire, pen or world) looks it up, acts, and says
 * in the fault log that it made a difference. Instants are ticks of the world's clock, each one
 * millisecond; a stroke is the plant's own count, a frame or byte one lane's own count from 1.
 */
import type { Cartridge } from '../plant/types.ts';

/** When a fault of plant, pen or world begins. */
export type Moment =
  | { readonly kind: 'ms'; readonly ms: number }
  | { readonly kind: 'stroke'; readonly stroke: number };

/** When a fault of the wire begins: by the world's clock, or as one frame or byte goes by. */
export type WireMoment =
  | { readonly kind: 'ms'; readonly ms: number }
  | { readonly kind: 'frame'; readonly frame: number }
  | { readonly kind: 'byte'; readonly byte: number };

/** How long a lasting fault holds. */
export type Span = 'for-good' | { readonly ms: number };

/** Which way bytes go that a fault of the wire touches. */
export type Direction = 'to-pen' | 'to-host';

interface Lasting {
  readonly at: Moment;
  readonly lasting: Span;
}

interface Once {
  readonly at: Moment;
}

interface OnLane {
  readonly at: WireMoment;
  readonly direction: Direction;
}

/** Faults of the pen's body: motor, depth stop, cartridge, battery and every sensor. */
export type PlantFault =
  /** The cam is jammed: the motor pulls and nothing turns. */
  | ({ readonly kind: 'motor-stall' } & Lasting)
  /** The speed controller runs at this share of what it is told. */
  | ({ readonly kind: 'overspeed'; readonly permille: number } & Lasting)
  /** The motor's driver is shorted: it runs whatever it is told. */
  | ({ readonly kind: 'motor-runaway'; readonly rateCentiHz: number } & Lasting)
  /** The depth stop creeps outward beyond its order. */
  | ({ readonly kind: 'depth-creep'; readonly umPerS: number; readonly umMax: number } & Lasting)
  /** The depth stop stays where it is, whatever it is told. */
  | ({ readonly kind: 'depth-stop-jam' } & Lasting)
  /** The extension is off by this much: a pen outside its certificate. */
  | ({ readonly kind: 'outside-certificate'; readonly offsetUm: number } & Lasting)
  /** The cartridge works itself out of its seat, a little with every stroke. */
  | ({ readonly kind: 'loose-cartridge'; readonly nmPerStroke: number; readonly umMax: number }
    & Lasting)
  | ({ readonly kind: 'cartridge-gone' } & Once)
  | ({ readonly kind: 'cartridge-swap'; readonly cartridge: Cartridge } & Once)
  /** The counter stands still while the cam turns. */
  | ({ readonly kind: 'stuck-encoder' } & Lasting)
  /** Every so-manieth count is lost. */
  | ({ readonly kind: 'lossy-encoder'; readonly every: number } & Lasting)
  /** The depth sensor repeats its last value. */
  | ({ readonly kind: 'frozen-depth-sensor' } & Lasting)
  | ({ readonly kind: 'stuck-trigger'; readonly reads: boolean } & Lasting)
  | ({ readonly kind: 'false-contact'; readonly reads: boolean } & Lasting)
  | ({ readonly kind: 'stuck-retract-switch'; readonly reads: boolean } & Lasting)
  | ({ readonly kind: 'frozen-force'; readonly readsMn: number } & Lasting)
  | ({ readonly kind: 'frozen-tilt'; readonly readsDeg: number } & Lasting)
  | ({ readonly kind: 'frozen-motion'; readonly readsMmS: number } & Lasting)
  | ({ readonly kind: 'battery-drop'; readonly percent: number } & Once)
  | ({ readonly kind: 'overheat'; readonly temperatureDeciC: number } & Once);

/** Faults of the bytes on their way. */
export type WireFault =
  /** Inverts bits of one byte, `offset` after the first of the frame or after the byte named. */
  | ({ readonly kind: 'flip'; readonly offset: number; readonly mask: number } & OnLane)
  | ({ readonly kind: 'drop'; readonly frames: number } & OnLane)
  | ({ readonly kind: 'duplicate'; readonly copies: number } & OnLane)
  | ({ readonly kind: 'delay'; readonly ms: number } & OnLane)
  | ({ readonly kind: 'truncate'; readonly keep: number } & OnLane)
  /** The frame waits until so many later ones have gone by, or for good if they never come. */
  | ({ readonly kind: 'reorder'; readonly behind: number } & OnLane)
  /** These bytes appear on the wire by themselves. */
  | ({ readonly kind: 'babble'; readonly bytes: readonly number[] } & OnLane)
  /** Nothing comes out for a while; what went in comes out afterwards, late. */
  | ({ readonly kind: 'wire-stall'; readonly ms: number } & OnLane)
  /** A frame that went by earlier comes again, byte for byte. */
  | ({ readonly kind: 'replay'; readonly frame: number } & OnLane)
  /** Both lanes are dead for a while: what goes in is lost. */
  | {
      readonly kind: 'unplug';
      readonly at: { readonly kind: 'ms'; readonly ms: number };
      readonly ms: number;
    };

/** Faults of the pen's processor, its clock and its memory. */
export type PenFault =
  | ({ readonly kind: 'reset' } & Once)
  /** The supply fails: the pen is dead for a while, its motor unpowered, then boots. */
  | ({ readonly kind: 'brown-out'; readonly ms: number } & Once)
  /** The firmware stands still while motor and depth stop go on as last told. */
  | ({ readonly kind: 'pen-hang'; readonly ms: number } & Once)
  | ({ readonly kind: 'clock-drift'; readonly ppm: number } & Lasting)
  /** The stroke ledger is lost, or is an older one, when the pen boots next. */
  | ({ readonly kind: 'ledger-loss'; readonly leaves: 'nothing' | 'older' | 'damaged' } & Once)
  /** Writing to non-volatile memory takes this long. */
  | ({ readonly kind: 'slow-store'; readonly ms: number } & Lasting)
  | ({ readonly kind: 'store-fails' } & Lasting);

/** Faults of everything around pen and wire. */
export type WorldFault =
  | ({ readonly kind: 'host-pause'; readonly ms: number } & Once)
  | ({ readonly kind: 'host-kill'; readonly restartMs: number | 'never' } & Once)
  | ({ readonly kind: 'disk-full' } & Lasting)
  | ({ readonly kind: 'disk-read-only' } & Lasting)
  /** A second host says hello on the same wire. */
  | ({ readonly kind: 'second-host' } & Once);

/** Faults of a generator of energy, of its sensors, and tissue that is not as expected. */
export type EnergyFault =
  /** The generator goes on when its order ends; its own timer still ends the pulse. */
  | ({ readonly kind: 'energy-stuck' } & Lasting)
  /** The generator gives without an order, until its own timer has spoken. */
  | ({ readonly kind: 'energy-unasked'; readonly microJoulePerMs: number } & Lasting)
  /** The generator gives this share of what it is told. */
  | ({ readonly kind: 'energy-strong'; readonly permille: number } & Lasting)
  /** Fat, a scar or a wet head: the tissue has this impedance. */
  | ({ readonly kind: 'impedance-off'; readonly ohm: number } & Lasting)
  /** Tissue warms by this share of what is usual. */
  | ({ readonly kind: 'hot-tissue'; readonly permille: number } & Lasting)
  /** The temperature sensor repeats its last value. */
  | ({ readonly kind: 'frozen-tissue-sensor' } & Lasting);

/** Anything that can be made to go wrong. */
export type Fault = PlantFault | WireFault | PenFault | WorldFault | EnergyFault;

/** The part of the world in which a fault acts and that answers for its effect. */
export type FaultHome = 'plant' | 'wire' | 'pen' | 'world' | 'energy';
