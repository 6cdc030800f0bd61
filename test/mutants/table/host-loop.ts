/**
 * Mutants of the loop: time that is owed, orders in their sequence, and what becomes of effects.
 */
import { by, edit, equivalent, mutant, type Table } from '../mutant.ts';

/** The table of host/loop. */
export const HOST_LOOP: Table = {
  folder: 'host/loop',
  within: ['host/loop/'],
  least: 8,
  mutants: [
    mutant(
      'S-24', 'sync-skipped', 'reservation-written-and-not-synced',
      edit(
        'host/loop/perform.ts',
        '  journal.appendAndThen(note, (outcome) => {\n' +
          '    stage.happened(\n' +
          '      outcome.ok\n' +
          "        ? { kind: 'synced', token }\n" +
          "        : { kind: 'journal-failed', why: outcome.error.code },\n    );\n  });",
        '  const outcome = journal.append(note);\n' +
          '  stage.happened(\n' +
          '    outcome.ok\n' +
          "      ? { kind: 'synced', token }\n" +
          "      : { kind: 'journal-failed', why: outcome.error.code },\n  );",
      ),
      by(
        'test/world/stories/journal.test.ts',
        'a disk that is slow to sync delays the arming, and nothing moves before',
      ),
    ),
    mutant(
      'S-35', 'reason-ignored', 'line-not-taken-and-nobody-told',
      edit(
        'host/loop/perform.ts',
        '    const appended = journal.append(note);\n' +
          "    if (!appended.ok) stage.happened({ kind: 'journal-failed', why: " +
          'appended.error.code });',
        '    journal.append(note);',
      ),
      by(
        'test/world/stories/journal.test.ts',
        'a full disk > in motion stops the pen, and nothing is armed any more',
      ),
    ),
    mutant(
      'S-33', 'reason-ignored', 'stop-written-like-the-rest',
      edit(
        'host/loop/perform.ts',
        'if (effect.urgent) port?.writeUrgent(bytes);',
        'if (effect.urgent) port?.write(bytes);',
      ),
      by(
        'test/host/loop/pipeline.test.ts',
        'the performer > sends STOP past the queue, and turns a missing journal into an event',
      ),
    ),
    mutant(
      'S-33', 'check-removed', 'stop-without-a-treatment-not-sent',
      edit(
        'host/loop/host-step.ts',
        "if (turn.host.control === undefined) tellSession(turn, { kind: 'stop' });\n" +
          '      else tellControl(turn, event);',
        'tellControl(turn, event);',
      ),
      by(
        'test/host/loop/pipeline.test.ts',
        'the whole host > stops without a treatment, and repeats it until a pen shows its latch',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'control-not-told-how-late-it-is',
      edit(
        'host/loop/host-step.ts',
        'controlOwedMs: host.controlOwedMs + elapsedMs,',
        'controlOwedMs: elapsedMs,',
      ),
      by(
        'test/host/loop/pipeline.test.ts',
        'the whole host > gives control all the time that passed, though a frame ' +
          'concerned only the link',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'fractions-of-time-lost',
      edit('host/loop/clock.ts', 'takenMs += elapsedMs;', 'takenMs = nowMs();'),
      by(
        'test/host/loop/pipeline.test.ts',
        'elapsed time > comes in whole milliseconds and keeps its fractions',
      ),
    ),
    mutant(
      'S-28', 'check-removed', 'time-runs-backwards',
      edit(
        'host/loop/clock.ts',
        'Math.max(0, Math.floor(nowMs() - takenMs))',
        'Math.floor(nowMs() - takenMs)',
      ),
      by('test/host/loop/pipeline.test.ts', 'elapsed time > never runs backwards'),
    ),
    mutant(
      'S-37', 'check-removed', 'frame-written-past-the-guard',
      edit(
        'host/loop/perform.ts',
        '        if (refusal !== undefined) {',
        '        if (refusal === null) {',
      ),
      by(
        'test/world/guards/guards.test.ts',
        'the guard before the wire, alone > what it keeps back is not written, STOP is, and ' +
          'the journal has the words',
      ),
    ),
    mutant(
      'S-37', 'reason-ignored', 'kept-back-and-nobody-stops',
      edit(
        'host/loop/perform.ts',
        "    stage.happened({ kind: 'host-trouble', why: 'guard-refused' });\n",
        '',
      ),
      by(
        'test/world/guards/guards.test.ts',
        'the guard before the wire, alone > keeps back what control sends when it ' +
          'arms 50 um deeper',
      ),
    ),
  ],
  equivalents: [
    equivalent(
      'S-33', 'stop-ordered-behind-the-rest',
      edit('host/loop/host-step.ts', 'turn.down.unshift(effect);', 'turn.down.push(effect);'),
      'What control orders in one step is taken down before the next report goes up, and ' +
        'no step of control orders anything of the pen before its STOP ' +
        '(test/host/core/control/stop-first.test.ts). So nothing ever stands in the queue ' +
        'that a STOP could overtake.',
    ),
  ],
};
