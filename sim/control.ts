// Words by which a script does what a technician's hands do: press, let go, take the cartridge out
// and put it in again. One word in each line; what cannot be done is said and changes nothing.

import { boxedCartridge, isCartridgeName } from './asked-pen.ts';
import type { BenchSide } from './bench-side.ts';
import type { Pen } from './pen.ts';
import { fits, HANDS_OFF, insertCartridge, isRetracted } from './plant/index.ts';
import type { HandInTime } from './real-time.ts';

/** What each word does, in the order in which help lists them. */
export const CONTROL_WORDS = [
  ['press', 'press the trigger and hold it'],
  ['release', 'let go of it'],
  ['auto', 'leave the trigger to the operator again'],
  ['seat', 'take the cartridge out and put it in again, to sit a little differently'],
  ['cartridge NAME', 'put another one in, or none'],
  ['unplug NAME', 'pull out the cable of the gauge or the tachometer'],
] as const;

/** A hand that takes words, over the one of the operator. */
export interface ControlledHand {
  readonly hand: HandInTime;
  /** Obeys one line; the answer is a sentence if it cannot be done. */
  readonly obey: (line: string) => string | undefined;
}

/** Makes a hand that takes words. */
export function controlledHand(
  pen: Pen,
  bench: BenchSide,
  operator: HandInTime,
  seed: number,
): ControlledHand {
  let trigger: boolean | undefined;
  let seats = seed;

  const put = (name: string): string | undefined => {
    const { plant } = pen;
    if (!isRetracted(plant)) return 'Needles are out: nobody takes a cartridge then.';
    seats += 1;
    if (name === 'none') {
      insertCartridge(plant, undefined);
      return undefined;
    }
    if (!isCartridgeName(name)) return `There is no cartridge "${name}".`;
    const cartridge = boxedCartridge(name, plant.model, seats);
    if (!fits(plant.model, cartridge)) return `A ${name} does not fit ${plant.model.model}.`;
    insertCartridge(plant, cartridge);
    return undefined;
  };

  /** The same cartridge again, as it happens to sit now. */
  const seat = (): string | undefined => {
    const { plant } = pen;
    const { cartridge } = plant;
    if (cartridge === undefined) return 'There is no cartridge in the pen.';
    if (!isRetracted(plant)) return 'Needles are out: nobody takes a cartridge then.';
    seats += 1;
    const { seatUm } = boxedCartridge('metrology', plant.model, seats);
    const seen = { ...cartridge.seen, usedStrokes: plant.cartridgeStrokes };
    insertCartridge(plant, { seen, seatUm });
    return undefined;
  };

  const hold = (next: boolean | undefined): string | undefined => {
    trigger = next;
    return undefined;
  };

  return {
    hand: (elapsedMs) => {
      const own = operator(elapsedMs);
      return trigger === undefined ? own : { ...HANDS_OFF, trigger };
    },
    obey: (line) => {
      const [word = '', name = ''] = line.trim().split(/ +/);
      if (word === 'press') return hold(true);
      if (word === 'release') return hold(false);
      if (word === 'auto') return hold(undefined);
      if (word === 'seat') return seat();
      if (word === 'cartridge') return put(name);
      if (word === 'unplug' && (name === 'gauge' || name === 'tachometer')) {
        return bench.unplug(name) ? undefined : `There is no ${name} on this bench.`;
      }
      const known = CONTROL_WORDS.map(([one]) => one).join(', ');
      return `"${line.trim()}" is no word that is known here; known are ${known}.`;
    },
  };
}
