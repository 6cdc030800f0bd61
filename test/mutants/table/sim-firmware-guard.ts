/**
 * Mutants of what the pen refuses: its built-in ceilings, its rules for arming, granting and
 * calibrating, the modes and the clearing of a latch. It is the last of the three guards.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of what the pen refuses. */
export const SIM_FIRMWARE_GUARD: Table = {
  folder: 'sim/firmware/guard',
  within: ['sim/firmware/guard.ts', 'sim/firmware/ceilings.ts', 'sim/firmware/entering.ts'],
  least: 8,
  mutants: [
    mutant(
      'S-03', 'check-removed', 'built-in-ceiling-not-asked-at-arm',
      edit(
        'sim/firmware/guard.ts',
        "(_, { arm, ceiling }) => atMost('beyond-ceiling', arm.depthUm, ceiling.depthUm),",
        "(_, { arm, ceiling }) => atMost('beyond-ceiling', arm.depthUm, ceiling.depthUm + 3_000),",
      ),
      by(
        'test/sim/firmware/guard.test.ts',
        'an arming is refused > beyond what is built in, though a row should say otherwise',
      ),
    ),
    mutant(
      'S-03', 'check-removed', 'row-above-what-is-built-in',
      edit(
        'sim/firmware/guard.ts',
        "(_, { row, ceiling }) => atMost('beyond-ceiling', row.depthUmMax, ceiling.depthUm),\n",
        '',
      ),
      by(
        'test/sim/pen/arming.test.ts',
        'a row of the envelope can only lie within what is built in, for every area',
      ),
    ),
    mutant(
      'S-03', 'wrong-unit', 'eye-ceiling-as-of-the-cheek',
      edit('sim/firmware/ceilings.ts', 'infraorbital: 250,', 'infraorbital: 1_750,'),
      by(
        'test/sim/firmware/guard.test.ts',
        'an arming is refused > beyond what is built in, though a row should say otherwise',
      ),
    ),
    mutant(
      'S-03', 'check-removed', 'armed-deeper-than-the-row',
      edit(
        'sim/firmware/guard.ts',
        "  (_, { arm, row }) => atMost('beyond-envelope', arm.depthUm, row.depthUmMax),\n",
        '',
      ),
      by('test/sim/pen/arming.test.ts', 'an arming is refused > for a depth above the row'),
    ),
    mutant(
      'S-04', 'off-by-one', 'pass-a-stroke-beyond-the-row',
      edit(
        'sim/firmware/guard.ts',
        'arm.passCeiling, ledger.strokes + row.passStrokesMax)',
        'arm.passCeiling, ledger.strokes + row.passStrokesMax + 1)',
      ),
      by('test/sim/pen/arming.test.ts', 'an arming is refused > for a pass longer than the row'),
    ),
    mutant(
      'S-05', 'check-removed', 'grant-beyond-the-pass-taken',
      edit(
        'sim/firmware/guard.ts',
        "  (_, { grant, arming }) => atMost('beyond-pass', grant.ceiling, arming.passCeiling),\n",
        '',
      ),
      by('test/sim/pen/motion.test.ts', 'a grant is refused > beyond the pass'),
    ),
    mutant(
      'S-06', 'off-by-one', 'grant-a-stroke-beyond-the-credit',
      edit(
        'sim/firmware/guard.ts',
        'grant.ceiling, ledger.strokes + arming.creditMax)',
        'grant.ceiling, ledger.strokes + arming.creditMax + 1)',
      ),
      by(
        'test/sim/pen/motion.test.ts',
        'a grant is refused > beyond the credit of the row, be it smaller than the pen would give',
      ),
    ),
    mutant(
      'S-12', 'check-removed', 'lease-of-any-length',
      edit(
        'sim/firmware/guard.ts',
        "atMost('lease-too-long', notAfterPenMs, ages.penMs + leaseMsMax(make))",
        "atMost('lease-too-long', notAfterPenMs, ages.penMs + 100 * leaseMsMax(make))",
      ),
      by('test/sim/pen/motion.test.ts', 'a grant is refused > for longer than a lease'),
    ),
    mutant(
      'S-15', 'check-removed', 'grant-without-a-finger',
      edit(
        'sim/firmware/guard.ts',
        "  ({ hold }) => unless('no-trigger', hold.held),\n  ({ hold }, { grant }) =>",
        '  ({ hold }, { grant }) =>',
      ),
      by('test/sim/pen/motion.test.ts', 'nothing moves > under a grant without the trigger'),
    ),
    mutant(
      'S-15', 'check-removed', 'grant-to-a-spent-hold',
      edit(
        'sim/firmware/guard.ts',
        "  ({ hold }) => unless('stale-hold', hold.fresh && !hold.spent),\n" +
          '];\n\n/** What keeps a GRANT',
        '];\n\n/** What keeps a GRANT',
      ),
      by(
        'test/sim/pen/motion.test.ts',
        'nothing moves > in the hold that a stop has ended, until the trigger is pressed again',
      ),
    ),
    mutant(
      'S-20', 'comparison-flipped', 'tighten-loosens-the-depth',
      edit(
        'sim/firmware/guard.ts',
        "  (_, { ask, arming }) => atMost('loosens', ask.depthUm, arming.task.depthUm),\n",
        '',
      ),
      by('test/sim/pen/arming.test.ts', 'within an arming limits only tighten'),
    ),
    mutant(
      'S-30', 'check-removed', 'needles-shorter-than-the-depth',
      edit('sim/firmware/guard.ts', 'depthUm <= cartridge.needleLengthUm', 'depthUm >= 0'),
      by(
        'test/sim/firmware/guard.test.ts',
        'an arming is refused > deeper than the needles are long',
      ),
    ),
    mutant(
      'S-17', 'reason-ignored', 'calibration-on-skin',
      edit(
        'sim/firmware/guard.ts',
        "  ({ seen }) => unless('skin-contact', seen.contact !== true),\n",
        '',
      ),
      by('test/sim/pen/calibration.test.ts', 'it is refused > on skin'),
    ),
    mutant(
      'S-16', 'check-removed', 'armed-in-service',
      edit(
        'sim/firmware/guard.ts',
        "link.mode === 'outside' ? because('not-joined') : unless('wrong-mode', " +
          'link.mode === mode)',
        "link.mode === 'outside' ? because('not-joined') : unless('wrong-mode', mode.length > 0)",
      ),
      by('test/sim/pen/handshake.test.ts', 'service mode never moves'),
    ),
    mutant(
      'S-18', 'check-removed', 'from-service-into-treatment',
      edit(
        'sim/firmware/entering.ts',
        "return link.mode === mode ? undefined : because('wrong-mode');",
        'return undefined;',
      ),
      by(
        'test/sim/pen/handshake.test.ts',
        'there is no way from one mode to another within a session',
      ),
    ),
    mutant(
      'S-21', 'check-removed', 'cleared-by-another-number',
      edit(
        'sim/firmware/entering.ts',
        'reason !== latch.reason || latchId !== latch.latchId',
        'reason !== latch.reason',
      ),
      by(
        'test/sim/pen/latch.test.ts',
        'a latch is cleared > only by its own number, so that a clear cannot meet a later latch',
      ),
    ),
    mutant(
      'S-21', 'check-removed', 'cleared-under-a-held-trigger',
      edit(
        'sim/firmware/entering.ts',
        "  if (seen.trigger || hold.held) return because('trigger-held');\n",
        '',
      ),
      by('test/sim/pen/latch.test.ts', 'a latch is cleared > only with the trigger released'),
    ),
    mutant(
      'S-41', 'reason-ignored', 'armed-too-hot-to-hold',
      edit('sim/firmware/guard.ts', "  ({ seen }) => unless('not-in-range', !seen.hot),\n", ''),
      by('test/sim/firmware/guard.test.ts', 'an arming is refused > in a handle that is too hot'),
    ),
    mutant(
      'S-16', 'check-removed', 'service-entered-without-a-finger',
      edit('sim/firmware/entering.ts', "  if (!hold.held) return because('needs-trigger');\n", ''),
      by(
        'test/sim/pen/handshake.test.ts',
        'service and calibration are entered with the trigger held, and by nothing else',
      ),
    ),
    mutant(
      'S-17', 'check-removed', 'calibration-in-the-hold-of-entering',
      edit(
        'sim/firmware/guard.ts',
        "  ({ hold }) => unless('stale-hold', hold.fresh && !hold.spent),\n" +
          "  (_, { cartridge }) => unless('wrong-cartridge', cartridge.kind === 'metrology'),",
        "  (_, { cartridge }) => unless('wrong-cartridge', cartridge.kind === 'metrology'),",
      ),
      by(
        'test/sim/pen/calibration.test.ts',
        'it is refused > in the hold by which calibration was entered',
      ),
    ),
    mutant(
      'S-17', 'check-removed', 'calibration-with-needles-for-patients',
      edit(
        'sim/firmware/guard.ts',
        "  (_, { cartridge }) => unless('wrong-cartridge', cartridge.kind === 'metrology'),\n",
        '',
      ),
      by(
        'test/sim/firmware/guard.test.ts',
        'calibration work is refused > with a cartridge for patients that was put in since',
      ),
    ),
  ],
};
