/**
 * Mutants of the codec and of the arithmetic that both ends share: what is a frame, what is bound,
 * what is in range, and how far a pen may go on when it hears nothing more.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of protocol. */
export const PROTOCOL: Table = {
  folder: 'protocol',
  within: ['protocol/'],
  least: 8,
  mutants: [
    mutant(
      'S-19', 'check-removed', 'damaged-frame-heard',
      edit(
        'protocol/deframe.ts',
        'start !== undefined && ~crcOf(start, view, from, to) === view.getInt32(to, true)',
        'start !== undefined && ~crcOf(start, view, from, to) !== 0.5',
      ),
      by(
        'test/protocol/black-channel.test.ts',
        'corruption: a frame with any byte changed does nothing',
      ),
    ),
    mutant(
      'S-32', 'check-removed', 'bound-frame-with-a-plain-check',
      edit(
        'protocol/deframe.ts',
        'bound ? binding : CRC_START',
        'bound ? (binding ?? CRC_START) : CRC_START',
      ),
      by(
        'test/protocol/foreign-frames.test.ts',
        'a bound frame > with a plain check is unbound, as is every bound frame before ' +
          'the pen has bound',
      ),
    ),
    mutant(
      'S-32', 'check-removed', 'sent-without-its-binding',
      edit(
        'protocol/frame.ts',
        'const start = type.bound ? binding : CRC_START;',
        'const start = type.bound ? CRC_START : CRC_START;',
      ),
      by(
        'test/protocol/black-channel.test.ts',
        'the pen of these tests is armed, and a good grant moves it',
      ),
    ),
    mutant(
      'S-32', 'check-removed', 'version-not-asked',
      edit(
        'protocol/deframe.ts',
        "    if (view.getUint8(from) !== VERSION) return 'foreign-version';\n",
        '',
      ),
      by(
        'test/protocol/foreign-frames.test.ts',
        'a sound frame that is not meant for us > of another version is dropped as foreign',
      ),
    ),
    mutant(
      'S-32', 'reason-ignored', 'incompatible-flags-passed-over',
      edit(
        'protocol/deframe.ts',
        "    if (view.getUint8(from + 1) !== 0) return 'unknown-flags';\n",
        '',
      ),
      by(
        'test/protocol/foreign-frames.test.ts',
        'a sound frame that is not meant for us > with any incompatible flag is dropped; ' +
          'unknown compatible flags do no harm',
      ),
    ),
    mutant(
      'S-19', 'reason-ignored', 'own-frames-heard',
      edit(
        'protocol/deframe.ts',
        "    if (sender !== undefined && senderOf(id) !== sender) return 'echo';\n",
        '',
      ),
      by(
        'test/protocol/foreign-frames.test.ts',
        'an end that knows who it listens to > refuses its own frames when the line echoes them',
      ),
    ),
    mutant(
      'S-32', 'check-removed', 'grant-not-bound',
      edit(
        'protocol/to-pen.ts',
        "'grant', { delivery: 'grant', bound: true }",
        "'grant', { delivery: 'grant' }",
      ),
      by(
        'test/protocol/foreign-frames.test.ts',
        'a bound frame > is every message that can actuate or configure, and no other',
      ),
    ),
    mutant(
      'S-25', 'check-removed', 'binding-without-the-boot',
      edit(
        'protocol/binding.ts',
        'crcUpdate(CRC_START, words(schemaHash, bootId), 0, 8)',
        'crcUpdate(CRC_START, words(schemaHash, 0 * bootId), 0, 8)',
      ),
      by(
        'test/protocol/foreign-frames.test.ts',
        'a bound frame > is heard again once the pen is bound to the boot that the frame names',
      ),
    ),
    mutant(
      'S-29', 'check-removed', 'session-of-the-host-alone',
      edit(
        'protocol/binding.ts',
        'crc32c(words(hostNonce, penNonce)) || 1',
        'crc32c(words(hostNonce, 0 * penNonce)) || 1',
      ),
      by(
        'test/protocol/crc.test.ts',
        'a session needs both nonces, in their order, and is never 0',
      ),
    ),
    mutant(
      'S-38', 'off-by-one', 'longest-block-refused',
      edit(
        'protocol/block-cutter.ts',
        'drowned || to - from > BLOCK_BYTES_MAX',
        'drowned || to - from >= BLOCK_BYTES_MAX',
      ),
      by(
        'test/protocol/deframe.test.ts',
        'the longest block is judged, and one byte more is too long',
      ),
    ),
    mutant(
      'S-38', 'check-removed', 'endless-block-kept',
      edit('protocol/block-cutter.ts', '    drowned = false;\n', ''),
      by(
        'test/protocol/deframe.test.ts',
        '2 MiB without a delimiter are dropped as one frame that was too long',
      ),
    ),
    mutant(
      'S-38', 'check-removed', 'cobs-codes-beyond-the-end',
      edit('protocol/deframe.ts', '  return at === to;', '  return at >= to;'),
      by(
        'test/protocol/deframe.test.ts',
        'no single wrong byte makes grant be heard as anything else',
      ),
    ),
    mutant(
      'S-38', 'comparison-flipped', 'value-above-its-range-heard',
      edit(
        'protocol/field.ts',
        'return value < min || value > max ? OUT_OF_RANGE : unit(value);',
        'return value < min ? OUT_OF_RANGE : unit(value);',
      ),
      by('test/protocol/field.test.ts', 'arm.depthUm > hears nothing beyond its range'),
    ),
    mutant(
      'S-38', 'check-removed', 'payload-of-any-length',
      edit(
        'protocol/message.ts',
        'if (to - from !== type.bytes) {',
        'if (to - from < type.bytes) {',
      ),
      by(
        'test/protocol/message.test.ts',
        'a payload that is a byte too short or too long is refused with its length',
      ),
    ),
    mutant(
      'S-34', 'worst-softened', 'no-sensor-read-as-a-number',
      edit(
        'protocol/telemetry.ts',
        'return value === 0xffff ? undefined : value;',
        'return value === 0x1_0000 ? undefined : value;',
      ),
      by(
        'test/protocol/telemetry.test.ts',
        'random payloads, and every extreme of every byte, read alike',
      ),
    ),
    mutant(
      'S-13', 'off-by-one', 'stop-bound-a-stroke-short',
      edit(
        'protocol/stop-bound.ts',
        'Math.ceil(numerator / denominator) + 1)',
        'Math.ceil(numerator / denominator))',
      ),
      by(
        'test/protocol/stop-bound.test.ts',
        'without a credit, 150 Hz and 200 ms allow 38 strokes',
      ),
    ),
    mutant(
      'S-27', 'check-removed', 'stop-bound-without-drift',
      edit(
        'protocol/stop-bound.ts',
        'OVERSPEED.numerator * (100 + CLOCK_DRIFT_PERCENT)',
        'OVERSPEED.numerator * 100',
      ),
      by(
        'test/protocol/stop-bound.test.ts',
        'without a credit, 150 Hz and 200 ms allow 38 strokes',
      ),
    ),
    mutant(
      'S-12', 'wrong-unit', 'grant-until-twice-as-late',
      edit(
        'protocol/grant.ts',
        'view.setUint32(at + 8, notAfterPenMs, true);',
        'view.setUint32(at + 8, 2 * notAfterPenMs, true);',
      ),
      by(
        'test/protocol/message.test.ts',
        'every grant comes out of a frame as it went in, header included',
      ),
    ),
    mutant(
      'S-03', 'off-by-one', 'area-of-the-next-code',
      edit('protocol/area.ts', 'AREA_NAMES[code - 1]', 'AREA_NAMES[code]'),
      by(
        'test/protocol/area.test.ts',
        'every area has a code of its own, and the code gives the area back',
      ),
    ),
  ],
};
