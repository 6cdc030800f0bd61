/**
 * Mutants of the way into a treatment and back into one after a crash: what was used before, what
 * nobody saw the end of, and what has to be on disk before anything begins.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of host/treat. */
export const HOST_TREAT: Table = {
  folder: 'host/treat',
  within: ['host/treat/'],
  least: 8,
  mutants: [
    mutant(
      'S-24', 'worst-softened', 'open-arming-forgotten-on-resuming',
      edit(
        'host/treat/own-progress.ts',
        'const all = [...ended, ...tallies.open()].filter(',
        'const all = [...ended].filter(',
      ),
      by(
        'test/host/treat/own-progress.test.ts',
        'an arming under which nothing was done yet counts whole as well',
      ),
    ),
    mutant(
      'S-09', 'check-removed', 'needle-on-time-anew-on-resuming',
      edit(
        'host/treat/prepare.ts',
        '...newControl(treatment, first, progress), ...usedSoFar(own),',
        '...newControl(treatment, first, progress), ...usedSoFar([]),',
      ),
      by(
        'test/host/treat/resumed-whole.test.ts',
        'what the whole treatment has had is not given again by a host that comes back',
      ),
    ),
    mutant(
      'S-21', 'reason-ignored', 'lock-out-forgotten-on-resuming',
      edit(
        'host/treat/own-progress.ts',
        "entry.kind === 'stop' && entry.reason !== 'operator'",
        "entry.kind === 'stop' && entry.reason === 'operator'",
      ),
      by(
        'test/host/treat/own-progress.test.ts',
        'stops of an earlier host still lock, and those of a person do not',
      ),
    ),
    mutant(
      'S-28', 'check-removed', 'clock-set-back-admits-anew',
      edit(
        'host/treat/prepare.ts',
        'newest !== undefined && newest > today ? newest : today',
        'newest !== undefined && newest < today ? newest : today',
      ),
      by(
        'test/host/treat/set-back.test.ts',
        'today is never earlier than the newest day that the journal has seen',
      ),
    ),
    mutant(
      'S-10', 'reason-ignored', 'earlier-treatment-of-today-forgotten',
      edit(
        'host/treat/facts.ts',
        'const now = accounts.since(formatDay(today));',
        "const now = accounts.since('9999-12-31');",
      ),
      by(
        'test/world/stories/host.test.ts',
        'a second treatment on the same day goes on with the budget that is left',
      ),
    ),
    mutant(
      'S-30', 'reason-ignored', 'cartridge-history-forgotten',
      edit(
        'host/treat/facts.ts',
        'persons.map((person) => ({ serial, person, on: parseDay(newestDay) ?? day(0) }))',
        'persons.slice(0, 0).map((person) => ({ serial, person, on: parseDay(newestDay) ' +
          '?? day(0) }))',
      ),
      by(
        'test/host/treat/facts.test.ts',
        'what another person was given is nothing to this one, but for the cartridge',
      ),
    ),
    mutant(
      'S-22', 'reason-ignored', 'unexplained-ledger-begun-with',
      edit(
        'host/treat/treatment-host.ts',
        "if (!resolved.ok) return turnAway(ground, 'pen', " +
          '[explainLedger(resolved.error)]);\n  if (!write(ground, resolved.value)) return;',
        'if (resolved.ok && !write(ground, resolved.value)) return;\n' +
          '  if (!resolved.ok) explainLedger(resolved.error);',
      ),
      by('test/world/stories/pen.test.ts', 'strokes that no journal explains bar every arming'),
    ),
    mutant(
      'S-19', 'off-by-one', 'arming-number-given-again',
      edit(
        'host/treat/prepare.ts',
        'last >= ARMING_ID_MAX ? 1 : last + 1',
        'last >= ARMING_ID_MAX ? 1 : Math.max(1, last)',
      ),
      by(
        'test/world/stories/host.test.ts',
        'a host that dies (and its machine with it: false) > while it is armed is ' +
          'followed by one that resumes the treatment',
      ),
    ),
    mutant(
      'S-15', 'reason-ignored', 'hold-ended-by-the-host-goes-on-at-the-foot',
      edit('host/treat/pedal-hold.ts', '      reader.endHold();\n', ''),
      by(
        'test/host/treat/pedal-hold.test.ts',
        'a hold that the host ended takes a new press of the pedal',
      ),
    ),
  ],
};
