// What a bench says to the person at it: what to do now, what is doubted, why the pen would not.
// One place, so that every screen says the same; a sentence names what to do next.

import type { RefusalReason } from '../../../protocol/reason.ts';
import type { Bench, Doubt } from './state.ts';
import { stepNow } from './state.ts';
import type { Step } from './steps.ts';

const hz = (centiHz: number): string => `${(centiHz / 100).toFixed(2)} Hz`;
const mm = (nm: number): string => `${(nm / 1_000_000).toFixed(3)} mm`;

/** What is asked of the person now. */
export function sayTask(bench: Bench): string {
  const { phase } = bench;
  switch (phase.kind) {
    case 'unlinked':
      return 'Hold the trigger of the pen until it is in calibration; a metrology cartridge is in.';
    case 'zeroing':
      return bench.gauge.byHand === true
        ? 'Let the gauge rest on the datum ring, and type what it shows, with its unit.'
        : 'Let go of the trigger and let the gauge rest on the datum ring: its zero is read.';
    case 'seating':
      return saySeating(stepNow(bench));
    case 'hold':
      return 'Let go of the trigger, then press and hold it.';
    case 'extending':
      return bench.gauge.byHand === true
        ? `Hold the trigger and type what the gauge shows at ${sayStep(stepNow(bench))}, with unit.`
        : `Hold the trigger: the gauge is read at ${sayStep(stepNow(bench))}.`;
    case 'counting':
      return `Hold the trigger: strokes are counted at ${sayStep(stepNow(bench))}.`;
    case 'pressing':
      return `Press the rim of the pen onto the force gauge with ${sayStep(stepNow(bench))}, and `
        + 'hold it still; the needles stay in.';
    case 'release':
      return 'Let go of the trigger.';
    case 'doubting':
      return phase.extending === undefined
        ? `${sayDoubt(phase.doubt)} Then confirm, or go a step back.`
        : `${sayDoubt(phase.doubt)} Let go of the trigger first.`;
    case 'latched':
      return 'The pen has stopped by itself and is latched '
        + `(${bench.pen?.telemetry?.latch ?? 'none'}). Look at it, let go of the trigger, and `
        + 'confirm to clear it.';
    case 'measured':
      return 'Everything is measured.';
    case 'writing':
      return 'The table goes into the pen and is read back; leave the cable in.';
    case 'written':
      return 'The table is in the pen.';
    case 'stopped':
      return 'The calibration was stopped; the needles are in.';
  }
}

function saySeating(step: Step | undefined): string {
  if (step?.kind !== 'seat') return 'Confirm to go on.';
  const { clocking } = step;
  const turned = clocking === 0 ? 'with its mark up' : `turned by ${clocking} of its marks`;
  return `Take the cartridge out and put number ${step.cartridge + 1} in, ${turned}; then confirm.`;
}

/** A step in a few words. */
export function sayStep(step: Step | undefined): string {
  if (step === undefined) return 'the end';
  switch (step.kind) {
    case 'seat':
      return `seating ${step.seating + 1}`;
    case 'depth':
      return `${step.commandedUm} um from ${step.direction === 'up' ? 'above' : 'below'}`;
    case 'rate':
      return `${(step.commandedCentiHz / 100).toFixed(1)} Hz`;
    case 'force':
      return `about ${(step.commandedMn / 1_000).toFixed(1)} N`;
    case 'still':
      return `${step.commandedUm} um at rest, by the peak sensor`;
    case 'peak':
      return `${(step.rateCentiHz / 100).toFixed(1)} Hz, for its peaks at ${step.commandedUm} um`;
  }
}

/** What is doubted about a reading, and what to look at. */
export function sayDoubt(doubt: Doubt): string {
  switch (doubt.code) {
    case 'looks-like-inches':
      return `The gauge reads ${mm(doubt.readNm)} where ${mm(doubt.expectedNm)} is due: it looks `
        + 'switched to inches. Switch it to millimetres.';
    case 'looks-like-millimetres':
      return `The gauge reads ${mm(doubt.readNm)} where ${mm(doubt.expectedNm)} is due: it looks `
        + 'switched to millimetres although inches were confirmed. Switch it back.';
    case 'out-of-range':
      return `The gauge reads ${mm(doubt.readNm)} where about ${mm(doubt.expectedNm)} is due. Look `
        + 'at fixture, datum and contact.';
    case 'unit-jumped':
      return `The gauge says that it reads ${doubt.said}, which is not the unit that was confirmed.`
        + ' Set it back.';
    case 'gauge-unsteady':
      return 'The gauge does not come to rest. Look at fixture and contact.';
    case 'gauge-silent':
      return 'The gauge sends nothing. Look at its cable, and that it is switched on.';
    case 'gauge-gone':
      return 'The gauge is gone. Plug it in again.';
    case 'typed-coarsely':
      return 'What was typed has fewer digits than the gauge shows '
        + `(${mm(doubt.resolutionNm)}). Type all of them.`;
    case 'instrument-silent':
      return `The ${doubt.which} sent too little to go by. Look at its cable, that it is switched `
        + 'on, and what it looks at.';
    case 'instrument-gone':
      return `The ${doubt.which} is gone. Plug it in again.`;
    case 'rates-disagree':
      return `The tachometer says ${hz(doubt.tachometerCentiHz)} and the pen counted `
        + `${hz(doubt.counterCentiHz)}. Look at its mark and its setting; if it is right, the `
        + 'pen counts wrong and has to go to its maker.';
    case 'pen-refused':
      return `The pen would not: ${sayReason(doubt.reason)}.`;
  }
}

const REASONS: Partial<Readonly<Record<RefusalReason, string>>> = {
  'skin-contact': 'something touches its rim',
  'wrong-cartridge': 'the cartridge is no metrology cartridge, or too short',
  'no-cartridge': 'there is no cartridge in it',
  'off-step': 'the depth is not one of its steps',
  'above-range': 'that is more than it can do',
  'below-range': 'that is less than it can do',
  'not-in-range': 'its battery is nearly empty, or it is too hot',
  'near-wrap': 'its counter is at its end; it has to go to its maker',
  'foreign-table': 'the table is for another pen',
  'damaged-table': 'the table came damaged',
  'bad-curve': 'the curve is none that it may follow',
  'table-not-stored': 'its memory has not confirmed the table',
  'trigger-held': 'its trigger is held',
};

/** Why a pen refused, as half a sentence. */
export const sayReason = (reason: RefusalReason | 'not-now'): string =>
  reason === 'not-now' ? 'this cannot be done now' : (REASONS[reason] ?? reason);
