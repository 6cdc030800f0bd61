// What the bench asks for, why, what it doubts and what stands against a class, in the language of
// whoever reads it. Every fact is the bench's own; here are only the words.

import type { BenchView } from '../../../host/core/bench/bench-view.ts';
import type { Beside, Doubt } from '../../../host/core/bench/state.ts';
import type { ClassReason } from '../../../host/core/calibration/decide.ts';
import type { Words } from '../words/words.ts';

const UM = 1_000;

/** Nanometres as millimetres with all digits of a gauge. */
export const gaugeMm = (words: Words, nm: number): string =>
  `${new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: 3, maximumFractionDigits: 3,
  }).format(nm / 1_000_000)}\u00a0mm`;

/** Nanometres as whole micrometres. */
export const um = (nm: number): number => Math.round(nm / UM);

/** What is asked of the person now. */
export function taskWords(words: Words, view: BenchView): string {
  const { phase, step } = view;
  switch (phase) {
    case 'zeroing':
      return words.t(view.byHand ? 'bench.task-zeroing-by-hand' : 'bench.task-zeroing');
    case 'seating':
      return seatWords(words, view);
    case 'extending':
      return extendingWords(words, view);
    case 'counting': {
      const rate = step !== undefined && 'rateCentiHz' in step
        ? step.rateCentiHz
        : step?.kind === 'rate' ? step.commandedCentiHz : 0;
      return words.t(step?.kind === 'peak' ? 'bench.task-peaks' : 'bench.task-counting', { rate });
    }
    case 'pressing':
      return words.t('bench.task-pressing', {
        force: step?.kind === 'force' ? step.commandedMn : 0,
      });
    case 'unlinked':
    case 'hold':
    case 'release':
    case 'doubting':
    case 'latched':
    case 'measured':
    case 'writing':
    case 'written':
    case 'stopped':
      return words.t(`bench.task-${phase}`);
  }
}

function seatWords(words: Words, { step }: BenchView): string {
  if (step?.kind !== 'seat') return words.t('bench.confirm');
  const turn = step.clocking === 0
    ? words.t('bench.turn-up')
    : words.t('bench.turn-by', { count: step.clocking });
  return words.t('bench.task-seating', { n: step.cartridge + 1, turn });
}

function extendingWords(words: Words, { step, byHand }: BenchView): string {
  if (step?.kind !== 'depth' && step?.kind !== 'still') return words.t('bench.task-hold');
  const facts = { depth: step.commandedUm, side: words.t(`bench.side-${step.direction}`) };
  return words.t(byHand ? 'bench.task-extending-by-hand' : 'bench.task-extending', facts);
}

/** Why it is asked. */
export function whyWords(words: Words, view: BenchView): string {
  const { phase, step } = view;
  switch (phase) {
    case 'seating':
      return words.t('bench.why-seating', {
        n: step?.kind === 'seat' ? step.seating + 1 : 1, all: view.seatings,
      });
    case 'counting':
      return words.t(step?.kind === 'peak' ? 'bench.why-peaks' : 'bench.why-counting');
    case 'doubting':
      return words.t(view.out ? 'bench.why-out' : 'bench.why-looked');
    case 'writing':
    case 'written':
      return words.t('bench.why-writing');
    case 'unlinked':
    case 'zeroing':
    case 'pressing':
    case 'hold':
    case 'extending':
    case 'release':
    case 'latched':
    case 'measured':
    case 'stopped':
      return words.t(`bench.why-${phase}`);
  }
}

const BESIDE = {
  tachometer: 'tachometer', 'peak sensor': 'peaks', 'force gauge': 'force-gauge',
} as const satisfies Record<Beside, string>;

/** What is doubted, and what to look at. */
export function doubtWords(words: Words, doubt: Doubt): string {
  switch (doubt.code) {
    case 'looks-like-inches':
    case 'looks-like-millimetres':
    case 'out-of-range':
      return words.t(`bench.doubt-${doubt.code}`, {
        read: gaugeMm(words, doubt.readNm), due: gaugeMm(words, doubt.expectedNm),
      });
    case 'unit-jumped':
      return words.t('bench.doubt-unit-jumped', { said: doubt.said });
    case 'instrument-silent':
    case 'instrument-gone':
      return words.t(`bench.doubt-${doubt.code}`, {
        which: words.t(`bench.${BESIDE[doubt.which]}`),
      });
    case 'rates-disagree':
      return words.t('bench.doubt-rates-disagree', {
        tachometer: doubt.tachometerCentiHz, counter: doubt.counterCentiHz,
      });
    case 'pen-refused':
      return words.t('bench.doubt-pen-refused', {
        reason: words.t(`penReasons.${doubt.reason}`),
      });
    case 'gauge-unsteady':
    case 'gauge-silent':
    case 'gauge-gone':
    case 'typed-coarsely':
      return words.t(`bench.doubt-${doubt.code}`);
  }
}

/** What stands against a class. */
export function reasonWords(words: Words, reason: ClassReason): string {
  switch (reason.code) {
    case 'too-deep':
    case 'too-shallow':
      return words.t(`bench.reason-${reason.code}`, {
        depth: reason.commandedUm, error: Math.abs(um(reason.errorNm)),
        u: um(reason.expandedNm), limit: um(reason.limitNm),
      });
    case 'hysteresis':
      return words.t('bench.reason-hysteresis', {
        depth: reason.commandedUm, found: um(reason.foundNm), limit: um(reason.limitNm),
      });
    case 'rate-off':
      return words.t('bench.reason-rate-off', {
        asked: reason.commandedCentiHz, measured: reason.measuredCentiHz,
        limit: reason.limitPercent,
      });
    case 'overshoot-beyond-declared':
      return words.t('bench.reason-overshoot-beyond-declared', {
        found: um(reason.foundNm), limit: reason.declaredUm,
      });
    case 'force-off':
      return words.t('bench.reason-force-off', {
        asked: reason.gaugeMn, measured: reason.penMn, limit: reason.limitPercent,
      });
    case 'rate-unmeasured':
    case 'gauge-too-coarse':
    case 'overshoot-undeclared':
      return words.t(`bench.reason-${reason.code}`);
  }
}
