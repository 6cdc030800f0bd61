// The sentence of each change: one line, with the numbers that matter, in the units people read.

import { areaWords, inHz, inMm } from '../../core/word-parts.ts';
import { alarmWords, latchWords, stopWords } from '../../core/control-words.ts';
import type { Change } from './change.ts';
import type { Tone } from './span.ts';

const inSeconds = (durationMs: number): string => `${(durationMs / 1_000).toFixed(1)} s`;

/** A density, and what it is: nobody knows where in the area the strokes fell. */
export const meanDensity = (puncturesPerCm2: number): string =>
  `${puncturesPerCm2} punctures/cm2 as a mean over the declared area`;

/** Says a change. */
export function changeWords(change: Change): string {
  switch (change.kind) {
    case 'linked':
      return `Pen ${change.serial} (${change.model}, class ${change.calibrationClass}) is linked.`;
    case 'link-lost':
      return 'The link to the pen is lost; the pen stops by itself when its grant runs out.';
    case 'ready':
      return 'Ready: nothing is armed.';
    case 'armed':
      return armedWords(change);
    case 'progress':
      return `${areaWords(change.area, change.side)}: ${change.percent} % of pass ${change.pass} ` +
        `(${change.passStrokes} of ${change.strokesPerPass} strokes).`;
    case 'pass-done':
      return `${areaWords(change.area, change.side)}: pass ${change.pass} of ${change.passes} is ` +
        `done; ${meanDensity(change.puncturesPerCm2)}.`;
    case 'area-done':
      return doneWords(change);
    case 'stopping':
      return `${change.cause === undefined ? 'Stopping.' : stopWords(change.cause)} ` +
        'Waiting for the proof that the pen stands.';
    case 'latched':
      return latchedWords(change);
    case 'cleared':
      return 'Cleared: the pen may be armed again.';
    case 'alarm':
      return `Alarm ${change.on ? 'on' : 'off'} (${change.priority}): ${alarmWords(change.alarm)}.`;
    case 'finished':
      return 'The treatment is finished.';
    case 'failed':
      return 'The treatment cannot go on; nothing is sent to the pen any more.';
  }
}

function armedWords(change: Extract<Change, { readonly kind: 'armed' }>): string {
  const { area, side, pass, passes, depthUm, rateCentiHz, stamp } = change;
  const left = Math.max(0, change.strokesPerPass - change.passStrokes);
  const how = stamp ? ', spot by spot' : '';
  return `Armed: ${areaWords(area, side)}, pass ${pass} of ${passes}, ${inMm(depthUm)} at ` +
    `${inHz(rateCentiHz)}${how}, at most ${left} strokes.`;
}

function doneWords(change: Extract<Change, { readonly kind: 'area-done' }>): string {
  const { area, side, strokes, unknownStrokes, puncturesPerCm2, contactMs } = change;
  const unknown = unknownStrokes === 0 ? '' : `, ${unknownStrokes} of them not certain`;
  return `Done: ${areaWords(area, side)}, ${strokes} strokes${unknown}, ` +
    `${meanDensity(puncturesPerCm2)}, ${inSeconds(contactMs)} of contact.`;
}

function latchedWords({ reason, cause }: Extract<Change, { readonly kind: 'latched' }>): string {
  const why = cause !== undefined && cause.kind !== 'pen' ? stopWords(cause) : '';
  const latch = reason === undefined ? 'The pen is latched.' : latchWords(reason);
  return `The pen stands, needles withdrawn. ${why === '' ? latch : why} Clear it to go on.`;
}

/** How a change looks. */
export function changeTone(change: Change): Tone {
  switch (change.kind) {
    case 'alarm':
      return change.on ? change.priority : 'faint';
    case 'stopping':
    case 'latched':
    case 'failed':
    case 'link-lost':
      return 'medium';
    case 'area-done':
    case 'finished':
      return 'good';
    case 'armed':
      return 'strong';
    case 'linked':
    case 'ready':
    case 'cleared':
      return 'plain';
    case 'progress':
    case 'pass-done':
      return 'faint';
  }
}
