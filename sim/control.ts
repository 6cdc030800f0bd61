// Words by which a script or a panel does what hands do: press, let go, take the cartridge out and
// put it in again; and by which it gives the pen a fault. One word in each line; what cannot be
// done is said and changes nothing.

import { boxedCartridge, isCartridgeName } from './asked-pen.ts';
import { BESIDE, type BenchSide } from './bench-side.ts';
import { readFault } from './fault-words.ts';
import type { Pen } from './pen.ts';
import { fits, HANDS_OFF, insertCartridge, isRetracted } from './plant/index.ts';
import type { HandInTime } from './real-time.ts';

/** What each word does, in the order in which help lists them. */
export const CONTROL_WORDS = [
  ['press', 'press the trigger and hold it'],
  ['release', 'let go of it'],
  ['nobody', 'lay the pen on the table'],
  ['auto', 'leave the pen to the operator again'],
  ['button MS', 'press the button of pairing, not the trigger, for so many milliseconds'],
  ['seat', 'take the cartridge out and put it in again, to sit a little differently'],
  ['cartridge NAME', 'put another one in, or none'],
  ['push MN', 'press the rim onto something with so many millinewtons'],
  ['unplug NAME', 'pull out the cable of gauge, tachometer, peaks or force'],
  ['fault FAULT', 'kind, kind+ms or kind,name=value: it begins at once'],
] as const;

/** A hand that takes words, over the one of the operator. */
export interface ControlledHand {
  readonly hand: HandInTime;
  /** Obeys one line; the answer is a sentence if it cannot be done. */
  readonly obey: (line: string) => string | undefined;
}

/** Nobody pushes harder than ten newtons. */
const PUSH_MN_MAX = 10_000;

/** A rim that is pressed onto something. */
function pushedRim() {
  let pushMn = 0;
  return {
    pushMn: () => pushMn,
    push: (text: string): string | undefined => {
      const forceMn = Number(text);
      if (text === '' || !Number.isInteger(forceMn) || forceMn < 0 || forceMn > PUSH_MN_MAX) {
        return `A hand pushes with 0 to ${PUSH_MN_MAX} millinewtons.`;
      }
      pushMn = forceMn;
      return undefined;
    },
  };
}

/** A finger on the button of pairing, for so many milliseconds. */
function buttonOf(pen: Pen) {
  let leftMs = 0;
  return {
    press: (text: string): string | undefined => {
      const forMs = Number(text);
      if (!Number.isInteger(forMs) || forMs < 1) return 'A button is pressed for milliseconds.';
      leftMs = forMs;
      pen.button(false); // a press begins with a button that is up
      pen.button(true);
      return undefined;
    },
    passMs: (elapsedMs: number): void => {
      if (leftMs === 0) return;
      leftMs = Math.max(0, leftMs - elapsedMs);
      if (leftMs === 0) pen.button(false);
    },
  };
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
  const rim = pushedRim();
  const button = buttonOf(pen);

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

  const afflict = (asked: string): string | undefined => {
    const [, kind = '', rest = ''] = /^([a-z-]*)(.*)$/.exec(asked) ?? [];
    const read = readFault(`${kind}@0${rest}`);
    if (!read.ok) return `"${asked}" is no fault: ${read.error.why}.`;
    return pen.afflict(read.value) ? undefined : `"${asked}" is no fault of a pen.`;
  };

  const words = new Map<string, (name: string) => string | undefined>([
    ['press', () => hold(true)],
    ['release', () => hold(false)],
    ['nobody', () => hold(false)],
    ['auto', () => hold(undefined)],
    ['button', button.press],
    ['seat', seat],
    ['cartridge', put],
    ['push', rim.push],
    ['fault', afflict],
  ]);

  return {
    hand: (elapsedMs) => {
      button.passMs(elapsedMs);
      const own = operator(elapsedMs);
      const hand = trigger === undefined ? own : { ...HANDS_OFF, trigger };
      return rim.pushMn() === 0 ? hand : { ...hand, forceMn: rim.pushMn() };
    },
    obey: (line) => {
      const [word = '', name = ''] = line.trim().split(/ +/);
      const does = words.get(word);
      if (does !== undefined) return does(name);
      const beside = BESIDE.find((one) => one === name);
      if (word === 'unplug' && beside !== undefined) {
        return bench.unplug(beside) ? undefined : `There is no ${name} on this bench.`;
      }
      const known = CONTROL_WORDS.map(([one]) => one).join(', ');
      return `"${line.trim()}" is no word that is known here; known are ${known}.`;
    },
  };
}
