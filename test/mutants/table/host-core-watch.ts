/**
 * Mutants of the watch: what the pen says it does, held against what it was told, and what counts
 * as the proof that it has stopped. What goes wrong here goes wrong while everybody believes the
 * pen.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of host/core/watch.ts and host/core/stopped.ts. */
export const HOST_CORE_WATCH: Table = {
  folder: 'host/core/watch',
  within: ['host/core/watch.ts', 'host/core/stopped.ts'],
  least: 8,
  mutants: [
    mutant(
      'S-14', 'check-removed', 'stop-proven-with-needles-out',
      edit(
        'host/core/stopped.ts',
        " && telemetry.latch !== 'none' && isRetracted(telemetry)",
        " && telemetry.latch !== 'none'",
      ),
      by(
        'test/host/core/control/stop.test.ts',
        'a stop > is not proven while needles are out, or while phase and latch disagree',
      ),
    ),
    mutant(
      'S-34', 'comparison-flipped', 'too-deep-unseen',
      edit('host/core/watch.ts', 'now.depthUm > deepest', 'now.depthUm < -deepest'),
      by('test/host/core/watch.test.ts', 'the watch > finds too-deep beyond its bound, not within'),
    ),
    mutant(
      'S-34', 'age-forgotten', 'frozen-telemetry-believed',
      edit(
        'host/core/watch.ts',
        "['frozen-telemetry', (_, { frozenMs }) => frozenMs > FROZEN_MS_MAX],",
        "['frozen-telemetry', (_, { frozenMs }) => frozenMs > 100 * FROZEN_MS_MAX],",
      ),
      by(
        'test/host/core/watch.test.ts',
        'the watch > finds frozen-telemetry beyond its bound, not within',
      ),
    ),
    mutant(
      'S-34', 'comparison-flipped', 'counter-beyond-its-grant-believed',
      edit(
        'host/core/watch.ts',
        'now.strokes > commanded.ceiling',
        'now.strokes > commanded.ceiling + 20',
      ),
      by(
        'test/host/core/control/linking.test.ts',
        'a pen that counts strokes under an arming without a grant for them is stopped',
      ),
    ),
    mutant(
      'S-36', 'age-forgotten', 'stale-telemetry-watched-on',
      edit('host/core/watch.ts', 'lagMs > LAG_MS_MAX', 'lagMs > 10 * LAG_MS_MAX'),
      by(
        'test/host/core/watch.test.ts',
        'the watch > finds stale-telemetry beyond its bound, not within',
      ),
    ),
    mutant(
      'S-12', 'check-removed', 'motion-without-a-grant-unseen',
      edit(
        'host/core/watch.ts',
        "grow(!commanded.moving && now.phase === 'running', ages.unaskedMs)",
        "grow(!commanded.moving && now.phase === 'calibrating', ages.unaskedMs)",
      ),
      by(
        'test/host/core/control/linking.test.ts',
        'a pen that moves though nobody here armed it is stopped in three telemetries',
      ),
    ),
    mutant(
      'S-29', 'reason-ignored', 'arming-of-another-host-unseen',
      edit(
        'host/core/watch.ts',
        "now.phase !== 'idle' && now.armingId !== commanded.armingId",
        "now.phase !== 'idle' && now.armingId < 0",
      ),
      by(
        'test/host/core/watch.test.ts',
        'the watch > finds foreign-arming beyond its bound, not within',
      ),
    ),
    mutant(
      'S-44', 'comparison-flipped', 'tilted-and-moving',
      edit(
        'host/core/watch.ts',
        'commanded.moving && (now.tiltDeg ?? 0) > TILT_DEG_MAX]',
        'commanded.moving && (now.tiltDeg ?? 0) < -TILT_DEG_MAX]',
      ),
      by('test/host/core/watch.test.ts', 'the watch > finds tilted beyond its bound, not within'),
    ),
  ],
};
