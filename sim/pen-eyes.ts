// How a pen's processor looks at its sensors. While firmware only grows older, most readings say
// nothing that it would act on, and working them out would be half of a simulated millisecond. Such
// a reading goes by unread: its chance is drawn, so that the run is the same, and nothing else.

import type { FirmwareEvent } from './firmware/index.ts';
import {
  type CartridgeSeen, drawChance, type Hand, type Plant, readDrawn, readMost, type Sensed,
} from './plant/index.ts';

/** The sensors of a pen, as its processor looks at them. */
export interface Eyes {
  /** The newest reading; always the same object. */
  readonly sensed: Sensed;
  /** The same as the event that firmware is told of. */
  readonly tick: Extract<FirmwareEvent, { readonly kind: 'tick' }>;
  /** Takes a reading. */
  readonly look: () => void;
  /**
   * Takes one unread if it cannot say anything new, and says whether it did. `isNothing` judges
   * the most that the noisy sensors could say; what is not over a limit then is not over it now.
   */
  readonly blink: (isNothing: (most: Sensed) => boolean) => boolean;
  /** Reads after all what went by unread. */
  readonly catchUp: () => void;
  /** The firmware has acted on the newest reading: what was nothing to it may be something now. */
  readonly acted: () => void;
  /** The peak that it has acted on. */
  readonly peakUm: () => number | undefined;
}

/** Everything that a reading without noise is made of. */
interface Still {
  encoderStrokes: number;
  measuredPeakUm: number;
  extensionNm: number;
  chargeMaMs: number;
  temperatureMicroDegC: number;
  cartridgeSeen: CartridgeSeen | undefined;
}

/** Opens the eyes of a processor, which takes a first reading. */
export function createEyes(plant: Plant): Eyes {
  drawChance(plant);
  const sensed = readDrawn(plant);
  const still: Still = stillOf(plant);
  let unread = false;
  let { peakUm } = sensed;
  // The hand and the current of which even the most is nothing.
  let hand: Hand | undefined;
  let motorMa = 0;

  const isStill = (): boolean =>
    !plant.faulty
    && plant.radio === undefined // what a generator says is another thing every millisecond
    && plant.encoderStrokes === still.encoderStrokes
    && plant.measuredPeakUm === still.measuredPeakUm
    && plant.extensionNm === still.extensionNm
    && plant.chargeMaMs === still.chargeMaMs
    && plant.temperatureMicroDegC === still.temperatureMicroDegC
    && plant.cartridgeSeen === still.cartridgeSeen;

  const isKnown = (isNothing: (most: Sensed) => boolean): boolean => {
    if (plant.hand === hand && plant.motorMa <= motorMa) return true;
    if (!isNothing(readMost(plant))) return false;
    ({ hand, motorMa } = plant);
    return true;
  };

  const read = (): void => {
    readDrawn(plant);
    note(still, plant);
    unread = false;
  };

  return {
    sensed,
    tick: { kind: 'tick', sensed },
    look: () => {
      drawChance(plant);
      read();
    },
    blink: (isNothing) => {
      if (!isStill() || !isKnown(isNothing)) return false;
      drawChance(plant);
      unread = true;
      return true;
    },
    catchUp: () => {
      if (unread) read();
    },
    acted: () => {
      ({ peakUm } = sensed);
      hand = undefined;
    },
    peakUm: () => peakUm,
  };
}

const stillOf = (plant: Plant): Still => ({
  encoderStrokes: plant.encoderStrokes,
  measuredPeakUm: plant.measuredPeakUm,
  extensionNm: plant.extensionNm,
  chargeMaMs: plant.chargeMaMs,
  temperatureMicroDegC: plant.temperatureMicroDegC,
  cartridgeSeen: plant.cartridgeSeen,
});

/** Takes over what a reading was made of. */
function note(still: Still, plant: Plant): void {
  still.encoderStrokes = plant.encoderStrokes;
  still.measuredPeakUm = plant.measuredPeakUm;
  still.extensionNm = plant.extensionNm;
  still.chargeMaMs = plant.chargeMaMs;
  still.temperatureMicroDegC = plant.temperatureMicroDegC;
  still.cartridgeSeen = plant.cartridgeSeen;
}
