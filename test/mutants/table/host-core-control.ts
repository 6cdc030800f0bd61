/**
 * Mutants of control: arming, granting, metering, stopping and settling, event by event. What goes
 * wrong here goes wrong while the needles may move.
 */
import { by, edit, equivalent, mutant, type Table } from '../mutant.ts';

/** The table of host/core/control. */
export const HOST_CORE_CONTROL: Table = {
  folder: 'host/core/control',
  within: ['host/core/control/'],
  least: 8,
  mutants: [
    mutant(
      'S-05', 'check-removed', 'grant-beyond-the-pass',
      edit(
        'host/core/control/grants.ts',
        'Math.min(arming.ceiling, now + task.creditStrokes)',
        'now + task.creditStrokes',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what is given > a grant never reaches beyond the pass, nor beyond one credit',
      ),
    ),
    mutant(
      'S-06', 'check-removed', 'grant-of-the-whole-pass',
      edit(
        'host/core/control/grants.ts',
        'Math.min(arming.ceiling, now + task.creditStrokes)',
        'Math.min(arming.ceiling, now + task.creditStrokes * 1_000)',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what is given > the punctures of the body do not run out with those of the face',
      ),
    ),
    mutant(
      'S-12', 'reason-ignored', 'shorter-lease-of-the-pen-ignored',
      edit(
        'host/core/control/grants.ts',
        'control.heard?.pen.pages.capabilities.leaseMsMax ?? 0)',
        'control.heard === undefined ? 0 : LEASE_MS_MAX)',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what is given > a pen that allows a shorter lease is given a shorter one',
      ),
    ),
    mutant(
      'S-15', 'reason-ignored', 'spent-hold-granted-again',
      edit('host/core/control/grants.ts', '  !has(telemetry, SIGNAL.holdSpent) &&\n', ''),
      by(
        'test/host/core/control/train.test.ts',
        'what is given > a spent hold is given nothing, and a new press is',
      ),
    ),
    mutant(
      'S-15', 'check-removed', 'pedal-not-needed',
      edit(
        'host/core/control/grants.ts',
        "(pedal === 'held' || (!needsPedal && pedal === 'none'))",
        "(pedal === 'held' || needsPedal || !needsPedal)",
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what ends it > a foot that lifts ends it at the next telemetry',
      ),
    ),
    mutant(
      'S-15', 'check-removed', 'hold-from-before-the-arming',
      edit(
        'host/core/control/train.ts',
        "telemetry.phase === 'armed' && telemetry.holdId !== arming.spentHoldId",
        "telemetry.phase === 'armed'",
      ),
      by(
        'test/host/core/control/story.test.ts',
        'what a finger did before the arming gives no permission',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'grant-on-late-telemetry',
      edit(
        'host/core/control/train.ts',
        '  lagMs <= GRANT_LAG_MS_MAX;',
        '  lagMs < Number.POSITIVE_INFINITY;',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what is given > nothing is given on telemetry that is late or of unknown age',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'grant-without-a-clock',
      [
        edit('host/core/control/train.ts', '  lagMs !== undefined &&', '  lagMs !== null &&'),
        edit(
          'host/core/control/train.ts',
          '  lagMs <= GRANT_LAG_MS_MAX;',
          '  (lagMs ?? 0) <= GRANT_LAG_MS_MAX;',
        ),
      ],
      by(
        'test/host/core/control/train.test.ts',
        'what is given > nothing is given on telemetry that is late or of unknown age',
      ),
    ),
    mutant(
      'S-08', 'comparison-flipped', 'dwell-never-ends',
      edit(
        'host/core/control/train.ts',
        "if (train.stillMs + AHEAD_MS >= task.dwellMs && !task.stamp) return 'dwell';",
        "if (train.stillMs + AHEAD_MS < 0) return 'dwell';",
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what ends it > dwelling on one spot ends it twenty milliseconds ahead',
      ),
    ),
    mutant(
      'S-08', 'worst-softened', 'pen-without-a-sense-of-motion-glides',
      edit(
        'host/core/control/train.ts',
        '  !has(telemetry, SIGNAL.motionSensed) || (telemetry.glideMmS ?? 0) < STILL_MM_S;',
        '  has(telemetry, SIGNAL.motionSensed) && (telemetry.glideMmS ?? 0) < STILL_MM_S;',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'how it is metered > a pen that does not sense motion rests wherever it is',
      ),
    ),
    mutant(
      'S-07', 'age-forgotten', 'strokes-in-a-gap-cost-no-time',
      edit(
        'host/core/control/train.ts',
        'isMoving(now) || isMoving(before) || now.strokes > before.strokes',
        'isMoving(now) || isMoving(before)',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'how it is metered > a gap in which the needles came and went counts whole as well',
      ),
    ),
    mutant(
      'S-07', 'check-removed', 'contact-spent-and-going-on',
      edit(
        'host/core/control/train.ts',
        "  if (isContactSpent(task, contactMs)) return 'budget-spent';\n",
        '',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what ends it > the contact budget ends it, says so, and is then spent for good',
      ),
    ),
    mutant(
      'S-09', 'check-removed', 'needle-on-limit-forgotten-in-a-hold',
      edit(
        'host/core/control/train.ts',
        "  if (onMsLeft(control, task) <= AHEAD_MS) return 'budget-spent';\n",
        '',
      ),
      by(
        'test/host/core/control/train.test.ts',
        'what ends it > the needle-on limit of a treatment ends it',
      ),
    ),
    mutant(
      'S-05', 'check-removed', 'pass-beyond-the-last',
      edit(
        'host/core/control/arm-checks.ts',
        "    [progress.passesDone >= task.passes, { code: 'pass-limit', area }],\n",
        '',
      ),
      by(
        'test/host/core/control/arm-checks.test.ts',
        'against arming > pass-limit stands by itself',
      ),
    ),
    mutant(
      'S-11', 'check-removed', 'eye-without-its-own-act',
      edit(
        'host/core/control/arm-checks.ts',
        "task.zone === 'eye' && !wish.eyeConfirmed",
        "task.zone === 'eye' && wish.eyeConfirmed === undefined",
      ),
      by(
        'test/host/core/control/arm-checks.test.ts',
        'against arming > an area at the eye wants a confirmation of its own',
      ),
    ),
    mutant(
      'S-32', 'reason-ignored', 'other-catalogue-armed',
      edit(
        'host/core/control/arm-checks.ts',
        "    [!heard.pen.schemaMatches, { code: 'schema-differs' }],\n",
        '',
      ),
      by(
        'test/host/core/control/arm-checks.test.ts',
        'against arming > schema-differs stands by itself',
      ),
    ),
    mutant(
      'S-25', 'check-removed', 'unexplained-strokes-armed',
      edit(
        'host/core/control/arm-checks.ts',
        'isOwn && ledger.strokes !== explained',
        'isOwn && ledger.strokes < explained',
      ),
      by(
        'test/host/core/control/arm-checks.test.ts',
        'a link that is made again > shows strokes that nobody here permitted, and they ' +
          'bar every arming',
      ),
    ),
    mutant(
      'S-21', 'off-by-one', 'lock-out-after-four-stops',
      edit(
        'host/core/control/arm-checks.ts',
        'const LOCK_OUT_STOPS = 3;',
        'const LOCK_OUT_STOPS = 4;',
      ),
      by(
        'test/host/core/control/stop.test.ts',
        'three stops in ten minutes > lock the treatment until the third newest of them ' +
          'is ten minutes old',
      ),
    ),
    mutant(
      'S-24', 'sync-skipped', 'reservation-of-another-arming-will-do',
      edit(
        'host/core/control/arming.ts',
        'if (token !== phase.token) return stay(control);',
        'if (token < 0) return stay(control);',
      ),
      by(
        'test/host/core/control/story.test.ts',
        'a reservation that is told of late, after another one, loads nothing',
      ),
    ),
    mutant(
      'S-30', 'reason-ignored', 'cartridge-changed-and-armed',
      edit(
        'host/core/control/arming.ts',
        'if (refusals.length === 0) return askEnvelope(control, arming);',
        'if (refusals.length >= 0) return askEnvelope(control, arming);',
      ),
      by(
        'test/host/core/control/story.test.ts',
        'a cartridge that was changed between two looks is found before the pen is armed',
      ),
    ),
    mutant(
      'S-11', 'check-removed', 'area-left-with-needles-out',
      edit(
        'host/core/control/ending.ts',
        "telemetry.phase === 'idle' && isRetracted(telemetry)",
        "telemetry.phase === 'idle'",
      ),
      by(
        'test/host/core/control/story.test.ts',
        'a pen that refuses to disarm has to be seen idle and withdrawn all the same',
      ),
    ),
    mutant(
      'S-13', 'reason-ignored', 'latch-of-the-pen-passed-over',
      edit(
        'host/core/control/control.ts',
        "if (latch !== 'none') return stopPen(control, { kind: 'pen', reason: latch });",
        "if (latch === 'host-stop') return stopPen(control, { kind: 'pen', reason: latch });",
      ),
      by(
        'test/host/core/control/stop.test.ts',
        'a stop > follows every latch that the pen shows, wherever a treatment stands',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'stalled-loop-goes-on',
      edit(
        'host/core/control/control.ts',
        'elapsedMs > STALL_MS_MAX && isActive(aged.phase)',
        'elapsedMs > 60_000 && isActive(aged.phase)',
      ),
      by(
        'test/host/core/control/stop.test.ts',
        'a stop > a loop that was late by more than a tenth of a second stops rather than go on',
      ),
    ),
    mutant(
      'S-21', 'reason-ignored', 'latched-pen-ready-at-once',
      edit(
        'host/core/control/linking.ts',
        "if (reason === 'none') return enter(control, { kind: 'ready' });",
        "if (reason !== 'host-stop') return enter(control, { kind: 'ready' });",
      ),
      by(
        'test/host/core/control/linking.test.ts',
        'a pen that comes back latched at rest is not ready, and its latch is named',
      ),
    ),
    mutant(
      'S-22', 'worst-softened', 'pen-out-of-reach-counted-as-metered',
      edit(
        'host/core/control/settling.ts',
        'Math.max(arming.ceiling, ledger?.strokes ?? 0) - arming.fromStrokes',
        'Math.max(arming.meteredStrokes, ledger?.strokes ?? 0) - arming.fromStrokes',
      ),
      by(
        'test/host/core/control/linking.test.ts',
        'a treatment finished without its pen counts everything that was permitted',
      ),
    ),
    mutant(
      'S-22', 'age-forgotten', 'unseen-strokes-took-no-time',
      edit(
        'host/core/control/settling.ts',
        'Math.ceil((unseen * 100_000) / task.rateCentiHz)',
        'Math.ceil((unseen * 0) / task.rateCentiHz)',
      ),
      by(
        'test/host/core/control/stop.test.ts',
        'a stop > counts the contact of strokes that no telemetry showed',
      ),
    ),
    mutant(
      'S-25', 'worst-softened', 'mark-after-a-reset-taken-for-exact',
      edit(
        'host/core/control/account.ts',
        'ledger.bootId === arming.bootId || ledger.closed === 1',
        'ledger.bootId === arming.bootId || ledger.closed <= 1',
      ),
      by('test/host/core/control/stop.test.ts', 'a ledger > unclosed after a new boot is a bound'),
    ),
    mutant(
      'S-35', 'reason-ignored', 'journal-failed-and-no-stop',
      edit('host/core/control/failing.ts', "effects: [{ kind: 'stop' }],", 'effects: [],'),
      by(
        'test/host/core/control/stop.test.ts',
        'a journal that fails > stops the pen wherever the treatment stands, and arms ' +
          'nothing any more',
      ),
    ),
    mutant(
      'S-41', 'age-forgotten', 'battery-told-long-ago',
      edit(
        'host/core/control/arm-checks.ts',
        'if (vitals === undefined || areVitalsOld(vitalsAgeMs)) return',
        'if (vitals === undefined || areVitalsOld(0 * vitalsAgeMs)) return',
      ),
      by(
        'test/host/core/control/arm-checks.test.ts',
        'against arming > no-vitals stands by itself',
      ),
    ),
    mutant(
      'S-43', 'reason-ignored', 'stop-without-an-alarm',
      edit(
        'host/core/control/stopping.ts',
        'return alarmed(step, [alarmOf(cause)]);',
        'return alarmed(step, []);',
      ),
      by(
        'test/host/core/control/stop.test.ts',
        'a stop > follows every latch that the pen shows, wherever a treatment stands',
      ),
    ),
    mutant(
      'S-47', 'check-removed', 'shaken-pen-as-deep-as-before',
      edit(
        'host/core/control/shaken.ts',
        'um(Math.min(task.depthUm, task.shakenUm))',
        'task.depthUm',
      ),
      by(
        'test/host/core/control/shaken.test.ts',
        'a stroke that only the host found too deep counts as well',
      ),
    ),
  ],
  equivalents: [
    equivalent(
      'S-36', 'unknown-lag-asked-about-once',
      edit('host/core/control/train.ts', '  lagMs !== undefined &&', '  lagMs !== null &&'),
      'A comparison of undefined with a number is false, so a lag that nobody knows ' +
        'grants nothing by the next line alone. The line is there for the reader and the ' +
        'compiler; both lines changed together are a mutant that is run.',
    ),
  ],
};
