/**
 * Mutants of the seal and of the pen's part in pairing: what a tag covers, what makes a session
 * another one, how a key comes to be, and what a stranger may ask.
 */
import { type Check, by, edit, equivalent, mutant, type Table } from '../mutant.ts';

const SEAL = 'protocol/seal.ts';
const ARITHMETIC = 'protocol/pairing.ts';
const PEN = 'sim/firmware/pairing.ts';
const KEY_TEST = 'test/protocol/session-key.test.ts';

const byKeys = (test: string): Check => by(KEY_TEST, test);
const bySeal = (test: string): Check => by('test/protocol/seal.test.ts', test);
const byPen = (test: string): Check => by('test/sim/pen/pairing.test.ts', test);
const byStory = (test: string): Check => by('test/world/stories/paired.test.ts', test);
const byCuts = (test: string): Check => by('test/world/stories/pairing-cuts.test.ts', test);

/** The table of the seal and of its arithmetic. */
export const PROTOCOL_SEAL: Table = {
  folder: 'protocol (seal)',
  within: [SEAL, ARITHMETIC],
  least: 8,
  mutants: [
    mutant(
      'S-50', 'check-removed', 'seal-of-any-key',
      edit(
        SEAL,
        'macs.findIndex((mac) => isTag(body, end, mac(speaker, body, 0, end)))',
        'macs.findIndex((mac) => mac(speaker, body, 0, end).length > 0)',
      ),
      bySeal('any frame is opened as it was, and with any one bit changed it is not'),
    ),
    mutant(
      'S-50', 'off-by-one', 'tag-of-seven-bytes',
      edit(
        SEAL,
        'for (let index = 0; index < TAG_BYTES; index += 1)',
        'for (let index = 0; index < TAG_BYTES - 1; index += 1)',
      ),
      byKeys('any one bit of a tag that is another leaves the frame shut'),
    ),
    mutant(
      'S-50', 'comparison-flipped', 'last-byte-of-a-tag-decides',
      edit(
        SEAL,
        'different |= (body[at + index] ?? 0)',
        'different = (body[at + index] ?? 0)',
      ),
      byKeys('any one bit of a tag that is another leaves the frame shut'),
    ),
    mutant(
      'S-50', 'check-removed', 'header-outside-the-tag',
      [
        edit(
          SEAL,
          'const tag = mac(speaker, bench.body, 0, end);',
          'const tag = mac(speaker, bench.body, HEADER_BYTES, end);',
        ),
        edit(SEAL, 'mac(speaker, body, 0, end)))', 'mac(speaker, body, HEADER_BYTES, end)))'),
      ],
      bySeal('any frame is opened as it was, and with any one bit changed it is not'),
    ),
    mutant(
      'S-50', 'check-removed', 'payload-outside-the-tag',
      [
        edit(
          SEAL,
          'const tag = mac(speaker, bench.body, 0, end);',
          'const tag = mac(speaker, bench.body, 0, HEADER_BYTES);',
        ),
        edit(SEAL, 'mac(speaker, body, 0, end)))', 'mac(speaker, body, 0, HEADER_BYTES)))'),
      ],
      bySeal('any frame is opened as it was, and with any one bit changed it is not'),
    ),
    mutant(
      'S-52', 'reason-ignored', 'speaker-outside-the-tag',
      [
        edit(
          SEAL,
          'const tag = mac(speaker, bench.body, 0, end);',
          'const tag = mac(SPEAKER.host, bench.body, 0, end);',
        ),
        edit(SEAL, 'mac(speaker, body, 0, end)))', 'mac(SPEAKER.host, body, 0, end)))'),
      ],
      byKeys('a frame turned round is not opened, whoever it came from'),
    ),
    mutant(
      'S-19', 'check-removed', 'damage-made-whole-by-a-seal',
      edit(
        SEAL,
        'const sound = ~crcOver(start, view, 0, end) === view.getInt32(end, true);',
        'const sound = end > 0;',
      ),
      byKeys('a frame that is damaged above the seal is not made whole by it'),
    ),
    mutant(
      'S-52', 'age-forgotten', 'session-number-outside-the-key',
      edit(ARITHMETIC, 'bootId, counter, hostNonce, penNonce)', 'bootId, 0, hostNonce, penNonce)'),
      byKeys('a session with another counter has another seal'),
    ),
    mutant(
      'S-52', 'age-forgotten', 'nonce-of-the-host-outside-the-key',
      edit(ARITHMETIC, 'bootId, counter, hostNonce, penNonce)', 'bootId, counter, 0, penNonce)'),
      byKeys('a session with another hostNonce has another seal'),
    ),
    mutant(
      'S-52', 'age-forgotten', 'boot-outside-the-key',
      edit(
        ARITHMETIC,
        'words(SCHEMA_HASH, bootId, counter,',
        'words(SCHEMA_HASH, 0, counter,',
      ),
      byKeys('a session with another bootId has another seal'),
    ),
    mutant(
      'S-53', 'reason-ignored', 'digits-without-the-public-key-of-the-pen',
      edit(
        ARITHMETIC,
        'hexBytes(hostPublic), hexBytes(penPublic), ascii(serial))',
        'hexBytes(hostPublic), hexBytes(hostPublic), ascii(serial))',
      ),
      byKeys('digits and key are those of both public keys and of this very pen'),
    ),
    mutant(
      'S-53', 'check-removed', 'key-that-anybody-knows',
      edit(
        ARITHMETIC,
        'if (shared.every((byte) => byte === 0)) return undefined;\n  ',
        '',
      ),
      byKeys('a public key of small order makes no key'),
    ),
  ],
};

