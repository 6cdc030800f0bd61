// What a pen says of itself, put for people: identity, what it can do, its certificate, its
// cartridge, its ledger and latch. Pure; the reading is done elsewhere.

import { formatDay } from '../core/day.ts';
import { describePen } from '../core/describe-pen.ts';
import { latchWords } from '../core/control-words.ts';
import { contradictionsOf, type PenDescription } from '../core/pen-description.ts';
import { inHz, inMm } from '../core/word-parts.ts';
import type { LinkedPen } from '../link/session-state.ts';

/** The lines about a pen that was met. */
export function penText(pen: LinkedPen): readonly string[] {
  const said = describePen(pen.pages);
  const { ledger, latch } = pen.pages;
  const doubts = contradictionsOf(said);
  return [
    `Pen ${said.serial}, model ${said.model}, firmware ${said.firmware}`,
    `  depth        ${inMm(said.depthUmMin)} to ${inMm(said.depthUmMax)} in steps of ` +
      `${inMm(said.depthStepUm)}, evaluated to ${inMm(said.evaluatedDepthUmMax)}`,
    `  rate         ${rateOf(said)}`,
    `  senses       ${sensesOf(said)}`,
    `  certificate  ${certificateOf(said)}`,
    `  cartridge    ${cartridgeOf(said)}`,
    `  ledger       ${ledger.strokes} strokes, ${ledger.counted} counted, boot ${ledger.bootCount}`,
    `  latch        ${latch.reason === 'none' ? 'none' : latchWords(latch.reason)}`,
    ...(pen.schemaMatches
      ? []
      : ['  It speaks another version of the protocol: it can be read and not moved.']),
    ...(doubts.length === 0 ? [] : [`  It contradicts itself in ${doubts.join(', ')}.`]),
  ];
}

const rateOf = ({ rateCentiHzMin, rateCentiHzMax }: PenDescription): string =>
  rateCentiHzMin === rateCentiHzMax
    ? `fixed at ${inHz(rateCentiHzMin)}`
    : `${inHz(rateCentiHzMin)} to ${inHz(rateCentiHzMax)}`;

function sensesOf({ sensors }: PenDescription): string {
  const names = Object.entries(sensors).flatMap(([name, there]) => (there === true ? [name] : []));
  return names.length === 0 ? 'nothing; what is not sensed counts at its worst' : names.join(', ');
}

function certificateOf({ calibration, overshootUm }: PenDescription): string {
  if (calibration.class === 'none') return 'none: the pen was never calibrated';
  const { certificateId, issuedDay, dueDay } = calibration;
  const overshoot = overshootUm === undefined ? 'undeclared' : inMm(overshootUm);
  return `${certificateId}, class ${calibration.class}, issued ${formatDay(issuedDay)}, due ` +
    `${formatDay(dueDay)}, overshoot ${overshoot}`;
}

function cartridgeOf({ cartridge }: PenDescription): string {
  if (cartridge === undefined) return 'none';
  const { serial, lot, needleCount, needleLengthUm, expiryDay, kind } = cartridge;
  return `${serial} (lot ${lot}), ${kind}, ${needleCount} needles of ${inMm(needleLengthUm)}, ` +
    `until ${formatDay(expiryDay)}`;
}

/** The same for a program. */
export const penDocument = (pen: LinkedPen): object => ({
  schemaMatches: pen.schemaMatches,
  contradictions: contradictionsOf(describePen(pen.pages)),
  bootId: pen.bootId,
  pages: pen.pages,
});
