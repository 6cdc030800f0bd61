/**
 * Time with the needles on: of an area over all visits of a day, on one spot, in one press of the
 * trigger, of the face and of the whole. It is summed from true strokes in skin, one period each,
 * so that it knows nothing of how the host meters; what the host may be late by is published.
 */
import { createCases } from './cases.ts';
import { type Checker, overMs, periodMs } from './checker.ts';
import type { Law } from './law.ts';

/** A head that is slower than this rests, whatever the noise of its sensor. */
const SURELY_STILL_MM_S = 5;

/** The most of a spot's density that a pen at its tolerated overspeed can reach, in per cent. */
const SPOT_PERCENT_MAX = 110;

type Allowed = Exclude<Law, { readonly forbidden: string }>;

/** Contact, dwell, hold, spot, and the limits of the whole. */
export const timeChecker: Checker = (evidence, complain) => {
  const { world, testimony, skin, profile, measure } = evidence;
  const caseOf = createCases(evidence);
  let newestMs = Number.NEGATIVE_INFINITY;
  let trainFromMs = 0;
  let stillMs = 0;
  let onSpot = 0;

  /** A finger that taps can press anew within three periods of a slow rate: another press. */
  const isSamePress = (gapMs: number, rate: number): boolean =>
    gapMs <= 3 * periodMs(rate) && testimony.pressedMs() <= newestMs;
  const checkTrain = (law: Allowed, rate: number, tMs: number): void => {
    const heldMs = tMs - trainFromMs;
    measure('hold', heldMs, law.holdMs);
    if (heldMs > overMs(law.holdMs, rate)) complain(`one press lasted ${heldMs} ms of strokes`);
  };
  const checkDay = (law: Allowed, addMs: number, needles: number, rate: number): void => {
    const { today } = skin;
    const { needleOnMs, punctures } = profile;
    today.wholeMs += addMs;
    today.wholePunctures += needles;
    if (law.isFace) {
      today.faceMs += addMs;
      today.facePunctures += needles;
      measure('needle-on', today.faceMs, needleOnMs.face);
      measure('punctures', today.facePunctures, punctures.face);
      if (today.faceMs > overMs(needleOnMs.face, rate)) complain('the face had too long a day');
      if (today.facePunctures > punctures.face) complain('the face had too many punctures today');
    }
    measure('needle-on', today.wholeMs, needleOnMs.whole);
    measure('punctures', today.wholePunctures, punctures.whole);
    if (today.wholeMs > overMs(needleOnMs.whole, rate)) complain('the treatment was too long');
    if (today.wholePunctures > punctures.whole) complain('there were too many punctures today');
  };

  world.onStroke(({ tMs, contact }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    const { law, needleCount, headAreaMm2 } = caseOf(arming);
    if (law.forbidden !== undefined) return;
    const { rateCentiHz, stamp } = arming.arm;
    const gapMs = tMs - newestMs;
    const goesOn = isSamePress(gapMs, rateCentiHz);
    const tookMs = goesOn ? gapMs : periodMs(rateCentiHz);
    newestMs = tMs;
    if (!goesOn) [trainFromMs, stillMs, onSpot] = [tMs, 0, 0];
    checkTrain(law, rateCentiHz, tMs);
    const inSkinMs = contact ? tookMs : 0;
    checkDay(law, inSkinMs, needleCount, rateCentiHz);

    const contactMs = (skin.contactMs.get(law.key) ?? 0) + inSkinMs;
    skin.contactMs.set(law.key, contactMs);
    const { sizeMm2 } = law.planned;
    const mostMs = Math.floor(
      (law.densityCapPerCm2 * sizeMm2 * 1_000) / (rateCentiHz * needleCount),
    );
    measure('contact', contactMs, mostMs);
    if (contactMs > overMs(mostMs, rateCentiHz)) {
      complain(`${law.key} has had ${contactMs} ms of contact, and ${mostMs} are its limit`);
    }

    const rests = contact && world.pen().plant.hand.glideMmS <= SURELY_STILL_MM_S;
    if (!rests) [stillMs, onSpot] = [0, 0];
    else [stillMs, onSpot] = [stillMs + tookMs, onSpot + 1];
    if (stamp === 0) measure('dwell', stillMs, law.dwellMs);
    if (stamp === 0 && stillMs > overMs(law.dwellMs, rateCentiHz)) {
      complain(`a head rested for ${stillMs} ms, and ${law.dwellMs} ms are its limit`);
    }
    const perCm2 = (onSpot * needleCount * 100) / headAreaMm2;
    measure('spot', perCm2, law.densityCapPerCm2);
    if (perCm2 > (law.densityCapPerCm2 * SPOT_PERCENT_MAX) / 100) {
      complain(`a spot had ${perCm2} punctures per cm2, and ${law.densityCapPerCm2} are the cap`);
    }
  });
  return undefined;
};