/** The table of the pen's part in pairing. */
export const SIM_PAIRING: Table = {
  folder: 'sim (pairing)',
  within: ['sim/firmware/', 'sim/pen-seal.ts'],
  least: 8,
  mutants: [
    mutant(
      'S-50', 'check-removed', 'stranger-joins-a-paired-pen',
      edit(
        'sim/firmware/requests.ts',
        'state.link.seal === 0 && state.pairing.held.keys.length > 0',
        'state.link.seal !== 0 && state.pairing.held.keys.length > 0',
      ),
      byPen('without a key a paired pen is joined by nobody'),
    ),
    mutant(
      'S-50', 'check-removed', 'frame-without-a-seal-in-a-sealed-session',
      edit(
        'sim/firmware/requests.ts',
        ": stay(count(state, 'unsealed'));",
        ': take(heard, header, message);',
      ),
      byStory(
        'somebody on the wire who has heard everything and has no key > does nothing to a pen ' +
          'that is armed by any act without a seal',
      ),
    ),
    mutant(
      'S-53', 'check-removed', 'exchange-without-a-window',
      edit(
        PEN,
        "link.mode === 'outside' && pairing.window.kind === 'open'",
        "link.mode === 'outside'",
      ),
      byPen('without a window > the pen begins no exchange and takes no public key'),
    ),
    mutant(
      'S-53', 'check-removed', 'window-by-a-touch-of-the-button',
      edit(PEN, 'button && ages.buttonMs >= BUTTON_MS', 'button'),
      byPen('without a window > a short press opens none, and a hold of three seconds does'),
    ),
    mutant(
      'S-53', 'age-forgotten', 'window-that-stays-open',
      edit(PEN, 'const over = ages.windowMs >= WINDOW_MS || ', 'const over = '),
      byPen(
        'without a window > there is none again after thirty seconds, or after a host has joined',
      ),
    ),
    mutant(
      'S-53', 'check-removed', 'public-key-not-held-to-its-promise',
      edit(
        PEN,
        'exchanging === undefined || commitOf(hostPublic) !== exchanging.commit',
        'exchanging === undefined',
      ),
      byPen('in a window > the public key that is shown has to be the one that was promised'),
    ),
    mutant(
      'S-53', 'check-removed', 'key-without-the-second-press',
      edit(
        PEN,
        'if (state.link.seal !== 0) return done(addKey(over, made.key));',
        'if (made.key.length > 0) return done(addKey(over, made.key));',
      ),
      by(
        'test/host/pairing/procedure.test.ts',
        'without the second press there is no key, and the pen is as it was',
      ),
    ),
    mutant(
      'S-50', 'check-removed', 'unpaired-by-another-number',
      edit(PEN, 'state.link.seal === 0 || keyId !== state.link.seal', 'state.link.seal === 0'),
      byPen('whoever does not name the key of the session takes no key away'),
    ),
    mutant(
      'S-50', 'check-removed', 'keys-changed-while-armed',
      edit(PEN, 'if (isAtRest(state)) return undefined;', 'if (state.seen) return undefined;'),
      byPen('nothing is done about keys while a pen is armed'),
    ),
    mutant(
      'S-54', 'age-forgotten', 'old-key-given-up-before-the-new-one-is-proven',
      edit(PEN, 'used === undefined ? [key] : [used, key]', '[key]'),
      byCuts(
        'the power goes at every byte of writing 2, the end of the old one, and both ends have ' +
          'a key',
      ),
    ),
    mutant(
      'S-52', 'sync-skipped', 'session-numbered-before-its-mark-is-stored',
      edit(
        'sim/firmware/session-count.ts',
        'hasNumber = ({ pairing: { counter, held } }: Firmware): boolean =>\n' +
          '  counter < held.mark;',
        'hasNumber = ({ pairing: { counter, wanted } }: Firmware): boolean =>\n' +
          '  counter < wanted.mark;',
      ),
      byCuts('no number of a session comes twice, whenever the power goes and however often'),
    ),
    mutant(
      'S-52', 'worst-softened', 'count-begun-anew-by-a-boot',
      edit('sim/firmware/pairing-state.ts', 'counter: record.mark,', 'counter: 0,'),
      byCuts('no number of a session comes twice, whenever the power goes and however often'),
    ),
    mutant(
      'S-52', 'off-by-one', 'same-number-for-the-next-session',
      edit(
        'sim/firmware/handshake.ts',
        'counter: state.pairing.counter + 1 }',
        'counter: state.pairing.counter + 0 }',
      ),
      byCuts('no number of a session comes twice, whenever the power goes and however often'),
    ),
  ],
  equivalents: [
    equivalent(
      'S-50', 'other-key-within-a-sealed-session',
      edit(
        'sim/pen-seal.ts',
        'link.seal === 0 ? macs : macs.filter((_, at) => ids[at] === link.seal)',
        'macs',
      ),
      'While a key is changed the pen has two. A frame under the other one than that of the ' +
        'session is opened then, handed on with the number of its key, and dropped by the ' +
        'firmware, which compares that number with the one of the session.',
    ),
  ],
};
