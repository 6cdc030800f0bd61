/**
 * Mutants of what the pen does: when it moves and brakes, what it debits, what latches it, and what
 * it still knows after a reset. What goes wrong here no host could make good.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of what the pen does. */
export const SIM_FIRMWARE: Table = {
  folder: 'sim/firmware',
  within: ['sim/firmware/'],
  least: 8,
  mutants: [
    mutant(
      'S-12', 'age-forgotten', 'lease-over-and-moving',
      edit(
        'sim/firmware/motion.ts',
        'if (state.ages.penMs >= motion.permit.notAfterPenMs) return latchUp(state, ' +
          "'lease-expired');",
        "if (state.ages.penMs < 0) return latchUp(state, 'lease-expired');",
      ),
      by(
        'test/sim/pen/motion.test.ts',
        'needles stop and come back > latch when nobody renews permission while the ' +
          'trigger is held',
      ),
    ),
    mutant(
      'S-15', 'check-removed', 'released-and-moving',
      edit(
        'sim/firmware/motion.ts',
        "if (!hold.held || hold.spent) return 'released';",
        "if (hold.spent) return 'released';",
      ),
      by(
        'test/sim/pen/motion.test.ts',
        'needles stop and come back > when the trigger is released, and the pen stays armed',
      ),
    ),
    mutant(
      'S-12', 'sync-skipped', 'moving-before-the-mark-is-stored',
      edit(
        'sim/firmware/rest.ts',
        'if (ledger.storedMark < permit.ceiling || !parked) return stay(state);',
        'if (!parked) return stay(state);',
      ),
      by(
        'test/sim/pen/motion.test.ts',
        'nothing moves > before the memory has confirmed the mark; the grant is lost if ' +
          'it never does',
      ),
    ),
    mutant(
      'S-25', 'off-by-one', 'mark-behind-the-ceiling',
      edit(
        'sim/firmware/ledger.ts',
        'mark: ledger.mark,\n    closed',
        'mark: ledger.strokes,\n    closed',
      ),
      by(
        'test/sim/pen/boot.test.ts',
        'a reset in motion boots at the mark, above every true stroke, and latches',
      ),
    ),
    mutant(
      'S-34', 'check-removed', 'motor-time-not-debited',
      edit(
        'sim/firmware/ledger.ts',
        'Math.max(motion.edges, Math.ceil(dueUnits / UNITS_PER_STROKE), motion.leastStrokes)',
        'Math.max(motion.edges, Math.ceil((0 * dueUnits) / UNITS_PER_STROKE), motion.leastStrokes)',
      ),
      by(
        'test/sim/pen/watch.test.ts',
        'needles stop, come back and latch for > an encoder that counts nothing',
      ),
    ),
    mutant(
      'S-12', 'off-by-one', 'braked-when-the-ceiling-is-passed',
      edit(
        'sim/firmware/ledger.ts',
        'return motion.edges + edgesAhead > left || byTime > left;',
        'return motion.edges > left || byTime > left + 2;',
      ),
      by(
        'test/sim/pen/motion.test.ts',
        'needles stop and come back > at the ceiling, and the ceiling is what was debited',
      ),
    ),
    mutant(
      'S-34', 'comparison-flipped', 'too-deep-passed-over',
      edit(
        'sim/firmware/watch.ts',
        'measuredUm > peakUmMax(calibrated, motion.judged.depthUm)',
        'measuredUm > 2 * peakUmMax(calibrated, motion.judged.depthUm)',
      ),
      by(
        'test/sim/pen/watch.test.ts',
        'needles stop, come back and latch for > a pen outside its certificate',
      ),
    ),
    mutant(
      'S-34', 'age-forgotten', 'silent-encoder-believed',
      edit(
        'sim/firmware/watch.ts',
        'return silent && ages.doingMs > SPIN_UP_MS;',
        'return silent && ages.doingMs > 100 * SPIN_UP_MS;',
      ),
      by(
        'test/sim/pen/watch.test.ts',
        'needles stop, come back and latch for > an encoder that counts nothing',
      ),
    ),
    mutant(
      'S-14', 'check-removed', 'needles-left-out-after-a-stop',
      edit(
        'sim/firmware/latch.ts',
        '    drive: HALT,\n',
        '    drive: { ...HALT, depthUm: 500 },\n',
      ),
      by(
        'test/sim/firmware/matrix.test.ts',
        'in every cell > of running, a stop leaves a pen latched, unarmed, needles ordered in',
      ),
    ),
    mutant(
      'S-21', 'check-removed', 'stop-not-heard',
      edit(
        'sim/firmware/matrix.ts',
        "const hostStop = (state: Firmware): Step => latchUp(state, 'host-stop');",
        'const hostStop = (state: Firmware): Step => stay(state);',
      ),
      by(
        'test/sim/firmware/matrix.test.ts',
        'in every cell > of running, a stop leaves a pen latched, unarmed, needles ordered in',
      ),
    ),
    mutant(
      'S-29', 'reason-ignored', 'another-host-greeted-while-armed',
      edit(
        'sim/firmware/matrix.ts',
        "const foreignHello = (state: Firmware): Step => latchUp(state, 'foreign-hello');",
        'const foreignHello = (state: Firmware): Step => stay(state);',
      ),
      by(
        'test/sim/pen/handshake.test.ts',
        'a hello from another host while armed ends the arming and latches',
      ),
    ),
    mutant(
      'S-25', 'reason-ignored', 'reset-in-motion-forgotten',
      edit(
        'sim/firmware/boot.ts',
        "return nonVolatile.armed ? 'reset-in-motion' : undefined;",
        'return nonVolatile.closed ? undefined : undefined;',
      ),
      by('test/sim/pen/boot.test.ts', 'a reset while armed latches, although nothing moved'),
    ),
    mutant(
      'S-25', 'check-removed', 'cam-left-to-run-out-after-a-boot',
      edit(
        'sim/firmware/boot.ts',
        'if (reason !== undefined) return braked(latchUp(state, reason));',
        'if (reason !== undefined) return latchUp(state, reason);',
      ),
      by(
        'test/sim/pen/boot.test.ts',
        'a cam that still runs when its pen boots is braked, however often it boots',
      ),
    ),
    mutant(
      'S-19', 'check-removed', 'frame-of-another-session-obeyed',
      edit(
        'sim/firmware/requests.ts',
        'session === 0 || header.session !== session',
        'session === 0',
      ),
      by('test/sim/pen/handshake.test.ts', 'frames of another session are dropped and counted'),
    ),
    mutant(
      'S-19', 'comparison-flipped', 'older-grant-obeyed',
      edit('sim/firmware/requests.ts', 'seq < link.grantSeq\n', 'seq < 0\n'),
      by(
        'test/sim/pen/motion.test.ts',
        'a grant is refused > when it is older than the newest, and dropped when it is ' +
          'the same again',
      ),
    ),
    mutant(
      'S-26', 'age-forgotten', 'silence-not-aged',
      edit(
        'sim/firmware/ages.ts',
        'silentMs: ages.silentMs + elapsedMs,',
        'silentMs: ages.silentMs,',
      ),
      by(
        'test/sim/pen/arming.test.ts',
        'an arming ends by itself after two seconds without a frame, and does not latch',
      ),
    ),
    mutant(
      'S-15', 'off-by-one', 'press-seen-once-counts',
      edit(
        'sim/firmware/figures.ts',
        'export const PRESS_TICKS = 2;',
        'export const PRESS_TICKS = 1;',
      ),
      by('test/sim/pen/press.test.ts', 'a trigger that is seen held for a single tick is no press'),
    ),
    mutant(
      'S-30', 'check-removed', 'cartridge-changed-in-motion',
      edit('sim/firmware/watch.ts', "  ['cartridge-gone', isOtherCartridge],\n", ''),
      by(
        'test/sim/firmware/guard.test.ts',
        'in motion > another cartridge is seen within the very millisecond',
      ),
    ),
    mutant(
      'S-44', 'age-forgotten', 'leaned-on-for-ever',
      edit(
        'sim/firmware/watch.ts',
        'ages.pressedMs > POSTURE_MS_MAX',
        'ages.pressedMs > 1_000 * POSTURE_MS_MAX',
      ),
      by(
        'test/sim/pen/watch.test.ts',
        'needles stop, come back and latch for > a pen that is leaned on',
      ),
    ),
    mutant(
      'S-14', 'check-removed', 'needles-stuck-out-and-nobody-told',
      edit(
        'sim/firmware/rest.ts',
        'if (state.ages.outMs > RETRACT_MS_MAX) return stuckOut(next);',
        'if (state.ages.outMs < 0) return stuckOut(next);',
      ),
      by(
        'test/sim/pen/watch.test.ts',
        'needles stop, come back and latch for > a depth stop that does not come back',
      ),
    ),
  ],
};
