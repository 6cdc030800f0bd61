/**
 * Mutants of radiofrequency: what the pen's firmware keeps of every pulse, what admission asks
 * before there is one, and what the journal counts of it.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

const PEN = 'test/sim/pen/energy.test.ts';
const STORY = 'test/world/stories/energy.test.ts';
const ENERGY = 'sim/firmware/energy.ts';
const ASKED = 'sim/firmware/energy-asked.ts';
const LIMIT = 'host/core/energy-limit.ts';
const TALLY = 'host/journal/energy-tally.ts';

/** The table of radiofrequency. */
export const RADIOFREQUENCY: Table = {
  folder: 'radiofrequency',
  within: ['sim/firmware/energy', LIMIT, TALLY],
  least: 16,
  mutants: [
    mutant(
      'S-80', 'reason-ignored', 'energy-of-a-pen-without-it',
      edit(ASKED, "undefined) return refused(state, because('no-energy'));\n  if (ask.kind", [
        "undefined) return refused(state, because('not-armed'));\n  if (ask.kind",
      ].join('')),
      by(PEN, 'a pen without energy > refuses an arming with it, a grant of it, and tells no page '
        + 'of it'),
    ),
    mutant(
      'S-81', 'check-removed', 'energy-where-none-is-ever-given',
      edit(ASKED, 'energyCeilingOf(area))\n', 'Number.MAX_SAFE_INTEGER)\n'),
      by(PEN, 'an arming with energy is refused > in every area of the eye, and where no energy is '
        + 'ever given'),
    ),
    mutant(
      'S-82', 'off-by-one', 'two-pulses-a-grant',
      edit(ASKED, "above('beyond-credit', ask.pulseCeiling, pulses + 1)",
        "above('beyond-credit', ask.pulseCeiling, pulses + 2)"),
      by(PEN, 'a grant of energy is refused > with beyond-credit'),
    ),
    mutant(
      'S-82', 'age-forgotten', 'pulse-upon-pulse',
      edit(ASKED, "below('too-soon', sincePulseMs, REVISIT_MS)",
        "below('too-soon', sincePulseMs, 0)"),
      by(PEN, 'a grant of energy is refused > within a second of the pulse before, and of a boot'),
    ),
    mutant(
      'S-82', 'comparison-flipped', 'more-energy-than-was-armed',
      edit(ASKED, "above('beyond-energy', ask.microJoulePerPin, limit.microJoulePerPin)",
        "below('beyond-energy', ask.microJoulePerPin, limit.microJoulePerPin)"),
      by(PEN, 'a grant of energy is refused > with beyond-energy'),
    ),
    mutant(
      'S-82', 'off-by-one', 'pulse-not-debited',
      edit(ENERGY, "pulses: energy.pulses + 1, stage: 'storing'",
        "pulses: energy.pulses, stage: 'storing'"),
      by(PEN, 'a pulse > comes once for a press, and counts before it flows'),
    ),
    mutant(
      'S-83', 'check-removed', 'energy-in-a-head-that-slides',
      edit(ENERGY, '  && (look.sensed.glideMmS ?? 0) <= STILL_MM_S;', '  && true;'),
      by(PEN, 'a pulse > ends within 3 ms when the pen is slid over the skin'),
    ),
    mutant(
      'S-83', 'check-removed', 'energy-in-a-head-that-is-lifted',
      edit(ENERGY, "  if (sensed.contact !== true) return 'lifted-off';\n", ''),
      by(PEN, 'a pulse > ends within 3 ms when the pen is lifted'),
    ),
    mutant(
      'S-84', 'check-removed', 'energy-beside-the-window',
      edit(ENERGY, '  if (!isInWindow(look)) return keptBack(look);\n', ''),
      by(PEN, 'a fault of the generator or the tissue > impedance out of its window keeps pulses '
        + 'back, and the third time latches'),
    ),
    mutant(
      'S-84', 'off-by-one', 'a-fourth-time',
      edit(ENERGY, 'done.outside >= OUTSIDE_MAX', 'done.outside > OUTSIDE_MAX'),
      by(PEN, 'a fault of the generator or the tissue > impedance out of its window keeps pulses '
        + 'back, and the third time latches'),
    ),
    mutant(
      'S-84', 'check-removed', 'energy-that-nobody-ordered',
      edit(ENERGY, 'if (radio.emitting && before.drive.energy === undefined',
        'if (false && before.drive.energy === undefined'),
      by(PEN, 'a fault of the generator or the tissue > energy that nobody ordered latches, and '
        + 'its own timer ends it'),
    ),
    mutant(
      'S-85', 'check-removed', 'tissue-that-is-burnt',
      edit(ENERGY, 'if (radio.tissueDeciC >= abortDeciC || isDeaf)', 'if (isDeaf)'),
      by(PEN, 'a fault of the generator or the tissue > tissue that warms twice as fast ends the '
        + 'pulse before it is burnt'),
    ),
    mutant(
      'S-85', 'check-removed', 'a-deaf-sensor-believed',
      edit(ENERGY, 'radio.tissueDeciC >= abortDeciC || isDeaf)',
        'radio.tissueDeciC >= abortDeciC)'),
      by(PEN, 'a fault of the generator or the tissue > a sensor that energy does not move is not '
        + 'believed'),
    ),
    mutant(
      'S-86', 'check-removed', 'pulse-longer-than-its-lease',
      edit(ENERGY, 'START_DECI_C_MAX || !fits(look))', 'START_DECI_C_MAX)'),
      by(PEN, 'a pulse > does not begin when it could not end before its lease'),
    ),
    mutant(
      'S-80', 'check-removed', 'area-without-a-row',
      edit(LIMIT, "const hasRow = row !== undefined || wide.includes('area-lacks-row');",
        'const hasRow = true;'),
      by(STORY, 'energy is refused > when the area has no row'),
    ),
    mutant(
      'S-80', 'check-removed', 'pulse-longer-than-the-table',
      edit(LIMIT, "[asked.pulseMs > most[1], 'pulse-too-long'", "[false, 'pulse-too-long'"),
      by(STORY, 'energy is refused > when the pulse is longer than the table'),
    ),
    mutant(
      'S-82', 'worst-softened', 'unseen-pulses-not-counted',
      edit(TALLY, '    countedPulses: reservedPulses(reservation),', '    countedPulses: 0,'),
      by('test/host/journal/energy-tally.test.ts',
        'what was set aside counts whole until a known end says better'),
    ),
  ],
};
