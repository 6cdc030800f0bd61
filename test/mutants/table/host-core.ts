/**
 * Mutants of the limits: from a row of the table, a person, a pen and a plan to the numbers that a
 * treatment runs on. What goes wrong here goes wrong before any pen is armed.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of host/core. */
export const HOST_CORE: Table = {
  folder: 'host/core',
  within: ['host/core/'],
  least: 8,
  mutants: [
    mutant(
      'S-02', 'check-removed', 'class-figure-forgotten',
      edit(
        'host/core/depth-limit.ts',
        'Math.max(figure.highUm, Math.abs(biasHighUm) +',
        'Math.max(0, Math.abs(biasHighUm) +',
      ),
      by(
        'test/host/core/cap-test.test.ts',
        'under a cap of 1500 um the four pens may be told what the table says',
      ),
    ),
    mutant(
      'S-02', 'check-removed', 'overshoot-not-subtracted',
      edit('host/core/depth-limit.ts', ' + uncertaintyLowUm + overshootUm', ' + uncertaintyLowUm'),
      by(
        'test/host/core/cap-test.test.ts',
        'a certificate worse than its class is believed, and bias counts either way',
      ),
    ),
    mutant(
      'S-02', 'comparison-flipped', 'bias-counts-one-way',
      edit('host/core/depth-limit.ts', 'Math.abs(biasLowUm)', 'biasLowUm'),
      by(
        'test/host/core/cap-test.test.ts',
        'a certificate worse than its class is believed, and bias counts either way',
      ),
    ),
    mutant(
      'S-02', 'check-removed', 'uncertainty-above-half-a-millimetre-forgotten',
      edit(
        'host/core/depth-limit.ts',
        'trueUm - Math.max(lowUm, highUm), LOW_RANGE_UM',
        'trueUm - lowUm, LOW_RANGE_UM',
      ),
      by(
        'test/host/core/cap-test.test.ts',
        'under a cap of 750 um the four pens may be told what the table says',
      ),
    ),
    mutant(
      'S-01', 'off-by-one', 'pen-step-rounded-up',
      edit(
        'host/core/depth-limit.ts',
        'floorTo(within, pen.depthStepUm)',
        'floorTo(within, pen.depthStepUm) + pen.depthStepUm',
      ),
      by(
        'test/host/core/cap-test.test.ts',
        'under the caps of the eye only the class P pen is told anything: 0.20 and 0.35 mm',
      ),
    ),
    mutant(
      'S-01', 'check-removed', 'evaluated-maximum-forgotten',
      edit(
        'host/core/depth-limit.ts',
        "    { rule: 'evaluated-maximum', value: pen.evaluatedDepthUmMax },\n",
        '',
      ),
      by('test/host/core/admit.test.ts', 'a pen with no evaluated depth is refused'),
    ),
    mutant(
      'S-01', 'check-removed', 'plan-deeper-than-asked',
      edit('host/core/effective-limit.ts', '[...penBounds(of.pen), plan]', 'penBounds(of.pen)'),
      by(
        'test/host/core/admit.test.ts',
        'what is left after uncertainty and below the pen is blocked, not rounded up',
      ),
    ),
    mutant(
      'S-01', 'reason-ignored', 'first-visit-as-deep-as-any',
      edit(
        'host/core/area-table.ts',
        'return [...first, ...calibrationDoubts(facts)];',
        'return [...first.slice(1), ...calibrationDoubts(facts)];',
      ),
      by(
        'test/host/core/admit.test.ts',
        'on a first visit the recommendation is the cap, by an empty or unknown history',
      ),
    ),
    mutant(
      'S-31', 'reason-ignored', 'certificate-out-of-date-as-deep-as-any',
      edit(
        'host/core/area-table.ts',
        'return [...first, ...calibrationDoubts(facts)];',
        'return [...first, ...calibrationDoubts(facts).slice(2)];',
      ),
      by(
        'test/host/core/admit.test.ts',
        'a pen out of date works to the recommendation and not at the eye',
      ),
    ),
    mutant(
      'S-01', 'check-removed', 'blocked-row-opened',
      edit('host/core/limit-row.ts', 'base === undefined || isBlocked(base)', 'base === undefined'),
      by('test/host/core/admit.test.ts', 'everything against a plan is said at once, area by area'),
    ),
    mutant(
      'S-22', 'worst-softened', 'unknown-condition-taken-for-none',
      edit(
        'host/core/modifiers.ts',
        "caseFile.conditions[condition] !== 'no'",
        "caseFile.conditions[condition] === 'yes'",
      ),
      by(
        'test/host/core/at-the-worst.test.ts',
        'a condition that nobody asked about reduces as if it were there',
      ),
    ),
    mutant(
      'S-06', 'wrong-unit', 'density-per-ten-square-millimetres',
      edit('host/core/dose-limit.ts', 'const MM2_PER_CM2 = 100;', 'const MM2_PER_CM2 = 10;'),
      by(
        'test/host/core/effective-limit.test.ts',
        'below the eye fourteen needles at 30 Hz are stamped, two strokes a press',
      ),
    ),
    mutant(
      'S-04', 'off-by-one', 'strokes-rounded-up',
      edit(
        'host/core/dose-limit.ts',
        '  Math.floor((perCm2 * of.sizeMm2)',
        '  Math.ceil((perCm2 * of.sizeMm2)',
      ),
      by(
        'test/host/core/effective-limit.test.ts',
        'below the eye fourteen needles at 30 Hz are stamped, two strokes a press',
      ),
    ),
    mutant(
      'S-05', 'check-removed', 'pass-as-large-as-the-visit',
      edit(
        'host/core/dose-limit.ts',
        "{ rule: 'per-pass', value: strokesFor(of.densityPerPassPerCm2, of, 1) }",
        "{ rule: 'per-pass', value: strokesFor(of.densityPerCm2, of, 1) }",
      ),
      by(
        'test/host/core/effective-limit.test.ts',
        'a plan of fewer passes has larger ones, and none larger than a pass may be',
      ),
    ),
    mutant(
      'S-06', 'wrong-unit', 'spot-given-the-whole-density',
      edit(
        'host/core/credit-limit.ts',
        '/ (2 * 100 * cartridge.needleCount)',
        '/ (100 * cartridge.needleCount)',
      ),
      by(
        'test/host/core/effective-limit.test.ts',
        'below the eye fourteen needles at 30 Hz are stamped, two strokes a press',
      ),
    ),
    mutant(
      'S-06', 'comparison-flipped', 'small-credit-renewed',
      edit(
        'host/core/credit-limit.ts',
        'credit.value < twoRenewals(of.rateCentiHz)',
        'credit.value > twoRenewals(of.rateCentiHz)',
      ),
      by(
        'test/host/core/effective-limit.test.ts',
        'below the eye fourteen needles at 30 Hz are stamped, two strokes a press',
      ),
    ),
    mutant(
      'S-08', 'off-by-one', 'dwell-lays-the-whole-density',
      edit(
        'host/core/time-limit.ts',
        'of.cartridge.headAreaMm2, 2)',
        'of.cartridge.headAreaMm2, 1)',
      ),
      by(
        'test/host/core/effective-limit.test.ts',
        'below the eye fourteen needles at 30 Hz are stamped, two strokes a press',
      ),
    ),
    mutant(
      'S-08', 'worst-softened', 'pen-that-feels-no-motion-taken-to-glide',
      edit(
        'host/core/time-limit.ts',
        "of.sensors.motion ? [train] : [train, { rule: 'stationary-contact', value: dwellMs }]",
        "of.sensors.motion ? [train] : [train, { rule: 'stationary-contact', value: train.value }]",
      ),
      by(
        'test/host/core/effective-limit.test.ts',
        'what is not sensed counts at its worst: dwell ends it, motor is contact',
      ),
    ),
    mutant(
      'S-07', 'wrong-unit', 'contact-time-in-tenths',
      edit('host/core/time-limit.ts', '(perCm2 * areaMm2 * 1_000)', '(perCm2 * areaMm2 * 10_000)'),
      by('test/host/core/history.test.ts', 'an area that has had it all today is refused'),
    ),
    mutant(
      'S-10', 'off-by-one', 'interval-a-day-short',
      edit(
        'host/core/interval.ts',
        'since < spacing.refusedUnderDays',
        'since < spacing.refusedUnderDays - 1',
      ),
      by('test/host/core/history.test.ts', 'an area treated 27 days ago'),
    ),
    mutant(
      'S-10', 'reason-ignored', 'journal-not-asked-for-the-interval',
      edit(
        'host/core/interval.ts',
        '[...told, ...(spent?.treatedOn ?? [])]',
        'spent === undefined ? told : told',
      ),
      by(
        'test/host/core/history.test.ts',
        'the interval counts from the journal as well as from the case file',
      ),
    ),
    mutant(
      'S-10', 'check-removed', 'skin-grown-since-this-morning',
      edit('host/core/area-history.ts', 'planned.sizeMm2 > spent.sizeMm2', 'planned.sizeMm2 < 0'),
      by(
        'test/host/core/history.test.ts',
        'a budget does not grow by declaring more skin later the same day',
      ),
    ),
    mutant(
      'S-04', 'check-removed', 'spent-punctures-given-again',
      edit(
        'host/core/budget-spent.ts',
        'left(limit.strokesTotal * needleCount, spent?.punctures ?? 0)',
        'left(limit.strokesTotal * needleCount, 0)',
      ),
      by(
        'test/host/core/history.test.ts',
        'the same day goes on with what is left, whatever needles it goes on with',
      ),
    ),
    mutant(
      'S-09', 'check-removed', 'face-not-part-of-the-whole',
      edit(
        'host/core/whole-limit.ts',
        'left(needleOnMs.whole, spent.faceNeedleOnMs + spent.bodyNeedleOnMs)',
        'left(needleOnMs.whole, spent.bodyNeedleOnMs)',
      ),
      by(
        'test/host/core/at-the-worst.test.ts',
        'a minute and a puncture on the face are of the whole treatment as well',
      ),
    ),
    mutant(
      'S-09', 'comparison-flipped', 'treatment-too-long-admitted',
      edit(
        'host/core/whole-limit.ts',
        'return asked > allowed ?',
        'return asked < 0 && asked > allowed ?',
      ),
      by(
        'test/host/core/admit.test.ts',
        'too many areas for one day are refused by time on the face and in all',
      ),
    ),
    mutant(
      'S-30', 'off-by-one', 'cartridge-expired-yesterday',
      edit(
        'host/core/pen-rules.ts',
        'cartridge.expiryDay < facts.today',
        'cartridge.expiryDay < facts.today - 1',
      ),
      by('test/host/core/admit.test.ts', 'a cartridge past its date is refused'),
    ),
    mutant(
      'S-30', 'reason-ignored', 'cartridge-of-another-person',
      edit(
        'host/core/pen-rules.ts',
        'use.person === person && use.on === today',
        'use.person !== today.toString() && use.on === today',
      ),
      by(
        'test/host/core/admit.test.ts',
        'a cartridge goes on with the same person on the same day, and nobody else',
      ),
    ),
    mutant(
      'S-31', 'off-by-one', 'one-treatment-more-than-a-certificate-holds',
      edit(
        'host/core/pen-rules.ts',
        '(treatmentsSince < VALID_TREATMENTS ?',
        '(treatmentsSince <= VALID_TREATMENTS ?',
      ),
      by(
        'test/host/core/registry/standing.test.ts',
        'after two hundred treatments a pen is derated as one that is out of date',
      ),
    ),
    mutant(
      'S-31', 'reason-ignored', 'a-shake-of-another-pen-is-nobodys',
      edit(
        'host/core/registry/standing.ts',
        '(entry.penSerial ?? linked) === serial &&',
        'linked === serial &&',
      ),
      by(
        'test/host/core/registry/standing.test.ts',
        'a shake belongs to the pen that was shaken, whichever was linked last',
      ),
    ),
    mutant(
      'S-31', 'reason-ignored', 'overshoot-undeclared-and-still-class-p',
      edit(
        'host/core/pen-rules.ts',
        "return pen.overshootUm === undefined ? 'S' : 'P';",
        "return 'P';",
      ),
      by(
        'test/host/core/admit.test.ts',
        'a certificate of class P without a declared overshoot is class S',
      ),
    ),
    mutant(
      'S-22', 'reason-ignored', 'budget-unknown-and-admitted',
      edit(
        'host/core/admit.ts',
        "facts.spent === 'unknown' ? [{ code: 'budget-unknown' } as const] : []",
        "facts.spent === 'unknown' ? [] : []",
      ),
      by('test/host/core/admit.test.ts', 'everything against a plan is said at once, area by area'),
    ),
    mutant(
      'S-40', 'check-removed', 'numbing-left-on-the-skin',
      edit('host/core/checklist.ts', "    [!isFreeOfNumbing(room), 'numbing-not-removed'],\n", ''),
      by(
        'test/host/core/checklist.test.ts',
        'a room that nobody looked at is open in every point at once',
      ),
    ),
    mutant(
      'S-42', 'check-removed', 'anything-cleared-by-a-prescriber',
      edit('host/core/person-rules.ts', '  CLEARABLE_ITEMS.includes(item) &&\n', ''),
      by(
        'test/host/core/admit.test.ts',
        'a prescriber can clear what is clearable and nothing else',
      ),
    ),
    mutant(
      'S-42', 'age-forgotten', 'screening-of-yesterday',
      edit(
        'host/core/person-rules.ts',
        "answeredOn === today ? [] : [{ code: 'screening-not-today' }]",
        "answeredOn !== undefined ? [] : [{ code: 'screening-not-today' }]",
      ),
      by(
        'test/host/core/admit.test.ts',
        'a screening of yesterday, unsigned, with a gap and a yes, is refused four times',
      ),
    ),
    mutant(
      'S-45', 'reason-ignored', 'eye-without-a-shield',
      edit(
        'host/core/eye-rules.ts',
        "planned.eyeProtection ? [] : (['eye-protection-missing'] as const)",
        "planned.sizeMm2 > 0 ? [] : (['eye-protection-missing'] as const)",
      ),
      by('test/host/core/admit.test.ts', 'everything against a plan is said at once, area by area'),
    ),
    mutant(
      'S-45', 'comparison-flipped', 'eye-on-a-face-that-flared',
      edit('host/core/eye-rules.ts', 'return !isFlagged && visits.some', 'return visits.some'),
      by(
        'test/host/core/history.test.ts',
        'one red flag on the face keeps the eye closed, however many visits went well',
      ),
    ),
  ],
};
